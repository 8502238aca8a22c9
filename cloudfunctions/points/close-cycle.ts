import { addWorkingDays } from '@/domain/basics/working-days';
import { cycleClosed } from '@/domain/points/branch';
import { cycleDays, periodsOf } from '@/domain/points/cycle';
import { objectionsOpen, publicationIdOf } from '@/domain/points/publication';
import { once } from '@platform/once';
import { branchIn, personOf } from './branch-of';
import { points } from './os';

/**
 * Closes a cycle that is over, and published to the end of its days for objections (PTY-03, 10). The clock closes the members' years; what waits by then is still
 * decided within the working days that every claim has, and expires after them.
 */
export const closeCycle = points.closeCycle.handler(async ({ input, context, errors }) => {
  const { village, cycle } = input;
  const { settings, now, today } = context;
  const { cycleStart, publishEvery, decideWorkdays } = settings.party;
  context.permit('points.closeCycle', { area: village });
  const last = periodsOf(cycle, cycleStart, publishEvery).length;
  const expireAt = addWorkingDays(now, decideWorkdays, settings.calendar).dueAt;
  return once(context, 'points.closeCycle', input, { target: `branch:${village}`, area: village, detail: { cycle } }, async (tx) => {
    const branch = await branchIn(tx, village);
    const closed = cycleClosed(branch, cycle, today > cycleDays(cycle, cycleStart).to, expireAt, now);
    if (!closed.ok) throw errors.CYCLE_STAGE();
    if (!branch.published.includes(last)) throw errors.NOT_PUBLISHED();
    const publication = await tx.get('pointPublications', publicationIdOf(village, cycle, last));
    const open = publication && objectionsOpen(publication, personOf(context).id, now);
    if (open !== undefined) throw errors.OBJECTIONS_OPEN({ data: open });
    await tx.replace('branches', closed.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
