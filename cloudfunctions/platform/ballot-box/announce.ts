/**
 * Opening a box, for the contexts that do (consultation, the deputies' year, heads):
 *
 *     const box = announcedBox(plan, context);
 *     if (!box.ok) throw errors.…(box.reason);
 *     await context.store.transaction(async (tx) => { …; await tx.insert('boxes', box.value); });
 *
 * From then on the clock draws the roll, shows it, freezes it, opens, closes, counts and publishes (`step-box.ts`), and
 * phones vote through the `voting` function. The context reads `boxes` by its id, which it derives from its own record
 * (`boxIdOf`), and finds `result` there once the state is `PUBLISHED`.
 */
import type { EpochMs } from '@/domain/basics/ids';
import { ok, refused, type Result } from '@/domain/basics/result';
import type { BoxId, BoxPlan } from '@/domain/voting/box';
import { refusalOfPlan, type PlanFacts, type PlanRefusal } from '@/domain/voting/plan';
import { derivedId } from '../ids';
import type { Box } from './records';

/** The id of the box of a record: the same tap, or two clerks at once, announce one box. */
export function boxIdOf(subject: string, round: string | number): BoxId {
  return derivedId('box', subject, round);
}

/** The box to insert in the context's own transaction; refused where the law or the plan does not allow it. */
export function announcedBox(plan: BoxPlan, context: { readonly now: EpochMs }, facts?: PlanFacts): Result<Box, PlanRefusal> {
  const reason = refusalOfPlan(plan, facts);
  if (reason !== undefined) return refused(reason);
  const { id, ...rest } = plan;
  return ok({ ...rest, _id: id, state: 'DRAWING', announcedAt: context.now, dueAt: context.now, eligible: 0, shards: 0, rollObjections: 0 });
}
