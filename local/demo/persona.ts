/** Who acts in demo mode: the header `x-demo-person` names a person of the roster, or a visitor. */
import type { IncomingMessage } from 'node:http';
import type { AccountId, PersonId } from '@/domain/basics/ids';
import { accountOf, newAccount, withBinding } from '@/domain/people/binding';
import type { Platform } from '@platform/context';

/** A stand-in for somebody nobody knows. Several browsers that are visitors can be told apart: `visitor-2`. */
const VISITOR = /^visitor(-[a-z0-9]{1,20})?$/;
const PERSON = /^[A-Za-z0-9_-]{1,80}$/;

/**
 * The account of the acting persona. A person's is made, and bound as verified, when it first acts; afterwards it is like any
 * other, so unbinding it in the app holds. Nobody for a name that is on no roster.
 */
export function demoIdentity(platform: Platform): (request: IncomingMessage) => Promise<AccountId | undefined> {
  const ready = new Map<string, Promise<AccountId | undefined>>();
  return async function identify(request) {
    const named = request.headers['x-demo-person'];
    if (typeof named !== 'string') return undefined;
    if (VISITOR.test(named)) return `demo:${named}`;
    if (!PERSON.test(named)) return undefined;
    const known = ready.get(named) ?? prepare(platform, named);
    ready.set(named, known);
    try {
      const account = await known;
      if (account === undefined) ready.delete(named);
      return account;
    } catch (error) {
      ready.delete(named);
      throw error;
    }
  };
}

async function prepare({ store, clock }: Platform, personId: PersonId): Promise<AccountId | undefined> {
  const id: AccountId = `demo:${personId}`;
  const at = clock();
  return store.transaction(async (tx) => {
    const person = await tx.get('people', personId);
    if (person === undefined) return undefined;
    if ((await tx.get('accounts', id)) !== undefined) return id;
    await tx.insert('accounts', withBinding(newAccount(id), { personId, level: 'VERIFIED', relation: 'SELF', at }));
    if (person.account === undefined) await tx.update('people', personId, { set: { account: accountOf(id, 'VERIFIED', at) } });
    return id;
  });
}
