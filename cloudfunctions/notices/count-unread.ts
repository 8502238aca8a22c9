import { recipientsOf } from '@platform/notices';
import { notices } from './os';

/** How many notices came since the inbox was last looked at. */
export const countUnread = notices.unread.handler(async ({ context }) => {
  const { store, caller } = context;
  context.permit('notices.unread', { account: caller.account });
  const account = await store.get('accounts', caller.account);
  const count = await store.count('notices', { to: { in: recipientsOf(caller) }, at: { gt: account?.inboxSeenAt ?? 0 } });
  return { count };
});
