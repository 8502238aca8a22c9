import { reported } from '@/domain/appraisals/acts';
import { notice, toRole } from '@platform/notices';
import { callerId, changeAppraisal } from './change-appraisal';
import { membersOf } from './members';
import { appraisals } from './os';

/** Reports the whole to the town's Party committee (PTY-11); the clock tells each member their own result. */
export const report = appraisals.report.handler(async ({ input, context, errors }) => {
  const { village, year } = input;
  const { store, settings, now } = context;
  context.permit('appraisals.report', { area: village });
  const by = callerId(context);
  const members = new Set((await membersOf(store, village, year)).map(({ personId }) => personId));
  const { improvementDays } = settings.party;
  return changeAppraisal(context, errors, {
    action: 'appraisals.report',
    input,
    decide: (one) => reported(one, { by, improvementDays, isMember: (personId) => members.has(personId) }, now),
    also: (tx, { _id, town, branch }) => tx.insert('notices', notice({ to: toRole('TOWN_PARTY', town), kind: 'APPRAISAL_REPORTED', at: now, data: { village, year, branch }, cause: _id })),
  });
});
