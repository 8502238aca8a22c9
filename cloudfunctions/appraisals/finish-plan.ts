import { planFinished } from '@/domain/appraisals/acts';
import { readText } from '@platform/texts';
import { changeAppraisal } from './change-appraisal';
import { appraisals } from './os';

/** What became of an improvement plan (PTY-13). */
export const finishPlan = appraisals.finishPlan.handler(async ({ input, context, errors }) => {
  const { about } = input;
  context.permit('appraisals.finishPlan', { area: input.village, personId: about });
  const result = readText('result', input.result, context.settings.text.stepMax, 'NEEDED');
  return changeAppraisal(context, errors, { action: 'appraisals.finishPlan', input, decide: (one) => planFinished(one, about, result, context.now) });
});
