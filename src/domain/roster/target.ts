/** What a village will hold after a load; what of it must be written follows from `before`. */
import type { AreaCode, GridCode } from '../areas/code';
import type { CivilDate, HouseholdId, PersonId } from '../basics/ids';
import type { GridCell, Officer, PostHolder } from '../grid/grid';
import type { IdNumber } from '../people/id-number';
import type { Household, Liaison, Person } from '../people/person';
import type { RoleGrant } from '../people/roles';
import type { Changes } from './judge';

/** A person the sheets list as living here. */
export interface PersonTarget {
  readonly id: PersonId;
  readonly before?: Person;
  readonly idNumber: IdNumber;
  readonly name: string;
  /** What the sheets say; a sheet without a number leaves the stored one. */
  readonly mobile?: string;
  readonly phoneKey?: string;
  readonly phoneShown?: boolean;
  readonly householdId: HouseholdId;
  readonly grid: GridCode;
}

export interface HouseholdTarget {
  readonly id: HouseholdId;
  readonly before?: Household;
  readonly number: string;
  readonly grid: GridCode;
  readonly address: string;
  readonly headId?: PersonId;
  readonly memberIds: readonly PersonId[];
  readonly liaisons: readonly Liaison[];
}

/** Grants and a phone that the sheets of this area give to somebody, wherever they live. */
export interface Granted {
  readonly grants: readonly RoleGrant[];
  readonly mobile?: string;
  readonly phoneShown?: boolean;
}

/** The holder of a post; the phone is put in when it is written, since it is sealed. */
export type HolderTarget = Omit<PostHolder, 'phoneSealed'>;
export type OfficerTarget = Omit<Officer, 'phoneSealed'>;

export interface UnitTarget {
  readonly unit: AreaCode;
  readonly people: readonly PersonTarget[];
  /** Marked as moved away: their household is on the sheet without them. */
  readonly leaving: readonly Person[];
  readonly households: readonly HouseholdTarget[];
  readonly granted: ReadonlyMap<PersonId, Granted>;
  /** With their counts; heads as stored, but for `heads`. */
  readonly cells: readonly GridCell[];
  /** Heads that the sheet names, by grid; `undefined` is a post it says is vacant. */
  readonly heads: ReadonlyMap<GridCode, HolderTarget | undefined>;
  readonly desk: readonly HolderTarget[];
  /** Of a town or the county. */
  readonly officers: readonly OfficerTarget[];
}

export interface UnitChanges {
  readonly grids: Changes;
  readonly posts: Changes;
  readonly households: Changes;
  readonly people: Changes;
  readonly roles: Changes;
}

export interface Judgement {
  readonly target: UnitTarget;
  readonly changes: UnitChanges;
  /** Persons of other villages of the same import, who must be loaded first. */
  readonly awaits: ReadonlySet<PersonId>;
}

/** A person's grants with some put in: one that is in force or to come is replaced, one that is over stays as history. */
export function withGrants(before: readonly RoleGrant[], grants: readonly RoleGrant[], today: CivilDate): readonly RoleGrant[] {
  const isSame = (old: RoleGrant, grant: RoleGrant) =>
    old.role === grant.role && old.area === grant.area && old.unit === grant.unit && old.standInFor === undefined && (old.to === undefined || old.to >= today);
  const kept = before.filter((old) => !grants.some((grant) => isSame(old, grant)));
  return grants.length === 0 ? before : [...kept, ...grants].sort(byKey);
}

/** Whether two lists of grants say the same, in whatever order. */
export function sameGrants(one: readonly RoleGrant[], other: readonly RoleGrant[]): boolean {
  if (one === other) return true;
  const text = (grants: readonly RoleGrant[]) => grants.map(keyOf).sort().join('\n');
  return one.length === other.length && text(one) === text(other);
}

function keyOf({ role, area, unit = '', from, to = '', standInFor = '' }: RoleGrant): string {
  return [area, role, unit, from, to, standInFor].join(' ');
}

function byKey(one: RoleGrant, other: RoleGrant): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
