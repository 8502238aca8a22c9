/**
 * An account and the persons it may act for (architecture section 4).
 *
 * Who an account *is* stands in the person's record (`person.account`); the account only lists whom it was bound to. So
 * an officer unbinds a lost phone with one change, and a stale line in an account gives nothing.
 */
import type { AccountId, CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Account, Binding, BindingLevel, Person } from './person';

/** An account as it is before it was bound to anyone. */
export function newAccount(id: AccountId): Account {
  return { _id: id, bindings: [], inboxSeenAt: 0 };
}

/** The one person the account is bound to as its owner, if any. */
export function ownBinding(account: Account): Binding | undefined {
  return account.bindings.find((binding) => binding.relation === 'SELF');
}

/** Whether a person's record says that the account is this person. */
export function isOwnerOf(account: AccountId, person: Pick<Person, 'account' | 'status'>): boolean {
  return person.status === 'ACTIVE' && person.account?.id === account;
}

/**
 * How surely an account may act for a person; undefined if it may not. Its own person's level is the one in that
 * person's record, a family member's the one of the binding.
 */
export function levelFor(account: Account, person: Person): BindingLevel | undefined {
  if (person.status !== 'ACTIVE') return undefined;
  const binding = account.bindings.find((one) => one.personId === person._id);
  if (binding === undefined) return undefined;
  if (binding.relation === 'FAMILY') return binding.level;
  return person.account?.id === account._id ? person.account.level : undefined;
}

/**
 * The account with one more person to act for. It acts for its owner from then on; for a family member only when it
 * acted for nobody before, because whom a phone acts for is chosen, not changed by itself. A level never goes down.
 */
export function withBinding(account: Account, binding: Binding): Account {
  const before = account.bindings.find((one) => one.personId === binding.personId);
  const level: BindingLevel = before?.level === 'VERIFIED' && before.relation === binding.relation ? 'VERIFIED' : binding.level;
  const bindings = [...account.bindings.filter((one) => one !== before), { ...binding, level }];
  const actingFor = binding.relation === 'SELF' ? binding.personId : (account.actingFor ?? binding.personId);
  return { ...account, bindings, family: familyIn(bindings), actingFor };
}

/** The account without a person; it then acts for its owner, if it has one left. */
export function withoutBinding(account: Account, personId: PersonId): Account {
  const own = ownBinding(account)?.personId === personId;
  const bindings = account.bindings.filter((one) => one.personId !== personId);
  // Computers were signed in for its owner.
  const rest = { ...account, bindings, family: familyIn(bindings), ...(own ? { desks: undefined } : {}) };
  if (account.actingFor !== personId) return rest;
  return { ...rest, actingFor: ownBinding(rest)?.personId };
}

function familyIn(bindings: readonly Binding[]): Account['family'] {
  const family = bindings.filter(({ relation }) => relation === 'FAMILY').map(({ personId }) => personId);
  return family.length === 0 ? undefined : family;
}

/** Wrong tries of one day against one target, or by one account. */
export interface TryCount {
  readonly day: CivilDate;
  readonly count: number;
  /** The key of the last wrong try: the same try again tells nothing new and is not counted again. */
  readonly last?: string;
}

/** How many wrong tries are left today. */
export function triesLeft(tries: TryCount | undefined, today: CivilDate, perDay: number): number {
  return Math.max(0, perDay - (tries?.day === today ? tries.count : 0));
}

/** The count after a wrong try. */
export function afterWrongTry(tries: TryCount | undefined, today: CivilDate, key: string): TryCount {
  if (tries?.day !== today) return { day: today, count: 1, last: key };
  return tries.last === key ? tries : { day: today, count: tries.count + 1, last: key };
}

/** What a binding's record in the person says. */
export function accountOf(id: AccountId, level: BindingLevel, at: EpochMs): NonNullable<Person['account']> {
  return { id, level, at };
}
