import { cycleOpened } from '@/domain/points/branch';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { currentCycle } from './branch-of';
import { points } from './os';

/** Opens the branch's cycle; the clock draws the members from the roster, with a category proposed for each (PTY-02, 03). */
export const openCycle = points.openCycle.handler(async ({ input, context, errors }) => {
  const { village, cycle } = input;
  context.permit('points.openCycle', { area: village });
  return once(context, 'points.openCycle', input, { target: `branch:${village}`, area: village, detail: { cycle } }, async (tx) => {
    const found = await tx.get('villages', village);
    if (found === undefined) throw refusal('NOT_FOUND');
    const opened = cycleOpened(await tx.get('branches', village), { _id: village, town: found.town, name: `${found.name}党支部`, cycle }, currentCycle(context), context.now);
    if (!opened.ok) throw errors.CYCLE_STAGE();
    await tx.replace('branches', opened.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
