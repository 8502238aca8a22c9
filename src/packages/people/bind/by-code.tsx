import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { BindProps } from './by-name';

/** Verified binding by the single-use code that two officers of the village stand for. */
export function ByCode({ relation, onBound }: BindProps): ReactNode {
  const [code, setCode] = useState('');
  const bind = useAct((requestId, typed: string) => api.people.bindByCode({ requestId, code: typed, relation }), { done: onBound, quiet: true });
  const typed = code.replaceAll(/\s|-/g, '').toUpperCase();
  return (
    <Card className="l-blocks">
      {bind.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{bind.errorLine}</Note>}
      <Field label="村里给的码" hint="带着身份证去村里，值班员当面给，3 天内有效">
        <Input label="村里给的码" value={code} onInput={setCode} maxLength={20} />
      </Field>
      <Button kind="fill" wide text="核实身份" onTap={() => void bind.run(typed)} reason={typed.length < 6 ? '先把码写全' : undefined} busy={bind.busy ? '正在核实…' : undefined} />
    </Card>
  );
}
