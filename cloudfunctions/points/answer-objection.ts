import { objectionAnswered, publicationIdOf } from '@/domain/points/publication';
import { notice, toPerson } from '@platform/notices';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { readText } from '@platform/texts';
import { personOf } from './branch-of';
import { points } from './os';

/** The branch answers an objection, which is filed with the publication; nobody answers one about themselves (PTY-10). */
export const answerObjection = points.answerObjection.handler(async ({ input, context, errors }) => {
  const { village, cycle, n, objectionId } = input;
  const { settings, now } = context;
  const answer = readText('answer', input.answer, settings.text.stepMax, 'NEEDED');
  const publication = publicationIdOf(village, cycle, n);
  return once(context, 'points.answerObjection', input, { target: `publication:${publication}`, area: village }, async (tx) => {
    const before = await tx.get('pointPublications', publication);
    const objection = before?.objections.find(({ id }) => id === objectionId);
    context.permit('points.answerObjection', before && { area: before.branch, personId: objection?.about });
    if (before === undefined || objection === undefined) throw refusal('NOT_FOUND');
    const after = objectionAnswered(before, objectionId, answer, personOf(context).id, now);
    if (!after.ok) throw errors.CYCLE_STAGE();
    await tx.replace('pointPublications', after.value);
    await tx.insert('notices', notice({ to: toPerson(objection.by), kind: 'POINTS_OBJECTION_ANSWERED', at: now, data: { village, n }, cause: objectionId }));
    return { done: true as const };
  }, () => {
    context.permit('points.answerObjection', { area: village });
    return Promise.resolve({ done: true as const });
  });
});
