import type { ReactNode } from 'react';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { PledgeRow } from '@/components/points/pledge-row';
import { Row } from '@/components/row';
import { shortDay } from '@/domain/wording/party';
import type { OwnYear } from '@/services/views';
import { openParty } from '../links';

interface PledgesProps {
  readonly year: OwnYear;
  readonly today: string;
}

/** What was promised and how far it is; a tap reports a deed for it, or opens one that is not settled yet (PTY-04, 05). */
export function Pledges({ year: { pledges, pledgeRule, closed }, today }: PledgesProps): ReactNode {
  const shown = pledges.filter(({ state }) => state !== 'WITHDRAWN');
  const { open, min, max, from, to } = pledgeRule;
  const more = !closed && open && shown.length < max;
  return (
    <Section title={closed ? '那年的承诺' : '今年的承诺'} {...(shown.length === 0 ? {} : { count: `${shown.length} 条` })}>
      {shown.length === 0 && !more ? <Note tone="plain" icon="info">{open || closed ? '没有承诺。' : `承诺在 ${shortDay(from)}到 ${shortDay(to)}之间写。`}</Note> : null}
      {shown.length === 0 && !more ? null : (
        <Card flush>
          {shown.map((pledge) => (
            <PledgeRow
              key={pledge.id}
              pledge={pledge}
              today={today}
              {...(closed ? {} : { onTap: () => (pledge.state === 'CONFIRMED' ? openParty('claim', { pledge: pledge.id }) : openParty('pledge', { id: pledge.id })) })}
            />
          ))}
          {more ? <Row icon="plus" title={shown.length === 0 ? '写今年的承诺' : '再写一条'} line={`${min === 0 ? '可以不写，' : `写 ${min} 到 ${max} 条，`}最晚${shortDay(to)}`} onTap={() => openParty('pledge')} /> : null}
        </Card>
      )}
    </Section>
  );
}
