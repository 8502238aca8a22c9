/**
 * Holds an account to how much it may send. The count stands in the account's own document, which every call reads anyway,
 * so asking costs nothing and counting one write, inside the transaction of what is sent: a repeat of the tap fails there
 * on the taken id and is not counted again.
 *
 * What an account sends at the very same moment from two calls can pass the limit together; the next one does not.
 */
import type { EpochMs } from '@/domain/basics/ids';
import { newAccount } from '@/domain/people/binding';
import { fullUntil, withOneMore, type SentKind } from '@/domain/people/sending';
import type { SendingSettings } from '@/domain/settings/settings';
import type { Context } from './context';
import { refusal } from './refuse';
import type { Change, Transaction } from './store';

const LIMITS: Readonly<Record<SentKind, (settings: SendingSettings) => SendingSettings['reports']>> = {
  REPORT: ({ reports }) => reports,
  ON_BEHALF: ({ onBehalf }) => onBehalf,
  SUPPORT: ({ supports }) => supports,
  REQUEST: ({ requests }) => requests,
  BRANCH_WORD: ({ branchWords }) => branchWords,
};

/** Refuses with `SENT_ENOUGH`, when the next one is taken, and whom to ring meanwhile. */
export function sentEnough({ settings }: Pick<Context, 'settings'>, what: SentKind | 'APPLICATION', next: EpochMs): Error {
  const [phone] = settings.servicePhones;
  return refusal('SENT_ENOUGH', { what, next, ...(phone === undefined ? {} : { phone: phone.number }) });
}

/** Refuses one more of a kind than the account may send. Ask after whatever tells a repeat from a new one. */
export function permitSending(context: Context, kind: SentKind): void {
  const next = nextSending(context, kind);
  if (next !== undefined) throw sentEnough(context, kind, next);
}

/** When the account may send one more of a kind; undefined when it may now. */
export function nextSending({ caller, settings, now }: Context, kind: SentKind): EpochMs | undefined {
  return fullUntil(caller.sent?.[kind], LIMITS[kind](settings.sending), now);
}

/** Store operations that `countSent` takes: who was never here before has no document yet to be changed. */
export function countingOperations({ caller }: Pick<Context, 'caller'>): number {
  return caller.sent === undefined ? 2 : 1;
}

/** Counts one more of a kind, in the transaction that sends it. */
export async function countSent(tx: Transaction, { caller, now }: Pick<Context, 'caller' | 'now'>, kind: SentKind): Promise<void> {
  const { account, sent } = caller;
  if (sent === undefined) return countLater(tx, account, kind, now, true);
  const before = sent[kind];
  const after = withOneMore(before, now);
  // In a window that runs on the count grows where it stands, so that two calls at once count as two.
  const running = before?.hour === after.hour && before.day === after.day;
  const path = `sent.${kind}`;
  const change: Change = running ? { inc: { [`${path}.inHour`]: 1, [`${path}.inDay`]: 1 } } : { set: { [path]: after } };
  await tx.update('accounts', account, change);
}

/**
 * Counts what was sent at a moment past, on the account as it is now; in the window that runs there, if that is a later one.
 *
 * @param isNew the account had no document when it sent; one that had one and has none now was deleted, and stays so (PRV-06).
 */
export async function countLater(tx: Transaction, account: string, kind: SentKind, at: EpochMs, isNew: boolean): Promise<void> {
  const record = (await tx.get('accounts', account)) ?? (isNew ? newAccount(account) : undefined);
  if (record === undefined) return;
  const before = record.sent?.[kind];
  await tx.replace('accounts', { ...record, sent: { ...record.sent, [kind]: withOneMore(before, Math.max(at, before?.hour ?? 0)) } });
}
