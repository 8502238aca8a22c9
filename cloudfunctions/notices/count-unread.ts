import { countUnreadOf } from '@platform/notices';
import { notices } from './os';

/** How many notices came since the inbox was last looked at. */
export const countUnread = notices.unread.handler(async ({ context }) => {
  const { store, caller } = context;
  context.permit('notices.unread', { account: caller.account });
  const account = await store.get('accounts', caller.account);
  return { count: await countUnreadOf(store, caller, account?.inboxSeenAt ?? 0) };
});
