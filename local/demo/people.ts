/** Whom of the demo county one can be. */
import { assert } from '@/domain/basics/assert';
import type { PersonId } from '@/domain/basics/ids';
import { areaNameIn } from '@/domain/grid/tree';
import type { Platform } from '@platform/context';
import { personIdOf } from '@platform/person-keys';
import type { Store } from '@platform/store';
import { personaNumbers } from './make-village';
import { villagesOfSize } from './make-sheets';
import { COUNTY, PERSONAS, VILLAGE } from './personas';

/** One whom the dock offers; never the population. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** `VILLAGER` for who holds no role, `VISITOR` for who is on no roster. */
  readonly roles: readonly string[];
  /** Where and what they are, in words: 堰坪村三组东片 · 中心户长. */
  readonly area: string;
}

/** The account of one who is on no roster. It is made last of all: with it the county is whole. */
export const VISITOR = 'demo:visitor';

/** Whether the store holds the whole demo county, and not what a stopped run left of it. */
export async function isDemoWhole(store: Pick<Store, 'get'>): Promise<boolean> {
  return (await store.get('accounts', VISITOR)) !== undefined;
}

/** About thirty personas, at least one of each role, a villager first. */
export async function demoPeople(platform: Platform): Promise<readonly DemoPerson[]> {
  const ids = personaIds(platform);
  const village = await platform.store.get('villages', VILLAGE);
  if (village === undefined) return [];
  return PERSONAS.map(({ id, name, roles, resident, words }) => {
    if (resident === undefined) return { id, name, roles: ['VISITOR'], area: words };
    const home = areaNameIn(village, `${VILLAGE}-${resident.grid}`);
    return { id: ids.get(id) ?? id, name, roles: roles.length === 0 ? ['VILLAGER'] : roles.map(({ role }) => role), area: `${village.name}${home} · ${words}` };
  });
}

/** The personas' ids on the roster, in their order; they derive from this installation's own key. */
export function personaIds({ sealer }: Pick<Platform, 'sealer'>): ReadonlyMap<string, PersonId> {
  const [home] = villagesOfSize('village').flat();
  assert(home !== undefined, 'the personas’ village is among the published ones');
  return new Map([...personaNumbers(home.index)].map(([id, idNumber]) => [id, personIdOf(sealer, COUNTY, idNumber)]));
}
