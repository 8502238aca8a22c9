import { remarked } from '@/domain/appraisals/acts';
import { remarksIdOf } from '@/domain/appraisals/appraisal';
import { derivedId } from '@platform/ids';
import { countSent, permitSending } from '@platform/sending';
import { readText } from '@platform/texts';
import { callerId, changeAppraisal } from './change-appraisal';
import { appraisals } from './os';

/** 党员互评 (PTY-11): signed, for the member and the committee to read. */
export const remark = appraisals.remark.handler(async ({ input, context, errors }) => {
  const { village, year, about, kind } = input;
  const { now, settings, caller } = context;
  context.permit('appraisals.remark', { area: village, personId: about });
  const text = readText('text', input.text, settings.text.stepMax, 'NEEDED');
  const by = callerId(context);
  const _id = derivedId('remark', caller.account, input.requestId);
  return changeAppraisal(context, errors, {
    action: 'appraisals.remark',
    input,
    decide: (one) => remarked(one, about, now),
    async also(tx) {
      // Whatever tells a repeat from a new one has been asked.
      permitSending(context, 'BRANCH_WORD');
      await countSent(tx, context, 'BRANCH_WORD');
      await tx.insert('appraisalRemarks', { _id, of: remarksIdOf(village, year, about), about, by, byName: caller.person?.name ?? '', kind, text, at: now });
    },
  });
});
