/** Persons of a village, by the beginning of their name or by grid; what was looked for is on record. */
import { isWithin, villageOf, type AreaCode } from '@/domain/areas/code';
import { tidyCell } from '@/domain/basics/text';
import { auditRow } from '@platform/audit';
import { invalidField, refusal } from '@platform/refuse';
import type { Query } from '@platform/store';
import { people } from './os';
import { personRow } from './person-row';

const PAGE = 30;
/** Sorts after every character a name can have. */
const LAST = '\uffff';

export const search = people.search.handler(async ({ input, context }) => {
  const { store } = context;
  if (input.grid !== undefined && (input.grid.length < 12 || villageOf(input.grid) !== input.village)) throw invalidField('grid', 'OTHER_VILLAGE');
  const area = input.grid ?? input.village;
  context.permit('people.search', { area });
  const village = await store.get('villages', input.village);
  if (village === undefined) throw refusal('NOT_FOUND');
  const name = tidyCell(input.name ?? '');
  const { items, next } = await store.find('people', { ...queryFor(area, name), limit: PAGE, after: input.after });
  const found = items.filter((person) => isWithin(person.grid, area) && person.name.startsWith(name));
  const ids = [...new Set(found.map((person) => person.householdId))];
  const households = ids.length === 0 ? [] : (await store.find('households', { where: { _id: { in: ids } }, limit: PAGE })).items;
  await store.insert('audit', auditRow(context, 'people.search', { target: `area:${area}`, area, detail: { found: found.length } }));
  return { items: found.map((person) => personRow(context, person, households.find(({ _id }) => _id === person.householdId), village)), next };
});

/** By name within the village, or by grid: a grid's own code and those of its parts sort between it and `/`. */
function queryFor(area: AreaCode, name: string): Pick<Query, 'where' | 'orderBy'> {
  if (area.length === 12) {
    const where = { village: area, ...(name === '' ? {} : { name: { gte: name, lt: `${name}${LAST}` } }) };
    return { where, orderBy: [{ field: 'name', direction: 'asc' }] };
  }
  return { where: { grid: { gte: area, lt: `${area}/` } }, orderBy: [{ field: 'grid', direction: 'asc' }, { field: 'name', direction: 'asc' }] };
}
