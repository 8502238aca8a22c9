import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ErrorSummary } from '@/components/error-summary';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { Standing } from '@/services/views';

export interface BindProps {
  readonly relation: 'SELF' | 'FAMILY';
  readonly onBound: (standing: Standing) => void;
}

const LAST_FOUR = /^\d{3}[\dX]$/;

/** Weak binding: the name and the last four of the ID number. Wrong and unknown are answered alike. */
export function ByName({ relation, onBound }: BindProps): ReactNode {
  const [name, setName] = useState('');
  const [last4, setLast4] = useState('');
  const [asked, setAsked] = useState(false);
  const bind = useAct(
    (requestId, input: { readonly name: string; readonly idLast4: string }) => api.people.bindByName({ requestId, ...input, relation }),
    { done: onBound, quiet: true },
  );
  const four = last4.trim().toUpperCase();
  const nameError = name.trim().length < 2 ? '写上名字' : undefined;
  const fourError = LAST_FOUR.test(four) ? undefined : '写证件号最后四位，最后一位可能是 X';
  const errors = [
    ...(nameError === undefined ? [] : [{ id: 'bind-name', text: nameError }]),
    ...(fourError === undefined ? [] : [{ id: 'bind-four', text: fourError }]),
  ];

  function send(): void {
    setAsked(true);
    if (errors.length === 0) void bind.run({ name: name.trim(), idLast4: four });
  }

  return (
    <Card className="l-blocks">
      {asked ? <ErrorSummary errors={errors} /> : null}
      {bind.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{bind.errorLine}</Note>}
      <Field id="bind-name" label="名字" hint="和身份证上一样" error={asked ? nameError : undefined}>
        <Input label="名字" value={name} onInput={setName} maxLength={20} invalid={asked && nameError !== undefined} />
      </Field>
      <Field id="bind-four" label="证件号最后四位" error={asked ? fourError : undefined}>
        <Input label="证件号最后四位" value={last4} onInput={setLast4} maxLength={4} type="idcard" invalid={asked && fourError !== undefined} />
      </Field>
      <Button kind="fill" wide text={relation === 'SELF' ? '是我' : '是他'} onTap={send} busy={bind.busy ? '正在找…' : undefined} />
    </Card>
  );
}
