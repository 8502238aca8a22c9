import { countyOf, townOf } from '@/domain/areas/code';
import { withoutResting } from './boxes';
import { voting } from './os';
import { boxView } from './views';

/** More boxes than stand open around one village at a time. */
const SHOWN = 50;
const STANDING: readonly string[] = ['SHOWN', 'FREEZING', 'OPEN', 'COUNTING'];

/** What is hung out around the caller's village: who is missing from a roll would otherwise never hear of it (VOTE-11). */
export const nearby = voting.nearby.handler(async ({ context }) => {
  context.permit('voting.nearby');
  const { store, caller } = context;
  const village = caller.person?.village ?? '';
  const { items } = await store.find('boxes', { where: { area: { in: [village, townOf(village), countyOf(village)] } }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: SHOWN });
  return { items: withoutResting(context, items).filter(({ state, electorate }) => STANDING.includes(state) && electorate.villages.includes(village)).map(boxView) };
});
