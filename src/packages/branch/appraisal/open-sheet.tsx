import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { addCivilDays, civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

/** Days for the self-appraisals, unless the branch says otherwise. */
const SELF_DAYS = 7;

const MEASURES = [
  { value: 'BOX', title: '手机上投', line: '不记名，谁也查不到谁投了什么' },
  { value: 'PAPER', title: '会上发纸票', line: '两位计票人数，人少的支部用这个' },
] as const;

interface OpenSheetProps {
  readonly village: string;
  readonly year: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Opens the year's appraisal (PTY-11): until when one writes, and how it is measured. */
export function OpenSheet({ village, year, onClose, onDone }: OpenSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [selfUntil, setSelfUntil] = useState<string>(addCivilDays(today, SELF_DAYS));
  const [measure, setMeasure] = useState<'BOX' | 'PAPER'>();
  const [opensOn, setOpensOn] = useState<string>();
  const [closesOn, setClosesOn] = useState<string>();
  const open = useAct((requestId, input: Omit<Parameters<typeof api.appraisals.open>[0], 'requestId'>) => api.appraisals.open({ requestId, ...input }), { done: onDone, said: '开了，每位党员都会收到', quiet: true });

  function send(): void {
    if (measure === undefined) return;
    const dates = measure === 'PAPER' ? {} : { ...(opensOn === undefined ? {} : { opensOn }), ...(closesOn === undefined ? {} : { closesOn }) };
    void open.run({ village, year, selfUntil, measure, ...dates });
  }

  return (
    <Sheet open title={`开${year}年民主评议`} onClose={onClose} busy={open.busy} error={open.errorLine} bar={<Bar main={{ text: '开始', reason: measure === undefined ? '先选怎么测评' : undefined, busy: open.busy ? '正在开…' : undefined, onTap: send }} hint="一年一次，开了不能改日子" />}>
      <Field label="自评写到哪天"><DateLine label="选哪一天" value={selfUntil} onChange={setSelfUntil} from={today} /></Field>
      <Field label="怎么测评"><Options<'BOX' | 'PAPER'> label="怎么测评" options={MEASURES} value={measure} onChange={setMeasure} /></Field>
      {measure !== 'BOX' ? null : (
        <>
          <Field label="哪天开始投" optional="不选就在名单公示以后"><DateLine label="选哪一天" value={opensOn} onChange={setOpensOn} from={addCivilDays(selfUntil, 1)} /></Field>
          <Field label="哪天截止" optional="不选就投七天"><DateLine label="选哪一天" value={closesOn} onChange={setClosesOn} from={opensOn ?? addCivilDays(selfUntil, 1)} /></Field>
        </>
      )}
    </Sheet>
  );
}
