/** Who lives in the village, as the sheet of residents and the store say together. */
import type { HouseholdId, PersonId } from '../basics/ids';
import { isWithin, villageOf, type GridCode } from '../areas/code';
import { postsOf } from '../grid/posts';
import type { Person } from '../people/person';
import { grantsOf } from '../people/roles';
import { placeOf, reportOn, withoutZeros } from './cells';
import { emptyTally, type Changes, type Court } from './judge';
import type { JudgedGrids } from './judge-grids';
import type { ResidentRow, Sheets } from './rows';
import type { Granted, PersonTarget } from './target';

/** Where a household will be, as far as its number tells. */
export type HomeOf = (number: string) => { readonly id: HouseholdId; readonly grid: GridCode } | undefined;

export interface JudgedPeople {
  readonly people: readonly PersonTarget[];
  readonly leaving: readonly Person[];
  /** Everyone who lives here after the load, by household, in the order of the book. */
  readonly members: ReadonlyMap<HouseholdId, readonly PersonId[]>;
  readonly changes: Changes;
}

/** Each person once, in one household, of this village only. */
export function judgePeople(sheets: Sheets, court: Court, grids: JudgedGrids, homeOf: HomeOf, granted: ReadonlyMap<PersonId, Granted>): JudgedPeople {
  const { stored, report, keys } = court;
  const byId = new Map<PersonId, Person>(stored.people.map((person) => [person._id, person]));
  const listed = new Map<PersonId, ResidentRow>();
  const people: PersonTarget[] = [];
  const tally = emptyTally();
  // A cell kept as a number has lost the zeros before it: 01 comes as 1.
  const twins = new Map(sheets.households.map(({ number }) => [withoutZeros(number), number]));
  for (const row of sheets.residents) {
    const id = keys.personId(row.id.number);
    const first = listed.get(id);
    if (first !== undefined) {
      const twice = first.number === row.number ? 'PERSON_TWICE' : 'PERSON_IN_TWO_HOUSEHOLDS';
      reportOn(report, row.raw, 'idNumber', twice, { ...placeOf(first.raw), household: first.number });
      continue;
    }
    listed.set(id, row);
    const before = byId.get(id) ?? stored.elsewhere.get(id);
    const home = homeOf(row.number);
    if (home === undefined) {
      if (sheets.leftOut.households.has(row.number.toUpperCase())) continue;
      const twin = twins.get(withoutZeros(row.number));
      if (twin === undefined) reportOn(report, row.raw, 'household', 'HOUSEHOLD_UNKNOWN');
      else reportOn(report, row.raw, 'household', 'HOUSEHOLD_ZEROS_DIFFER', { number: twin });
      continue;
    }
    checkGrid(row, home.grid, court, grids);
    if (!checkBefore(row, before, court) || !checkNumber(row, before, court)) continue;
    const target = targetOf(row, id, before, home, court, granted.get(id));
    people.push(target);
    if (before === undefined) tally.add += 1;
    else if (isChanged(target, before)) tally.change += 1;
    else tally.same += 1;
    if (before !== undefined && before.name !== row.name) reportOn(report, row.raw, 'name', 'NAME_CHANGED', { name: before.name });
  }
  const { leaving, staying } = whoLeaves(sheets, court, people, listed);
  tally.leave = leaving.length;
  return { people, leaving, members: membersOf(people, staying), changes: tally };
}

/** Whether anything the sheets say of a person differs from what is stored. */
export function isChanged(target: PersonTarget, before: Person): boolean {
  return (
    before.name !== target.name ||
    before.status !== 'ACTIVE' ||
    before.grid !== target.grid ||
    before.householdId !== target.householdId ||
    (target.phoneKey !== undefined && before.phoneKey !== target.phoneKey) ||
    (target.phoneShown !== undefined && before.phoneShown !== target.phoneShown)
  );
}

function targetOf(row: ResidentRow, id: PersonId, before: Person | undefined, home: { readonly id: HouseholdId; readonly grid: GridCode }, { keys }: Court, granted?: Granted): PersonTarget {
  // Who holds a post is rung at the number of the post's row; it stands for the one of the residents' sheet.
  const mobile = granted?.mobile ?? row.mobile;
  return {
    id,
    before,
    idNumber: row.id,
    name: row.name,
    mobile,
    phoneKey: mobile === undefined ? undefined : keys.phoneKey(mobile),
    phoneShown: granted?.phoneShown,
    householdId: home.id,
    grid: home.grid,
  };
}

/** A resident's own words for the grid must agree with the household's: a household is in one grid (GRD-08). */
function checkGrid(row: ResidentRow, grid: GridCode, { report }: Court, grids: JudgedGrids): void {
  const { grid: words, group } = row.grid;
  if (words === '' && group === '') return;
  const cell = grids.find(row.raw, 'grid', row.grid, false);
  if (cell !== undefined && !isWithin(grid, cell.code)) reportOn(report, row.raw, words === '' ? 'group' : 'grid', 'PERSON_GRID_DIFFERS', { grid: cell.name, household: row.number });
}

/** Whether the person can be taken in: not someone who lives in another village, nor someone who is dead. */
function checkBefore(row: ResidentRow, before: Person | undefined, { report, unit, nameOf }: Court): boolean {
  if (before === undefined) return true;
  if (before.status === 'DECEASED') {
    reportOn(report, row.raw, 'idNumber', 'PERSON_DECEASED');
    return false;
  }
  if (before.village !== unit && before.status === 'ACTIVE') {
    reportOn(report, row.raw, 'idNumber', 'PERSON_ELSEWHERE', { village: nameOf(villageOf(before.village)) });
    return false;
  }
  return true;
}

/** A number that was corrected by hand since is not taken for the person's again, nor for somebody else's. */
function checkNumber(row: ResidentRow, before: Person | undefined, { report, keys }: Court): boolean {
  if (before === undefined || (before.idKey ?? before._id) === keys.idKey(row.id.number)) return true;
  reportOn(report, row.raw, 'idNumber', 'ID_NUMBER_CORRECTED', { name: before.name });
  return false;
}

/**
 * A person leaves when the sheet lists their household, with at least one person, without them. Of a household that the
 * sheet does not list at all nobody leaves: the sheet may be of one group only. Who holds a post stays until it is handed
 * over (HHL-07); both are reported.
 */
function whoLeaves(sheets: Sheets, court: Court, people: readonly PersonTarget[], listed: ReadonlyMap<PersonId, ResidentRow>): { readonly leaving: readonly Person[]; readonly staying: readonly Person[] } {
  const absent = court.stored.people.filter((person) => person.status === 'ACTIVE' && !listed.has(person._id));
  if (!sheets.kinds.has('RESIDENTS')) return { leaving: [], staying: absent };
  const households = new Set(people.map((person) => person.householdId));
  const leaving: Person[] = [];
  const staying: Person[] = [];
  const holders: Person[] = [];
  const unlisted = new Set<HouseholdId>();
  for (const person of absent) {
    const holds = postsOf(grantsOf(person, court.today), court.today).length > 0;
    if (!households.has(person.householdId)) unlisted.add(person.householdId);
    else if (holds) holders.push(person);
    (households.has(person.householdId) && !holds ? leaving : staying).push(person);
  }
  const { report } = court;
  const first = sheets.residents[0]?.raw;
  if (first !== undefined) {
    const at = { source: first.source, row: 0 };
    if (unlisted.size > 0) report({ at, kind: 'RESIDENTS', value: '', code: 'HOUSEHOLDS_NOT_ON_SHEET', data: { households: unlisted.size, people: staying.length - holders.length } });
    for (const person of holders) report({ at, kind: 'RESIDENTS', value: person.name, code: 'LEAVES_WITH_POST', data: { name: person.name } });
  }
  return { leaving, staying };
}

function membersOf(people: readonly PersonTarget[], staying: readonly Person[]): ReadonlyMap<HouseholdId, readonly PersonId[]> {
  const members = new Map<HouseholdId, PersonId[]>();
  const add = (household: HouseholdId, id: PersonId) => {
    const known = members.get(household);
    if (known === undefined) members.set(household, [id]);
    else known.push(id);
  };
  for (const person of people) add(person.householdId, person.id);
  for (const person of staying) add(person.householdId, person._id);
  return members;
}

