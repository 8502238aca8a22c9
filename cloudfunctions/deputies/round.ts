import type { RoundItemView } from '@/contract/deputies';
import { usesComposite } from '@/domain/deputies/composite';
import { proposedMeasures, roundIdOf, suggestedGrade, type RoundItem } from '@/domain/deputies/round';
import type { Grade } from '@/domain/voting/rating';
import type { Box } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import { deputies } from './os';
import { confirmedView, ratingView } from './views';

/** A round for the presidium: who is rated and who not, and once the boxes are counted the counts (DEP-10..17). */
export const round = deputies.round.handler(async ({ input, context }) => {
  const { store } = context;
  context.permit('deputies.round', { area: input.town });
  const found = await store.get('ratingRounds', roundIdOf(input.town, input.year));
  if (found === undefined) throw refusal('NOT_FOUND');
  const before = await store.get('ratingRounds', roundIdOf(input.town, input.year - 1));
  const ids = found.items.flatMap(({ boxId, announced }) => (boxId !== undefined && announced ? [boxId] : [])).slice(0, 100);
  const boxes = ids.length === 0 ? [] : (await store.find('boxes', { where: { _id: { in: ids } }, limit: 100 })).items;
  const { town, townName, year, rollShownAt, opensAt, closesAt, publishedAt, items } = found;
  return {
    town, townName, year, rollShownAt, opensAt, closesAt, publishedAt,
    composite: usesComposite(context.settings.deputy) ? [...context.settings.deputy.composite] : undefined,
    items: items.map((item) => itemView(context, item, boxes.find(({ _id }) => _id === item.boxId), gradeLastYear(before?.items, item))),
  };
});

/** The grade that the person had the year before, whichever mandate it was in (DEP-17: two years running). */
export function gradeLastYear(items: readonly RoundItem[] | undefined, { personId }: Pick<RoundItem, 'personId'>): Grade | undefined {
  return items?.find((one) => one.personId === personId && one.confirmed?.grade !== undefined)?.confirmed?.grade;
}

function itemView({ settings, caller }: Context, item: RoundItem, box: Box | undefined, lastYear: Grade | undefined): RoundItemView {
  const { mandate, name, constituency, why, boxId, confirmed } = item;
  // Whoever is of the presidium and rated learns their own count with everybody else.
  const result = caller.person?.id === item.personId ? undefined : box?.result;
  const outcome = result?.outcome;
  return {
    mandate, name, constituency, why, boxId,
    rating: outcome && ratingView(outcome, result?.counts),
    proposed: outcome === undefined ? [] : [...proposedMeasures(outcome, confirmed?.grade ?? suggestedGrade(outcome), result?.counts, lastYear, settings.deputy.act)],
    confirmed: confirmed && result ? confirmedView(confirmed) : undefined,
    held: box?.state === 'HELD',
    reason: item.setAside?.reason,
  };
}
