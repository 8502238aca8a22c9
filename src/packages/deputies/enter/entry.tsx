import { useState, type ReactNode } from 'react';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, Input } from '@/components/field';
import { Options } from '@/components/options';
import { SwitchRow } from '@/components/switch-row';
import { civilDateOf } from '@/domain/basics/civil-time';
import { ENTERED_HEADINGS, type EnteredHeading } from '@/domain/deputies/archive';
import { HEADING_WORDS } from '@/domain/wording/deputies';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { FormPage, type FormProps } from './form-page';

/** A line for the archives of one or of many (DEP-09). Of a meeting it is also said who did not come. */
export function EnterEntry({ town, directory, onDone }: FormProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [heading, setHeading] = useState<EnteredHeading>();
  const [title, setTitle] = useState('');
  const [on, setOn] = useState(today);
  const [mandates, setMandates] = useState<readonly string[]>([]);
  const [forum, setForum] = useState(false);
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const save = useAct((requestId, input: Omit<Parameters<typeof api.deputies.addEntry>[0], 'requestId'>) => api.deputies.addEntry({ requestId, ...input }), { done: onDone, said: '记进档案了', quiet: true });
  const deputies = directory?.deputies ?? [];
  const called = deputies.filter(({ mandate }) => mandates.includes(mandate));
  const toggle = (list: readonly string[], id: string, on_: boolean): readonly string[] => (on_ ? [...list, id] : list.filter((one) => one !== id));
  const reason = heading === undefined ? '先选是哪一类' : title.trim() === '' ? '先写是什么事' : mandates.length === 0 ? '先选是哪几位' : undefined;
  return (
    <FormPage title="往档案里加一条" act={save} reason={reason} onSend={() => { if (heading !== undefined) void save.run({ town, heading, on, title: title.trim(), mandates: [...mandates], absent: heading === 'MEETING' ? absent.filter((one) => mandates.includes(one)) : [], ...(heading === 'GROUP' && forum ? { forum } : {}) }); }} hint="走访和建议不用再填，自己会进来">
      <Field label="哪一类"><Options<EnteredHeading> label="哪一类" layout="two" options={ENTERED_HEADINGS.map((value) => ({ value, title: HEADING_WORDS[value] }))} value={heading} onChange={setHeading} /></Field>
      {heading === 'GROUP' ? <Card flush><SwitchRow title="是选民座谈会" line="记了就不再提醒" on={forum} onChange={setForum} /></Card> : null}
      <Field label="是什么事"><Input label="是什么事" value={title} onInput={setTitle} /></Field>
      <Field label="哪一天"><DateLine label="选哪一天" value={on} onChange={setOn} to={today} /></Field>
      <Field label={heading === 'MEETING' ? '该到的' : '哪几位'}><Card flush>{deputies.map(({ mandate, name }) => <SwitchRow key={mandate} title={name} on={mandates.includes(mandate)} onChange={(yes) => setMandates(toggle(mandates, mandate, yes))} />)}</Card></Field>
      {heading === 'MEETING' && called.length > 0 ? <Field label="没到的" optional="都到了就不选"><Card flush>{called.map(({ mandate, name }) => <SwitchRow key={mandate} title={name} line="没到" on={absent.includes(mandate)} onChange={(yes) => setAbsent(toggle(absent, mandate, yes))} />)}</Card></Field> : null}
    </FormPage>
  );
}
