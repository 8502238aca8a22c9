/** The three lines and the grid chain of the household, one tap from a call where the holder agreed (LNS-05). */
import type { ContactCard } from '@/contract/people';
import { assert } from '@/domain/basics/assert';
import type { CivilDate } from '@/domain/basics/ids';
import { mandatesOf, type Congress } from '@/domain/deputies/congress';
import { chainOfHousehold, headLineOf, type ContactPlace } from '@/domain/grid/contacts';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import { hoursOfLine, LINE_DUTIES } from '@/domain/wording/people-contacts';
import type { Household, Person } from '@/domain/people/person';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import { people } from './os';

export const contacts = people.contacts.handler(async ({ context }) => {
  context.permit('people.contacts');
  const { caller, store, settings, today } = context;
  if (caller.person === undefined) throw refusal('NOT_BOUND');
  const household = await store.get('households', caller.person.householdId);
  const village = await store.get('villages', caller.person.village);
  assert(household !== undefined && village !== undefined, 'a person on the roster has a household in a village');
  const town = await store.get('offices', village.town);
  const liaisons = await liaisonsOf(context, household);

  const congress = household.liaisons.some(({ line }) => line === 'DEPUTY') ? await store.get('congresses', village.town) : undefined;

  const places = chainOfHousehold(household, village, town, today);
  const head = headLineOf(places);
  const meanwhile = places.find((place) => place.holder !== undefined);
  return {
    lines: [
      ...lineCards(context, 'PARTY', household, liaisons, meanwhile),
      ...lineCards(context, 'DEPUTY', household, liaisons, meanwhile).map((card) => withPage(card, congress, today)),
      ...(head ? [placeCard(context, head)] : []),
    ],
    chain: places.map((place) => placeCard(context, place)),
    household: household.address === '' ? household.number : household.address,
    helpPhone: settings.servicePhones[0]?.number,
  };
});

async function liaisonsOf({ store }: Context, household: Household): Promise<readonly Person[]> {
  const ids = household.liaisons.map(({ personId }) => personId).slice(0, 100);
  if (ids.length === 0) return [];
  const { items } = await store.find('people', { where: { _id: { in: ids } }, limit: 100 });
  return items.filter((person) => person.status === 'ACTIVE');
}

/** A line's liaisons; where it has none, that is said, and who answers meanwhile. */
function lineCards(
  context: Context,
  line: 'PARTY' | 'DEPUTY',
  household: Household,
  active: readonly Person[],
  meanwhile: ContactPlace | undefined,
): readonly ContactCard[] {
  const ids = household.liaisons.filter((liaison) => liaison.line === line).map(({ personId }) => personId);
  const duty = LINE_DUTIES[line];
  const cards = active.filter((person) => ids.includes(person._id)).map((person): ContactCard => ({
    personId: person._id,
    name: person.name,
    duty,
    area: '',
    line,
    hours: person.hours ?? hoursOfLine(line, context.settings),
    phone: person.phoneShown && person.phoneSealed !== undefined ? context.sealer.open(person.phoneSealed) : undefined,
    vacant: false,
  }));
  return cards.length > 0 ? cards : [{ name: '', duty, area: '', line, vacant: true, next: wordsOf(meanwhile) }];
}

/** Whoever has a mandate in the household's town has a page there; a deputy who lives elsewhere has none here. */
function withPage(card: ContactCard, congress: Congress | undefined, today: CivilDate): ContactCard {
  const [mandate] = congress === undefined || card.personId === undefined ? [] : mandatesOf(congress, card.personId, today);
  return mandate === undefined || congress === undefined ? card : { ...card, deputy: { town: congress._id, mandate: mandate.id } };
}

function placeCard({ sealer }: Context, place: ContactPlace): ContactCard {
  const { line, post, area, holder, standInFor, next } = place;
  const duty = post === undefined ? '' : dutyOfPost(post);
  if (holder === undefined) {
    return { name: '', duty, area, line, vacant: true, next: next && `${dutyOfPost(next.post)}${next.name}` };
  }
  return {
    personId: holder.personId,
    name: holder.name,
    duty,
    area,
    line,
    standInFor,
    hours: holder.hours,
    phone: holder.phoneSealed === undefined ? undefined : sealer.open(holder.phoneSealed),
    vacant: false,
  };
}

function wordsOf(place: ContactPlace | undefined): string | undefined {
  return place?.holder && place.post !== undefined ? `${dutyOfPost(place.post)}${place.holder.name}` : undefined;
}
