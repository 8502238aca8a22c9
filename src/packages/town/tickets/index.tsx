import type { ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { DeskPage } from '@/packages/desk/desk-page';
import { townOfDesk } from '@/packages/desk/desks';
import { NoDesk } from '@/packages/desk/no-desk';
import { api } from '@/services/client';
import type { TicketItem } from '@/services/views';
import { ExportAnswers } from './export-answers';
import { TicketRow } from './ticket-row';

async function listOf(town: string | undefined, input: { readonly after?: string }): Promise<{ readonly items: readonly TicketItem[]; readonly next?: string | undefined }> {
  return town === undefined ? { items: [] } : api.tickets.list({ town, ...input });
}

/** A town's 12345 tickets, the latest first: how far each is, and its answer in one tap (EVT-19). */
export default function Tickets(): ReactNode {
  const me = useMe();
  const town = townOfDesk(me.data);
  const list = usePages(`tickets:${town ?? ''}`, (input) => listOf(town, input), { keep: false });
  useReachBottom(() => void list.more());
  const bar = town === undefined ? undefined : (
    <Bar
      main={{ text: '传工单表', icon: 'handup', onTap: () => void Taro.navigateTo({ url: '/packages/town/ticket-sheet/index' }) }}
      second={{ text: '录一件', icon: 'edit', onTap: () => void Taro.navigateTo({ url: `/packages/report/what/index?ticket=${town}` }) }}
      hint="一个工单编号只收一次"
    />
  );
  return (
    <DeskPage title="12345 工单" line="收进来，办好了照着答复平台" at="tickets" staleAt={list.first.staleAt} bar={bar} {...(town === undefined ? {} : { actions: <ExportAnswers town={town} /> })}>
      <Loaded page={me}>
        {() => (town === undefined ? <NoDesk /> : (
          <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有收过工单', line: '热线转来的表可以一次传上来，也可以一件一件录。', icon: 'phone' }}>
            {() => (
              <>
                <Card flush>{list.items.map((item) => <TicketRow key={item.ticketId} item={item} />)}</Card>
                {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
              </>
            )}
          </Loaded>
        ))}
      </Loaded>
    </DeskPage>
  );
}
