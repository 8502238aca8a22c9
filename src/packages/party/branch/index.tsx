import type { ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { POINTS_ARE_INPUT, pointsWords } from '@/domain/wording/party';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import type { ListedMember } from '@/services/views';
import { BranchPage } from '../branch-page';
import { openParty } from '../links';

/** The branch's members by name, never by points (PTY-15, BUR-01). */
export default function BranchList(): ReactNode {
  return <BranchPage title="支部名单">{(village) => <Members village={village} />}</BranchPage>;
}

function Members({ village }: { readonly village: string }): ReactNode {
  const list = usePages(`points:branch:${village}`, async ({ after }) => {
    const { members, next, name, cycle } = await api.points.branch({ village, ...(after === undefined ? {} : { after }) });
    return { items: members, name, cycle, ...(next === undefined ? {} : { next }) };
  });
  useReachBottom(() => void list.more());
  const here = list.items.filter(({ left }) => !left);
  const gone = list.items.filter(({ left }) => left);
  return (
    <Page title="支部名单" staleAt={list.first.staleAt}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '名单还没有定', line: '支部书记把今年的周期打开，名单就在这里。', icon: 'people' }}>
        {({ name, cycle }) => (
          <>
            <Note tone="plain" icon="lock">{`按姓名排，不排名次。这里的分只有本支部看得到。${POINTS_ARE_INPUT}`}</Note>
            <Section title={name} aside={`${cycle} 年`}>
              <Card flush>{here.map((member) => <MemberRow key={member.personId} member={member} />)}</Card>
            </Section>
            {gone.length === 0 ? null : <Section title="今年离开的"><Card flush>{gone.map((member) => <MemberRow key={member.personId} member={member} />)}</Card></Section>}
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function MemberRow({ member: { name, group, score, pledges, own } }: { readonly member: ListedMember }): ReactNode {
  const kept = pledges.confirmed === 0 ? '还没有承诺' : `承诺 ${pledges.confirmed} 条，做到 ${pledges.kept} 条`;
  const points = `${pointsWords(score.total)} 分`;
  return (
    <Row
      title={own ? `${name}（您）` : name}
      line={[group, kept].filter(Boolean).join(' · ')}
      strong={own}
      end={<View className="t-num">{points}</View>}
      {...(own ? { onTap: () => openParty('year'), label: `${name}，您，${points}，${kept}` } : {})}
    />
  );
}
