/** The demo county: who lives in it, and who of them one can be. */
import type { Platform } from '@platform/context';
import type { CollectionName } from '@platform/store';
import type { DemoSize } from '../environment';
import { people, nameOf, village, VILLAGE, type Somebody } from '../../tests/fixtures/village';

/** One whom the dock offers; never the population. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** `VILLAGER` for who holds no role, `VISITOR` for who is on no roster. */
  readonly roles: readonly string[];
  /** In words: 漩涡镇 堰坪村 一组. */
  readonly area: string;
}

/** Loads the county unless the store holds it. */
export async function ensureDemoCounty(platform: Platform, _size: DemoSize): Promise<void> {
  if ((await platform.store.get('villages', VILLAGE)) !== undefined) return;
  for (const [collection, docs] of Object.entries(village(platform.sealer))) {
    await platform.store.insertMany(collection as CollectionName, docs as never);
  }
}

/** About thirty personas, at least one of each role, a villager first. */
export async function demoPeople(platform: Platform): Promise<readonly DemoPerson[]> {
  const shown: DemoPerson[] = [];
  for (const who of Object.keys(people) as Somebody[]) {
    const person = await platform.store.get('people', people[who]);
    if (person === undefined) continue;
    const roles = person.roles.map(({ role }) => role);
    shown.push({ id: person._id, name: nameOf(who), roles: roles.every((role) => role === 'HOUSEHOLD_REP') ? ['VILLAGER', ...roles] : roles, area: person.grid });
  }
  return [...shown, { id: 'visitor', name: '访客', roles: ['VISITOR'], area: '' }];
}
