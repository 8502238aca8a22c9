import { mayRead, recipientsOf } from '@platform/notices';
import { notices } from './os';

const PAGE = 20;

/** The caller's inbox, newest first: their own, their account's, and those of the posts they hold. */
export const listNotices = notices.list.handler(async ({ input, context }) => {
  const { store, caller } = context;
  context.permit('notices.list', { account: caller.account });
  const account = await store.get('accounts', caller.account);
  const seenAt = account?.inboxSeenAt ?? 0;
  const page = await store.find('notices', {
    where: { to: { in: recipientsOf(caller) } },
    orderBy: [{ field: 'at', direction: 'desc' }],
    limit: PAGE,
    ...(input.after === undefined ? {} : { after: input.after }),
  });
  const items = page.items.filter((one) => mayRead(caller, one)).map(({ _id, kind, at, issueId, consultationId, data }) => ({
    noticeId: _id,
    kind,
    at,
    unread: at > seenAt,
    ...(issueId === undefined ? {} : { issueId }),
    ...(consultationId === undefined ? {} : { consultationId }),
    data,
  }));
  return { items, seenAt, ...(page.next === undefined ? {} : { next: page.next }) };
});
