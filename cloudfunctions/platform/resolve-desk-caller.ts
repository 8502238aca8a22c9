/**
 * Turns the session of a browser into a caller, with the same two reads as a phone: the sessions stand in the account.
 *
 * It is checked with every call: ended, over, under another binding, without an office — then nobody is signed in. What the
 * phone does for its family does not matter here: a desk is its officer's own.
 */
import type { CivilDate, EpochMs } from '@/domain/basics/ids';
import { ownBinding } from '@/domain/people/binding';
import { hasDesk, isInSession } from '@/domain/people/desk-session';
import { standingOf } from '@/domain/people/standing';
import { secretKeyOf, type DeskClaim } from './browser/claim';
import type { Caller } from './caller';
import { callerPersonOf } from './resolve-caller';
import type { Sealer } from './seal';
import { StoreNotFound, type Store } from './store';

interface Now {
  readonly now: EpochMs;
  readonly today: CivilDate;
}

/** Undefined where the session does not hold (any more). */
export async function resolveDeskCaller(store: Store, sealer: Sealer, claim: DeskClaim, { now, today }: Now): Promise<Caller | undefined> {
  const account = await store.get('accounts', claim.account);
  const session = account?.desks?.[claim.session];
  const own = account && ownBinding(account);
  if (account === undefined || session?.secretKey !== secretKeyOf(sealer, claim.session, claim.secret)) return undefined;
  const person = own && (await store.get('people', own.personId));
  const standing = person && standingOf(account, person, today);
  if (person === undefined || standing === undefined || !isInSession(session, account, person, now) || !hasDesk(standing.roles)) {
    // For good: an office or a binding that comes back later does not bring it back.
    await endSession(store, claim);
    return undefined;
  }
  return { account: account._id, sent: account.sent ?? {}, desk: claim.session, person: callerPersonOf(person, standing, today) };
}

/** Ends one session of an account, whatever else happens to the account meanwhile. */
export async function endSession(store: Pick<Store, 'update'>, { account, session }: Pick<DeskClaim, 'account' | 'session'>): Promise<void> {
  try {
    await store.update('accounts', account, { unset: [`desks.${session}`] });
  } catch (error) {
    // A deleted account has no sessions.
    if (!(error instanceof StoreNotFound)) throw error;
  }
}
