import { useState, type ReactNode } from 'react';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Options } from '@/components/options';
import { civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { MemberYearView } from '@/services/views';
import { SaySheet } from '../say-sheet';
import type { Scheme } from '../use-scheme';

interface VetoSheetProps {
  readonly year: MemberYearView;
  readonly kinds: Scheme['vetoes'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 一票否决: entered by the branch with its evidence, confirmed by the town (PTY-09). */
export function VetoSheet({ year: { personId, name, cycle, branch: { village } }, kinds, onClose, onDone }: VetoSheetProps): ReactNode {
  const [kind, setKind] = useState<string>();
  const [decidedOn, setDecidedOn] = useState<string>();
  const record = useAct((requestId, input: Omit<Parameters<typeof api.points.recordVeto>[0], 'requestId'>) => api.points.recordVeto({ requestId, ...input }), { done: onDone, said: '报到镇党委了', quiet: true });
  return (
    <SaySheet
      title={`${name}：一票否决`}
      question="依据是什么"
      hint="哪份文件、哪次会议"
      button="报镇党委"
      told="镇党委确认了才算，以后也能撤"
      reason={kind === undefined ? '先选是哪一种' : decidedOn === undefined ? '哪天定的' : undefined}
      act={record}
      onClose={onClose}
      onSend={(evidence) => { if (kind !== undefined && decidedOn !== undefined) void record.run({ village, cycle, personId, kind, decidedOn, evidence }); }}
    >
      <Options label="是哪一种" options={kinds.map(({ id: value, name: title }) => ({ value, title }))} value={kind} onChange={setKind} />
      <Field label="哪天定的"><DateLine label="选哪一天" value={decidedOn} onChange={setDecidedOn} to={civilDateOf(serverNow())} /></Field>
    </SaySheet>
  );
}
