import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Field, Input } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { MEASURE_ANSWERS, type MeasureAnswer, type MeasureCounts } from '@/domain/appraisals/appraisal';
import { MEASURE_OPTIONS } from '@/domain/wording/appraisals';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { AppraisalItemView, AppraisalView } from '@/services/views';

interface PaperSheetProps {
  readonly appraisal: AppraisalView;
  readonly item: AppraisalItemView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A measurement on paper, as two tellers counted it (PTY-11). */
export function PaperSheet({ appraisal: { village, year, items }, item: { personId, name, measured }, onClose, onDone }: PaperSheetProps): ReactNode {
  const [texts, setTexts] = useState<Readonly<Record<MeasureAnswer, string>>>(() => Object.fromEntries(MEASURE_ANSWERS.map((answer) => [answer, measured === undefined ? '' : String(measured[answer])])) as Record<MeasureAnswer, string>);
  const [tellers, setTellers] = useState<readonly [string, string]>(['', '']);
  const send = useAct((requestId, input: { readonly counts: MeasureCounts; readonly tellers: [string, string] }) => api.appraisals.paper({ requestId, village, year, about: personId, ...input }), { done: onDone, said: '记下了', quiet: true });
  const counts = Object.fromEntries(MEASURE_ANSWERS.map((answer) => [answer, Number(texts[answer] === '' ? 0 : texts[answer])])) as MeasureCounts;
  const sum = MEASURE_ANSWERS.reduce((total, answer) => total + counts[answer], 0);
  const most = items.length - 1;
  const [one, other] = [tellers[0].trim(), tellers[1].trim()];
  const reason = MEASURE_ANSWERS.every((answer) => texts[answer] === '') ? '先填票数' : !MEASURE_ANSWERS.every((answer) => Number.isInteger(counts[answer]) && counts[answer] >= 0) ? '票数填数字' : sum > most ? `一共 ${sum} 票，最多 ${most} 票` : one === '' || other === '' ? '两位计票人都要写' : one === other ? '要两位不同的计票人' : undefined;
  return (
    <Sheet open title={`计票：${name}`} onClose={onClose} busy={send.busy} error={send.errorLine} bar={<Bar main={{ text: `记下来，一共 ${sum} 票`, reason, busy: send.busy ? '正在记…' : undefined, onTap: () => void send.run({ counts, tellers: [one, other] }) }} hint="评定以前还能改" />}>
      <View className="p-counts">
        {MEASURE_ANSWERS.map((answer) => <Field key={answer} label={MEASURE_OPTIONS[answer]}><Input label={MEASURE_OPTIONS[answer]} type="number" value={texts[answer]} onInput={(text) => setTexts({ ...texts, [answer]: text })} maxLength={4} placeholder="0" /></Field>)}
      </View>
      <Field label="计票人"><Input label="计票人" value={tellers[0]} onInput={(text) => setTellers([text, tellers[1]])} maxLength={40} /></Field>
      <Field label="另一位计票人"><Input label="另一位计票人" value={tellers[1]} onInput={(text) => setTellers([tellers[0], text])} maxLength={40} /></Field>
    </Sheet>
  );
}
