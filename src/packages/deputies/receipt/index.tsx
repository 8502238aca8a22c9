import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Section } from '@/components/card';
import { Field, TextArea } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { FindReceipt } from '@/components/receipt/find';
import { Sheet } from '@/components/sheet';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { BALLOT_WORDS, notOnRollWords, PROTECTION_WORDS } from '@/domain/wording/voting';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { receiptFor } from '@/services/receipts';
import { serverNow } from '@/services/server-clock';
import { openDeputies } from '../links';

type Mine = Awaited<ReturnType<typeof api.voting.mine>>['items'][number];

interface Asked {
  readonly title: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly counted: boolean;
  /** Enough voted for the count to be published (DEP-21). */
  readonly shown: boolean;
  readonly buckets: number;
  readonly mine: Mine | undefined;
}

/** My own ballot on a deputy: cast or not, found again once it is counted, and whether I am on the roll (VOTE-11, DEP-12). */
export default function MyBallotPage(): ReactNode {
  const { box: boxId = '' } = useRouter().params;
  const page = usePageData(`my-ballot:${boxId}`, () => ask(boxId), { keep: false });
  return (
    <Page title="我的票">
      <Loaded page={page}>
        {({ title, opensAt, closesAt, counted, shown, buckets, mine }) => (
          <>
            <View className="t-title">{title}</View>
            {mine?.cast === undefined ? null : <Cast mine={mine} cast={mine.cast} />}
            {!counted ? <Note tone="plain" icon="clock">{`${formatDue(closesAt, serverNow())}截止，数完票就能在这里查。`}</Note> : buckets === 0
              ? <Note tone="plain" icon="lock">{shown ? BALLOT_WORDS.removed : '投的人太少，一个数也不公布，码也不公布。'}</Note>
              : <Section title="查一查我的票在不在"><FindReceipt buckets={buckets} kept={mine && receiptFor(mine.ballotId)?.receipt} listOf={async (bucket) => (await api.voting.receipts({ boxId, bucket })).receipts} /></Section>}
            <OnRoll boxId={boxId} opensAt={opensAt} />
            <Note tone="plain" icon="info" title="这个办法防什么，防不了什么">{PROTECTION_WORDS}</Note>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Whether my own ballot is in; while it can still be cast, the way to it. */
function Cast({ mine, cast }: { readonly mine: Mine; readonly cast: boolean }): ReactNode {
  const now = serverNow();
  const { state, opensAt, closesAt, ballotId } = mine;
  if (cast) return <Note tone="ok" icon="ok">您投过了。投的是哪个，谁也不知道，这里也不写。</Note>;
  if (now < opensAt) return null;
  if (state !== 'OPEN' || now >= closesAt) return <Note tone="plain" icon="info">您这张票没有投。</Note>;
  return <Button wide kind="fill" icon="ballot" text="您还没投，现在去投" onTap={() => openDeputies('rate', { ballot: ballotId })} />;
}

async function ask(boxId: string): Promise<Asked> {
  const { title, opensAt, closesAt, state } = await api.voting.box({ boxId });
  const counted = state === 'PUBLISHED';
  const { buckets, counts } = counted ? await api.voting.result({ boxId }) : { buckets: 0, counts: undefined };
  const { items: [mine] } = await api.voting.mine({ boxId });
  return { title, opensAt, closesAt, counted, shown: counts !== undefined, buckets, mine };
}

/** 我在不在名单上: why not, and how it is put right while the roll is shown. */
function OnRoll({ boxId, opensAt }: { readonly boxId: string; readonly opensAt: number }): ReactNode {
  const page = usePageData(`roll:${boxId}`, () => api.voting.onRoll({ boxId }), { keep: false });
  const [asking, setAsking] = useState(false);
  const roll = page.data;
  if (roll === undefined) return null;
  return (
    <Section title="我在不在名单上？">
      <Note tone={roll.on ? 'ok' : 'plain'} icon={roll.on ? 'ok' : 'info'} title={roll.on ? '在名单上' : '不在名单上'}>
        {roll.on ? (serverNow() < opensAt ? '到了日子就能评，一人一票。' : '一人一票。') : `${notOnRollWords(roll.why ?? 'MISSED')}${roll.correctBy === undefined ? '名单已经定了，这次改不了；有话可以说给联络站。' : `写错了的，${formatMoment(roll.correctBy, serverNow())}以前可以提。`}`}
      </Note>
      {roll.on || roll.correctBy === undefined ? null : <Button wide kind="line" icon="edit" text="我应该在名单上" onTap={() => setAsking(true)} />}
      {asking ? <Ask boxId={boxId} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function Ask({ boxId, onClose }: { readonly boxId: string; readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState('');
  const send = useAct((requestId, words: string) => api.voting.askCorrection({ requestId, boxId, about: 'ADD', text: words }), { done: onClose, said: '提上去了，三天内答复', quiet: true });
  return (
    <Sheet open title="我应该在名单上" line="三天内有人答复，答复前名单不定" lineIcon="clock" onClose={onClose} busy={send.busy} error={send.errorLine} bar={<Bar main={{ text: '提上去', reason: text.trim() === '' ? '先写为什么' : undefined, busy: send.busy ? '正在交…' : undefined, onTap: () => void send.run(text.trim()) }} />}>
      <Field label="为什么应该在"><TextArea label="为什么应该在" value={text} onInput={setText} maxLength={300} /></Field>
    </Sheet>
  );
}
