import { replied } from '@/domain/deputies/opinion';
import { changeOpinion, permittedOpinion } from './change-opinion';
import { deputies } from './os';
import { readText } from '@platform/texts';

/** The unit's reply, which everybody can read (DEP-07; 代表法 art. 51). */
export const reply = deputies.reply.handler(async ({ input, context, errors }) => {
  const { settings, now } = context;
  const opinion = await permittedOpinion(context, 'deputies.reply', input.opinionId);
  const text = readText('text', input.text, settings.text.issueMax, 'NEEDED');
  const by = opinion.suggestion?.unitName ?? '';
  return changeOpinion(context, errors, { action: 'deputies.reply', input, decide: (one) => replied(one, { at: now, kind: input.kind, text, by }) });
});
