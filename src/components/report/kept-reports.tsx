import { useEffect, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Card, Section } from '@/components/card';
import { Row } from '@/components/row';
import { toast } from '@/components/toast';
import { errorWords } from '@/domain/wording/errors';
import { useDrafts } from '@/hooks/use-drafts';
import { useOnline } from '@/hooks/use-online';
import { dropDraft, type Draft } from '@/services/drafts';
import { send, sendWaiting } from '@/services/outbox';
import { serverNow } from '@/services/server-clock';

/** 存在手机里: reports that are not with the village yet. They go by themselves when there is a network. */
export function KeptReports(): ReactNode {
  const drafts = useDrafts();
  const online = useOnline();
  useEffect(() => {
    if (online) void sendWaiting();
  }, [online]);
  if (drafts.length === 0) return null;
  return (
    <Section title="存在手机里" count={`${drafts.length} 件`} countTone="you">
      <Card flush>{drafts.map((draft) => <KeptRow key={draft.id} draft={draft} />)}</Card>
    </Section>
  );
}

function KeptRow({ draft }: { readonly draft: Draft }): ReactNode {
  return <Row icon="save" tone="you" title={titleOf(draft)} line={lineOf(draft)} lineTone="you" onTap={() => void act(draft)} />;
}

async function act(draft: Draft): Promise<void> {
  const acts = draft.state === 'WAITING' ? ['现在就报', '改一改', '不报了'] : ['接着写', '不报了'];
  const picked = await Taro.showActionSheet({ itemList: acts }).then(({ tapIndex }) => acts[tapIndex], () => undefined);
  if (picked === '现在就报') {
    const outcome = await send(draft.id);
    if (outcome.kind === 'SENT') toast('报上去了');
    else toast(errorWords(outcome.error.code, outcome.error.data, serverNow()));
  }
  if (picked === '改一改' || picked === '接着写') openDraft(draft.id);
  if (picked === '不报了') await dropDraft(draft.id);
}

function openDraft(id: string): void {
  void Taro.navigateTo({ url: `/packages/report/tell/index?draft=${encodeURIComponent(id)}` });
}

function titleOf(draft: Draft): string {
  const text = draft.text.trim();
  if (text !== '') return text.length > 16 ? `${text.slice(0, 16)}…` : text;
  return draft.voice === undefined ? '还没写完的一件事' : '一段录音';
}

function lineOf(draft: Draft): string {
  switch (draft.state) {
    case 'WRITING':
      return '写到一半，接着写';
    case 'WAITING':
      return '有网了自动报上去';
    case 'REFUSED':
      return errorWords(draft.refusal?.code ?? 'INTERNAL', draft.refusal?.data, serverNow());
  }
}
