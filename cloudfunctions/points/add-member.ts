import { isCivilDate } from '@/domain/basics/civil-time';
import { isUnderWay, proposedCategory } from '@/domain/points/branch';
import { cycleDays, isIn } from '@/domain/points/cycle';
import { movedTo, yearOpened } from '@/domain/points/year-acts';
import { yearIdOf } from '@/domain/points/year';
import { grantsOf } from '@/domain/people/roles';
import { once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { invalidField, refusal } from '@platform/refuse';
import { branchIn, personOf } from './branch-of';
import { points } from './os';

/**
 * A late joiner, or who comes from another branch (PTY-01). Of the latter the year goes along as it stands, category included:
 * who wants it changed decides on it afterwards. The roster has to have them as a member of this branch.
 */
export const addMember = points.addMember.handler(async ({ input, context, errors }) => {
  const { village, cycle, personId, category, from } = input;
  const { now, today, settings } = context;
  context.permit('points.addMember', { area: village });
  if (!isCivilDate(from) || from > today || !isIn(cycleDays(cycle, settings.party.cycleStart), from)) throw invalidField('from', 'DATE');
  return once(context, 'points.addMember', input, { target: `person:${personId}`, area: village, detail: { cycle } }, async (tx) => {
    const branch = await branchIn(tx, village);
    if (!isUnderWay(branch, cycle)) throw errors.CYCLE_STAGE();
    const person = await tx.get('people', personId);
    if (person?.status !== 'ACTIVE') throw invalidField('personId', 'NO_PERSON');
    const roles = grantsOf(person, today).filter(({ area }) => area === village).map(({ role }) => role);
    if (!roles.includes('PARTY_MEMBER')) throw invalidField('personId', 'NOT_IN_LINE');
    // Nobody chooses their own base: another category is the committee's to decide (PTY-06).
    if (personId === personOf(context).id && category !== proposedCategory(roles)) throw refusal('FORBIDDEN');
    const year = await tx.get('pointYears', yearIdOf(personId, cycle));
    const to = { village, name: branch.name, settled: branch.settledAt !== undefined, shared: branch.villageSees !== undefined };
    if (year === undefined) {
      await tx.insert('pointYears', yearOpened(await schemeOf(tx, context, cycle), { person: { id: personId, name: person.name }, branch: to, cycle, category, by: personOf(context).id, from, settled: to.settled, shared: to.shared, now }));
      return { done: true as const };
    }
    const moved = movedTo(year, to, from, now);
    if (!moved.ok) throw moved.reason === 'DATE' ? invalidField('from', 'DATE') : errors.CYCLE_STAGE();
    await tx.replace('pointYears', moved.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
