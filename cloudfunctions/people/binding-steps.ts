/** What the three ways of binding have in common: whom an account may become, who is told, and how it is answered. */
import type { Standing } from '@/contract/people';
import { endOfDay } from '@/domain/basics/civil-time';
import { exhaustive } from '@/domain/basics/exhaustive';
import type { CivilDate, EpochMs } from '@/domain/basics/ids';
import { accountOf, isOwnerOf, ownBinding, withBinding, withoutBinding } from '@/domain/people/binding';
import type { Account, BindingLevel, Person } from '@/domain/people/person';
import type { CallerPerson } from '@platform/caller';
import type { Context } from '@platform/context';
import { notice, toPerson } from '@platform/notices';
import type { AuditRow } from '@platform/records';
import { refusal } from '@platform/refuse';
import { StoreDuplicate, type Transaction } from '@platform/store';
import { claimNotice, claimOf } from './claim';
import { standingView, unchangedStanding } from './standing-view';

export type BindingOutcome =
  | { readonly kind: 'BOUND'; readonly standing: Standing }
  /** Somebody else's account is that person: both are told. */
  | { readonly kind: 'CLAIMED' }
  | { readonly kind: 'TOO_MANY' }
  | { readonly kind: 'EXPIRED' }
  | { readonly kind: 'NO_MATCH'; readonly left: number };

interface Bindings {
  readonly context: Context;
  readonly account: Account;
  readonly level: BindingLevel;
  /** Proof that it was done, and of which tap. */
  readonly row: AuditRow;
}

/** Whether an account may become this person: it is nobody yet, or this one; what no longer holds does not count. */
export function mayBecome(account: Account, personId: Person['_id'], acting: CallerPerson | undefined): boolean {
  const own = ownBinding(account);
  return own === undefined || own.personId === personId || acting === undefined;
}

/** Makes the account this person, or, where another account is, tells both sides. */
export async function bindSelf(tx: Transaction, person: Person, { context, account, level, row }: Bindings): Promise<BindingOutcome> {
  const { now, today } = context;
  if (person.account !== undefined && person.account.id !== account._id) {
    const claim = claimOf({ person, holder: person.account.id, from: account._id, level, now, today });
    await tx.insert('bindingClaims', claim);
    await tx.insert('notices', claimNotice(claim));
    return { kind: 'CLAIMED' };
  }
  const own = ownBinding(account);
  const free = own === undefined || own.personId === person._id ? account : withoutBinding(account, own.personId);
  const bound = withBinding(free, { personId: person._id, level, relation: 'SELF', at: now });
  // The level stands in the person's record; an account that lists and acts for its person already needs no change.
  const acts = (account.actingFor ?? person._id) === person._id;
  if (own?.personId !== person._id || !acts) await tx.replace('accounts', bound);
  if (isOwnerOf(account._id, person) && (person.account?.level === 'VERIFIED' || level === 'WEAK')) {
    return { kind: 'BOUND', standing: standingView(bound, person) };
  }
  const record = accountOf(account._id, level, now);
  await tx.update('people', person._id, { set: { account: record } });
  await tx.insert('audit', row);
  return { kind: 'BOUND', standing: standingView(bound, { ...person, account: record }) };
}

/** Lets the account act for a family member, who is told. */
export async function bindFamily(
  tx: Transaction,
  member: { readonly id: Person['_id']; readonly name: string },
  { context, account, level, row }: Bindings,
): Promise<BindingOutcome> {
  const { caller, now } = context;
  const standing = unchangedStanding(caller.person ?? { ...member, level });
  const before = account.bindings.find(({ personId }) => personId === member.id);
  if (before && (before.relation === 'SELF' || before.level === 'VERIFIED' || level === 'WEAK')) return { kind: 'BOUND', standing };
  await tx.replace('accounts', withBinding(account, { personId: member.id, level, relation: 'FAMILY', at: now }));
  await tx.insert('audit', row);
  await tx.insert('notices', notice({ to: toPerson(member.id), kind: 'FAMILY_BOUND', at: now, data: { name: caller.person?.name ?? '' }, cause: row._id }));
  return { kind: 'BOUND', standing };
}

/** Runs a binding in one transaction and reads its expected failures. */
export async function settle(context: Context, body: (tx: Transaction) => Promise<BindingOutcome>): Promise<BindingOutcome> {
  try {
    return await context.store.transaction(body);
  } catch (error) {
    if (!(error instanceof StoreDuplicate)) throw error;
    // Today's claim is there already: the holder was told, and is not told again.
    if (error.collection === 'bindingClaims') return { kind: 'CLAIMED' };
    if (error.collection === 'audit') throw refusal('REQUEST_REUSED');
    throw error;
  }
}

/** The typed errors of the binding procedures. */
interface BindingErrors {
  readonly ALREADY_BOUND: () => Error;
  readonly CODE_EXPIRED: () => Error;
  readonly TOO_MANY_TRIES: (options: { readonly data: { readonly next: EpochMs } }) => Error;
  readonly NO_MATCH: (options: { readonly data: { readonly triesLeft: number } }) => Error;
}

/** The reply for an outcome, or the error to throw for it. */
export function answerBinding(outcome: BindingOutcome, errors: BindingErrors, today: CivilDate): Standing {
  switch (outcome.kind) {
    case 'BOUND':
      return outcome.standing;
    case 'CLAIMED':
      throw errors.ALREADY_BOUND();
    case 'EXPIRED':
      throw errors.CODE_EXPIRED();
    case 'TOO_MANY':
      throw errors.TOO_MANY_TRIES({ data: { next: endOfDay(today) } });
    case 'NO_MATCH':
      throw errors.NO_MATCH({ data: { triesLeft: outcome.left } });
    default:
      return exhaustive(outcome);
  }
}
