/** Whose session this browser is in, and how long still. The page asks by itself, so asking keeps no session awake. */
import { idleEnd } from '@/domain/people/desk-session';
import { refusal } from '@platform/refuse';
import { desk } from './os';

export const here = desk.here.handler(async ({ context }) => {
  const { caller, browser, store, settings, now } = context;
  context.permit('desk.here', { account: caller.account });
  browser?.leaveAlone();
  const session = caller.desk === undefined ? undefined : (await store.get('accounts', caller.account))?.desks?.[caller.desk];
  if (caller.desk === undefined || session === undefined) throw refusal('NOT_SIGNED_IN');
  return { session: caller.desk, name: caller.person?.name ?? '', now, endsAt: session.endsAt, idleAt: idleEnd(browser?.claim?.seenAt ?? now, settings.desk) };
});
