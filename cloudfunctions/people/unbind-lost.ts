/** One step for a lost phone: it is nobody's any more, for none of those it acted for; its owner and the phone are told. */
import { newAccount } from '@/domain/people/binding';
import { once } from '@platform/once';
import { notice, toAccount, toPerson } from '@platform/notices';
import { refusal } from '@platform/refuse';
import { people } from './os';

export const unbindLost = people.unbindLost.handler(async ({ input, context }) => {
  const { store, now } = context;
  return once(context, 'people.unbindLost', input, { target: `person:${input.personId}` }, async (tx) => {
    const person = await tx.get('people', input.personId);
    context.permit('people.unbindLost', { area: person?.grid, personId: person?._id });
    if (person === undefined) throw refusal('NOT_FOUND');
    if (person.account === undefined) return { done: true };
    const lost = person.account.id;
    await tx.update('people', person._id, { unset: ['account'], set: { changedAt: now } });
    // Whoever found the phone must not act for the family either.
    await tx.replace('accounts', newAccount(lost));
    const telling = { kind: 'PHONE_UNBOUND', at: now, data: { name: person.name }, cause: input.requestId };
    await tx.insert('notices', notice({ ...telling, to: toPerson(person._id) }));
    await tx.insert('notices', notice({ ...telling, to: toAccount(lost) }));
    return { done: true };
  }, async () => {
    const person = await store.get('people', input.personId);
    context.permit('people.unbindLost', { area: person?.grid, personId: person?._id });
    return { done: true };
  });
});
