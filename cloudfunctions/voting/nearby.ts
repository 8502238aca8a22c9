import { countyOf, townOf } from '@/domain/areas/code';
import { belongingOf, isOfBranch } from '@/domain/voting/box';
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
  return { items: items.filter((box) => STANDING.includes(box.state) && box.electorate.villages.includes(village) && (!isOfBranch(box) || context.may('voting.box', belongingOf(box)))).map(boxView) };
});
