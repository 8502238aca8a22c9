/** What the store holds of one unit, as the judging needs it. */
import type { AreaCode, VillageCode } from '@/domain/areas/code';
import type { PersonId } from '@/domain/basics/ids';
import type { Household, Person } from '@/domain/people/person';
import type { Stored } from '@/domain/roster/judge';
import type { Sheets } from '@/domain/roster/rows';
import { MAX_IN, MAX_PAGE, type Store } from '@platform/store';
import { inBatches } from './tools';

/** Pages read at once. */
const READS = 4;

type Reader = Pick<Store, 'get' | 'find'>;

/**
 * Whose the ids of corrected numbers are (`Person.aliasOf`): few in a county, read whole. Without it a sheet with the right
 * number would bring a second person.
 */
export async function readAliases(store: Reader): Promise<ReadonlyMap<PersonId, PersonId>> {
  const aliases = new Map<PersonId, PersonId>();
  let after: string | undefined;
  do {
    const page = await store.find('people', { where: { aliasOf: { exists: true } }, limit: MAX_PAGE, after });
    for (const { _id, aliasOf } of page.items) if (aliasOf !== undefined) aliases.set(_id, aliasOf);
    after = page.next;
  } while (after !== undefined);
  return aliases;
}

/** The village with its households and people, and those of the persons the sheets name who live elsewhere. */
export async function readStored(store: Reader, unit: AreaCode, sheets: Sheets, personId: (idNumber: string) => PersonId, withResidents: boolean): Promise<Stored> {
  const isVillage = unit.length === 12;
  const village = isVillage ? await store.get('villages', unit) : undefined;
  const office = isVillage ? undefined : await store.get('offices', unit);
  const households = isVillage ? await householdsOf(store, unit) : [];
  const people = isVillage ? await peopleOf(store, unit) : [];
  const here = new Set(people.map((person) => person._id));
  const named = new Set(idNumbersOf(sheets, withResidents).map(personId));
  const absent = [...named].filter((id) => !here.has(id));
  const lots = Array.from({ length: Math.ceil(absent.length / MAX_IN) }, (_, n) => absent.slice(n * MAX_IN, (n + 1) * MAX_IN));
  const found = await inBatches(lots, READS, (ids) => store.find('people', { where: { _id: { in: ids } }, limit: MAX_PAGE }));
  const elsewhere = new Map(found.flatMap(({ items }) => items.map((person) => [person._id, person] as const)));
  return { ...(village && { village }), ...(office && { office }), households, people, elsewhere };
}

async function householdsOf(store: Reader, village: VillageCode): Promise<readonly Household[]> {
  const all: Household[] = [];
  let after: string | undefined;
  do {
    const page = await store.find('households', { where: { village }, orderBy: [{ field: 'number', direction: 'asc' }], limit: MAX_PAGE, after });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
}

async function peopleOf(store: Reader, village: VillageCode): Promise<readonly Person[]> {
  const all: Person[] = [];
  let after: string | undefined;
  do {
    const page = await store.find('people', { where: { village }, orderBy: [{ field: 'name', direction: 'asc' }], limit: MAX_PAGE, after });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
}

function idNumbersOf(sheets: Sheets, withResidents: boolean): readonly string[] {
  return [
    ...(withResidents ? sheets.residents.map((row) => row.id.number) : []),
    ...sheets.heads.flatMap((row) => (row.holder === undefined ? [] : [row.holder.id.number])),
    ...sheets.roles.map((row) => row.id.number),
    ...sheets.households.flatMap((row) => row.liaisons.map(({ id }) => id.number)),
  ];
}
