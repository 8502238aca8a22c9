import { yearOf } from '@/domain/basics/civil-time';
import { usualDates } from '@/domain/deputies/round';
import { deputies } from './os';

const YEARS = 10;

/** A town's rounds, the newest first. */
export const rounds = deputies.rounds.handler(async ({ input, context }) => {
  const { store, today, settings } = context;
  context.permit('deputies.rounds', { area: input.town });
  const { items } = await store.find('ratingRounds', { where: { town: input.town }, orderBy: [{ field: 'year', direction: 'desc' }], limit: YEARS });
  const year = yearOf(today);
  return {
    year,
    usual: usualDates(settings.deputy, year),
    items: items.map((round) => ({
      year: round.year,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      publishedAt: round.publishedAt,
      rated: round.items.filter(({ boxId }) => boxId !== undefined).length,
      confirmed: round.items.filter(({ confirmed }) => confirmed !== undefined).length,
    })),
  };
});
