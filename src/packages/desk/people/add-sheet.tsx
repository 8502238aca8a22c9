import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, Input } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { PersonRow } from '@/services/views';
import { HouseholdField, householdInput, NO_HOUSEHOLD } from '../household-field';

type Addition = Omit<Parameters<typeof api.people.addPerson>[0], 'requestId'>;

const REASONS = [
  { value: 'BORN', title: '刚出生' },
  { value: 'MARRIED_IN', title: '嫁入' },
  { value: 'MOVED_IN', title: '迁入' },
  { value: 'MISSED', title: '漏登的' },
] as const;
/** A citizen's ID number (GB 11643). */
const ID_NUMBER_LENGTH = 18;

interface AddSheetProps {
  readonly village: string;
  readonly onClose: () => void;
  readonly onAdded: (person: PersonRow) => void;
}

/** One more person on the roster. What is typed stays until the server has it, and is never kept on the phone. */
export function AddSheet({ village, onClose, onAdded }: AddSheetProps): ReactNode {
  const [reason, setReason] = useState<Addition['reason']>();
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [phone, setPhone] = useState('');
  const [household, setHousehold] = useState(NO_HOUSEHOLD);
  const add = useAct((requestId, input: Addition) => api.people.addPerson({ requestId, ...input }), { done: onAdded, said: '加进名册了', quiet: true });
  const home = householdInput(household);
  const number = idNumber.replaceAll(/\s/g, '').toUpperCase();
  const missing = reason === undefined ? '先选为什么加'
    : name.trim().length < 2 ? '再写名字'
      : number.length !== ID_NUMBER_LENGTH ? `证件号要 ${ID_NUMBER_LENGTH} 位`
        : home === undefined ? '再选哪一户' : undefined;

  function go(): void {
    if (reason === undefined || home === undefined) return;
    void add.run({ village, reason, name: name.trim(), idNumber: number, household: home, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) });
  }

  return (
    <Sheet open title="加一个人" onClose={onClose} busy={add.busy} error={add.errorLine} bar={<Bar main={{ text: '加进名册', onTap: go, reason: missing, busy: add.busy ? '正在加…' : undefined }} />}>
      <Field label="为什么加"><Options label="为什么加" layout="two" options={REASONS} value={reason} onChange={setReason} /></Field>
      <Field label="名字"><Input label="名字" value={name} onInput={setName} maxLength={40} /></Field>
      <Field label="证件号" hint="对着身份证或户口簿写"><Input label="证件号" type="idcard" value={idNumber} onInput={setIdNumber} maxLength={24} /></Field>
      <Field label="手机号" optional="没有也行"><Input label="手机号" type="number" value={phone} onInput={setPhone} maxLength={11} /></Field>
      <HouseholdField village={village} value={household} onChange={setHousehold} />
    </Sheet>
  );
}
