import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { DateLine } from '@/components/date-line';
import { Field, Input } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { civilDateOf } from '@/domain/basics/civil-time';
import { MEMBER_CATEGORIES, type MemberCategory } from '@/domain/points/scheme';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { MemberYearView } from '@/services/views';
import { categoryName, type Scheme } from '../use-scheme';

const NO_GROUP = '';

interface ChangeSheetProps {
  readonly year: MemberYearView;
  readonly groups: readonly string[];
  readonly scheme: Scheme | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Category and group; once the categories are settled a change needs the branch's decision (PTY-02). */
export function ChangeSheet({ year: { personId, name, cycle, branch: { village }, category: before, group: inGroup, settled }, groups, scheme, onClose, onDone }: ChangeSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [category, setCategory] = useState<MemberCategory>(before);
  const [group, setGroup] = useState(inGroup ?? NO_GROUP);
  const [decidedOn, setDecidedOn] = useState<string>();
  const [why, setWhy] = useState('');
  const set = useAct((requestId, input: Omit<Parameters<typeof api.points.setMember>[0], 'requestId'>) => api.points.setMember({ requestId, ...input }), { done: onDone, said: '改好了', quiet: true });
  const decision = settled && category !== before;
  const reason = decision && decidedOn === undefined ? '哪天开会定的' : decision && why.trim() === '' ? '为什么改' : category === before && group === (inGroup ?? NO_GROUP) ? '还没改' : undefined;

  function send(): void {
    void set.run({
      village, cycle, personId, category,
      ...(group === NO_GROUP ? {} : { group }),
      ...(decision && decidedOn !== undefined ? { decidedOn, reason: why.trim() } : {}),
    });
  }

  return (
    <Sheet open title={`${name}的类别和小组`} onClose={onClose} busy={set.busy} error={set.errorLine} bar={<Bar main={{ text: '改过来', reason, busy: set.busy ? '正在改…' : undefined, onTap: send }} hint="他会知道，改过的都留着" />}>
      <Field label="归哪一类"><Options<MemberCategory> label="归哪一类" options={MEMBER_CATEGORIES.map((value) => ({ value, title: categoryName(scheme, value) }))} value={category} onChange={setCategory} /></Field>
      {decision ? (
        <>
          <Field label="哪天开会定的"><DateLine label="选哪一天" value={decidedOn} onChange={setDecidedOn} to={today} /></Field>
          <Field label="为什么改"><Input label="为什么改" value={why} onInput={setWhy} maxLength={120} placeholder="外出务工，长年不在村里" /></Field>
        </>
      ) : null}
      {groups.length === 0 ? null : <Field label="哪个党小组"><Options label="哪个党小组" layout="two" options={groups.map((value) => ({ value, title: value }))} value={group} onChange={setGroup} /></Field>}
    </Sheet>
  );
}
