import { newAccount } from '@/domain/people/binding';
import { notices } from './os';

/** Notes how far the inbox was looked at. It never goes back, and never into the future. */
export const markSeen = notices.seen.handler(async ({ input, context }) => {
  const { store, caller, now } = context;
  context.permit('notices.seen', { account: caller.account });
  const seenAt = await store.transaction(async (tx) => {
    const account = await tx.get('accounts', caller.account);
    const upTo = Math.max(account?.inboxSeenAt ?? 0, Math.min(input.upTo, now));
    if (account === undefined) await tx.insert('accounts', { ...newAccount(caller.account), inboxSeenAt: upTo });
    else if (upTo > account.inboxSeenAt) await tx.update('accounts', account._id, { set: { inboxSeenAt: upTo } });
    return upTo;
  });
  return { seenAt };
});
