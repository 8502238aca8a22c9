/** The grid tree of a village with its posts, vacant ones included. */
import { refusal } from '@platform/refuse';
import { grids } from './os';
import { villageView } from './views';

export const village = grids.village.handler(async ({ input, context }) => {
  context.permit('grids.village', { area: input.village });
  const found = await context.store.get('villages', input.village);
  if (found === undefined) throw refusal('NOT_FOUND');
  return villageView(found, context.sealer);
});
