import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { DateLine } from '@/components/date-line';
import { Field, Input, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { AppraisalView } from '@/services/views';

interface MeetingSheetProps {
  readonly appraisal: AppraisalView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The assembly's minutes (PTY-11). That few came is said and stops nothing: the rule on it is the Party's, not the app's. */
export function MeetingSheet({ appraisal: { village, year, meeting, items }, onClose, onDone }: MeetingSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [on, setOn] = useState<string>(meeting?.on ?? today);
  const [texts, setTexts] = useState({ host: meeting?.host ?? '', recorder: meeting?.recorder ?? '', called: String(meeting?.called ?? items.length), came: meeting === undefined ? '' : String(meeting.came), text: meeting?.text ?? '' });
  const save = useAct((requestId, input: Omit<Parameters<typeof api.appraisals.meeting>[0], 'requestId'>) => api.appraisals.meeting({ requestId, ...input }), { done: onDone, said: '记好了', quiet: true });
  const called = Number(texts.called);
  const came = Number(texts.came);
  const reason = texts.host.trim() === '' ? '谁主持的' : texts.recorder.trim() === '' ? '谁记的' : !(called > 0) ? '应到多少人' : texts.came === '' ? '实到多少人' : came > called ? '实到比应到还多' : texts.text.trim() === '' ? '记几句会上怎么说' : undefined;
  const line = (key: keyof typeof texts, label: string, type: 'text' | 'number' = 'text'): ReactNode => <Field label={label}><Input label={label} type={type} value={texts[key]} onInput={(text) => setTexts({ ...texts, [key]: text })} maxLength={key === 'called' || key === 'came' ? 4 : 40} /></Field>;
  return (
    <Sheet open title="党员大会记录" onClose={onClose} busy={save.busy} error={save.errorLine} bar={<Bar main={{ text: '记下来', reason, busy: save.busy ? '正在记…' : undefined, onTap: () => void save.run({ village, year, on, host: texts.host.trim(), recorder: texts.recorder.trim(), called, came, text: texts.text.trim() }) }} hint="上报以前还能改" />}>
      <Field label="哪天开的"><DateLine label="选哪一天" value={on} onChange={setOn} to={today} /></Field>
      {line('host', '谁主持')}
      {line('recorder', '谁记录')}
      {line('called', '应到几人', 'number')}
      {line('came', '实到几人', 'number')}
      {texts.came !== '' && came * 2 < called ? <Note tone="you" icon="info">到会不到一半，请看一看会议作不作数。</Note> : null}
      <Field label="会上怎么说"><TextArea label="会上怎么说" value={texts.text} onInput={(text) => setTexts({ ...texts, text })} maxLength={2000} /></Field>
    </Sheet>
  );
}
