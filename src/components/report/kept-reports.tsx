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

const AGAIN_MS = 60_000;

/** 存在手机里: reports that are not with the village yet. They go by themselves when there is a network. */
export function KeptReports(): ReactNode {
  const drafts = useDrafts();
  const online = useOnline();
  const waits = drafts.some(({ state }) => state === 'WAITING');
  useEffect(() => {
    if (!online || !waits) return;
    void sendWaiting();
    // A network that is there and nobody who answers: nothing tells when that is over.
    const timer = setInterval(() => void sendWaiting(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [online, waits]);
  if (drafts.length === 0) return null;
  return (
    <Section title="存在手机里" count={`${drafts.length} 件`} countTone="you">
      <Card flush>{drafts.map((draft) => <KeptRow key={draft.id} draft={draft} online={online} />)}</Card>
    </Section>
  );
}

function KeptRow({ draft, online }: { readonly draft: Draft; readonly online: boolean }): ReactNode {
  return <Row icon="save" tone="you" title={titleOf(draft)} line={lineOf(draft, online)} lineTone="you" onTap={() => void act(draft)} />;
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
  if (picked === '不报了') await confirmDrop(draft.id);
}

/** What was written and photographed is nowhere else: it is asked once more. */
export async function confirmDrop(id: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({ title: '不报了', content: '写的、拍的都会从手机里删掉。', confirmText: '删掉', cancelText: '留着' });
  if (confirm) await dropDraft(id);
  return confirm;
}

function openDraft(id: string): void {
  void Taro.navigateTo({ url: `/packages/report/tell/index?draft=${encodeURIComponent(id)}` });
}

function titleOf(draft: Draft): string {
  const text = draft.text.trim();
  if (text !== '') return text.length > 16 ? `${text.slice(0, 16)}…` : text;
  return draft.voice === undefined ? '还没写完的一件事' : '一段录音';
}

function lineOf(draft: Draft, online: boolean): string {
  switch (draft.state) {
    case 'WRITING':
      return '写到一半，接着写';
    case 'WAITING':
      return online ? '还没报上去，会自动再报' : '有网了自动报上去';
    case 'REFUSED':
      return errorWords(draft.refusal?.code ?? 'INTERNAL', draft.refusal?.data, serverNow());
  }
}
