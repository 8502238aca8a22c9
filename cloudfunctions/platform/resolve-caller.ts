/** Turns an account into a caller with two reads, the account and its person; a visitor costs one. */
import type { AccountId, CivilDate } from '@/domain/basics/ids';
import { postsOf } from '@/domain/grid/posts';
import { ownBinding } from '@/domain/people/binding';
import type { Person } from '@/domain/people/person';
import { actingBinding, standingOf, type Standing } from '@/domain/people/standing';
import type { Caller, CallerPerson } from './caller';
import type { ById } from './store';

export async function resolveCaller(store: ById, account: AccountId, today: CivilDate): Promise<Caller> {
  const record = await store.get('accounts', account);
  if (!record) return { account };
  const sent = record.sent ?? {};
  const binding = actingBinding(record);
  if (!binding) return { account, sent };
  const person = await store.get('people', binding.personId);
  const standing = person && standingOf(record, person, today);
  if (!standing) return { account, sent };
  const own = ownBinding(record);
  return { account, sent, ...(own === undefined ? {} : { phoneOf: own.personId }), person: callerPersonOf(person, standing, today) };
}

export function callerPersonOf(person: Person, standing: Standing, today: CivilDate): CallerPerson {
  return {
    id: person._id,
    name: person.name,
    level: standing.level,
    own: standing.own,
    village: person.village,
    householdId: person.householdId,
    grid: person.grid,
    roles: standing.roles,
    posts: postsOf(standing.roles, today),
  };
}
