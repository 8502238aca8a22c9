import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { formatMoment } from '@/domain/basics/civil-time';
import { stageWords } from '@/domain/wording/issues';
import { useAct, words } from '@/hooks/use-act';
import { useBusy } from '@/hooks/use-busy';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { dropDraft, type Draft, type DraftTicket } from '@/services/drafts';
import { keptUrl, send, ticketInputOf } from '@/services/outbox';
import { serverNow } from '@/services/server-clock';
import { alikeTo } from '../alike';
import { matterUrl } from '../matter-url';

interface OfTicketProps {
  readonly draft: Draft;
  readonly ticket: DraftTicket;
}

/** Matters that a 12345 ticket may be about: put to one of them it is done once and counted once (EVT-15, EVT-19). */
export function OfTicket({ draft, ticket }: OfTicketProps): ReactNode {
  const [refused, setRefused] = useState<string>();
  const page = usePageData(`alike:${draft.id}`, async () => ({ items: await alikeTo(draft) }), { keep: false });
  const filing = useBusy(async () => {
    setRefused(undefined);
    const outcome = await send(draft.id);
    if (outcome.kind === 'SENT') void Taro.redirectTo({ url: matterUrl(outcome.receipt) });
    if (outcome.kind === 'KEPT') void Taro.redirectTo({ url: keptUrl(outcome.error) });
    if (outcome.kind === 'REFUSED') setRefused(words(outcome.error));
  });
  const put = useAct((requestId, issueId: string) => api.tickets.link({ requestId, issueId, ticket: ticketInputOf(ticket) }), {
    done: (issue) => {
      void dropDraft(draft.id);
      void Taro.reLaunch({ url: matterUrl(issue) });
    },
    said: '并过去了，只办一次',
    quiet: true,
  });
  const refusal = put.errorLine ?? refused;
  return (
    <Page title="像是报过的" bar={<Bar main={{ text: '不是一回事，报上去', onTap: () => void filing.run(), busy: filing.busy ? '正在报上去…' : undefined }} hint={`工单 ${ticket.number}`} />}>
      {refusal === undefined ? null : <Note tone="bad" icon="alert" said="alert" title="没成">{refusal}</Note>}
      <View>
        <View className="t-question">是不是这件事？</View>
        <View className="t-hint">是的话并过去：只办一次，只算一件，办好了一样答复</View>
      </View>
      <Loaded page={page}>
        {({ items }) => items.map(({ issueId, number, title, place, stage, createdAt }) => (
          <Card key={issueId}>
            <View className="t-label">{title}</View>
            <View className="t-hint">{place}，{formatMoment(createdAt, serverNow())} 报的</View>
            <View className="t-hint t-num">编号 {number}，{stageWords(stage)}</View>
            <Button wide kind="line" icon="filter" text="并到这一件" label={`并到这一件：${title}`} busy={put.busy ? '正在并…' : undefined} onTap={() => void put.run(issueId)} />
          </Card>
        ))}
      </Loaded>
    </Page>
  );
}
