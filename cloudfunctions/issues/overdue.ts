import { targetOf } from '@/domain/issues/target';
import { issues } from './os';
import { overseenArea, townOrVillage } from './areas';
import { queueItemOf } from './views';

const PAGE = 50;

/** What is late in a town or a village, the longest overdue first (EVT-07). Matters kept from the caller are left out. */
export const overdue = issues.overdue.handler(async ({ input, context }) => {
  const area = overseenArea(input.area, context);
  context.permit('issues.overdue', area === undefined ? {} : { area });
  const { store, now } = context;
  const page = await store.find('issues', {
    where: { ...townOrVillage(area ?? ''), open: true, dueAt: { lte: now } },
    orderBy: [{ field: 'dueAt', direction: 'asc' }],
    limit: PAGE,
    ...(input.after === undefined ? {} : { after: input.after }),
  });
  const items = page.items.filter((issue) => context.may('issues.get', targetOf(issue))).map((issue) => queueItemOf(issue, context));
  return { items, ...(page.next === undefined ? {} : { next: page.next }) };
});
