import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Field, TextArea } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { LEFT_OUT, MAIN } from '@/domain/voting/box';
import { secrecyWords } from '@/domain/wording/voting';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { openDeputies } from '../links';
import { forgetReceipt, receiptFor } from '../receipts';
import { Outcomes, Who, YearFigures } from '../year';

type Ballot = Awaited<ReturnType<typeof api.voting.ballot>>;
type Choices = Readonly<Record<string, string>>;

const OUTCOMES_SHOWN = 3;
const NO_ROOM = new Error('the phone is full');

/** A deputy's ballot: their year, four answers alike, a look once more, and the receipt (DEP-11..13). Nothing is chosen beforehand. */
export default function Rate(): ReactNode {
  const { ballot: ballotId = '' } = useRouter().params;
  const page = usePageData(`ballot:${ballotId}`, () => api.voting.ballot({ ballotId }), { keep: false });
  const [choices, setChoices] = useState<Choices>({});
  const [comment, setComment] = useState('');
  const [looking, setLooking] = useState(false);
  const ballot = page.data;
  const cast = useAct(
    (_requestId, input: { readonly ballot: Ballot; readonly choices: Choices; readonly comment: string }) => send(input.ballot, input.choices, input.comment),
    { done: () => { if (ballot !== undefined) void Taro.redirectTo({ url: `/packages/deputies/receipt/index?box=${encodeURIComponent(ballot.boxId)}&fresh=1` }); }, quiet: true },
  );
  const closed = ballot && whyClosed(ballot);
  return (
    <Page
      title="评代表"
      bar={ballot === undefined || closed !== undefined ? undefined : (
        <Bar main={{ text: '看一遍再投', reason: choices[MAIN] === undefined ? '选一个，就能投' : undefined, onTap: () => setLooking(true) }} hint={`投出去就不能改了，${formatDue(ballot.closesAt, serverNow())}截止`} />
      )}
    >
      <Loaded page={page}>
        {(one) => (
          <>
            <Year subject={one.subject} />
            {closed === undefined ? null : <Note tone="plain" icon="info">{closed}</Note>}
            <Answers ballot={one} choices={choices} onChange={setChoices} closed={closed} comment={comment} onComment={setComment} />
            <Note tone="plain" icon="lock">{secrecyWords(one.k)}</Note>
            <Roll boxId={one.boxId} />
            <Sheet
              open={looking}
              title="看一遍"
              line={one.title}
              onClose={() => setLooking(false)}
              busy={cast.busy}
              error={cast.error?.message === NO_ROOM.message ? '手机存不下查票码，清一清再投。' : cast.errorLine}
              bar={<Bar main={{ text: '投出去', busy: cast.busy ? '正在投…' : undefined, onTap: () => void cast.run({ ballot: one, choices, comment: comment.trim() }) }} second={{ text: '再改改', kind: 'line', onTap: () => setLooking(false) }} hint="投出去就不能改了" />}
            >
              <Card flush>
                {one.questions.filter(({ id }) => choices[id] !== undefined).map(({ id, text, options }) => <Row key={id} title={id === MAIN ? '总的' : text} end={<View className="t-strong">{options.find(({ code }) => code === choices[id])?.text}</View>} />)}
              </Card>
              {comment.trim() === '' ? null : <View className="t-hint">您写的话：{comment.trim()}</View>}
            </Sheet>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Keeps the receipt before it sends; a retry after a lost reply carries the same one. */
async function send({ ballotId, boxId, title, questions }: Ballot, choices: Choices, comment: string): Promise<{ cast: true }> {
  const receipt = await receiptFor(boxId, title);
  if (receipt === undefined) throw NO_ROOM;
  const whole = Object.fromEntries(questions.map(({ id }) => [id, choices[id] ?? LEFT_OUT]));
  try {
    return await api.voting.cast({ ballotId, receipt, choices: whole, ...(comment === '' ? {} : { comment }) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'RECEIPT_TAKEN') forgetReceipt(boxId);
    throw error;
  }
}

function whyClosed({ cast, canCast, opensAt, closesAt }: Ballot): string | undefined {
  const now = serverNow();
  if (cast === true) return '这张票您已经投过了。';
  if (now >= closesAt) return `已经截止了。`;
  if (now < opensAt) return `${formatMoment(opensAt, now)}开始评，现在先看看。`;
  return canCast ? undefined : '投票要本人用自己的手机，身份核实过才行，谁也不能替别人投。没核实的，请找村里值班员。';
}

/** The deputy's own year, beside the ballot. */
function Year({ subject }: { readonly subject: string }): ReactNode {
  const [, town = '', mandate = ''] = subject.split(':');
  const page = usePageData(`deputy:${mandate}`, () => api.deputies.deputy({ town, mandate }));
  return (
    <Loaded page={page} skeleton={<View />}>
      {({ deputy, year, suggestions }) => (
        <Card className="l-stack3">
          <Who deputy={deputy} />
          <Section title="这一年做了什么" more={{ text: '一件件看', onTap: () => openDeputies('deputy', { town, id: mandate }) }}>
            <YearFigures year={year} />
            <Outcomes suggestions={suggestions.slice(0, OUTCOMES_SHOWN)} />
          </Section>
        </Card>
      )}
    </Loaded>
  );
}

interface AnswersProps {
  readonly ballot: Ballot;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  readonly closed: string | undefined;
  readonly comment: string;
  readonly onComment: (text: string) => void;
}

function Answers({ ballot: { questions, commentMax }, choices, onChange, closed, comment, onComment }: AnswersProps): ReactNode {
  const [detailed, setDetailed] = useState(false);
  const [main, ...others] = questions;
  if (main === undefined) return null;
  const options = (of: typeof main) => of.options.map(({ code, text }) => ({ value: code, title: text }));
  const choose = (id: string) => (code: string) => onChange({ ...choices, [id]: code });
  return (
    <>
      <Section title={main.text} aside="四个选一个">
        <Options label={main.text} layout="two" options={options(main)} value={choices[main.id]} onChange={choose(main.id)} closed={closed === undefined ? undefined : '现在不能选'} />
      </Section>
      {closed !== undefined ? null : detailed ? (
        <>
          {others.map((one) => (
            <Section key={one.id} title={one.text} aside="可以不选">
              <Options label={one.text} layout="two" options={options(one)} value={choices[one.id]} onChange={choose(one.id)} />
            </Section>
          ))}
          <Field label="还想说一句" optional="可以不写，只有主席团看得到"><TextArea label="还想说一句" value={comment} onInput={onComment} maxLength={commentMax} /></Field>
        </>
      ) : <Card flush><Row title="再评细一点" line="可以不填" onTap={() => setDetailed(true)} /></Card>}
    </>
  );
}

/** 我在不在名单上: asked by who wants to know, with what to do before the roll is frozen. */
function Roll({ boxId }: { readonly boxId: string }): ReactNode {
  return <Button wide kind="quiet" icon="people" text="我在不在名单上？" onTap={() => openDeputies('receipt', { box: boxId })} />;
}
