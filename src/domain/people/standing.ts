/** As whom an account acts, and which of that person's roles count for the phone that asks (architecture section 4). */
import type { CivilDate } from '../basics/ids';
import { levelFor, ownBinding } from './binding';
import type { Account, Binding, BindingLevel, Person } from './person';
import { grantsOf, type Role, type RoleGrant } from './roles';

/** What a person is for themselves or their household; every other role is an office (公职). */
const NOT_OFFICES: ReadonlySet<Role> = new Set(['HOUSEHOLD_REP', 'VOTER', 'PARTY_MEMBER']);

/** The binding an account acts under: the chosen person, else the account's own; undefined for a visitor. */
export function actingBinding(account: Account): Binding | undefined {
  return account.bindings.find((binding) => binding.personId === account.actingFor) ?? ownBinding(account);
}

export interface Standing {
  readonly level: BindingLevel;
  /** The person is the account's own, not a family member whom it acts for. */
  readonly own: boolean;
  readonly roles: readonly RoleGrant[];
}

/**
 * How an account stands that acts for a person; undefined where it may not.
 *
 * How surely an account is its own person stands in that person's record alone, so that raising it, or undoing a lost
 * phone's binding, is one change. Roles count only while the binding is verified, and offices only on their holder's own
 * account: a family member who acts for a head does not hold the head's post.
 */
export function standingOf(account: Account, person: Person, today: CivilDate): Standing | undefined {
  const level = levelFor(account, person);
  if (level === undefined) return undefined;
  const inForce = level === 'VERIFIED' ? grantsOf(person, today) : [];
  const own = ownBinding(account)?.personId === person._id;
  return { level, own, roles: own ? inForce : inForce.filter((grant) => NOT_OFFICES.has(grant.role)) };
}
