import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { TopicCard } from '@/components/consult/topic-card';
import { Loaded } from '@/components/loaded';
import { Options } from '@/components/options';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { DeskPage } from '@/packages/desk/desk-page';
import { api } from '@/services/client';
import { watchedArea } from '../watched';

const SIDES = [{ value: 'OPEN', title: '没议完的' }, { value: 'ENDED', title: '议完的' }] as const;
type Side = (typeof SIDES)[number]['value'];

/** Everything a village or a town talks over, what was told to the cadres only included (CON-02, CON-12). */
export default function ConsultDesk(): ReactNode {
  const me = useMe();
  const area = watchedArea(me.data);
  const [side, setSide] = useState<Side>('OPEN');
  return (
    <DeskPage title="村里议的事" line="答复、开会、定事、干事，一件件都在这里" at="consult" staleAt={me.staleAt}>
      <Options label="看哪些" layout="two" options={SIDES} value={side} onChange={setSide} />
      <Loaded page={me}>{() => (area === undefined ? null : <Matters key={`${area}${side}`} area={area} open={side === 'OPEN'} />)}</Loaded>
    </DeskPage>
  );
}

function Matters({ area, open }: { readonly area: string; readonly open: boolean }): ReactNode {
  const list = usePages(`consult-desk:${area}:${String(open)}`, ({ after }) => api.consultations.desk({ area, open, after }));
  useReachBottom(() => void list.more());
  return (
    <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: open ? '没有在议的事' : '还没有议完的事', line: '村民说事、反复出现的事，都会到这里。', icon: 'consult' }}>
      {() => (
        <View className="l-stack3">
          {list.items.map((matter) => <TopicCard key={matter.consultationId} matter={matter} desk />)}
          {list.hasMore ? <Button text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} wide /> : null}
        </View>
      )}
    </Loaded>
  );
}
