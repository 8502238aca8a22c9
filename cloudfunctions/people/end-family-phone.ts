/** Ends that a relative's phone acts for somebody: that person on their own phone, or the desk for who has none (A11Y-09). */
import { withoutBinding } from '@/domain/people/binding';
import type { Person } from '@/domain/people/person';
import type { Context } from '@platform/context';
import { notice, toAccount, toPerson } from '@platform/notices';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { accountNamed } from './family-phones';
import { people } from './os';

export const endFamilyPhone = people.endFamilyPhone.handler(async ({ input, context }) => {
  const me = context.caller.person;
  context.permit('people.endFamilyPhone', me === undefined ? {} : { personId: me.id });
  if (me === undefined) throw refusal('NOT_BOUND');
  return once(context, 'people.endFamilyPhone', input, { target: `person:${me.id}` }, async (tx) => {
    await end(tx, context, { ...input, of: { _id: me.id, name: me.name }, kind: 'FAMILY_ENDED' });
    return { done: true };
  }, () => Promise.resolve({ done: true }));
});

/** Both sides are told: the phone, and the person by whatever phone they come to have, or that still acts for them. */
export const endFamilyPhoneFor = people.endFamilyPhoneFor.handler(async ({ input, context }) => {
  const { store, now } = context;
  return once(context, 'people.endFamilyPhoneFor', input, { target: `person:${input.personId}` }, async (tx) => {
    const person = await tx.get('people', input.personId);
    context.permit('people.endFamilyPhoneFor', { area: person?.grid, personId: person?._id });
    if (person === undefined) throw refusal('NOT_FOUND');
    await end(tx, context, { ...input, of: person, kind: 'FAMILY_ENDED_AT_DESK' });
    await tx.insert('notices', notice({ to: toPerson(person._id), kind: 'FAMILY_ENDED_FOR_YOU', at: now, cause: input.requestId }));
    return { done: true };
  }, async () => {
    const person = await store.get('people', input.personId);
    context.permit('people.endFamilyPhoneFor', { area: person?.grid, personId: person?._id });
    return { done: true };
  });
});

interface Ending {
  readonly requestId: string;
  readonly ref: string;
  /** For whom the phone acts. */
  readonly of: Pick<Person, '_id' | 'name'>;
  readonly kind: 'FAMILY_ENDED' | 'FAMILY_ENDED_AT_DESK';
}

async function end(tx: Transaction, { sealer, now }: Context, { requestId, ref, of, kind }: Ending): Promise<void> {
  const named = accountNamed(sealer, ref);
  const account = named === undefined ? undefined : await tx.get('accounts', named);
  const isActing = account?.bindings.some(({ personId, relation }) => personId === of._id && relation === 'FAMILY') ?? false;
  if (account === undefined || !isActing) throw refusal('NOT_FOUND');
  await tx.replace('accounts', withoutBinding(account, of._id));
  await tx.insert('notices', notice({ to: toAccount(account._id), kind, at: now, data: { name: of.name }, cause: requestId }));
}
