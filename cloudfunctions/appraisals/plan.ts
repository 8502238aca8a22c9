import { planned } from '@/domain/appraisals/acts';
import { notice, toPerson } from '@platform/notices';
import { readText } from '@platform/texts';
import { changeAppraisal, needDate } from './change-appraisal';
import { appraisals } from './os';

/** An improvement plan of whoever was 基本合格 or 不合格 (PTY-13). */
export const plan = appraisals.plan.handler(async ({ input, context, errors }) => {
  const { village, year, about, due } = input;
  const { settings, now } = context;
  context.permit('appraisals.plan', { area: village, personId: about });
  needDate('due', due);
  const text = readText('text', input.text, settings.text.stepMax, 'NEEDED');
  return changeAppraisal(context, errors, {
    action: 'appraisals.plan',
    input,
    decide: (one) => planned(one, about, { text, due }, settings.party.improvementDays, now),
    also: (tx) => tx.insert('notices', notice({ to: toPerson(about), kind: 'APPRAISAL_PLAN', at: now, data: { village, year, day: due }, cause: input.requestId })),
  });
});
