import type { OpeningPlan } from '@/domain/appraisals/opening';
import { appraisalOf } from '@/domain/appraisals/opening';
import { appraisalIdOf } from '@/domain/appraisals/appraisal';
import { subjectOf } from '@/domain/appraisals/measure';
import { boxIdOf } from '@platform/ballot-box/announce';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { needDate } from './change-appraisal';
import { membersOf } from './members';
import { appraisals } from './os';

/** Opens the year's appraisal of everybody who is a member now (PTY-11). The clock tells them, and announces a box a member. */
export const open = appraisals.open.handler(async ({ input, context, errors }) => {
  const { village, year, selfUntil, measure, opensOn, closesOn } = input;
  const { store, settings, now } = context;
  context.permit('appraisals.open', { area: village });
  for (const [path, date] of Object.entries({ selfUntil, opensOn, closesOn })) if (date !== undefined) needDate(path, date);
  const members = await membersOf(store, village, year);
  const id = appraisalIdOf(village, year);
  return once(context, 'appraisals.open', input, { target: `appraisal:${id}`, area: village, detail: { year, members: members.length } }, async (tx) => {
    if ((await tx.get('appraisals', id)) !== undefined) throw errors.APPRAISAL_EXISTS();
    const branch = await tx.get('branches', village);
    if (branch === undefined) throw refusal('NOT_FOUND');
    const plan: OpeningPlan = { village, branch: branch.name, year, selfUntil, measure, ...(opensOn === undefined ? {} : { opensOn }), ...(closesOn === undefined ? {} : { closesOn }) };
    const opened = appraisalOf(plan, members, settings.party.measureK, (personId) => boxIdOf(subjectOf(village, year, personId), year), now);
    if (!opened.ok) {
      switch (opened.reason.kind) {
        case 'ROLL_TOO_SHORT':
          throw errors.ROLL_TOO_SHORT({ data: { earliest: opened.reason.earliest } });
        case 'TOO_FEW_MEMBERS':
          throw errors.TOO_FEW_MEMBERS({ data: { least: opened.reason.least } });
        case 'FIELD':
          throw invalidField(opened.reason.path, 'DATE');
      }
    }
    await tx.insert('appraisals', opened.value);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
