/** Ends a session, or all of them, from the phone or from another computer. It is out with its very next call. */
import { once } from '@platform/once';
import type { Transaction } from '@platform/store';
import { desk } from './os';

export const end = desk.end.handler(async ({ input, context }) => {
  const { caller, browser } = context;
  context.permit('desk.end', { account: caller.account });
  await once(context, 'desk.end', input, { target: `desk:${input.session}` }, async (tx) => {
    const account = await tx.get('accounts', caller.account);
    // Never a path of the caller's own making.
    if (account?.desks !== undefined && Object.hasOwn(account.desks, input.session)) await tx.update('accounts', account._id, { unset: [`desks.${input.session}`] });
  }, () => Promise.resolve());
  if (input.session === caller.desk) browser?.signOut();
  return { ended: true };
});

export const endAll = desk.endAll.handler(async ({ input, context }) => {
  const { caller, browser } = context;
  context.permit('desk.endAll', { account: caller.account });
  await once(context, 'desk.endAll', input, { target: `account:${caller.account}` }, (tx) => forgetAll(tx, caller.account), () => Promise.resolve());
  if (caller.desk !== undefined) browser?.signOut();
  return { ended: true };
});

async function forgetAll(tx: Transaction, accountId: string): Promise<void> {
  const account = await tx.get('accounts', accountId);
  if (account?.desks !== undefined) await tx.update('accounts', accountId, { unset: ['desks'] });
}
