import type { ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { formatDue } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useKeptWords } from '@/packages/desk/handle/use-kept-words';
import { api } from '@/services/client';
import type { EntryView } from '@/services/views';

const TEXT_MAX = 500;
const WORDS = {
  ANSWER: { title: '补一句', label: '您的回答', send: '回过去', busy: '正在回…', said: '回过去了', hint: '回了就接着往下审' },
  APPEAL: { title: '我有异议', label: '哪里不对', send: '提上去', busy: '正在提…', said: '提上去了，会答复您', hint: '只能提一次，想好再提' },
} as const;

interface SaySheetProps {
  readonly what: 'ANSWER' | 'APPEAL';
  readonly entry: EntryView;
  readonly now: number;
  readonly onClose: () => void;
  readonly onSaid: () => void;
}

/** Answers what was asked (BUR-02), or appeals, once (PTY-14). */
export function SaySheet({ what, entry: { entryId, asked, appealUntil }, now, onClose, onSaid }: SaySheetProps): ReactNode {
  const words = useKeptWords(`entry-${what}-${entryId}`, true);
  const { title, label, send, busy, said, hint } = WORDS[what];
  const text = words.text.trim();
  const act = useAct((requestId, written: string) => (what === 'ANSWER' ? api.points.answerAsked : api.points.appeal)({ requestId, entryId, text: written }), { done: () => { words.forget(); onSaid(); }, said, quiet: true });
  const line = what === 'ANSWER' ? asked?.text : appealUntil === undefined ? undefined : `最晚${formatDue(appealUntil, now)}`;
  return (
    <Sheet open title={title} {...(line === undefined ? {} : { line })} onClose={onClose} error={act.errorLine} busy={act.busy} bar={<Bar main={{ text: send, reason: text === '' ? '先写几个字' : undefined, busy: act.busy ? busy : undefined, onTap: () => void act.run(text) }} hint={hint} />}>
      <Field label={label}><TextArea label={label} value={words.text} onInput={words.write} maxLength={TEXT_MAX} /></Field>
    </Sheet>
  );
}
