import type { DeputyPageView } from '@/contract/deputies';
import { assert } from '@/domain/basics/assert';
import { yearOf } from '@/domain/basics/civil-time';
import { emptyYear, ENTERED_HEADINGS, yearIdOf } from '@/domain/deputies/archive';
import { isInForceOn } from '@/domain/deputies/congress';
import type { Round } from '@/domain/deputies/round';
import { mandateIn } from './congress-of';
import { deputies } from './os';
import { confirmedView, deputyCards, ratingView, stationView, suggestionView, yearView } from './views';

const SHOWN = 30;
const ROUNDS = 5;

/** One deputy: who they are, their year in figures and in what came of it, the ratings that are published (DEP-03, 09). */
export const deputy = deputies.deputy.handler(async ({ input, context }) => {
  context.permit('deputies.deputy');
  const { store, sealer, today } = context;
  const { congress, mandate } = await mandateIn(store, input.town, input.mandate);
  const year = input.year ?? yearOf(today);
  const person = await store.get('people', mandate.personId);
  const figures = (await store.get('deputyYears', yearIdOf(mandate.id, year))) ?? emptyYear(mandate.id, year);
  const entries = await store.find('deputyEntries', {
    where: { mandates: { contains: mandate.id }, heading: { in: ENTERED_HEADINGS }, on: { gte: `${year}-01-01`, lte: `${year}-12-31` } },
    orderBy: [{ field: 'on', direction: 'desc' }],
    limit: SHOWN,
  });
  const opinions = await store.find('opinions', { where: { mandate: mandate.id, proposed: true }, orderBy: [{ field: 'at', direction: 'desc' }], limit: SHOWN });
  const rounds = await store.find('ratingRounds', { where: { town: congress._id }, orderBy: [{ field: 'year', direction: 'desc' }], limit: ROUNDS });
  const [card] = await deputyCards(context, congress, [mandate]);
  assert(card !== undefined, 'one mandate has one card');
  const station = congress.stations.find(({ id }) => id === mandate.stationId);
  return {
    deputy: card,
    town: congress._id,
    townName: congress.name,
    station: station && stationView(station),
    phone: isInForceOn(mandate, today) ? (mandate.phone ?? (person?.phoneShown === true && person.phoneSealed !== undefined ? sealer.open(person.phoneSealed) : undefined)) : undefined,
    year: yearView(figures),
    // What the presidium has not taken up is not published.
    suggestions: opinions.items.filter(({ suggestion }) => suggestion?.assignedOn?.startsWith(String(year))).flatMap((one) => suggestionView(one) ?? []),
    entries: entries.items.flatMap(({ heading, on, title, absent }) => (title === undefined ? [] : [{ heading, on, title, came: !absent.includes(mandate.id) }])),
    ratings: rounds.items.flatMap((round) => publishedOf(round, mandate.id)),
    setAside: rounds.items.flatMap(({ year: of, items }) => items.flatMap((item) => (item.mandate === mandate.id && item.setAside !== undefined ? [{ year: of, reason: item.setAside.reason }] : []))),
  };
});

function publishedOf(round: Round, mandate: string): DeputyPageView['ratings'] {
  const item = round.items.find((one) => one.mandate === mandate);
  if (round.publishedAt === undefined || item?.confirmed === undefined || item.boxId === undefined) return [];
  const { outcome, counts } = item.confirmed;
  return [{ year: round.year, boxId: item.boxId, publishedAt: round.publishedAt, rating: ratingView(outcome, counts), confirmed: confirmedView(item.confirmed), feedbackBy: round.feedbackBy ?? round.publishedAt }];
}
