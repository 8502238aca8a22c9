/** Chooses for whom the phone acts, and takes up a person that was made over to this account. */
import { isOwnerOf, levelFor, newAccount, ownBinding, withBinding } from '@/domain/people/binding';
import { auditRow } from '@platform/audit';
import { refusal } from '@platform/refuse';
import { people } from './os';
import { standingView } from './standing-view';

export const actFor = people.actFor.handler(async ({ input, context }) => {
  context.permit('people.actFor', { account: context.caller.account });
  const { caller, store, now } = context;
  return store.transaction(async (tx) => {
    const account = (await tx.get('accounts', caller.account)) ?? newAccount(caller.account);
    const person = await tx.get('people', input.personId);
    if (person === undefined) throw refusal('NOT_FOUND');
    const listed = levelFor(account, person) !== undefined;
    const madeOver = isOwnerOf(account._id, person) && ownBinding(account) === undefined;
    if (!listed && !madeOver) throw refusal('NOT_FOUND');
    const next = listed
      ? { ...account, actingFor: person._id }
      : withBinding(account, { personId: person._id, level: person.account?.level ?? 'WEAK', relation: 'SELF', at: now });
    if (listed && account.actingFor === person._id) return standingView(account, person);
    await tx.replace('accounts', next);
    await tx.insert('audit', auditRow(context, 'people.actFor', { target: `person:${person._id}`, area: person.village }));
    return standingView(next, person);
  });
});
