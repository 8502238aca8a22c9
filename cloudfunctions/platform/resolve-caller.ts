/** Turns an account into a caller with two reads, the account and its person; a visitor costs one. */
import type { AccountId, CivilDate } from '@/domain/basics/ids';
import { postsOf } from '@/domain/grid/posts';
import { actingBinding, standingOf } from '@/domain/people/standing';
import type { Caller } from './caller';
import type { ById } from './store';

export async function resolveCaller(store: ById, account: AccountId, today: CivilDate): Promise<Caller> {
  const record = await store.get('accounts', account);
  const binding = record && actingBinding(record);
  if (!record || !binding) return { account };
  const person = await store.get('people', binding.personId);
  const standing = person && standingOf(record, person, today);
  if (!standing) return { account };
  return {
    account,
    person: {
      id: person._id,
      name: person.name,
      level: standing.level,
      own: standing.own,
      village: person.village,
      householdId: person.householdId,
      grid: person.grid,
      roles: standing.roles,
      posts: postsOf(standing.roles, today),
    },
  };
}
