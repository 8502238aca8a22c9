/** The accounts behind a notice's recipient on a day: a person's own, an account, or those of whoever holds a post. */
import { areaOfPost, postOf, type PostKey } from '@/domain/grid/posts';
import { cellOf, deskOn, holderOn } from '@/domain/grid/tree';
import { villageOf } from '@/domain/areas/code';
import type { AccountId, CivilDate, PersonId } from '@/domain/basics/ids';
import { isInForce } from '@/domain/people/roles';
import type { ById } from './store';

/**
 * Nobody's account for a vacant post or an unbound person: they read it in the inbox, once they have one. Of those who hold a
 * post, not that of the person whom the notice is not for.
 */
export async function accountsBehind(store: ById, to: string, today: CivilDate, notFor?: PersonId): Promise<readonly AccountId[]> {
  const colon = to.indexOf(':');
  const id = to.slice(colon + 1);
  switch (to.slice(0, colon)) {
    case 'account':
      return [id];
    case 'person':
      return accountsOf(store, [id]);
    case 'post':
      return accountsOf(store, (await holdersOf(store, id, today)).filter((holder) => holder !== notFor));
    case 'role':
      return accountsOf(store, await officersOf(store, id, today));
    default:
      return [];
  }
}

async function accountsOf(store: ById, people: readonly PersonId[]): Promise<readonly AccountId[]> {
  const accounts: AccountId[] = [];
  for (const id of new Set(people)) {
    const person = await store.get('people', id);
    if (person?.status === 'ACTIVE' && person.account) accounts.push(person.account.id);
  }
  return accounts;
}

/** Officers of a town or the county who hold a role there: `PRESIDIUM@610921107`. */
async function officersOf(store: ById, key: string, today: CivilDate): Promise<readonly PersonId[]> {
  const [role, area = ''] = key.split('@');
  const office = await store.get('offices', area);
  return (office?.officers ?? []).filter((one) => one.role === role && isInForce({ ...one, area, from: one.since }, today)).map(({ personId }) => personId);
}

async function holdersOf(store: ById, post: PostKey, today: CivilDate): Promise<readonly PersonId[]> {
  const area = areaOfPost(post);
  if (area.length >= 12) {
    const village = await store.get('villages', villageOf(area));
    if (village === undefined) return [];
    if (area === village._id) return deskOn(village.desk, today).map(({ personId }) => personId);
    const cell = cellOf(village, area);
    const holder = cell && holderOn(cell, today);
    return holder ? [holder.personId] : [];
  }
  const office = await store.get('offices', area);
  return (office?.officers ?? [])
    .filter(({ role, unit, since, to }) => {
      const grant = { role, area, from: since, ...(to === undefined ? {} : { to }), ...(unit === undefined ? {} : { unit }) };
      return postOf(grant) === post && isInForce(grant, today);
    })
    .map(({ personId }) => personId);
}
