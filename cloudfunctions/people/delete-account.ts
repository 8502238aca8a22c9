/**
 * Removes the account (PRV-06). Its bindings end at once; the clock removes what was addressed to it and then the account
 * itself (`clock/left-accounts.ts`). The roster's entry stays, and what was reported stays with its record.
 */
import { newAccount, ownBinding } from '@/domain/people/binding';
import { countsOver } from '@/domain/people/sending';
import { once } from '@platform/once';
import { people } from './os';

export const deleteAccount = people.deleteAccount.handler(async ({ input, context }) => {
  const { caller, now } = context;
  context.permit('people.deleteAccount', { account: caller.account });
  return once(context, 'people.deleteAccount', input, { target: `account:${caller.account}` }, async (tx) => {
    const account = await tx.get('accounts', caller.account);
    if (account === undefined) return { deleted: true };
    const own = ownBinding(account);
    const person = own && (await tx.get('people', own.personId));
    await tx.replace('accounts', { ...newAccount(account._id), leftAt: now, goesAt: countsOver(account.sent, now), ...(account.sent === undefined ? {} : { sent: account.sent }) });
    if (person?.account?.id === account._id) await tx.update('people', person._id, { unset: ['account'] });
    return { deleted: true };
  }, () => Promise.resolve({ deleted: true }));
});
