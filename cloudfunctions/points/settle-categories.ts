import { categoriesSettled } from '@/domain/points/branch';
import { once } from '@platform/once';
import { branchIn, personOf } from './branch-of';
import { points } from './os';

/** The branch settles everybody's category: what was proposed becomes its decision (PTY-02). The clock tells the members. */
export const settleCategories = points.settleCategories.handler(async ({ input, context, errors }) => {
  const { village, cycle } = input;
  context.permit('points.settleCategories', { area: village });
  return once(context, 'points.settleCategories', input, { target: `branch:${village}`, area: village, detail: { cycle } }, async (tx) => {
    const settled = categoriesSettled(await branchIn(tx, village), cycle, personOf(context).id, context.now);
    if (!settled.ok) throw errors.CYCLE_STAGE();
    await tx.replace('branches', settled.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
