import type { ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { DeskPage } from '@/packages/desk/desk-page';
import { overseenArea } from '@/packages/desk/desks';
import { openMatter } from '@/packages/desk/menu';
import { api } from '@/services/client';

/** Repeated matters of one place and kind, gathered so that the cause can be talked over (EVT-12). */
export default function Topics(): ReactNode {
  const me = useMe();
  const area = overseenArea(me.data);
  const list = usePages(`topics:${area ?? ''}`, (input) => api.issues.topics({ ...input, ...(area === undefined ? {} : { area }) }));
  useReachBottom(() => void list.more());
  return (
    <DeskPage title="同类事" line="30 天里同一片、同一类的事多了，值得坐下来商量" at="topics" staleAt={list.first.staleAt}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '没有反复出现的事', line: '同一片、同一类的事报多了，会自动归到一起。' }}>
        {() => (
          <>
            {list.items.map((topic) => (
              <Section key={topic.topicId} title={topic.title} count={`${topic.count} 件`}>
                <View className="t-hint">{`${topic.village}，${formatDay(civilDateOf(topic.firstAt))}到${formatDay(civilDateOf(topic.lastAt))}`}</View>
                <Card flush>
                  {topic.issues.map(({ issueId, number, title }) => <Row key={issueId} icon={CATEGORY_ICON[topic.category]} tone="plain" title={title} line={`编号 ${number}`} onTap={() => openMatter(issueId)} />)}
                </Card>
              </Section>
            ))}
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}
