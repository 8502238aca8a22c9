/** Tickets with the matters they are about, as far as the desk may know of those. */
import type { Issue } from '@/domain/issues/issue';
import { targetOf } from '@/domain/issues/target';
import type { Context } from '@platform/context';
import type { HotlineTicket } from '@platform/records';
import { MAX_PAGE } from '@platform/store';

/** One read. */
export async function withMatters({ store, may }: Context, items: readonly HotlineTicket[]): Promise<readonly { readonly ticket: HotlineTicket; readonly issue: Issue | undefined }[]> {
  if (items.length === 0) return [];
  const found = await store.find('issues', { where: { _id: { in: [...new Set(items.map(({ issueId }) => issueId))] } }, limit: MAX_PAGE });
  const seen = new Map(found.items.filter((issue) => may('tickets.link', targetOf(issue))).map((issue) => [issue._id, issue]));
  return items.map((ticket) => ({ ticket, issue: seen.get(ticket.issueId) }));
}
