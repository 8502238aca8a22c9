import { points } from './os';
import { pledgeView } from './views';

const PAGE = 20;

/** Members whose pledges wait for the branch, oldest first. */
export const pledgesWaiting = points.pledgesWaiting.handler(async ({ input, context }) => {
  const { village, after } = input;
  context.permit('points.pledgesWaiting', { area: village });
  const page = await context.store.find('pointYears', { where: { branch: village, pledgesWaiting: true }, orderBy: [{ field: 'changedAt', direction: 'asc' }], limit: PAGE, ...(after === undefined ? {} : { after }) });
  const items = page.items.flatMap(({ personId, name, group, category, pledges }) =>
    pledges.filter(({ state }) => state === 'SENT').map((pledge) => ({ personId, name, group, category, pledge: pledgeView(pledge), own: personId === context.caller.person?.id })),
  );
  return { items, next: page.next };
});
