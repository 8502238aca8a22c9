import { isCivilDate } from '@/domain/basics/civil-time';
import { once } from '@platform/once';
import { invalidField } from '@platform/refuse';
import { needLine } from '@platform/texts';
import { branchIn } from './branch-of';
import { points } from './os';

/** The branch's groups (党小组), and whether it lets its village see points, where the county allows that at all (PTY-15). */
export const saveGroups = points.saveGroups.handler(async ({ input, context }) => {
  const { village, villageSees } = input;
  const { now, today, settings } = context;
  context.permit('points.saveGroups', { area: village });
  const groups = input.groups && [...new Set(input.groups.map((group, at) => needLine(`groups.${at}`, group)))];
  const opens = villageSees !== undefined && villageSees !== null;
  if (opens && (!isCivilDate(villageSees) || villageSees > today)) throw invalidField('villageSees', 'DATE');
  return once(context, 'points.saveGroups', input, { target: `branch:${village}`, area: village }, async (tx) => {
    if (opens && settings.party.scope === 'BRANCH') throw invalidField('villageSees', 'UNKNOWN');
    const { villageSees: before, ...branch } = await branchIn(tx, village);
    const sees = villageSees === undefined ? before : villageSees === null ? undefined : { decidedOn: villageSees };
    // What the members' years say of it is brought up to date by the clock.
    const spreads = (sees === undefined) !== (before === undefined);
    await tx.replace('branches', { ...branch, ...(groups === undefined ? {} : { groups }), changedAt: now, ...(sees === undefined ? {} : { villageSees: sees }), ...(spreads ? { spreading: {}, dueAt: now } : {}) });
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
