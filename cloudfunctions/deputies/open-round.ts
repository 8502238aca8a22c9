import { isCivilDate, yearOf } from '@/domain/basics/civil-time';
import { roundIdOf, roundOf, subjectOf, usualDates } from '@/domain/deputies/round';
import { boxIdOf } from '@platform/ballot-box/announce';
import { once } from '@platform/once';
import { invalidField } from '@platform/refuse';
import { congressOf } from './congress-of';
import { deputies } from './os';

/**
 * Opens the year's round (DEP-10, 22). The clock announces a ballot box for each deputy who is rated; whoever is not stands
 * in the round with the reason.
 */
export const openRound = deputies.openRound.handler(async ({ input, context, errors }) => {
  const { town, year } = input;
  const { settings, now, today } = context;
  context.permit('deputies.openRound', { area: town });
  if (year !== yearOf(today)) throw invalidField('year', 'DATE');
  const usual = usualDates(settings.deputy, year);
  const dates = { opensOn: input.opensOn ?? usual.opensOn, closesOn: input.closesOn ?? usual.closesOn };
  if (!isCivilDate(dates.opensOn)) throw invalidField('opensOn', 'DATE');
  if (!isCivilDate(dates.closesOn)) throw invalidField('closesOn', 'DATE');
  const id = roundIdOf(town, year);
  return once(context, 'deputies.openRound', input, { target: `round:${id}`, area: town, detail: { year } }, async (tx) => {
    if ((await tx.get('ratingRounds', id)) !== undefined) throw errors.ROUND_EXISTS();
    const round = roundOf(await congressOf(tx, town), year, dates, (mandate) => boxIdOf(subjectOf(town, mandate.id), year), now);
    if (!round.ok) {
      switch (round.reason.kind) {
        case 'ROLL_TOO_SHORT':
          throw errors.ROLL_TOO_SHORT({ data: { earliest: round.reason.earliest } });
        case 'NOBODY_TO_RATE':
          throw errors.NOBODY_TO_RATE();
        case 'DATES':
          throw invalidField('closesOn', 'DATE');
      }
    }
    await tx.insert('ratingRounds', round.value);
    return sizesOf(round.value.items);
  }, async () => sizesOf((await context.store.get('ratingRounds', id))?.items ?? []));
});

function sizesOf(items: readonly { readonly boxId?: string }[]): { rated: number; not: number } {
  const rated = items.filter(({ boxId }) => boxId !== undefined).length;
  return { rated, not: items.length - rated };
}
