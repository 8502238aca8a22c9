import { points } from './os';
import { entryViews } from './views';

const PAGE = 20;

/** What waits for the branch's eyes, oldest first. */
export const queue = points.queue.handler(async ({ input, context }) => {
  const { village, step, after } = input;
  context.permit('points.queue', { area: village });
  const page = await context.store.find('pointEntries', { where: { branch: village, queue: step }, orderBy: [{ field: 'at', direction: 'asc' }], limit: PAGE, ...(after === undefined ? {} : { after }) });
  return { items: await entryViews(context, page.items), next: page.next };
});
