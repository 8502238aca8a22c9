import { normaliseText } from '@/domain/basics/text';
import { belongingOf } from '@/domain/voting/box';
import { whyNot } from '@/domain/voting/electorate';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { knownBox } from './boxes';
import { voting } from './os';

/**
 * Answers an objection. What follows, the clock does: the roll is put right, and who objected is told. Until then the box
 * does not open, so that a roll is never frozen with an answer that was given and not done (VOTE-11).
 */
export const answerObjection = voting.answerObjection.handler(async ({ input, context, errors }) => {
  const { store, caller, now } = context;
  const objection = await store.get('boxObjections', input.objectionId);
  const box = objection && (await knownBox(context, objection.box));
  context.permit('voting.answerObjection', { ...(box && belongingOf(box)), personId: objection?.personId, workOf: objection ? [objection.by] : undefined });
  const answeredBy = caller.person?.id;
  if (objection === undefined || box === undefined || answeredBy === undefined) throw refusal('NOT_FOUND');
  const answer = normaliseText(input.text);
  if (answer === '') throw invalidField('text', 'REQUIRED');
  const audited = { target: `box:${box._id}`, area: box.area, detail: { objection: objection._id, accepted: input.accept } };
  return once(context, 'voting.answerObjection', input, audited, async (tx) => {
    const stands = await tx.get('boxObjections', objection._id);
    if (stands?.open !== true) throw refusal('CHANGED_MEANWHILE');
    if (input.accept && objection.stage === 'ROLL') {
      if (box.state !== 'SHOWN') throw errors.ROLL_FROZEN();
      const person = await tx.get('people', objection.personId);
      const why = person === undefined ? 'LEFT' : whyNot(box.electorate, person, box.opensAt);
      if (objection.about !== 'REMOVE' && why !== undefined) throw errors.NOT_ELIGIBLE_FOR_ROLL({ data: { why } });
    }
    await tx.update('boxObjections', objection._id, { set: { open: false, accepted: input.accept, answer, answeredAt: now, answeredBy, dueAt: now } });
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
