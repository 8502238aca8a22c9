/** Towns, villages and grids to choose from, for a visitor or for another place (GRD-12). */
import { levelOf } from '@/domain/areas/code';
import { people } from './os';

const PAGE = 100;

export const places = people.places.handler(async ({ input, context }) => {
  context.permit('people.places');
  const { store, settings } = context;
  const county = settings.countyCode;
  // The ids are codes, and `~` sorts after every digit: the range is the county and its towns.
  const offices = await store.find('offices', { where: { _id: { gte: county, lt: `${county}~` } }, limit: PAGE });
  const towns = offices.items.filter(({ _id }) => levelOf(_id) === 'TOWN').map(({ _id, name }) => ({ code: _id, name }));
  const villages = input.town === undefined ? [] : (await store.find('villages', { where: { town: input.town }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PAGE })).items;
  const village = input.village === undefined ? undefined : await store.get('villages', input.village);
  return {
    towns,
    villages: villages.map(({ _id, name }) => ({ code: _id, name })),
    grids: (village?.grids ?? []).map(({ code, name, level }) => ({ code, name, level })),
  };
});
