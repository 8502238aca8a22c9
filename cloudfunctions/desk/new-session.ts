/** How a session comes into an account. */
import { ownBinding } from '@/domain/people/binding';
import { deskBindingOf, hasDesk, makingRoom, sessionEnd } from '@/domain/people/desk-session';
import type { DeskSession } from '@/domain/people/desk-sessions';
import type { Account } from '@/domain/people/person';
import { standingOf } from '@/domain/people/standing';
import type { EpochMs } from '@/domain/basics/ids';
import { secretKeyOf } from '@platform/browser/claim';
import type { CallerPerson } from '@platform/caller';
import type { Context } from '@platform/context';
import { callerPersonOf } from '@platform/resolve-caller';
import type { Transaction } from '@platform/store';

export interface Officer {
  readonly account: Account;
  readonly boundAt: EpochMs;
  readonly callerPerson: CallerPerson;
}

/** Who an account is at a computer; undefined for who has no work there, or is not surely bound. Two reads. */
export async function officerAt({ today }: Context, tx: Transaction, accountId: string): Promise<Officer | undefined> {
  const account = await tx.get('accounts', accountId);
  const own = account && ownBinding(account);
  const person = own && (await tx.get('people', own.personId));
  const standing = person && standingOf(account, person, today);
  const boundAt = person && deskBindingOf(account, person);
  if (account === undefined || person === undefined || standing === undefined || boundAt === undefined || !hasDesk(standing.roles)) return undefined;
  return { account, boundAt, callerPerson: callerPersonOf(person, standing, today) };
}

export function sessionFor({ sealer, settings, now }: Context, { boundAt }: Pick<Officer, 'boundAt'>, { id, secret, browser }: { readonly id: string; readonly secret: string; readonly browser: string }): DeskSession {
  return { secretKey: secretKeyOf(sealer, id, secret), boundAt, at: now, endsAt: sessionEnd(now, settings.desk), browser };
}

/** One write: the new session in, and those out that make room for it. */
export function writeSession({ settings, now }: Context, tx: Transaction, account: Account, id: string, session: DeskSession): Promise<void> {
  const gone = makingRoom(account.desks, now, settings.desk).map((old) => `desks.${old}`);
  return tx.update('accounts', account._id, { set: { [`desks.${id}`]: session }, ...(gone.length === 0 ? {} : { unset: gone }) });
}
