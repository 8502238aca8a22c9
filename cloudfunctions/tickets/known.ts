/** Tickets that the county has already. */
import { isTaken } from '@platform/once';
import type { Context } from '@platform/context';
import type { HotlineTicket } from '@platform/records';
import { MAX_PAGE, type Store } from '@platform/store';
import type { tickets } from './os';
import { ticketIdOf } from './put-ticket';

type Errors = Parameters<Parameters<typeof tickets.take.handler>[0]>[0]['errors'];

/** Those of these numbers that are there. A read a hundred. */
export async function knownTickets(store: Pick<Store, 'find'>, context: Context, numbers: readonly string[]): Promise<ReadonlyMap<string, HotlineTicket>> {
  const ids = numbers.map((number) => ticketIdOf(context, number));
  const found = new Map<string, HotlineTicket>();
  for (let at = 0; at < ids.length; at += MAX_PAGE) {
    const { items } = await store.find('tickets', { where: { _id: { in: ids.slice(at, at + MAX_PAGE) } }, limit: MAX_PAGE });
    for (const ticket of items) found.set(ticket.number, ticket);
  }
  return found;
}

/** The refusal for a number that is there, in place of the store's failure; whatever else failed stays as it is. */
export async function unlessKnown(error: unknown, context: Context, number: string, errors: Pick<Errors, 'TICKET_KNOWN'>): Promise<unknown> {
  const id = ticketIdOf(context, number);
  if (!isTaken(error, 'tickets', id)) return error;
  const before = await context.store.get('tickets', id);
  const issue = before === undefined ? undefined : await context.store.get('issues', before.issueId);
  return issue === undefined ? error : errors.TICKET_KNOWN({ data: { issueId: issue._id, number: issue.number } });
}
