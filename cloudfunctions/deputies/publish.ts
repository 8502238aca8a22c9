import { addCivilDays, endOfDay } from '@/domain/basics/civil-time';
import { FEEDBACK_DAYS, isConfirmed, roundIdOf } from '@/domain/deputies/round';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { deputies } from './os';

/** Publishes a round whole, with its counts; the clock tells each deputy in writing (DEP-17, PUB-04). */
export const publish = deputies.publish.handler(async ({ input, context, errors }) => {
  const { town, year } = input;
  const { now, today } = context;
  context.permit('deputies.publish', { area: town });
  const id = roundIdOf(town, year);
  return once(context, 'deputies.publish', input, { target: `round:${id}`, area: town, detail: { year } }, async (tx) => {
    const round = await tx.get('ratingRounds', id);
    if (round === undefined) throw refusal('NOT_FOUND');
    if (round.publishedAt !== undefined) throw errors.ROUND_PUBLISHED();
    if (!isConfirmed(round)) throw errors.NOT_ALL_CONFIRMED({ data: { left: round.items.filter(({ boxId, confirmed }) => boxId !== undefined && confirmed === undefined).length } });
    await tx.replace('ratingRounds', { ...round, publishedAt: now, feedbackBy: endOfDay(addCivilDays(today, FEEDBACK_DAYS)), told: 0, dueAt: now });
    return { publishedAt: now };
  }, async () => ({ publishedAt: (await context.store.get('ratingRounds', id))?.publishedAt ?? now }));
});
