import { linkKey } from '@/domain/people/person';
import { mandateIn } from './congress-of';
import { deputies } from './os';

/** Four times as many as are usual. */
const MOST = 100;

/** The households that a deputy keeps in touch with, by number; never of what class one is (DEP-04, HSE-10). */
export const households = deputies.households.handler(async ({ input, context }) => {
  const { store, settings } = context;
  const { mandate } = await mandateIn(store, input.town, input.mandate);
  context.permit('deputies.households', { personId: mandate.personId });
  const { items } = await store.find('households', { where: { linkKeys: { contains: linkKey({ line: 'DEPUTY', personId: mandate.personId }) } }, orderBy: [{ field: 'number', direction: 'asc' }], limit: MOST });
  const heads = await byId('people', items.flatMap(({ headId }) => headId ?? []));
  const villages = await byId('villages', [...new Set(items.map(({ village }) => village))]);
  return {
    items: items.map(({ _id, number, headId, village, address }) => ({ householdId: _id, number, head: heads.get(headId ?? '') ?? '', village: villages.get(village) ?? '', address })),
    usual: { min: settings.liaison.deputyMin, max: settings.liaison.deputyMax },
  };

  async function byId(collection: 'people' | 'villages', ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await store.find(collection, { where: { _id: { in: ids } }, limit: MOST });
    return new Map(found.items.map(({ _id, name }) => [_id, name]));
  }
});
