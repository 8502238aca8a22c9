/** A ticket as the form has it, made the same as one from a list; what cannot be is a problem of its field. */
import type { TicketInput } from '@/contract/tickets';
import { endOfDay, isCivilDate, startOfDay } from '@/domain/basics/civil-time';
import { parseCallerPhone, parseTicketNumber } from '@/domain/issues/ticket-cells';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';
import { readLine } from '@platform/texts';
import type { Ticket } from './put-ticket';

export function readTicket(input: TicketInput, { today }: Pick<Context, 'today'>): Ticket {
  const number = parseTicketNumber(input.number);
  if (number === undefined) throw invalidField('ticket.number', 'TICKET_NUMBER');
  if (!isCivilDate(input.receivedOn)) throw invalidField('ticket.receivedOn', 'FORMAT');
  if (!isCivilDate(input.answerOn)) throw invalidField('ticket.answerOn', 'FORMAT');
  if (input.receivedOn > today) throw invalidField('ticket.receivedOn', 'RECEIVED_AHEAD');
  if (input.answerOn < input.receivedOn) throw invalidField('ticket.answerOn', 'ANSWER_BEFORE_CALL');
  const said = readLine(input.phone);
  const phone = said === undefined ? undefined : parseCallerPhone(said);
  if (said !== undefined && phone === undefined) throw invalidField('ticket.phone', 'PHONE_UNREADABLE');
  return { number, receivedAt: startOfDay(input.receivedOn), answerBy: endOfDay(input.answerOn), callerName: readLine(input.callerName), phone };
}
