import { useState, type ReactNode } from 'react';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, Input } from '@/components/field';
import { Options } from '@/components/options';
import { SwitchRow } from '@/components/switch-row';
import { PlacePicker } from '@/components/village-picker';
import { isWithin } from '@/domain/areas/code';
import { civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { FormPage, type FormProps } from './form-page';

const LEVELS = [{ value: 'TOWN', title: '选镇代表' }, { value: 'COUNTY', title: '选县代表' }] as const;
const ROLLS = [
  { value: 'REGISTERED', title: '名册里登记的选民', line: '名册导入时写了“选民”的；只能是一个村，或者村里的一片' },
  { value: 'RESIDENTS', title: '住在这里、满 18 岁的', line: '评议前公示五天，错的漏的当场改' },
] as const;
const SEATS = [{ value: '1', title: '1 名' }, { value: '2', title: '2 名' }, { value: '3', title: '3 名' }] as const;
const NONE = 'NONE';
/** 全村, beside the parts that it has. */
const WHOLE = 'WHOLE';

/** A constituency; one whose borders change ends, and its successor begins (DEP-01). */
export function EnterConstituency({ town, directory, onDone }: FormProps): ReactNode {
  const villages = usePageData(`places:${town}`, () => api.people.places({ town }));
  const [name, setName] = useState('');
  const [level, setLevel] = useState<'TOWN' | 'COUNTY'>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [part, setPart] = useState(WHOLE);
  // Of several villages a constituency takes each whole; of one it can be a part (选举法 art. 25).
  const [only] = chosen.length === 1 ? chosen : [];
  const grids = usePageData(`places:${only ?? ''}`, () => (only === undefined ? Promise.resolve(undefined) : api.people.places({ village: only })));
  const parts = only === undefined ? [] : partsOf((grids.data?.grids ?? []).filter(({ code }) => isWithin(code, only)));
  const areas = parts.some(({ code }) => code === part) ? [part] : chosen;
  const [roll, setRoll] = useState<'REGISTERED' | 'RESIDENTS'>();
  const [seats, setSeats] = useState<'1' | '2' | '3'>();
  const [from, setFrom] = useState<string>();
  const [replaces, setReplaces] = useState(NONE);
  const save = useAct((requestId, input: Omit<Parameters<typeof api.deputies.saveConstituency>[0], 'requestId'>) => api.deputies.saveConstituency({ requestId, ...input }), { done: onDone, said: '存好了', quiet: true });
  const before = directory?.constituencies ?? [];
  const reason = name.trim() === '' ? '先填名字' : level === undefined ? '选镇代表还是县代表' : areas.length === 0 ? '先选村' : roll === undefined ? '名单从哪里来' : seats === undefined ? '几个名额' : from === undefined ? '从哪天起' : undefined;

  function send(): void {
    if (level === undefined || roll === undefined || seats === undefined || from === undefined) return;
    void save.run({ town, name: name.trim(), level, areas: [...areas], roll, seats: Number(seats), from, ...(replaces === NONE ? {} : { replaces }) });
  }

  return (
    <FormPage title="加一个选区" act={save} reason={reason} onSend={send}>
      <Field label="名字"><Input label="名字" value={name} onInput={setName} placeholder="第 3 选区" /></Field>
      <Field label="选哪一级的代表"><Options label="选哪一级的代表" layout="two" options={LEVELS} value={level} onChange={setLevel} /></Field>
      <Field label="哪几个村">
        <Card flush>{(villages.data?.villages ?? []).map(({ code, name: village }) => <SwitchRow key={code} title={village} on={chosen.includes(code)} onChange={(on) => { setPart(WHOLE); setChosen(on ? [...chosen, code] : chosen.filter((one) => one !== code)); }} />)}</Card>
      </Field>
      {parts.length === 0 ? null : <Field label="全村，还是一片"><PlacePicker label="选哪一片" places={[{ code: WHOLE, name: '全村' }, ...parts]} chosen={parts.find(({ code }) => code === part) ?? { code: WHOLE, name: '全村' }} onChange={({ code }) => setPart(code)} /></Field>}
      <Field label="名单从哪里来"><Options label="名单从哪里来" options={ROLLS} value={roll} onChange={setRoll} /></Field>
      <Field label="几个名额"><Options label="几个名额" layout="three" options={SEATS} value={seats} onChange={setSeats} /></Field>
      <Field label="从哪天起"><DateLine label="选哪一天" value={from} onChange={setFrom} to={civilDateOf(serverNow())} /></Field>
      {before.length === 0 ? null : <Field label="替换哪个选区"><Options label="替换哪个选区" options={[{ value: NONE, title: '不替换，是新的' }, ...before.map((one) => ({ value: one.id, title: one.name }))]} value={replaces} onChange={setReplaces} /></Field>}
    </FormPage>
  );
}

/** The parts of a village by their whole names: 二组一格, since each group has a first one; 一组东片 says its group itself. */
function partsOf(grids: readonly { readonly code: string; readonly name: string }[]): readonly { readonly code: string; readonly name: string }[] {
  return grids.map(({ code }) => {
    const names = grids.filter((one) => isWithin(code, one.code)).sort((one, other) => one.code.length - other.code.length).map(({ name }) => name);
    return { code, name: names.filter((name, at) => names[at + 1]?.startsWith(name) !== true).join('') };
  });
}
