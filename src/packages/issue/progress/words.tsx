import type { ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { useMe } from '@/hooks/use-me';
import { api } from '@/services/client';
import type { IssueDetail } from '@/services/views';

/** `add` is 补充几句; `answer` is the reply to a question of the handler. */
export type WordsKind = 'add' | 'answer';

interface WordsProps {
  readonly kind: WordsKind | undefined;
  readonly issue: IssueDetail;
  readonly onClose: () => void;
  readonly onChanged: (issue: IssueDetail) => void;
}

/** Until the county's settings are known: the shortest any county may set. */
const SHORTEST_LIMIT = 300;

/** A few more words on an issue, without leaving it. What is typed stays on the phone until the server has it. */
export function Words({ kind, issue, onClose, onChanged }: WordsProps): ReactNode {
  const added = useKeptForm(`add:${issue.issueId}`, () => ({ text: '' }));
  const answered = useKeptForm(`answer:${issue.issueId}`, () => ({ text: '' }));
  const answering = kind === 'answer';
  const kept = answering ? answered : added;
  const { text } = kept.form;
  const me = useMe();
  const limit = me.data?.limits.step ?? SHORTEST_LIMIT;
  const send = useAct(
    (_, words: { readonly kind: WordsKind; readonly text: string }) =>
      words.kind === 'add'
        ? added.tap((requestId) => api.issues.add({ requestId, issueId: issue.issueId, text: words.text }))
        : answered.tap((requestId) => api.issues.answer({ requestId, issueId: issue.issueId, text: words.text })),
    {
      done: (changed) => {
        kept.forget();
        onClose();
        onChanged(changed);
      },
      said: answering ? '回过去了' : '补上了',
      quiet: true,
    },
  );
  return (
    <Sheet
      open={kind !== undefined}
      title={answering ? '回他的话' : '补充几句'}
      onClose={onClose}
      busy={send.busy}
      bar={(
        <Bar main={{
          text: answering ? '回过去' : '补上去',
          onTap: () => void (kind === undefined ? undefined : send.run({ kind, text: text.trim() })),
          reason: text.trim() === '' ? '先写几个字' : undefined,
          busy: send.busy ? '正在送…' : undefined,
        }} />
      )}
    >
      {send.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{send.errorLine}</Note>}
      <Field label={answering ? issue.askedBack?.text ?? '他想问的' : '还有什么要说'}>
        <TextArea label={answering ? '回他的话' : '补充的话'} value={text} onInput={(value) => kept.edit({ text: value })} maxLength={limit} placeholder="说清楚一点，办得快一点" />
      </Field>
    </Sheet>
  );
}
