import { townOf } from '@/domain/areas/code';
import { deputies } from './os';

const TOWNS = 100;

/** The towns that have a directory, and which of them is the reader's. */
export const towns = deputies.towns.handler(async ({ context }) => {
  context.permit('deputies.towns');
  const { store, settings, caller } = context;
  const county = settings.countyCode;
  const { items } = await store.find('congresses', { where: { _id: { gte: county, lt: `${county}~` } }, limit: TOWNS });
  const home = caller.person && townOf(caller.person.village);
  return { items: items.map(({ _id, name }) => ({ town: _id, name })), own: items.some(({ _id }) => _id === home) ? home : undefined };
});
