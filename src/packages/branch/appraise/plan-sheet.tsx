import { useState, type ReactNode } from 'react';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { addCivilDays, civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { AppraisalItemView, AppraisalView } from '@/services/views';
import { SaySheet } from '../say-sheet';

interface PlanSheetProps {
  readonly appraisal: AppraisalView;
  readonly item: AppraisalItemView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The improvement plan of whoever was 基本合格 or 不合格 (PTY-13). */
export function PlanSheet({ appraisal: { village, year }, item: { personId, name, plan }, onClose, onDone }: PlanSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [due, setDue] = useState<string | undefined>(plan?.due);
  const send = useAct((requestId, text: string) => api.appraisals.plan({ requestId, village, year, about: personId, text, due: due ?? today }), { done: onDone, said: '定了，他会知道', quiet: true });
  return (
    <SaySheet title={`整改：${name}`} question="怎么改" begin={plan?.text ?? ''} button="就这样改" told="到时候提醒他，也提醒支部" reason={due === undefined ? '改到哪天' : undefined} act={send} onSend={(text) => void send.run(text)} onClose={onClose}>
      <Field label="改到哪天"><DateLine label="选哪一天" value={due} onChange={setDue} from={addCivilDays(today, 1)} /></Field>
    </SaySheet>
  );
}

/** How it went. */
export function FinishSheet({ appraisal: { village, year }, item: { personId, name, plan }, onClose, onDone }: PlanSheetProps): ReactNode {
  const send = useAct((requestId, result: string) => api.appraisals.finishPlan({ requestId, village, year, about: personId, result }), { done: onDone, said: '记下了', quiet: true });
  return <SaySheet title={`整改结果：${name}`} {...(plan === undefined ? {} : { line: plan.text })} question="改得怎样" button="整改完了" told="记了就结束" act={send} onSend={(text) => void send.run(text)} onClose={onClose} />;
}
