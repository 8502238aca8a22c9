import { decidedOn } from '@/domain/appraisals/acts';
import { yearIdOf } from '@/domain/points/year';
import { readTextIfAny } from '@platform/texts';
import { callerId, changeAppraisal } from './change-appraisal';
import { appraisals } from './os';
import { suggestedOf } from './suggested';

/** What the branch decided of a member (PTY-11): beside what the points suggest, never instead of it (PRV-08). */
export const decide = appraisals.decide.handler(async ({ input, context, errors }) => {
  const { about, grade, year } = input;
  const { store, settings, now } = context;
  context.permit('appraisals.decide', { area: input.village, personId: about });
  const reason = readTextIfAny('reason', input.reason, settings.text.stepMax);
  const by = callerId(context);
  const suggested = suggestedOf(await store.get('pointYears', yearIdOf(about, year)), settings);
  return changeAppraisal(context, errors, { action: 'appraisals.decide', input, decide: (one) => decidedOn(one, about, { grade, by, ...(reason === undefined ? {} : { reason }) }, suggested, now) });
});
