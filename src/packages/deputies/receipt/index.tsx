import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Field, Input, TextArea } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Sheet } from '@/components/sheet';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { bucketOf, formatReceipt, readReceipt } from '@/domain/voting/receipt';
import { notOnRollWords, PROTECTION_WORDS, RECEIPT_WORDS } from '@/domain/wording/voting';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { keptReceipt } from '../receipts';
import '../year.scss';

/** My receipt, whether it is among the published ones, and whether I am on the roll (VOTE-11, DEP-12). */
export default function ReceiptPage(): ReactNode {
  const { box: boxId = '', fresh } = useRouter().params;
  const page = usePageData(`box:${boxId}`, () => api.voting.box({ boxId }), { keep: false });
  const mine = keptReceipt(boxId);
  return (
    <Page title="查票码">
      <Loaded page={page}>
        {(box) => (
          <>
            {fresh === undefined ? null : <Note tone="ok" icon="ok" title="投好了" said="status">票里没有您的名字，也改不了了。</Note>}
            <View className="t-title">{box.title}</View>
            {mine === undefined ? null : (
              <Card className="l-stack">
                <View className="t-hint">{`${RECEIPT_WORDS.title}，存在这部手机里`}</View>
                <View className="p-receipt">{formatReceipt(mine.code)}</View>
                <View className="t-small">{`截图或者抄下来，换手机也能查。${RECEIPT_WORDS.provesNot}`}</View>
              </Card>
            )}
            {box.state === 'PUBLISHED' ? <LookUp boxId={boxId} code={mine?.code} /> : <Note tone="plain" icon="clock">{`${formatDue(box.closesAt, serverNow())}截止，数完票就能在这里查。`}</Note>}
            <OnRoll boxId={boxId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The whole list that a code would stand in is fetched; which code is looked for stays on the phone. */
function LookUp({ boxId, code }: { readonly boxId: string; readonly code: string | undefined }): ReactNode {
  const [typed, setTyped] = useState(code === undefined ? '' : formatReceipt(code));
  const [found, setFound] = useState<boolean>();
  const receipt = readReceipt(typed);
  const look = useAct(async (_requestId, wanted: NonNullable<typeof receipt>) => {
    const { buckets } = await api.voting.result({ boxId });
    if (buckets === 0) return undefined;
    const { receipts } = await api.voting.receipts({ boxId, bucket: bucketOf(wanted, buckets) });
    return receipts.includes(wanted);
  }, { done: setFound });
  return (
    <Section title="查一查我的票在不在">
      <Field label="查票码"><Input label="查票码" value={typed} onInput={(text) => { setTyped(text); setFound(undefined); }} maxLength={40} /></Field>
      <Button wide text="查一查" reason={typed !== '' && receipt === undefined ? RECEIPT_WORDS.misread : receipt === undefined ? '先填查票码' : undefined} busy={look.busy ? '正在查…' : undefined} onTap={() => { if (receipt !== undefined) void look.run(receipt); }} />
      {found === undefined ? null : found
        ? <Note tone="ok" icon="ok" said="status">{RECEIPT_WORDS.found}</Note>
        : <Note tone="bad" icon="alert" said="status">{RECEIPT_WORDS.missing}</Note>}
      <Note tone="plain" icon="info">{PROTECTION_WORDS}</Note>
    </Section>
  );
}

function OnRoll({ boxId }: { readonly boxId: string }): ReactNode {
  const page = usePageData(`roll:${boxId}`, () => api.voting.onRoll({ boxId }), { keep: false });
  const [asking, setAsking] = useState(false);
  const roll = page.data;
  if (roll === undefined) return null;
  return (
    <Section title="我在不在名单上？">
      <Note tone={roll.on ? 'ok' : 'plain'} icon={roll.on ? 'ok' : 'info'} title={roll.on ? '在名单上' : '不在名单上'}>
        {roll.on ? '到了日子就能评，一人一票。' : `${notOnRollWords(roll.why ?? 'MISSED')}${roll.correctBy === undefined ? '名单已经定了，这次改不了；有话可以说给联络站。' : `写错了的，${formatMoment(roll.correctBy, serverNow())}以前可以提。`}`}
      </Note>
      {roll.on || roll.correctBy === undefined ? null : <Button wide kind="line" icon="edit" text="我应该在名单上" onTap={() => setAsking(true)} />}
      {asking ? <Ask boxId={boxId} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function Ask({ boxId, onClose }: { readonly boxId: string; readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState('');
  const ask = useAct((requestId, words: string) => api.voting.askCorrection({ requestId, boxId, about: 'ADD', text: words }), { done: onClose, said: '提上去了，三天内答复', quiet: true });
  return (
    <Sheet open title="我应该在名单上" line="三天内有人答复，答复前名单不定" onClose={onClose} busy={ask.busy} error={ask.errorLine} bar={<Bar main={{ text: '提上去', reason: text.trim() === '' ? '先写为什么' : undefined, busy: ask.busy ? '正在交…' : undefined, onTap: () => void ask.run(text.trim()) }} />}>
      <Field label="为什么应该在"><TextArea label="为什么应该在" value={text} onInput={setText} maxLength={300} /></Field>
    </Sheet>
  );
}
