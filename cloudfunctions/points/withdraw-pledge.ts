import { pledgeWithdrawn } from '@/domain/points/pledge-acts';
import { once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { currentCycle, personOf, yearIn } from './branch-of';
import { pledgeRefusal, pledgeSetting } from './pledging';
import { points } from './os';

/** Gives a pledge up (PTY-04). */
export const withdrawPledge = points.withdrawPledge.handler(async ({ input, context, errors }) => {
  context.permit('points.withdrawPledge', { personId: context.caller.person?.id });
  const cycle = currentCycle(context);
  return once(context, 'points.withdrawPledge', input, { target: `pledge:${input.pledgeId}` }, async (tx) => {
    const year = await yearIn(tx, personOf(context).id, cycle);
    const after = pledgeWithdrawn(year, input.pledgeId, pledgeSetting(context, await schemeOf(tx, context, cycle), year));
    if (!after.ok) throw pledgeRefusal(after.reason, errors);
    await tx.replace('pointYears', after.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
