import type { Issue } from '@/domain/issues/issue';
import { targetOf } from '@/domain/issues/target';
import { isFromHotline } from '@/domain/issues/transitions';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import { issues } from './os';
import { detailOf } from './views';

/** One issue with its timeline, as far as its reader may see it. */
export const get = issues.get.handler(async ({ input, context }) => {
  const issue = await context.store.get('issues', input.issueId);
  if (issue === undefined) throw refusal('NOT_FOUND');
  context.permit('issues.get', targetOf(issue));
  const village = await context.store.get('villages', issue.village);
  const reporterPhoneSealed = await phoneForOwner(issue, context);
  return detailOf(issue, context, { ...(village === undefined ? {} : { village }), ...(reporterPhoneSealed === undefined ? {} : { reporterPhoneSealed }) });
});

/** Whoever answers now may ring the reporter back, unless the name is hidden (EVT-16); nobody else sees the number. */
async function phoneForOwner(issue: Issue, { store, caller }: Context): Promise<string | undefined> {
  const answers = caller.person?.posts.includes(issue.owner.post) ?? false;
  if (!answers || !issue.open || issue.nameHidden) return undefined;
  // Whoever called 12345 is on no roster: their number came with the ticket (EVT-19).
  const [ticket] = isFromHotline(issue) ? issue.tickets ?? [] : [];
  if (ticket !== undefined) return (await store.get('tickets', ticket.id))?.phoneSealed;
  if (issue.reporterId === undefined || issue.reporterId === caller.person?.id) return undefined;
  return (await store.get('people', issue.reporterId))?.phoneSealed;
}
