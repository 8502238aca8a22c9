import { pledgeDecided, type PledgeDecision } from '@/domain/points/pledge-acts';
import { notice, toPerson } from '@platform/notices';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { readText } from '@platform/texts';
import { personOf, yearIn } from './branch-of';
import { points } from './os';
import { pledgeView } from './views';

/** The branch confirms a pledge or returns it with the reason (PTY-04); the member hears of it. */
export const decidePledge = points.decidePledge.handler(async ({ input, context, errors }) => {
  const { store, settings, now } = context;
  const { personId, cycle, pledgeId } = input;
  const decision: PledgeDecision = input.decision.kind === 'CONFIRMED' ? input.decision : { kind: 'RETURNED', reason: readText('reason', input.decision.reason, settings.text.stepMax, 'NEEDED') };
  return once(context, 'points.decidePledge', input, { target: `pledge:${pledgeId}`, detail: { decision: decision.kind } }, async (tx) => {
    const year = await tx.get('pointYears', `${personId}:${cycle}`);
    context.permit('points.decidePledge', year && { area: year.branch, personId });
    if (year === undefined) throw refusal('NOT_FOUND');
    const after = pledgeDecided(year, pledgeId, decision, personOf(context).id, now);
    if (!after.ok) throw errors.PLEDGE_STAGE();
    await tx.replace('pointYears', after.value);
    await tx.insert('notices', notice({ to: toPerson(personId), kind: decision.kind === 'CONFIRMED' ? 'PLEDGE_CONFIRMED' : 'PLEDGE_RETURNED', at: now, data: { cycle }, cause: input.requestId }));
    return viewOf(after.value.pledges);
  }, async () => {
    const year = await yearIn(store, personId, cycle);
    context.permit('points.decidePledge', { area: year.branch, personId });
    return viewOf(year.pledges);
  });

  function viewOf(pledges: Awaited<ReturnType<typeof yearIn>>['pledges']): ReturnType<typeof pledgeView> {
    const found = pledges.find(({ id }) => id === pledgeId);
    if (found === undefined) throw refusal('NOT_FOUND');
    return pledgeView(found);
  }
});
