import { objected, publicationIdOf } from '@/domain/points/publication';
import { derivedId } from '@platform/ids';
import { inboxNotice, toRole } from '@platform/notices';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { countSent, permitSending } from '@platform/sending';
import { readText } from '@platform/texts';
import { personOf } from './branch-of';
import { points } from './os';

/** A member objects to what was published of somebody, themselves included, while it is open (PTY-10). */
export const objectTo = points.objectTo.handler(async ({ input, context, errors }) => {
  const { village, cycle, n, about } = input;
  const { settings, now } = context;
  context.permit('points.objectTo', { area: village });
  const text = readText('text', input.text, settings.text.stepMax, 'NEEDED');
  const person = personOf(context);
  const id = derivedId('objection', person.id, input.requestId);
  const publication = publicationIdOf(village, cycle, n);
  return once(context, 'points.objectTo', input, { target: `publication:${publication}`, area: village }, async (tx) => {
    permitSending(context, 'BRANCH_WORD');
    const before = await tx.get('pointPublications', publication);
    if (before === undefined) throw refusal('NOT_FOUND');
    const after = objected(before, { id, by: person.id, byName: person.name, about, text, at: now });
    if (!after.ok) throw after.reason.kind === 'TOO_LATE' ? errors.TOO_LATE({ data: { until: after.reason.until } }) : invalidField('about', 'UNKNOWN');
    await tx.replace('pointPublications', after.value);
    await countSent(tx, context, 'BRANCH_WORD');
    await tx.insert('notices', inboxNotice({ to: toRole('BRANCH_SECRETARY', village), kind: 'POINTS_OBJECTION', at: now, data: { village, n }, cause: id }));
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
