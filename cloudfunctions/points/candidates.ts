import { townOf } from '@/domain/areas/code';
import { yearOf } from '@/domain/basics/civil-time';
import { normaliseLine } from '@/domain/basics/text';
import { grantsOf } from '@/domain/people/roles';
import { yearIdOf } from '@/domain/points/year';
import { currentCycle } from './branch-of';
import { points } from './os';

/** More of one name than a town has; of them few are members of one branch. */
const NAMESAKES = 100;

/**
 * Whom the roster has as members of this branch, by their whole name, told apart by their year of birth, with the branch whose list
 * they stand on (PTY-01). In all of the town: who is posted to a village, or moved to its branch, may live in another one (PTY-02).
 */
export const candidates = points.candidates.handler(async ({ input, context }) => {
  const { store, today } = context;
  const { village } = input;
  context.permit('points.candidates', { area: village });
  const { items: villages } = await store.find('villages', { where: { town: townOf(village) }, limit: NAMESAKES });
  const { items } = await store.find('people', { where: { village: { in: villages.map(({ _id }) => _id) }, name: normaliseLine(input.name) }, limit: NAMESAKES });
  const people = items.filter((person) => person.status === 'ACTIVE' && grantsOf(person, today).some(({ role, area }) => role === 'PARTY_MEMBER' && area === village));
  const ids = people.map(({ _id }) => yearIdOf(_id, currentCycle(context)));
  const years = new Map(ids.length === 0 ? [] : (await store.find('pointYears', { where: { _id: { in: ids } }, limit: ids.length })).items.map((one) => [one.personId, one]));
  return { items: people.map(({ _id, name, bornOn }) => ({ personId: _id, name, born: yearOf(bornOn), from: years.get(_id)?.branchName })) };
});
