import { selfWritten } from '@/domain/appraisals/acts';
import { readText } from '@platform/texts';
import { callerId, changeAppraisal } from './change-appraisal';
import { appraisals } from './os';

/** 个人自评 (PTY-11): one's own, in words, with the grade one gives oneself. */
export const self = appraisals.self.handler(async ({ input, context, errors }) => {
  const { now, settings, caller } = context;
  context.permit('appraisals.self', { personId: caller.person?.id });
  const text = readText('text', input.text, settings.text.issueMax, 'NEEDED');
  const who = callerId(context);
  return changeAppraisal(context, errors, { action: 'appraisals.self', input, decide: (one) => selfWritten(one, who, { text, grade: input.grade }, now) });
});
