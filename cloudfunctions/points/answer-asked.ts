import { answered } from '@/domain/points/entry-acts';
import { readText } from '@platform/texts';
import { changeEntry } from './change-entry';
import { points } from './os';

/** The member answers what the verifier asked once (BUR-02). */
export const answerAsked = points.answerAsked.handler(({ input, context, errors }) => {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  return changeEntry(context, errors, {
    action: 'points.answerAsked', input,
    target: ({ personId }) => ({ personId }),
    decide: (entry) => answered(entry, text, context.now, context.settings),
  });
});
