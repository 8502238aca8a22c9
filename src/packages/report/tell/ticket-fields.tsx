import type { ReactNode } from 'react';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, Input } from '@/components/field';
import { SwitchRow } from '@/components/switch-row';
import { civilDateOf } from '@/domain/basics/civil-time';
import type { Draft, DraftContent } from '@/services/drafts';
import { serverNow } from '@/services/server-clock';
import type { Problem } from './problems';

interface TicketFieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<DraftContent>) => void;
  /** What is missing, once it was asked for. */
  readonly problems: readonly Problem[];
}

/** What the 12345 platform shows of a ticket beside what happened (EVT-19). */
export function TicketFields({ draft, onChange, problems }: TicketFieldsProps): ReactNode {
  const { ticket } = draft;
  if (ticket === undefined) return null;
  const change = (part: Partial<typeof ticket>): void => onChange({ ticket: { ...ticket, ...part } });
  const error = (id: string): string | undefined => problems.find((one) => one.id === id)?.text;
  return (
    <>
      <Field id="ticket-number" label="工单编号" hint="照平台上的抄，一个编号只能录一次" error={error('ticket-number')}>
        <Input label="工单编号" value={ticket.number} onInput={(number) => change({ number })} maxLength={40} invalid={error('ticket-number') !== undefined} />
      </Field>
      <Field label="哪天受理的"><DateLine label="选一天" value={ticket.receivedOn} to={civilDateOf(serverNow())} onChange={(receivedOn) => change({ receivedOn })} /></Field>
      <Field id="ticket-answer" label="最晚哪天答复" hint="平台定的期限，经办人看到的不会比它晚" error={error('ticket-answer')}>
        <DateLine label="选一天" value={ticket.answerOn === '' ? undefined : ticket.answerOn} from={ticket.receivedOn} onChange={(answerOn) => change({ answerOn })} invalid={error('ticket-answer') !== undefined} />
      </Field>
      <Field label="来电人" optional="没有也行"><Input label="来电人" value={ticket.callerName} onInput={(callerName) => change({ callerName })} maxLength={20} /></Field>
      <Field label="来电人的电话" optional="没有也行" hint="加密存着，只有经办人打得了"><Input label="来电人的电话" value={ticket.phone} onInput={(phone) => change({ phone })} maxLength={20} /></Field>
      <Card flush><SwitchRow title="来电人要求保密" line="经办人只看到“一位村民”" on={draft.nameHidden} onChange={(nameHidden) => onChange({ nameHidden })} /></Card>
    </>
  );
}
