import type { ReactNode } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { LedgerRow } from '@/components/points/ledger-row';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { openParty } from '../links';

/** Every entry of the member's year, newest first (PTY-14). */
export default function Ledger(): ReactNode {
  const cycle = Number(useRouter().params.cycle);
  const list = usePages(`points:ledger:${cycle}`, async ({ after }) => {
    const { entries, next } = await api.points.mine({ cycle, ...(after === undefined ? {} : { after }) });
    return { items: entries, ...(next === undefined ? {} : { next }) };
  });
  useReachBottom(() => void list.more());
  const now = serverNow();
  return (
    <Page title={`${cycle} 年积分明细`} staleAt={list.first.staleAt}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有记分', line: '做了事报上来，两个人看过就记上。', icon: 'star', action: { text: '报一件做了的事', onTap: () => openParty('claim') } }}>
        {() => (
          <>
            <Note tone="plain" icon="info">点开一笔，看凭什么、谁看过。不对的可以提异议。</Note>
            <Card flush>{list.items.map((entry) => <LedgerRow key={entry.entryId} entry={entry} now={now} onTap={() => openParty('entry', { id: entry.entryId })} />)}</Card>
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
