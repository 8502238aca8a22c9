/** Tickets that the town has already. */
import type { AreaCode } from '@/domain/areas/code';
import type { Issue } from '@/domain/issues/issue';
import { targetOf } from '@/domain/issues/target';
import type { Context } from '@platform/context';
import type { HotlineTicket } from '@platform/records';
import { MAX_PAGE, StoreDuplicate, type Store } from '@platform/store';
import type { tickets } from './os';
import { ticketIdOf } from './put-ticket';

type Errors = Parameters<Parameters<typeof tickets.take.handler>[0]>[0]['errors'];

/** Those of these numbers that are there. A read a hundred. */
export async function knownTickets(store: Pick<Store, 'find'>, town: AreaCode, numbers: readonly string[]): Promise<ReadonlyMap<string, HotlineTicket>> {
  const ids = numbers.map((number) => ticketIdOf(town, number));
  const found = new Map<string, HotlineTicket>();
  for (let at = 0; at < ids.length; at += MAX_PAGE) {
    const { items } = await store.find('tickets', { where: { _id: { in: ids.slice(at, at + MAX_PAGE) } }, limit: MAX_PAGE });
    for (const ticket of items) found.set(ticket.number, ticket);
  }
  return found;
}

/** The refusal for a number that is there, in place of the store's failure; whatever else failed stays as it is. */
export async function unlessKnown(error: unknown, context: Context, errors: Pick<Errors, 'TICKET_KNOWN'>): Promise<unknown> {
  if (!(error instanceof StoreDuplicate) || error.collection !== 'tickets') return error;
  const before = await context.store.get('tickets', error.id);
  const issue = before === undefined ? undefined : await context.store.get('issues', before.issueId);
  return errors.TICKET_KNOWN({ data: issue === undefined ? {} : matterOf(issue, context) });
}

/** What a ticket became, for a desk that may know of it; of a restricted matter it knows no more than that there is a ticket (EVT-14). */
export function matterOf(issue: Issue, { may }: Pick<Context, 'may'>): { readonly issueId?: string; readonly number?: string } {
  return may('tickets.link', targetOf(issue)) ? { issueId: issue._id, number: issue.number } : {};
}
