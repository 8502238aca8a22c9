import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { civilDateOf } from '@/domain/basics/civil-time';
import type { LeftReason } from '@/domain/points/year';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { MemberYearView } from '@/services/views';

const WHY: readonly { readonly value: LeftReason; readonly title: string }[] = [
  { value: 'MOVED_OUT', title: '组织关系转走了' },
  { value: 'DECEASED', title: '去世了' },
  { value: 'NO_LONGER_MEMBER', title: '不再是党员' },
];

interface LeaveSheetProps {
  readonly year: MemberYearView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Who leaves the branch; their year stays as it is (PTY-01). */
export function LeaveSheet({ year: { personId, name, cycle, branch: { village } }, onClose, onDone }: LeaveSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [why, setWhy] = useState<LeftReason>();
  const [on, setOn] = useState<string>(today);
  const leave = useAct((requestId, reason: LeftReason) => api.points.leaveBranch({ requestId, village, cycle, personId, on, why: reason }), { done: onDone, said: '记下了', quiet: true });
  return (
    <Sheet open title={`${name}离开支部`} onClose={onClose} busy={leave.busy} error={leave.errorLine} bar={<Bar main={{ text: '记下来', reason: why === undefined ? '先选为什么' : undefined, busy: leave.busy ? '正在记…' : undefined, onTap: () => { if (why !== undefined) void leave.run(why); } }} hint="转到本县别的支部的，由那边接过去" />}>
      <Options<LeftReason> label="为什么" options={WHY} value={why} onChange={setWhy} />
      <Field label="从哪天起"><DateLine label="选哪一天" value={on} onChange={setOn} to={today} /></Field>
    </Sheet>
  );
}
