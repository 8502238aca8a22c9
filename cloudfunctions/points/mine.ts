import { refusal } from '@platform/refuse';
import { personOf, yearsOf } from './branch-of';
import { memberYearView } from './member-year';
import { points } from './os';

/** The caller's own year: what they pledged, did, were given and taken, and with whom it waits (PTY-14). */
export const mine = points.mine.handler(async ({ input, context }) => {
  context.permit('points.mine', { personId: context.caller.person?.id });
  const years = await yearsOf(context, personOf(context).id);
  const year = years.find(({ cycle }) => input.cycle === undefined || cycle === input.cycle);
  if (year === undefined) throw refusal('NOT_FOUND');
  return { ...(await memberYearView(context, year, input.after)), cycles: years.map(({ cycle }) => cycle) };
});
