import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { formatDue } from '@/domain/basics/civil-time';
import { ANSWER_WORDS, objectionTitle } from '@/domain/wording/voting-roll';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { answersBoxes } from '@/services/box-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { OfficersObjection } from '@/services/views';

/** What settings.text.stepMax allows is checked by the server; this only stops a flood. */
const MOST = 300;

interface ObjectionAnswerProps {
  readonly objection: OfficersObjection;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}

/** One objection, whole; and the answer of whoever may give it. Nobody answers their own, nor one about themselves. */
export function ObjectionAnswer({ objection, onClose, onAnswered }: ObjectionAnswerProps): ReactNode {
  const { data: me } = useMe();
  const { open, by, text, answerBy, answer, mayAnswer, accepted } = objection;
  const answers = open && mayAnswer;
  if (answers) return <Answering objection={objection} onClose={onClose} onAnswered={onAnswered} />;
  return (
    <Sheet open title={objectionTitle(objection)} {...(open ? { line: `最晚${formatDue(answerBy, serverNow())}回` } : {})} onClose={onClose}>
      <Note tone="plain" icon="me" title={by}>{text}</Note>
      {answer === undefined ? null : <Note tone="go" icon="ok" title={accepted === true ? ANSWER_WORDS.yes : ANSWER_WORDS.no}>{answer}</Note>}
      {open && answersBoxes(me) ? <Note tone="you" icon="info">{ANSWER_WORDS.notYours}</Note> : null}
    </Sheet>
  );
}

function Answering({ objection, onClose, onAnswered }: ObjectionAnswerProps): ReactNode {
  const { objectionId, stage, by, text, answerBy } = objection;
  const [accept, setAccept] = useState<'yes' | 'no'>();
  const [reply, setReply] = useState('');
  const act = useAct(
    (requestId, input: { readonly accept: boolean; readonly text: string }) => api.voting.answerObjection({ requestId, objectionId, ...input }),
    { done: onAnswered, said: '回过去了', quiet: true },
  );
  const reason = accept === undefined ? '先选照办不照办' : reply.trim() === '' ? '写一句，他看得到' : undefined;
  return (
    <Sheet
      open
      title={objectionTitle(objection)}
      line={`最晚${formatDue(answerBy, serverNow())}回`}
      lineIcon="clock"
      onClose={onClose}
      busy={act.busy}
      error={act.errorLine}
      bar={<Bar main={{ text: '回给他', onTap: () => void act.run({ accept: accept === 'yes', text: reply.trim() }), reason, busy: act.busy ? '正在回…' : undefined }} hint={stage === 'ROLL' ? ANSWER_WORDS.rollHint : ANSWER_WORDS.resultHint} />}
    >
      <Note tone="plain" icon="me" title={by}>{text}</Note>
      <Options<'yes' | 'no'> label="怎么办" options={[{ value: 'yes', title: ANSWER_WORDS.yes }, { value: 'no', title: ANSWER_WORDS.no }]} value={accept} onChange={setAccept} layout="two" />
      <Field label={ANSWER_WORDS.reply}><TextArea label={ANSWER_WORDS.reply} value={reply} onInput={setReply} maxLength={MOST} /></Field>
    </Sheet>
  );
}
