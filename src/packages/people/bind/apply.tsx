import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, Input, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { VillagePicker, type PickedVillage } from '@/components/village-picker';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';

interface ApplyProps {
  readonly applied: boolean;
  readonly onApplied: () => void;
}

interface Application {
  readonly name: string;
  readonly village: string;
  readonly phone: string;
  readonly text: string;
}

/** Not on the roster: ask the village to be put on it. Reporting works meanwhile. */
export function Apply({ applied, onApplied }: ApplyProps): ReactNode {
  const [name, setName] = useState('');
  const [village, setVillage] = useState<PickedVillage>();
  const [phone, setPhone] = useState('');
  const [text, setText] = useState('');
  const apply = useAct(
    (requestId, { phone: number, ...input }: Application) => api.people.apply({ requestId, ...input, ...(number === '' ? {} : { phone: number }) }),
    { done: onApplied, said: '交给村里了', quiet: true },
  );

  if (applied) return <Note tone="ok" icon="ok" title="已经交给村里">村里看过会告诉您。等的时候照样能报事。</Note>;

  const reason = name.trim().length < 2 ? '先写名字' : village === undefined ? '再选哪个村' : undefined;
  return (
    <Card className="l-blocks">
      {apply.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{apply.errorLine}</Note>}
      <Field label="名字"><Input label="名字" value={name} onInput={setName} maxLength={20} /></Field>
      <Field label="哪个村"><VillagePicker value={village} onChange={setVillage} /></Field>
      <Field label="电话" optional="可以不写" hint="村里有话要问时打给您"><Input label="电话" value={phone} onInput={setPhone} maxLength={20} type="number" /></Field>
      <Field label="说一说情况" optional="可以不写" hint="比如：去年嫁过来的，住三组王家"><TextArea label="说一说情况" value={text} onInput={setText} maxLength={300} /></Field>
      <Button
        kind="fill"
        wide
        text="请村里加上我"
        reason={reason}
        busy={apply.busy ? '正在交…' : undefined}
        onTap={() => void (village === undefined ? undefined : apply.run({ name: name.trim(), village: village.code, phone: phone.trim(), text: text.trim() }))}
      />
    </Card>
  );
}
