import { opined } from '@/domain/appraisals/acts';
import { readText } from '@platform/texts';
import { callerId, changeAppraisal } from './change-appraisal';
import { appraisals } from './os';

/** 支委会意见 (PTY-11): of a member, never of oneself. */
export const opinion = appraisals.opinion.handler(async ({ input, context, errors }) => {
  const { about, grade } = input;
  context.permit('appraisals.opinion', { area: input.village, personId: about });
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  const by = callerId(context);
  return changeAppraisal(context, errors, { action: 'appraisals.opinion', input, decide: (one) => opined(one, about, { text, by, ...(grade === undefined ? {} : { grade }) }, context.now) });
});
