import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { DateLine } from '@/components/date-line';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { VillagePicker, type PickedVillage } from '@/components/village-picker';
import { civilDateOf } from '@/domain/basics/civil-time';
import { DEPUTY_LEVELS, type DeputyLevel } from '@/domain/deputies/congress';
import { LEVEL_WORDS } from '@/domain/wording/deputies';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { FormPage, type FormProps } from './form-page';

type Candidate = Awaited<ReturnType<typeof api.deputies.candidates>>['items'][number];

/** A deputy's mandate, after an election or a by-election (DEP-01, 03). */
export function EnterDeputy({ town, directory, onDone }: FormProps): ReactNode {
  const [village, setVillage] = useState<PickedVillage>();
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly Candidate[]>();
  const [personId, setPersonId] = useState<string>();
  const [level, setLevel] = useState<DeputyLevel>();
  const [constituencyId, setConstituencyId] = useState<string>();
  const [stationId, setStationId] = useState<string>();
  const [texts, setTexts] = useState({ term: '', job: '', group: '', hours: '' });
  const [from, setFrom] = useState<string>();
  const look = useAct((_requestId, input: { readonly village: string; readonly name: string }) => api.deputies.candidates(input), { done: ({ items }) => { setFound(items); setPersonId(items.length === 1 ? items[0]?.personId : undefined); } });
  const save = useAct((requestId, input: Omit<Parameters<typeof api.deputies.saveDeputy>[0], 'requestId'>) => api.deputies.saveDeputy({ requestId, ...input }), { done: onDone, said: '存好了', quiet: true });
  const direct = level === 'TOWN' || level === 'COUNTY';
  const constituencies = (directory?.constituencies ?? []).filter((one) => one.level === level);
  const reason = directory === undefined || directory.stations.length === 0 ? '先加一个联络站' : personId === undefined ? '先找到是谁' : level === undefined ? '是哪一级的代表' : direct && constituencyId === undefined ? '哪个选区' : stationId === undefined ? '哪个联络站' : texts.term.trim() === '' ? '第几届' : texts.job.trim() === '' ? '做什么的' : from === undefined ? '从哪天起' : undefined;
  const line = (key: keyof typeof texts, label: string, optional: boolean): ReactNode => <Field label={label} {...(optional ? { optional: '可以不填' } : {})}><Input label={label} value={texts[key]} onInput={(text) => setTexts({ ...texts, [key]: text })} maxLength={key === 'term' ? 20 : 40} /></Field>;

  function send(): void {
    if (personId === undefined || level === undefined || stationId === undefined || from === undefined) return;
    const { group, hours } = texts;
    void save.run({ town, personId, level, stationId, from, term: texts.term.trim(), job: texts.job.trim(), ...(direct && constituencyId !== undefined ? { constituencyId } : {}), ...(group.trim() === '' ? {} : { group: group.trim() }), ...(hours.trim() === '' ? {} : { hours: hours.trim() }) });
  }

  return (
    <FormPage title="加一位代表" act={save} reason={reason} onSend={send} hint="代表的这些信息按法律要公开">
      <Field label="哪个村的"><VillagePicker value={village} onChange={setVillage} /></Field>
      <Field label="姓名"><Input label="姓名" value={name} onInput={(text) => { setName(text); setFound(undefined); setPersonId(undefined); }} maxLength={40} /></Field>
      <Button wide kind="line" icon="search" text="在名册里找" reason={village === undefined || name.trim() === '' ? '先选村、写姓名' : undefined} busy={look.busy ? '正在找…' : undefined} onTap={() => { if (village !== undefined) void look.run({ village: village.code, name: name.trim() }); }} />
      {found === undefined ? null : found.length === 0
        ? <Note tone="plain" icon="info">这个村的名册里没有叫这个名字的，先请村里加上。</Note>
        : <Options label="是哪一位" options={found.map(({ personId: value, name: who, born }) => ({ value, title: who, line: `${born}年生` }))} value={personId} onChange={setPersonId} />}
      <Field label="哪一级的代表"><Options<DeputyLevel> label="哪一级的代表" layout="two" options={DEPUTY_LEVELS.map((value) => ({ value, title: LEVEL_WORDS[value] }))} value={level} onChange={(next) => { setLevel(next); setConstituencyId(undefined); }} /></Field>
      {direct ? <Field label="哪个选区"><Options label="哪个选区" layout="two" options={constituencies.map(({ id, name: title }) => ({ value: id, title }))} value={constituencyId} onChange={setConstituencyId} /></Field> : null}
      <Field label="哪个联络站"><Options label="哪个联络站" options={(directory?.stations ?? []).map(({ id, name: title }) => ({ value: id, title }))} value={stationId} onChange={setStationId} /></Field>
      {line('term', '第几届', false)}
      {line('job', '做什么的', false)}
      {line('group', '代表小组', true)}
      {line('hours', '什么时候能找到他', true)}
      <Field label="从哪天起"><DateLine label="选哪一天" value={from} onChange={setFrom} to={civilDateOf(serverNow())} /></Field>
    </FormPage>
  );
}
