import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Options } from '@/components/options';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { PersonPicker } from '../person-picker';

type Line = 'PARTY' | 'DEPUTY';

const LINES = [{ value: 'PARTY', title: '党员' }, { value: 'DEPUTY', title: '人大代表' }] as const;

interface LinkSheetProps {
  readonly household: { readonly id: string; readonly number: string };
  readonly village: string;
  readonly onClose: () => void;
  readonly onLinked: () => void;
}

/** Gives a household somebody to turn to: a party member or a deputy of its own (LNS-01). */
export function LinkSheet({ household, village, onClose, onLinked }: LinkSheetProps): ReactNode {
  const [line, setLine] = useState<Line>();
  const [who, setWho] = useState<{ readonly id: string; readonly name: string }>();
  const link = useAct(
    (requestId, input: { readonly personId: string; readonly line: Line }) => api.grids.link({ requestId, householdId: household.id, ...input, on: true }),
    { done: onLinked, said: '连上了，他会收到通知', quiet: true },
  );
  const reason = line === undefined ? '先选是党员还是代表' : who === undefined ? '再选是谁' : undefined;
  return (
    <Sheet
      open
      title={`${household.number}号，请人联系`}
      onClose={onClose}
      busy={link.busy}
      error={link.errorLine}
      bar={<Bar main={{ text: '请他联系这一户', reason, busy: link.busy ? '正在办…' : undefined, onTap: () => void (line === undefined || who === undefined ? undefined : link.run({ personId: who.id, line })) }} />}
    >
      <Field label="哪一条线"><Options label="哪一条线" layout="two" options={LINES} value={line} onChange={(next) => { setLine(next); link.forget(); }} /></Field>
      {who === undefined
        ? <PersonPicker label="请谁联系" village={village} onPick={(person) => { setWho(person); link.forget(); }} />
        : <Card flush><Row icon="people" title={who.name} end="换一个" onTap={() => { setWho(undefined); link.forget(); }} /></Card>}
    </Sheet>
  );
}
