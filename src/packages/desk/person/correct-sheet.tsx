import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Field, Input, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { PersonRow } from '@/services/views';

/** One thing at a time: the server changes an ID number only by itself. */
type What = 'name' | 'phone' | 'idNumber';

const WHAT = [
  { value: 'name', title: '名字' },
  { value: 'phone', title: '手机号' },
  { value: 'idNumber', title: '证件号' },
] as const;
const LABEL: Readonly<Record<What, string>> = { name: '对的名字', phone: '对的手机号', idNumber: '对的证件号' };

export interface PersonSheetProps {
  readonly person: PersonRow;
  readonly onClose: () => void;
  readonly onDone: (person: PersonRow) => void;
}

interface CorrectSheetProps extends Omit<PersonSheetProps, 'onDone'> {
  readonly onDone: () => void;
}

/** Puts a name, a phone or an ID number right; why is recorded, and the person can read it (PRV-06). */
export function CorrectSheet({ person, onClose, onDone }: CorrectSheetProps): ReactNode {
  const [what, setWhat] = useState<What>();
  const [value, setValue] = useState('');
  const [why, setWhy] = useState('');
  const correct = useAct(
    (requestId, input: { readonly what: What; readonly value: string; readonly reason: string }) => api.people.correctPerson({ requestId, personId: person.id, [input.what]: input.value, reason: input.reason }),
    { done: onDone, said: '改好了', quiet: true },
  );
  const reason = what === undefined ? '先选改什么' : value.trim() === '' ? `先写${LABEL[what]}` : why.trim() === '' ? '再写为什么改' : undefined;

  async function go(): Promise<void> {
    if (what === undefined) return;
    const { confirm } = await Taro.showModal({ title: '改名册', content: `${LABEL[what]}：${value.trim()}`, confirmText: '改', cancelText: '再看看' });
    if (confirm) await correct.run({ what, value: value.trim(), reason: why.trim() });
  }

  return (
    <Sheet open title={`改错：${person.name}`} onClose={onClose} busy={correct.busy} error={correct.errorLine} bar={<Bar main={{ text: '改过来', onTap: () => void go(), reason, busy: correct.busy ? '正在改…' : undefined }} />}>
      <Field label="改什么"><Options label="改什么" layout="three" options={WHAT} value={what} onChange={(next) => { setWhat(next); setValue(''); correct.forget(); }} /></Field>
      {what === undefined ? null : (
        <Field label={LABEL[what]} {...(what === 'idNumber' ? { hint: '对着身份证写' } : {})}>
          <Input label={LABEL[what]} type={what === 'phone' ? 'number' : what === 'idNumber' ? 'idcard' : 'text'} value={value} onInput={setValue} maxLength={30} />
        </Field>
      )}
      <Field label="为什么改" optional="本人看得到"><TextArea label="为什么改" value={why} onInput={setWhy} maxLength={200} placeholder="比如：登记时写错了一个字" /></Field>
    </Sheet>
  );
}
