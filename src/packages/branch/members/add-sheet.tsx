import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { DateLine } from '@/components/date-line';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { civilDateOf } from '@/domain/basics/civil-time';
import { MEMBER_CATEGORIES, type MemberCategory } from '@/domain/points/scheme';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { categoryName, type Scheme } from '../use-scheme';

type Candidate = Awaited<ReturnType<typeof api.points.candidates>>['items'][number];

interface AddSheetProps {
  readonly village: string;
  readonly cycle: number;
  readonly scheme: Scheme | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A late joiner, or who comes from another branch; the points of the year come along (PTY-01). */
export function AddSheet({ village, cycle, scheme, onClose, onDone }: AddSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly Candidate[]>();
  const [personId, setPersonId] = useState<string>();
  const [category, setCategory] = useState<MemberCategory>();
  const [from, setFrom] = useState(today);
  const look = useAct((_requestId, input: { readonly village: string; readonly name: string }) => api.points.candidates(input), { done: ({ items }) => { setFound(items); setPersonId(items.length === 1 ? items[0]?.personId : undefined); } });
  const add = useAct((requestId, input: Omit<Parameters<typeof api.points.addMember>[0], 'requestId'>) => api.points.addMember({ requestId, ...input }), { done: onDone, said: '加进来了', quiet: true });
  const reason = personId === undefined ? '先找到是谁' : category === undefined ? '归哪一类' : undefined;
  return (
    <Sheet open title="加一位党员" onClose={onClose} busy={add.busy} error={add.errorLine} bar={<Bar main={{ text: '加进支部', reason, busy: add.busy ? '正在加…' : undefined, onTap: () => { if (personId !== undefined && category !== undefined) void add.run({ village, cycle, personId, category, from }); } }} hint="从别的支部转来的，今年的积分一起带来" />}>
      <Field label="姓名"><Input label="姓名" value={name} onInput={(text) => { setName(text); setFound(undefined); setPersonId(undefined); }} maxLength={40} /></Field>
      <Button wide kind="line" icon="search" text="在党员里找" reason={name.trim() === '' ? '先写姓名' : undefined} busy={look.busy ? '正在找…' : undefined} onTap={() => void look.run({ village, name: name.trim() })} />
      {found === undefined ? null : found.length === 0
        ? <Note tone="plain" icon="info">名册上，本支部没有叫这个名字的党员。新党员、转来的，先请县里在名册上登记。</Note>
        : <Options label="是哪一位" options={found.map(({ personId: value, name: title, born, from: was }) => ({ value, title, line: [`${born}年生`, ...(was === undefined ? [] : [`现在在${was}`])].join('，') }))} value={personId} onChange={setPersonId} />}
      <Field label="归哪一类"><Options<MemberCategory> label="归哪一类" options={MEMBER_CATEGORIES.map((value) => ({ value, title: categoryName(scheme, value) }))} value={category} onChange={setCategory} /></Field>
      <Field label="从哪天起"><DateLine label="选哪一天" value={from} onChange={setFrom} to={today} /></Field>
    </Sheet>
  );
}
