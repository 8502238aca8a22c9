import { points } from './os';
import { entryViews } from './views';

const PAGE = 20;

/** What was sent up to the town's Party office, and the appeals of its branches. */
export const queueAbove = points.queueAbove.handler(async ({ input, context }) => {
  const { town, step, after } = input;
  context.permit('points.queueAbove', { area: town });
  const page = await context.store.find('pointEntries', { where: { town, queue: step }, orderBy: [{ field: 'at', direction: 'asc' }], limit: PAGE, ...(after === undefined ? {} : { after }) });
  return { items: await entryViews(context, page.items), next: page.next };
});
