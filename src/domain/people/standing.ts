/** As whom an account acts: which of a person's roles count for the phone that asks (architecture section 4). */
import type { AccountId, CivilDate } from '../basics/ids';
import type { Account, Binding, BindingLevel, Person } from './person';
import { isInForce, type Role, type RoleGrant } from './roles';

/** What a person is for themselves or their household; every other role is an office (公职). */
const NOT_OFFICES: ReadonlySet<Role> = new Set(['HOUSEHOLD_REP', 'VOTER', 'PARTY_MEMBER']);

/** The binding an account acts under: the chosen person, else the account's own; undefined for a visitor. */
export function actingBinding(account: Account): Binding | undefined {
  const chosen = account.bindings.find((binding) => binding.personId === account.actingFor);
  return chosen ?? account.bindings.find((binding) => binding.relation === 'SELF');
}

export interface Standing {
  readonly level: BindingLevel;
  readonly roles: readonly RoleGrant[];
}

/**
 * How a person stands through an account; undefined where the account is not, or is no longer, that person's: someone who
 * died or moved away, or an own binding that the person's record does not confirm (it was undone, or another phone took over).
 *
 * Roles count only while the binding is verified, and offices only on the holder's own account: a family member who acts
 * for a head does not hold the head's post.
 */
export function standingOf(accountId: AccountId, binding: Binding, person: Person, today: CivilDate): Standing | undefined {
  if (person.status !== 'ACTIVE') return undefined;
  const own = binding.relation === 'SELF';
  if (own && person.account?.id !== accountId) return undefined;
  const level = own && person.account?.level === 'WEAK' ? 'WEAK' : binding.level;
  const inForce = level === 'VERIFIED' ? person.roles.filter((grant) => isInForce(grant, today)) : [];
  return { level, roles: own ? inForce : inForce.filter((grant) => NOT_OFFICES.has(grant.role)) };
}
