import { useState, type ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TopicCard } from '@/components/consult/topic-card';
import { Loaded } from '@/components/loaded';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { TabBar } from '@/components/tab-bar';
import { CONSULT } from '@/components/tab-bar/tabs';
import { CONSULT_WATCHERS } from '@/domain/consultations/watchers';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { hasPoints } from '@/services/party-duties';
import type { ConsultCard, Me } from '@/services/views';

type Side = 'OPEN' | 'ENDED' | 'MINE';

const SIDES = [
  { value: 'OPEN', title: '正在议' },
  { value: 'ENDED', title: '议完的' },
  { value: 'MINE', title: '我说的' },
] as const;

/** The tab 议事: what the village talks over, what came of it, and what I raised (两说一商). */
export default function Consult(): ReactNode {
  const me = useMe();
  return (
    <Page title="议事" staleAt={me.staleAt} tabs={<TabBar at={CONSULT} />}>
      <Loaded page={me}>{(who) => (who.person === undefined ? <Unbound /> : <Talk me={who} />)}</Loaded>
    </Page>
  );
}

/** A visitor belongs to no village yet. */
function Unbound(): ReactNode {
  return (
    <Card flush>
      <Row icon="me" title="告诉我们您是哪一家" line="村里在商量什么，本村的人看得到" onTap={() => void Taro.navigateTo({ url: '/packages/people/bind/index' })} />
    </Card>
  );
}

function Talk({ me }: { readonly me: Me }): ReactNode {
  const [side, setSide] = useState<Side>('OPEN');
  const watches = me.person?.roles.some(({ role }) => CONSULT_WATCHERS.includes(role)) ?? false;
  return (
    <>
      <Button kind="fill" wide icon="report" text="我有事要拿出来议" onTap={() => void Taro.navigateTo({ url: '/packages/consult/raise/index' })} />
      <Card flush>
        {watches ? <Row icon="desk" title="村里议的事" line="要答复、要开会、要监督的都在这里" onTap={() => void Taro.navigateTo({ url: '/packages/consult/desk/index' })} /> : null}
        <Row icon="policy" title="说法说政策" line="干部讲政策，有话当面问" onTap={() => void Taro.navigateTo({ url: '/packages/consult/talks/index' })} />
        {hasPoints(me) ? <Row icon="party" title="党员的承诺" line="今年答应了什么，做到多少" onTap={() => void Taro.navigateTo({ url: '/packages/party/village/index' })} /> : null}
      </Card>
      <Options label="看哪些事" layout="three" options={SIDES} value={side} onChange={setSide} />
      {side === 'OPEN' ? <Topics key="open" of="consult:open" load={({ after }) => api.consultations.list({ open: true, after })} emptyTitle="村里现在没有在议的事" emptyLine="路灯、垃圾费、修路，都能拿出来议。" /> : null}
      {side === 'ENDED' ? <Topics key="ended" of="consult:ended" load={({ after }) => api.consultations.list({ open: false, after })} emptyTitle="还没有议完的事" emptyLine="办好了的，结果会留在这里。" /> : null}
      {side === 'MINE' ? <Topics key="mine" of="consult:mine" load={({ after }) => api.consultations.mine({ after })} emptyTitle="您还没有拿事出来议" emptyLine="说一件，村里十个工作日内答复您。" /> : null}
    </>
  );
}

interface TopicsProps {
  readonly of: string;
  readonly load: (input: { after?: string }) => Promise<{ readonly items: readonly ConsultCard[]; readonly next?: string | undefined }>;
  readonly emptyTitle: string;
  readonly emptyLine: string;
}

function Topics({ of, load, emptyTitle, emptyLine }: TopicsProps): ReactNode {
  const list = usePages(of, load);
  useReachBottom(() => void list.more());
  return (
    <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: emptyTitle, line: emptyLine, icon: 'consult' }}>
      {() => (
        <View className="l-stack3">
          {list.items.map((matter) => <TopicCard key={matter.consultationId} matter={matter} />)}
          {list.hasMore ? <Button text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} wide /> : null}
        </View>
      )}
    </Loaded>
  );
}
