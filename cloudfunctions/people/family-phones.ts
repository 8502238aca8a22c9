/** The phones of others that act for somebody: whoever is acted for sees them, and the desk where they have no phone (A11Y-09). */
import type { FamilyPhone } from '@/contract/people';
import type { AccountId, PersonId } from '@/domain/basics/ids';
import { ownBinding } from '@/domain/people/binding';
import type { Context } from '@platform/context';
import { SealBroken, type Sealer } from '@platform/seal';
import { people } from './os';

/** More phones than a family has. */
const MOST = 50;

export const familyPhones = people.familyPhones.handler(async ({ context }) => {
  const me = context.caller.person;
  context.permit('people.familyPhones', me === undefined ? {} : { personId: me.id });
  return { items: me === undefined ? [] : await phonesActingFor(context, me.id) };
});

/** The phones that may act for somebody. Two reads, one where there is none. */
export async function phonesActingFor({ store, sealer, now }: Context, person: PersonId): Promise<FamilyPhone[]> {
  const accounts = (await store.find('accounts', { where: { family: { contains: person } }, limit: MOST })).items;
  const owners = accounts.flatMap((account) => ownBinding(account)?.personId ?? []);
  const known = owners.length === 0 ? [] : (await store.find('people', { where: { _id: { in: owners } }, limit: MOST })).items;
  return accounts.map((account) => ({
    ref: sealer.seal(account._id),
    name: known.find(({ _id }) => _id === ownBinding(account)?.personId)?.name ?? '',
    at: account.bindings.find(({ personId }) => personId === person)?.at ?? now,
  }));
}

/**
 * The account a phone was named by. Outside it is sealed: who is acted for need not learn whose WeChat it is by its number.
 * Undefined for what was never such a name.
 */
export function accountNamed(sealer: Sealer, ref: string): AccountId | undefined {
  try {
    return sealer.open(ref);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
