/** Who asks: taken from the platform and the store, never from the event. */
import type { AreaCode, GridCode, VillageCode } from '@/domain/areas/code';
import type { AccountId, HouseholdId, PersonId } from '@/domain/basics/ids';
import type { PostKey } from '@/domain/grid/posts';
import type { BindingLevel } from '@/domain/people/person';
import type { RoleGrant } from '@/domain/people/roles';
import type { Sent } from '@/domain/people/sending';

export interface CallerPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly level: BindingLevel;
  /** The phone acts for its owner, not for a family member: nobody votes for another. */
  readonly own: boolean;
  readonly village: VillageCode;
  readonly householdId: HouseholdId;
  readonly grid: GridCode;
  /** Grants in force today; offices only while the binding is verified and the phone acts for its owner. */
  readonly roles: readonly RoleGrant[];
  /** The posts that those grants give. */
  readonly posts: readonly PostKey[];
}

export interface Caller {
  readonly account: AccountId;
  /** What it sent of late, as it was read; absent while the account has no record. */
  readonly sent?: Sent;
  /** Whose own phone it is, also while it acts for a relative. */
  readonly phoneOf?: PersonId;
  /** Absent for a visitor. */
  readonly person?: CallerPerson;
  /** The session, of a caller who sits at a computer. */
  readonly desk?: string;
  /** A browser that nobody signed in yet; its account is nobody's. */
  readonly nobody?: true;
}

/** The areas over which the caller holds one of these roles. */
export function areasOf(caller: Caller, ...roles: readonly RoleGrant['role'][]): readonly AreaCode[] {
  return (caller.person?.roles ?? []).filter((grant) => roles.includes(grant.role)).map((grant) => grant.area);
}

/** Whether the phone is the person's own, and surely so: nobody else acts for them by it. */
export function isSurelyOwn({ person }: Pick<Caller, 'person'>): boolean {
  return person?.own === true && person.level === 'VERIFIED';
}
