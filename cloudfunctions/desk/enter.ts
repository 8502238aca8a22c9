/**
 * Signs a computer in with a single-use binding code: the way in on a server of the county's own, where no WeChat is. The
 * code is the operator's (`npm run desk-code`), or one that two officers stand for. The officer's account is then the desk's
 * own; whoever has a phone uses the phone.
 *
 * Wrong codes are neither counted nor held up: nobody who tries here is known apart, so a limit would shut the door to the
 * officers with the right code, and there are too many codes to be guessed (docs/decisions/0012-desk-sign-in.md).
 */
import type { EpochMs } from '@/domain/basics/ids';
import { accountOf, newAccount, withBinding } from '@/domain/people/binding';
import { readBindingCode } from '@/domain/people/binding-code';
import { hasDesk, makingRoom } from '@/domain/people/desk-session';
import type { Account, Person } from '@/domain/people/person';
import { standingOf } from '@/domain/people/standing';
import { browserWords } from '@/domain/wording/browsers';
import { auditRow } from '@platform/audit';
import { codeKeyOf } from '@platform/code-key';
import type { Context } from '@platform/context';
import { callerPersonOf } from '@platform/resolve-caller';
import { refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { askingIdOf } from './asking-keys';
import { sessionFor } from './new-session';
import { desk } from './os';

type Outcome =
  | { readonly kind: 'IN'; readonly account: string }
  | { readonly kind: 'UNKNOWN' | 'EXPIRED' | 'ON_A_PHONE' };

export const enter = desk.enter.handler(async ({ input: { secret, code: typed }, context, errors }) => {
  context.permit('desk.enter');
  const { store, browser, now, deskByCode } = context;
  if (deskByCode !== true) throw refusal('FORBIDDEN');
  const id = askingIdOf(secret);
  const outcome = await store.transaction((tx) => tryCode(context, tx, { id, secret, typed }));
  switch (outcome.kind) {
    case 'UNKNOWN':
      throw errors.CODE_UNKNOWN();
    case 'EXPIRED':
      throw errors.CODE_EXPIRED();
    case 'ON_A_PHONE':
      throw errors.ON_A_PHONE();
    case 'IN':
      browser?.signIn({ account: outcome.account, session: id, secret, seenAt: now });
      return { state: 'IN' as const };
  }
});

async function tryCode(context: Context, tx: Transaction, { id, secret, typed }: { readonly id: string; readonly secret: string; readonly typed: string }): Promise<Outcome> {
  const { sealer, settings, browser, now, today } = context;
  const codeKey = codeKeyOf(sealer, readBindingCode(typed) ?? typed);
  const code = await tx.get('bindingCodes', codeKey);
  if (code === undefined) return { kind: 'UNKNOWN' };
  const accountId = `desk:${code.personId}`;
  const account = (await tx.get('accounts', accountId)) ?? newAccount(accountId);
  // A lost answer: this browser used it, and its session stands.
  if (code.usedBy === accountId && account.desks?.[id] !== undefined) return { kind: 'IN', account: accountId };
  if (code.usedAt !== undefined || code.expiresAt <= now) return { kind: 'EXPIRED' };
  const person = await tx.get('people', code.personId);
  if (person?.account !== undefined && person.account.id !== accountId) return { kind: 'ON_A_PHONE' };
  const bound = person && boundAnew(account, person, now);
  const standing = bound && standingOf(bound.account, bound.person, today);
  if (bound === undefined || standing === undefined || !hasDesk(standing.roles)) return { kind: 'EXPIRED' };
  const gone = new Set(makingRoom(account.desks, now, settings.desk));
  const desks = Object.fromEntries(Object.entries(account.desks ?? {}).filter(([one]) => !gone.has(one)));
  const session = sessionFor(context, bound, { id, secret, browser: browserWords(browser?.userAgent ?? '') });
  await tx.replace('accounts', { ...bound.account, desks: { ...desks, [id]: session } });
  if (person?.account === undefined) await tx.update('people', code.personId, { set: { account: bound.person.account } });
  await tx.update('bindingCodes', codeKey, { set: { usedAt: now, usedBy: accountId } });
  const caller = { account: accountId, person: callerPersonOf(bound.person, standing, today) };
  await tx.insert('audit', auditRow({ ...context, caller }, 'desk.enter', { target: `desk:${id}`, requestId: id, detail: { code: codeKey } }));
  return { kind: 'IN', account: accountId };
}

/** The desk's account as its officer's own, now or since it was first used. */
function boundAnew(account: Account, person: Person, now: EpochMs): { readonly account: Account; readonly person: Person; readonly boundAt: EpochMs } {
  const record = person.account?.level === 'VERIFIED' ? person.account : accountOf(account._id, 'VERIFIED', now);
  return { account: withBinding(account, { personId: person._id, level: 'VERIFIED', relation: 'SELF', at: record.at }), person: { ...person, account: record }, boundAt: record.at };
}
