/** 我的: the computers on which I am signed in. */
import { runningSessions } from '@/domain/people/desk-session';
import { desk } from './os';

export const sessions = desk.sessions.handler(async ({ context }) => {
  const { caller, store, settings, now } = context;
  context.permit('desk.sessions', { account: caller.account });
  const account = await store.get('accounts', caller.account);
  const items = runningSessions(account?.desks, now).map(([id, { browser, at, endsAt }]) => ({ id, browser, at, endsAt, here: id === caller.desk }));
  return { now, items, idleMinutes: settings.desk.idleMinutes, sessionHours: settings.desk.sessionHours };
});
