import { byName, type MemberYear } from '@/domain/points/year';
import { points } from './os';

/** A branch, as in `branch`. */
const PAGE = 100;
const DEEDS = 100;
const DEEDS_EACH = 5;

/**
 * What a village sees of its members: pledges and what was done for them, never points, unless county and branch opened them
 * (PTY-15). A deed is named by what it was, not by the words of the claim, in which neighbours may be named.
 */
export const village = points.village.handler(async ({ input, context }) => {
  const { store, settings } = context;
  context.permit('points.village', { area: input.village });
  const branch = await store.get('branches', input.village);
  if (branch === undefined) return { name: '', members: [] };
  const { cycle, name } = branch;
  const page = await store.find('pointYears', { where: { branch: input.village, cycle }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PAGE, ...(input.after === undefined ? {} : { after: input.after }) });
  const posted = await store.find('pointEntries', { where: { branch: input.village, cycle, state: 'POSTED' }, orderBy: [{ field: 'on', direction: 'desc' }], limit: DEEDS });
  const deeds = posted.items.filter(({ kind, reversedBy, tenths }) => kind === 'CLAIM' && reversedBy === undefined && tenths > 0);
  const shows = settings.party.scope !== 'BRANCH' && branch.villageSees !== undefined;
  return {
    name,
    cycle,
    members: [...page.items].sort(byName).filter(({ left }) => left === undefined).map(({ personId, name: own, pledges, total }: MemberYear) => ({
      personId,
      name: own,
      pledges: pledges.filter(({ state }) => state === 'CONFIRMED').map(({ text, target, unit, done, due }) => ({ text, target, unit, done, due })),
      deeds: deeds.filter((one) => one.personId === personId).slice(0, DEEDS_EACH).map(({ on, pledgeText, itemName }) => ({ on, text: pledgeText ?? itemName })),
      total: shows ? total : undefined,
    })),
    next: page.next,
  };
});
