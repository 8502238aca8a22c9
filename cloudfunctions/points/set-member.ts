import { isCivilDate } from '@/domain/basics/civil-time';
import { isUnderWay } from '@/domain/points/branch';
import { placed } from '@/domain/points/year-acts';
import { yearIdOf } from '@/domain/points/year';
import { once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { invalidField } from '@platform/refuse';
import { readLine } from '@platform/texts';
import { branchIn, personOf } from './branch-of';
import { points } from './os';

/** Puts a member in a category and a group; once the categories are settled with the branch's decision and its reason (PTY-02). */
export const setMember = points.setMember.handler(async ({ input, context, errors }) => {
  const { village, cycle, personId, category, decidedOn } = input;
  const { now, today } = context;
  context.permit('points.setMember', { area: village, personId });
  if (decidedOn !== undefined && (!isCivilDate(decidedOn) || decidedOn > today)) throw invalidField('decidedOn', 'DATE');
  const group = readLine(input.group);
  const reason = readLine(input.reason);
  return once(context, 'points.setMember', input, { target: `person:${personId}`, area: village, detail: { cycle, category } }, async (tx) => {
    const branch = await branchIn(tx, village);
    if (!isUnderWay(branch, cycle)) throw errors.CYCLE_STAGE();
    if (group !== undefined && !branch.groups.includes(group)) throw invalidField('group', 'UNKNOWN');
    const year = await tx.get('pointYears', yearIdOf(personId, cycle));
    if (year?.branch !== village) throw invalidField('personId', 'NO_PERSON');
    const placing = { category, by: personOf(context).id, now, ...(group === undefined ? {} : { group }), ...(decidedOn === undefined ? {} : { decidedOn }), ...(reason === undefined ? {} : { reason }) };
    const after = placed(year, await schemeOf(tx, context, cycle), placing, branch.settledAt !== undefined);
    if (!after.ok) throw after.reason === 'CLOSED' ? errors.CYCLE_STAGE() : invalidField(decidedOn === undefined ? 'decidedOn' : 'reason', 'REQUIRED');
    await tx.replace('pointYears', after.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
