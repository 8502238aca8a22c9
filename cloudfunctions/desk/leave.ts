/** Signs out the browser that asks. */
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { desk } from './os';

export const leave = desk.leave.handler(async ({ input, context }) => {
  const { caller, browser } = context;
  context.permit('desk.leave', { account: caller.account });
  const session = caller.desk;
  if (session === undefined) throw refusal('NOT_SIGNED_IN');
  await once(context, 'desk.leave', input, { target: `desk:${session}` }, (tx) => tx.update('accounts', caller.account, { unset: [`desks.${session}`] }), () => Promise.resolve());
  browser?.signOut();
  return { left: true };
});
