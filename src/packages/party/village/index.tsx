import type { ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { PromiseLine } from '@/components/points/promise-line';
import { pointsWords, shortDay } from '@/domain/wording/party';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import type { VillageMember } from '@/services/views';
import { BranchPage } from '../branch-page';

const DEEDS_SHOWN = 3;

/** What the village's party members promised and did; never their points, unless county and branch opened them (PTY-15). */
export default function VillagePledges(): ReactNode {
  return <BranchPage title="党员的承诺">{(village) => <OfVillage village={village} />}</BranchPage>;
}

function OfVillage({ village }: { readonly village: string }): ReactNode {
  const list = usePages(`points:village:${village}`, async ({ after }) => {
    const { members, next, name, cycle } = await api.points.village({ village, ...(after === undefined ? {} : { after }) });
    return { items: members, name, cycle, ...(next === undefined ? {} : { next }) };
  });
  useReachBottom(() => void list.more());
  return (
    <Page title="党员的承诺" staleAt={list.first.staleAt}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有承诺', line: '村里的党员写下今年答应做的事，就在这里。', icon: 'party' }}>
        {({ name, cycle }) => (
          <>
            <View>
              <View className="t-question">{`${name}的党员`}</View>
              <View className="t-hint">{`${cycle === undefined ? '今年' : `${cycle} 年`}答应做什么、做到了多少，支部核实过`}</View>
            </View>
            {list.items.map((member) => <MemberCard key={member.personId} member={member} />)}
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
            <Note tone="plain" icon="info">按姓名排。哪一条没做到，可以跟他说，也可以报事给村里。</Note>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function MemberCard({ member: { name, pledges, deeds, total } }: { readonly member: VillageMember }): ReactNode {
  return (
    <Card className="l-stack3">
      <View className="l-line">
        <Avatar name={name} />
        <View className="l-grow">
          <View className="t-title">{name}</View>
          {pledges.length === 0 ? <View className="t-hint">今年还没有承诺</View> : null}
        </View>
        {total === undefined ? null : <View className="t-hint t-num">{`${pointsWords(total)} 分`}</View>}
      </View>
      {pledges.map((pledge) => <PromiseLine key={pledge.text} pledge={pledge} />)}
      {deeds.length === 0 ? null : (
        <View className="l-stack">
          <View className="t-label">做了的事</View>
          {deeds.slice(0, DEEDS_SHOWN).map(({ on, text }, index) => <View key={`${on}:${index}`} className="l-line l-top t-hint"><Icon name="ok" size="sm" /><View className="l-grow">{`${shortDay(on)}，${text}`}</View></View>)}
        </View>
      )}
    </Card>
  );
}
