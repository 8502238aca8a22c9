import { mostSimilar } from '@/domain/issues/similar';
import { MAX_PAGE } from '@platform/store';
import { issues } from './os';
import { locate } from '@platform/place-of';
import { cardOf } from './views';

/** Open public issues like the one being written, so that a neighbour adds a voice instead of a second report (EVT-12). */
export const similar = issues.similar.handler(async ({ input, context }) => {
  context.permit('issues.similar');
  const { store, caller } = context;
  const { village, area } = await locate(input.place, caller.person?.grid, context);
  // Only one's own village can be read; elsewhere there is nothing to add a voice to.
  if (village._id !== caller.person?.village) return { items: [] };
  const recent = await store.find('issues', {
    where: { village: village._id, published: true },
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: MAX_PAGE,
  });
  const found = mostSimilar(recent.items, { grid: area, category: input.category, text: input.text });
  return { items: found.map((issue) => cardOf(issue, context)) };
});
