import { useState, type ReactNode } from 'react';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Options } from '@/components/options';
import { civilDateOf } from '@/domain/basics/civil-time';
import { MANDATE_ENDS, type MandateEnd } from '@/domain/deputies/congress';
import { MANDATE_END_WORDS } from '@/domain/wording/deputies';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { FormPage, type FormProps } from './form-page';

type Standing = Parameters<typeof api.deputies.setStanding>[0]['standing'];

const KINDS = [
  { value: 'SUSPENDED', title: '暂停执行职务', line: '年终不评' },
  { value: 'RESUMED', title: '恢复执行职务' },
  { value: 'ENDED', title: '离任', line: '当年任职满六个月的还要评' },
] as const;

/** Suspends, takes up again, or ends a mandate (代表法 arts. 61, 62; DEP-22). */
export function EnterStanding({ town, directory, onDone }: FormProps): ReactNode {
  const [mandate, setMandate] = useState<string>();
  const [kind, setKind] = useState<Standing['kind']>();
  const [day, setDay] = useState<string>();
  const [why, setWhy] = useState<MandateEnd>();
  const save = useAct((requestId, input: { readonly mandate: string; readonly standing: Standing }) => api.deputies.setStanding({ requestId, town, ...input }), { done: onDone, said: '记下了', quiet: true });
  const standing: Standing | undefined = day === undefined ? undefined : kind === 'ENDED' ? (why === undefined ? undefined : { kind, last: day, why }) : kind === undefined ? undefined : { kind, from: day };
  const reason = mandate === undefined ? '先选是哪位' : kind === undefined ? '先选怎么了' : kind === 'ENDED' && why === undefined ? '为什么离任' : day === undefined ? '哪一天' : undefined;
  return (
    <FormPage title="暂停、恢复、离任" act={save} reason={reason} onSend={() => { if (mandate !== undefined && standing !== undefined) void save.run({ mandate, standing }); }}>
      <Field label="哪位代表"><Options label="哪位代表" layout="two" options={(directory?.deputies ?? []).map(({ mandate: value, name }) => ({ value, title: name }))} value={mandate} onChange={setMandate} /></Field>
      <Field label="怎么了"><Options label="怎么了" options={KINDS} value={kind} onChange={setKind} /></Field>
      {kind === 'ENDED' ? <Field label="为什么"><Options<MandateEnd> label="为什么" layout="two" options={MANDATE_ENDS.map((value) => ({ value, title: MANDATE_END_WORDS[value] }))} value={why} onChange={setWhy} /></Field> : null}
      <Field label={kind === 'ENDED' ? '最后一天' : '从哪天起'}><DateLine label="选哪一天" value={day} onChange={setDay} to={civilDateOf(serverNow())} /></Field>
    </FormPage>
  );
}
