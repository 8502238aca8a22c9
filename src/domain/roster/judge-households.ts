/** The village's households: each once, in one innermost grid (GRD-08), with its members, its head and its liaisons. */
import { isWithin, type GridCode } from '../areas/code';
import type { HouseholdId, PersonId } from '../basics/ids';
import type { Household, Liaison } from '../people/person';
import type { Role, RoleGrant } from '../people/roles';
import { placeOf, reportOn, withoutZeros } from './cells';
import { emptyTally, type Changes, type Court, type WhoIsWho } from './judge';
import type { JudgedGrids } from './judge-grids';
import type { HomeOf, JudgedPeople } from './judge-people';
import type { HouseholdRow, ResidentRow, Sheets } from './rows';
import type { Granted, HouseholdTarget } from './target';

interface Home {
  readonly id: HouseholdId;
  readonly grid: GridCode;
  readonly number: string;
  readonly row?: HouseholdRow;
  readonly before?: Household;
}

export interface Homes {
  readonly all: ReadonlyMap<HouseholdId, Home>;
  readonly homeOf: HomeOf;
}

/** Where the households are. A number listed twice is refused, more so when its two rows name two grids. */
export function judgeHomes(sheets: Sheets, court: Court, grids: JudgedGrids): Homes {
  const { keys, report, stored, unit } = court;
  const all = new Map<HouseholdId, Home>(stored.households.map((before) => [before._id, { id: before._id, grid: before.grid, number: before.number, before }]));
  const unlisted = unlistedByDigits(sheets, stored.households);
  for (const row of sheets.households) {
    const id = keys.householdId(unit, row.number);
    const twin = all.has(id) ? undefined : unlisted.get(withoutZeros(row.number));
    if (twin !== undefined) reportOn(report, row.raw, 'household', 'HOUSEHOLD_NUMBER_ZEROS', { number: twin });
    const known = all.get(id);
    const cell = grids.find(row.raw, 'grid', row.grid, true);
    if (known?.row !== undefined) {
      const code = cell !== undefined && cell.code !== known.grid ? 'HOUSEHOLD_IN_TWO_GRIDS' : 'HOUSEHOLD_TWICE';
      reportOn(report, row.raw, code === 'HOUSEHOLD_TWICE' ? 'household' : 'grid', code, { ...placeOf(known.row.raw), household: row.number });
    } else if (cell !== undefined) {
      all.set(id, { id, grid: cell.code, number: row.number, row, ...(known?.before && { before: known.before }) });
    } else {
      // Its grid has been reported; the people of it are not to be reported for it as well.
      all.set(id, { id, grid: known?.grid ?? unit, number: row.number, row, ...(known?.before && { before: known.before }) });
    }
  }
  const ids = new Map<string, HouseholdId>();
  return {
    all,
    homeOf(number) {
      const id = ids.get(number) ?? keys.householdId(unit, number);
      ids.set(number, id);
      return all.get(id);
    },
  };
}

/**
 * The numbers of the book that the sheet does not list, by their digits without the zeros before them. A cell kept as a number
 * has lost its zeros: 0301 comes as 301, and every household of a village would be made anew beside the old one.
 */
function unlistedByDigits(sheets: Sheets, households: readonly Household[]): ReadonlyMap<string, string> {
  const listed = new Set(sheets.households.map(({ number }) => number));
  return new Map(households.filter(({ number }) => /^\d+$/.test(number) && !listed.has(number)).map(({ number }) => [withoutZeros(number), number]));
}

export interface JudgedHouseholds {
  readonly households: readonly HouseholdTarget[];
  readonly changes: Changes;
}

export function judgeHouseholds(sheets: Sheets, court: Court, homes: Homes, people: JudgedPeople, who: WhoIsWho, granted: ReadonlyMap<PersonId, Granted>): JudgedHouseholds {
  const rowsOf = new Map<HouseholdId, ResidentRow[]>();
  for (const row of sheets.residents) {
    const id = homes.homeOf(row.number)?.id;
    const known = id === undefined ? undefined : rowsOf.get(id);
    if (known !== undefined) known.push(row);
    else if (id !== undefined) rowsOf.set(id, [row]);
  }
  const tally = emptyTally();
  // Their residents are on the sheet by a number that differs in its zeros, and are reported there.
  const elsewise = new Set(sheets.residents.filter(({ number }) => homes.homeOf(number) === undefined).map(({ number }) => withoutZeros(number)));
  const isElsewise = ({ number }: { readonly number: string }) => elsewise.size > 0 && elsewise.has(withoutZeros(number));
  const households = [...homes.all.values()].map((home): HouseholdTarget => {
    const { row, before } = home;
    const members = inOrder(before?.memberIds ?? [], people.members.get(home.id) ?? []);
    const headId = isElsewise(home) ? undefined : householderOf(home, rowsOf.get(home.id) ?? [], members, court, who);
    const target: HouseholdTarget = {
      id: home.id,
      before,
      number: row?.number ?? home.number,
      grid: home.grid,
      address: row === undefined || row.address === '' ? (before?.address ?? '') : row.address,
      headId: headId ?? (before?.headId !== undefined && members.includes(before.headId) ? before.headId : undefined),
      memberIds: members,
      liaisons: row === undefined ? (before?.liaisons ?? []) : liaisonsOf(row, before, court, who, granted),
    };
    if (before === undefined) tally.add += 1;
    else if (isHouseholdChanged(target, before)) tally.change += 1;
    else if (row !== undefined || !sheets.kinds.has('HOUSEHOLDS')) tally.same += 1;
    else tally.leave += 1;
    if (row !== undefined && members.length === 0 && !rowsOf.has(home.id) && !sheets.leftOut.homes.has(row.number.toUpperCase()) && !isElsewise(row)) {
      reportOn(court.report, row.raw, 'household', 'HOUSEHOLD_EMPTY');
    }
    return target;
  });
  return { households, changes: tally };
}

export function isHouseholdChanged(target: HouseholdTarget, before: Household): boolean {
  return (
    before.grid !== target.grid ||
    before.number !== target.number ||
    before.address !== target.address ||
    before.headId !== target.headId ||
    !sameList(before.memberIds, target.memberIds) ||
    !sameList(before.liaisons.map(liaisonText).sort(), target.liaisons.map(liaisonText).sort())
  );
}

/** Members as the book had them, those who came after in the order of the sheet. */
function inOrder(before: readonly PersonId[], now: readonly PersonId[]): readonly PersonId[] {
  const present = new Set(now);
  const stayed = before.filter((id) => present.has(id));
  const old = new Set(stayed);
  return [...stayed, ...now.filter((id) => !old.has(id))];
}

/** The head of the household (户主): by ID number, else by the relation on the residents' sheet, else by a name only one member has. */
function householderOf(home: Home, residents: readonly ResidentRow[], members: readonly PersonId[], court: Court, who: WhoIsWho): PersonId | undefined {
  const { keys, report } = court;
  const { row } = home;
  const [marked, second] = residents.filter((resident) => resident.isHouseholder);
  if (second !== undefined && marked !== undefined) {
    reportOn(report, second.raw, 'relation', 'HOUSEHOLDER_TWICE', { ...placeOf(marked.raw), household: home.number });
    return undefined;
  }
  if (row?.headId !== undefined) {
    const id = keys.personId(row.headId.number);
    if (members.includes(id)) return id;
    if (!who.isLeftOut(row.headId, row.headName)) reportOn(report, row.raw, 'idNumber', 'HOUSEHOLDER_NOT_FOUND', { household: home.number });
    return undefined;
  }
  if (marked !== undefined) return keys.personId(marked.id.number);
  if (row === undefined) return undefined;
  const [named, another] = members.filter((id) => (who.resident(id)?.name ?? who.before(id)?.name) === row.headName);
  if (named !== undefined && another === undefined) return named;
  if (members.length > 0) reportOn(report, row.raw, 'name', 'HOUSEHOLDER_NAME_NOT_FOUND', { household: home.number });
  return undefined;
}

/** The liaisons a row names take the place of the stored ones of their line; an empty cell leaves them. */
function liaisonsOf(row: HouseholdRow, before: Household | undefined, court: Court, who: WhoIsWho, granted: ReadonlyMap<PersonId, Granted>): readonly Liaison[] {
  const named = row.liaisons.flatMap(({ line, field, id }): readonly Liaison[] => {
    const known = who.find(row.raw, field, id);
    if (known === undefined) {
      if (!who.isLeftOut(id)) reportOn(court.report, row.raw, field, 'LIAISON_UNKNOWN');
      return [];
    }
    const role: Role = line === 'PARTY' ? 'PARTY_MEMBER' : 'DEPUTY';
    const grants: readonly RoleGrant[] = [...(known.before?.roles ?? []), ...(granted.get(known.id)?.grants ?? [])];
    const elsewhere = known.before === undefined && !isWithin(known.home, court.unit);
    if (!elsewhere && !grants.some((grant) => grant.role === role)) reportOn(court.report, row.raw, field, 'LIAISON_WITHOUT_ROLE', { role: line });
    return [{ line, personId: known.id }];
  });
  const lines = new Set(row.liaisons.map(({ line }) => line));
  return [...(before?.liaisons ?? []).filter((liaison) => !lines.has(liaison.line)), ...named];
}

function liaisonText({ line, personId }: Liaison): string {
  return `${line} ${personId}`;
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
