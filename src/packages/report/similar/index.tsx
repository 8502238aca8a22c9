import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { statusLine } from '@/components/issue/progress';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { formatMoment } from '@/domain/basics/civil-time';
import { useAct, words } from '@/hooks/use-act';
import { useBusy } from '@/hooks/use-busy';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { draftOf, dropDraft, type Draft } from '@/services/drafts';
import { keptUrl, send, sentUrl } from '@/services/outbox';
import { serverNow } from '@/services/server-clock';
import type { IssueCard } from '@/services/views';
import { OfTicket } from './of-ticket';

/** Open public matters like this one: 我也遇到了 instead of a second report. */
export default function Similar(): ReactNode {
  const { draft: id = '' } = useRouter().params;
  const [draft] = useState(() => draftOf(id));
  return draft?.ticket === undefined ? <OfNeighbours id={id} draft={draft} /> : <OfTicket draft={draft} ticket={draft.ticket} />;
}

function OfNeighbours({ id, draft }: { readonly id: string; readonly draft: Draft | undefined }): ReactNode {
  const [refused, setRefused] = useState<string>();
  const page = usePageData(`similar:${id}`, () =>
    draft?.category === undefined
      ? Promise.resolve({ items: [] })
      : api.issues.similar({ category: draft.category, place: draft.place ?? { kind: 'HOME' }, text: draft.text.trim() }), { keep: false });
  const sending = useBusy(async () => {
    const outcome = await send(id);
    if (outcome.kind === 'SENT') void Taro.redirectTo({ url: sentUrl(outcome.receipt) });
    if (outcome.kind === 'KEPT') void Taro.redirectTo({ url: keptUrl(outcome.error) });
    if (outcome.kind === 'REFUSED') setRefused(words(outcome.error));
  });
  const joined = useAct((requestId, issueId: string) => api.issues.support({ requestId, issueId }), {
    done: (issue) => {
      void dropDraft(id);
      // Alone on the stack: there is nothing to go back to, the draft is gone.
      void Taro.reLaunch({ url: `/packages/issue/progress/index?id=${encodeURIComponent(issue.issueId)}` });
    },
    said: '记上了，有进展会告诉您',
  });
  return (
    <Page title="别人也报过" bar={<Bar main={{ text: '不是一回事，报上去', onTap: () => void sending.run(), busy: sending.busy ? '正在报上去…' : undefined }} hint="跟着别人的报，办起来更快" />}>
      {refused === undefined ? null : <Note tone="bad" icon="alert" said="alert" title="没报上去">{refused}</Note>}
      <View>
        <View className="t-question">是不是这件事？</View>
        <View className="t-hint">是的话点“我也遇到了”，不用再报一次</View>
      </View>
      <Loaded page={page}>
        {({ items }) => items.map((issue) => <SimilarCard key={issue.issueId} issue={issue} busy={joined.busy} onJoin={() => void joined.run(issue.issueId)} />)}
      </Loaded>
    </Page>
  );
}

interface SimilarCardProps {
  readonly issue: IssueCard;
  readonly busy: boolean;
  readonly onJoin: () => void;
}

function SimilarCard({ issue, busy, onJoin }: SimilarCardProps): ReactNode {
  const now = serverNow();
  return (
    <Card className="l-stack3">
      <View>
        <View className="t-label">{issue.title}</View>
        <View className="t-hint">{issue.place}，{formatMoment(issue.createdAt, now)} 报的</View>
        <View className="t-hint">{statusLine(issue, now)}</View>
        {issue.supporters > 0 ? <View className="t-small">还有 {issue.supporters} 户也遇到了</View> : null}
      </View>
      {issue.mine || issue.supported
        ? <Note tone="ok" icon="ok">{issue.mine ? '这是您报的' : '您已经说过“我也遇到了”'}</Note>
        : <Button wide kind="line" icon="people" text="我也遇到了" busy={busy ? '正在记…' : undefined} onTap={onJoin} />}
    </Card>
  );
}
