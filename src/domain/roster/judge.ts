/** What the judging of a village's rows stands on: the store as it is, and how persons and households are found in it. */
import type { AreaCode, VillageCode } from '../areas/code';
import type { CivilDate, HouseholdId, PersonId } from '../basics/ids';
import type { Office, Village } from '../grid/grid';
import type { IdNumber } from '../people/id-number';
import type { Household, Person } from '../people/person';
import type { GridSettings } from '../settings/policy-settings';
import { reportOn, type Report } from './cells';
import type { RawRow, ResidentRow, Sheets } from './rows';

/** The ids and look-up keys that derive from what a sheet says; keyed, so they are handed in. */
export interface Keys {
  /** Whose number it is, corrected numbers included. */
  readonly personId: (idNumber: string) => PersonId;
  /** What the number alone gives. */
  readonly idKey: (idNumber: string) => PersonId;
  readonly phoneKey: (mobile: string) => string;
  readonly householdId: (village: VillageCode, number: string) => HouseholdId;
}

/** What the store holds. */
export interface Stored {
  readonly village?: Village;
  readonly office?: Office;
  readonly households: readonly Household[];
  /** The persons of this village, those who left included. */
  readonly people: readonly Person[];
  /** Those of the persons the sheets name who live in other villages. */
  readonly elsewhere: ReadonlyMap<PersonId, Person>;
}

export interface Court {
  readonly unit: AreaCode;
  readonly nameOf: (area: AreaCode) => string;
  readonly today: CivilDate;
  readonly settings: GridSettings;
  readonly keys: Keys;
  readonly stored: Stored;
  readonly report: Report;
}

/** Counts of a comparison. */
export interface Changes {
  readonly add: number;
  readonly change: number;
  readonly leave: number;
  readonly same: number;
}

/** Counts up as the comparison goes. */
export interface Tally {
  add: number;
  change: number;
  leave: number;
  same: number;
}

export function emptyTally(): Tally {
  return { add: 0, change: 0, leave: 0, same: 0 };
}

/** Someone a row names, wherever the import or the store knows them from. */
export interface Known {
  readonly id: PersonId;
  /** Absent for someone who is only about to be loaded with another village. */
  readonly name?: string;
  readonly home: AreaCode;
  readonly bornOn: CivilDate;
  /** As the store has it. */
  readonly before?: Person;
}

/** Finds the persons that rows name. */
export interface WhoIsWho {
  readonly resident: (id: PersonId) => ResidentRow | undefined;
  readonly before: (id: PersonId) => Person | undefined;
  readonly find: (row: RawRow, field: string, id: IdNumber) => Known | undefined;
  /** Whether a row that names this person was left out already, so that its absence is not news. */
  readonly isLeftOut: (id: IdNumber, name?: string) => boolean;
  /** Those found only with another village of the import, so far. */
  readonly awaited: ReadonlySet<PersonId>;
}

export function whoIsWho(sheets: Sheets, court: Court): WhoIsWho {
  const { keys, stored, unit } = court;
  const residents = new Map(sheets.residents.map((row) => [keys.personId(row.id.number), row]));
  const people = new Map(stored.people.map((person) => [person._id, person]));
  const awaited = new Set<PersonId>();
  const before = (id: PersonId) => people.get(id) ?? stored.elsewhere.get(id);
  return {
    resident: (id) => residents.get(id),
    before,
    find(row, field, idNumber) {
      const id = keys.personId(idNumber.number);
      const person = before(id);
      const resident = residents.get(id);
      if (resident !== undefined) return { id, name: resident.name, home: unit, bornOn: idNumber.bornOn, before: person };
      if (person !== undefined && person.status === 'ACTIVE') return { id, name: person.name, home: person.grid, bornOn: idNumber.bornOn, before: person };
      const home = row.homes?.[field];
      if (home === undefined) return undefined;
      awaited.add(id);
      return { id, home, bornOn: idNumber.bornOn };
    },
    awaited,
    isLeftOut: (id, name) => sheets.leftOut.idNumbers.has(id.number) || (name === undefined ? sheets.leftOut.names.size > 0 : sheets.leftOut.names.has(name)),
  };
}

/** Reports that a name and an ID number are not the same person's. */
export function checkName(row: RawRow, field: string, name: string, known: Known, report: Report): boolean {
  if (known.name === undefined || known.name === name) return true;
  reportOn(report, row, field, 'PERSON_NAME_DIFFERS', { name: known.name });
  return false;
}
