import { addWorkingDays } from '@/domain/basics/working-days';
import { cycleClosed } from '@/domain/points/branch';
import { cycleDays, periodsOf } from '@/domain/points/cycle';
import { once } from '@platform/once';
import { branchIn } from './branch-of';
import { points } from './os';

/**
 * Closes a cycle that is over and published to its end (PTY-03). The clock closes the members' years; what waits by then is still
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
    const isOver = today > cycleDays(cycle, cycleStart).to && branch.published.includes(last);
    const closed = cycleClosed(branch, cycle, isOver, expireAt, now);
    if (!closed.ok) throw errors.CYCLE_STAGE();
    await tx.replace('branches', closed.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
