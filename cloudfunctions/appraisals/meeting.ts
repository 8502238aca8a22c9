import { minuted } from '@/domain/appraisals/acts';
import { needLine, readText } from '@platform/texts';
import { changeAppraisal, needDate } from './change-appraisal';
import { appraisals } from './os';

/** The minutes of the assembly that decides (PTY-11). */
export const meeting = appraisals.meeting.handler(async ({ input, context, errors }) => {
  const { on, called, came } = input;
  context.permit('appraisals.meeting', { area: input.village });
  needDate('on', on);
  const minutes = { on, called, came, host: needLine('host', input.host), recorder: needLine('recorder', input.recorder), text: readText('text', input.text, context.settings.text.issueMax, 'NEEDED') };
  return changeAppraisal(context, errors, { action: 'appraisals.meeting', input, decide: (one) => minuted(one, minutes, context.now) });
});
