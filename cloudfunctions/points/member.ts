import { refusal } from '@platform/refuse';
import { yearsOf } from './branch-of';
import { memberYearView } from './member-year';
import { points } from './os';

/** A member's year as the branch's office sees it (PTY-01). */
export const member = points.member.handler(async ({ input, context }) => {
  const years = await yearsOf(context, input.personId);
  const year = years.find(({ cycle }) => input.cycle === undefined || cycle === input.cycle);
  context.permit('points.member', year && { area: year.branch, personId: year.personId });
  if (year === undefined) throw refusal('NOT_FOUND');
  return memberYearView(context, year, input.after);
});
