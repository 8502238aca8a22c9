import { paperCounted } from '@/domain/appraisals/acts';
import { needLine } from '@platform/texts';
import { callerId, changeAppraisal } from './change-appraisal';
import { appraisals } from './os';

/** 民主测评 on paper, as two tellers counted it. */
export const paper = appraisals.paper.handler(async ({ input, context, errors }) => {
  const { about, counts } = input;
  context.permit('appraisals.paper', { area: input.village, personId: about });
  const tellers = [needLine('tellers', input.tellers[0]), needLine('tellers', input.tellers[1])] as const;
  const by = callerId(context);
  return changeAppraisal(context, errors, { action: 'appraisals.paper', input, decide: (one) => paperCounted(one, about, { counts, tellers, by }, context.now) });
});
