/** A page of an area's households, in the order of the office's book. */
import type { AreaCode } from '@/domain/areas/code';
import type { Household, Person } from '@/domain/people/person';
import type { Context } from '@platform/context';
import type { Page, Query } from '@platform/store';

const MOST = 100;

export function householdPage({ store }: Context, area: AreaCode, limit: number, after: string | undefined): Promise<Page<Household>> {
  return store.find('households', { ...queryFor(area), limit, after });
}

/** The persons of some ids, as many as fit into `pages` reads. */
export async function personsOf({ store }: Context, ids: readonly string[], pages: number): Promise<ReadonlyMap<string, Person>> {
  const found = new Map<string, Person>();
  for (let page = 0; page < pages && page * MOST < ids.length; page += 1) {
    const part = ids.slice(page * MOST, (page + 1) * MOST);
    const { items } = await store.find('people', { where: { _id: { in: part } }, limit: MOST });
    for (const person of items) found.set(person._id, person);
  }
  return found;
}

/** A grid's own code and those of its parts sort between it and `/`. */
function queryFor(area: AreaCode): Pick<Query, 'where' | 'orderBy'> {
  if (area.length === 12) return { where: { village: area }, orderBy: [{ field: 'number', direction: 'asc' }] };
  return { where: { grid: { gte: area, lt: `${area}/` } }, orderBy: [{ field: 'grid', direction: 'asc' }, { field: 'number', direction: 'asc' }] };
}
