import { replied } from '@/domain/deputies/opinion';
import { changeOpinion } from './change-opinion';
import { deputies } from './os';
import { readText } from '@platform/texts';

/** The unit's reply, which everybody can read (DEP-07; 代表法 art. 51). */
export const reply = deputies.reply.handler(({ input, context, errors }) => {
  const { settings, now } = context;
  return changeOpinion(context, errors, {
    action: 'deputies.reply',
    input,
    decide: (one) => replied(one, { at: now, kind: input.kind, text: readText('text', input.text, settings.text.issueMax, 'NEEDED'), by: one.suggestion?.unitName ?? '' }),
  });
});
