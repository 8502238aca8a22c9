import { type ReactNode } from 'react';
import { Card } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Row } from '@/components/row';
import { PlacePicker } from '@/components/village-picker';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { PersonPicker, whereOf } from './person-picker';

/** Which household somebody comes to, as far as it is filled in. */
export interface HouseholdEntry {
  readonly kind: 'EXISTING' | 'NEW';
  /** EXISTING: found by one of its people, whose name and home are shown. */
  readonly id?: string;
  readonly known?: { readonly name: string; readonly where: string };
  /** NEW */
  readonly grid?: { readonly code: string; readonly name: string };
  readonly number: string;
  readonly address: string;
}

export const NO_HOUSEHOLD: HouseholdEntry = { kind: 'EXISTING', number: '', address: '' };

type HouseholdInput = Parameters<typeof api.people.addPerson>[0]['household'];

/** The entry as the contract asks for it; undefined while something is missing. */
export function householdInput({ kind, id, grid, number, address }: HouseholdEntry): HouseholdInput | undefined {
  if (kind === 'EXISTING') return id === undefined ? undefined : { kind, id };
  return grid === undefined || number.trim() === '' ? undefined : { kind, grid: grid.code, number: number.trim(), address: address.trim() };
}

const KINDS = [{ value: 'EXISTING', title: '已有的一户' }, { value: 'NEW', title: '新立一户' }] as const;

interface HouseholdFieldProps {
  readonly village: string;
  readonly value: HouseholdEntry;
  readonly onChange: (entry: HouseholdEntry) => void;
}

/** Chooses a household: one that is there, by the name of somebody in it, or a new one with its number. */
export function HouseholdField({ village, value, onChange }: HouseholdFieldProps): ReactNode {
  return (
    <>
      <Field label="到哪一户"><Options label="到哪一户" layout="two" options={KINDS} value={value.kind} onChange={(kind) => onChange({ ...value, kind })} /></Field>
      {value.kind === 'NEW' ? <NewHousehold village={village} value={value} onChange={onChange} /> : value.known === undefined ? (
        <PersonPicker label="这一户里谁的名字" hint="找到他，就是他那一户" village={village} onPick={(person) => onChange({ ...value, id: person.household.id, known: { name: person.name, where: whereOf(person) } })} />
      ) : (
        <Card flush>
          <Row icon="home" title={`${value.known.name}家`} line={value.known.where} end="换一户" onTap={() => onChange(NO_HOUSEHOLD)} />
        </Card>
      )}
    </>
  );
}

function NewHousehold({ village, value, onChange }: HouseholdFieldProps): ReactNode {
  const places = usePageData(`grids:${village}`, () => api.people.places({ village }));
  const grids = places.data?.grids ?? [];
  const innermost = grids.filter(({ code, level }) => level > 1 && !grids.some((other) => other.code.startsWith(`${code}.`)));
  if (places.state === 'error' || places.state === 'offline') return <Note tone="plain" icon="alert">网格的名单没拿到，网好了再选。</Note>;
  return (
    <>
      <Field label="哪个网格"><PlacePicker label="选一个" places={innermost} chosen={value.grid} onChange={(grid) => onChange({ ...value, grid })} /></Field>
      <Field label="户号"><Input label="户号" value={value.number} onInput={(number) => onChange({ ...value, number })} maxLength={30} /></Field>
      <Field label="住址" optional="不写也行"><Input label="住址" value={value.address} onInput={(address) => onChange({ ...value, address })} maxLength={100} /></Field>
    </>
  );
}
