import { refusal } from '@platform/refuse';
import { issues } from './os';
import { cardOf } from './views';

const PAGE = 20;

/** What the village may read of its own issues, newest first. */
export const village = issues.village.handler(async ({ input, context }) => {
  const home = context.caller.person?.village;
  context.permit('issues.village', home === undefined ? {} : { area: home });
  if (home === undefined) throw refusal('NOT_BOUND');
  const page = await context.store.find('issues', {
    where: { village: home, published: true },
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: PAGE,
    ...(input.after === undefined ? {} : { after: input.after }),
  });
  return { items: page.items.map((issue) => cardOf(issue, context)), ...(page.next === undefined ? {} : { next: page.next }) };
});
