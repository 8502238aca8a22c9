import type { ReactNode } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { DeskPage } from '@/packages/desk/desk-page';
import { overseenArea } from '@/packages/desk/desks';
import { api } from '@/services/client';
import { OverdueRow } from './overdue-row';
import '../overview/index.scss';

/** All late matters of an area, the longest late first. */
export default function Overdue(): ReactNode {
  const me = useMe();
  const { area: asked } = useRouter().params;
  const area = asked ?? overseenArea(me.data);
  const list = usePages(`overdue:${area ?? ''}`, (input) => api.issues.overdue({ ...input, ...(area === undefined ? {} : { area }) }));
  useReachBottom(() => void list.more());
  return (
    <DeskPage title="超期的事" at="overdue" staleAt={list.first.staleAt}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '没有超期的事', line: '过了期限还没办好的，会列在这里。' }}>
        {() => (
          <>
            <Card flush>{list.items.map((issue) => <OverdueRow key={issue.issueId} issue={issue} onChanged={() => void list.first.reload()} />)}</Card>
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}
