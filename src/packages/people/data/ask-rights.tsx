import type { ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { api } from '@/services/client';

export type RightsKind = 'CORRECT' | 'DELETE' | 'EXPLAIN';

const QUESTION: Readonly<Record<RightsKind, { readonly title: string; readonly label: string; readonly hint: string }>> = {
  CORRECT: { title: '哪里错了', label: '哪里错了，对的是什么', hint: '比如：名字的“玉”写成了“王”' },
  DELETE: { title: '请删掉什么', label: '请删掉什么', hint: '法律要求保存的，村里会说明原因' },
  EXPLAIN: { title: '想问什么', label: '想问什么', hint: '比如：为什么要存我的出生日期' },
};

interface AskRightsProps {
  readonly kind: RightsKind | undefined;
  readonly onClose: () => void;
  readonly onAsked: () => void;
}

/** A request about one's own data; a person answers it within the county's working days (PRV-06). */
export function AskRights({ kind, onClose, onAsked }: AskRightsProps): ReactNode {
  const kept = useKeptForm('rights', () => ({ text: '' }));
  const { text } = kept.form;
  const ask = useAct((_, input: { readonly kind: RightsKind; readonly text: string }) => kept.tap((requestId) => api.people.askRights({ requestId, ...input })), {
    done: () => {
      kept.forget();
      onClose();
      onAsked();
    },
    said: '收到了，会有人回您',
    quiet: true,
  });
  const question = QUESTION[kind ?? 'EXPLAIN'];
  return (
    <Sheet
      open={kind !== undefined}
      title={question.title}
      onClose={onClose}
      busy={ask.busy}
      bar={(
        <Bar main={{
          text: '交给村里',
          onTap: () => void (kind === undefined ? undefined : ask.run({ kind, text: text.trim() })),
          reason: text.trim() === '' ? '先写几个字' : undefined,
          busy: ask.busy ? '正在交…' : undefined,
        }} />
      )}
    >
      {ask.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{ask.errorLine}</Note>}
      <Field label={question.label} hint={question.hint}><TextArea label={question.label} value={text} onInput={(value) => kept.edit({ text: value })} maxLength={300} /></Field>
    </Sheet>
  );
}
