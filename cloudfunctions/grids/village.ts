/** The grid tree of a village with its posts, vacant ones included. */
import { isWithin } from '@/domain/areas/code';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import { grids } from './os';
import { villageView } from './views';

export const village = grids.village.handler(async ({ input, context }) => {
  context.permit('grids.village', { area: input.village });
  const found = await context.store.get('villages', input.village);
  if (found === undefined) throw refusal('NOT_FOUND');
  const open = input.openOf !== undefined && isWithin(input.openOf, input.village) ? await openMattersOf(input.openOf, context) : undefined;
  return { ...villageView(found, context.sealer), ...(open === undefined ? {} : { open }) };
});

/** What the next holder would take over (HHL-07). How much another has on hand is for who fills the post only. */
async function openMattersOf(post: string, context: Context): Promise<number | undefined> {
  return context.may('grids.appoint', { area: post }) ? context.store.count('issues', { 'owner.post': post, open: true }) : undefined;
}
