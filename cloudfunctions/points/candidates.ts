import { yearOf } from '@/domain/basics/civil-time';
import { normaliseLine } from '@/domain/basics/text';
import { yearIdOf } from '@/domain/points/year';
import { currentCycle } from './branch-of';
import { points } from './os';

const SHOWN = 20;

/** Persons of the village by their whole name, told apart by their year of birth, with the branch whose list they stand on. */
export const candidates = points.candidates.handler(async ({ input, context }) => {
  const { store } = context;
  context.permit('points.candidates', { area: input.village });
  const { items } = await store.find('people', { where: { village: input.village, name: normaliseLine(input.name) }, limit: SHOWN });
  const people = items.filter(({ status }) => status === 'ACTIVE');
  const ids = people.map(({ _id }) => yearIdOf(_id, currentCycle(context)));
  const years = new Map(ids.length === 0 ? [] : (await store.find('pointYears', { where: { _id: { in: ids } }, limit: SHOWN })).items.map((one) => [one.personId, one]));
  return { items: people.map(({ _id, name, bornOn }) => ({ personId: _id, name, born: yearOf(bornOn), from: years.get(_id)?.branchName })) };
});
