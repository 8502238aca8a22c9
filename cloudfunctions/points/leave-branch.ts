import { isCivilDate } from '@/domain/basics/civil-time';
import { gone } from '@/domain/points/year-acts';
import { yearIdOf } from '@/domain/points/year';
import { once } from '@platform/once';
import { invalidField } from '@platform/refuse';
import { points } from './os';

/** A member leaves the branch. Their ledger stays with them; what they did before can still be claimed and is decided (PTY-01). */
export const leaveBranch = points.leaveBranch.handler(async ({ input, context, errors }) => {
  const { village, cycle, personId, on, why } = input;
  const { now, today } = context;
  context.permit('points.leaveBranch', { area: village, personId });
  if (!isCivilDate(on) || on > today) throw invalidField('on', 'DATE');
  return once(context, 'points.leaveBranch', input, { target: `person:${personId}`, area: village, detail: { cycle, why } }, async (tx) => {
    const year = await tx.get('pointYears', yearIdOf(personId, cycle));
    if (year?.branch !== village) throw invalidField('personId', 'NO_PERSON');
    const left = gone(year, on, why, now);
    if (!left.ok) throw left.reason === 'DATE' ? invalidField('on', 'DATE') : errors.CYCLE_STAGE();
    await tx.replace('pointYears', left.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
