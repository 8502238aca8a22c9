/** The phones of others that act for somebody, and how that person ends it: whoever is acted for has the last word. */
import { ownBinding, withoutBinding } from '@/domain/people/binding';
import type { Account } from '@/domain/people/person';
import type { PersonId } from '@/domain/basics/ids';
import type { Context } from '@platform/context';
import { notice, toAccount } from '@platform/notices';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { people } from './os';

/** More phones than a family has. */
const MOST = 50;

export const familyPhones = people.familyPhones.handler(async ({ context }) => {
  const { caller, store } = context;
  const me = caller.person;
  context.permit('people.familyPhones', me === undefined ? {} : { personId: me.id });
  if (me === undefined) return { items: [] };
  const accounts = await actingFor(context, me.id);
  const owners = accounts.flatMap((account) => ownBinding(account)?.personId ?? []);
  const known = owners.length === 0 ? [] : (await store.find('people', { where: { _id: { in: owners } }, limit: MOST })).items;
  return {
    items: accounts.map((account) => ({
      ref: refOf(context, account),
      name: known.find(({ _id }) => _id === ownBinding(account)?.personId)?.name ?? '',
      at: account.bindings.find(({ personId }) => personId === me.id)?.at ?? context.now,
    })),
  };
});

export const endFamilyPhone = people.endFamilyPhone.handler(async ({ input, context }) => {
  const { caller, now } = context;
  const me = caller.person;
  context.permit('people.endFamilyPhone', me === undefined ? {} : { personId: me.id });
  if (me === undefined) throw refusal('NOT_BOUND');
  const phone = (await actingFor(context, me.id)).find((account) => refOf(context, account) === input.ref);
  return once(context, 'people.endFamilyPhone', input, { target: `person:${me.id}` }, async (tx) => {
    const account = phone && (await tx.get('accounts', phone._id));
    const acts = account?.bindings.some(({ personId, relation }) => personId === me.id && relation === 'FAMILY') ?? false;
    if (account === undefined || !acts) throw refusal('NOT_FOUND');
    await tx.replace('accounts', withoutBinding(account, me.id));
    await tx.insert('notices', notice({ to: toAccount(account._id), kind: 'FAMILY_ENDED', at: now, data: { name: me.name }, cause: input.requestId }));
    return { done: true };
  }, () => Promise.resolve({ done: true }));
});

async function actingFor({ store }: Context, person: PersonId): Promise<readonly Account[]> {
  return (await store.find('accounts', { where: { family: { contains: person } }, limit: MOST })).items;
}

/** What an account is called outside: who is acted for need not learn whose WeChat it is by its number. */
function refOf({ sealer }: Context, account: Account): string {
  return sealer.key('phone-ref', account._id).slice(0, 32);
}
