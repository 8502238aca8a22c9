/** Ends a binding of one's own account. What was reported stays with the person. */
import { newAccount, withoutBinding } from '@/domain/people/binding';
import { once } from '@platform/once';
import { notice, toPerson } from '@platform/notices';
import { people } from './os';
import { standingView, unchangedStanding } from './standing-view';

export const unbind = people.unbind.handler(async ({ input, context }) => {
  const { caller, store, now } = context;
  context.permit('people.unbind', { account: caller.account });
  const audited = { target: `person:${input.personId}` };
  return once(context, 'people.unbind', input, audited, async (tx) => {
    const account = (await tx.get('accounts', caller.account)) ?? newAccount(caller.account);
    const binding = account.bindings.find(({ personId }) => personId === input.personId);
    if (binding === undefined) return unchangedStanding(caller.person);
    const left = withoutBinding(account, input.personId);
    await tx.replace('accounts', left);
    if (binding.relation === 'FAMILY') {
      await tx.insert('notices', notice({ to: toPerson(input.personId), kind: 'FAMILY_UNBOUND', at: now, data: { name: caller.person?.name ?? '' }, cause: input.requestId }));
    } else {
      const person = await tx.get('people', input.personId);
      if (person?.account?.id === account._id) await tx.update('people', person._id, { unset: ['account'] });
    }
    return standingView(left, left.actingFor === undefined ? undefined : await tx.get('people', left.actingFor));
  }, async () => {
    const account = (await store.get('accounts', caller.account)) ?? newAccount(caller.account);
    return standingView(account, account.actingFor === undefined ? undefined : await store.get('people', account.actingFor));
  });
});
