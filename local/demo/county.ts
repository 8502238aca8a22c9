/** The demo county: real codes, made-up people, loaded through the roster import itself; and whom of them one can be. */
import { assert } from '@/domain/basics/assert';
import { accountOf, newAccount, withBinding } from '@/domain/people/binding';
import type { PersonId } from '@/domain/basics/ids';
import { areaNameIn } from '@/domain/grid/tree';
import type { Platform } from '@platform/context';
import { personIdOf } from '@platform/person-keys';
import { rosterProblemLine } from '@/domain/wording/roster';
import { registerAreas } from '../../cloudfunctions/roster/areas';
import type { Tools } from '../../cloudfunctions/roster/tools';
import type { DemoSize } from '../environment';
import { allFindings, checkFiles, loadChecked } from '../import-run';
import { personaNumbers } from './make-village';
import { publishedAreas, sheetsOf, villagesOfSize } from './make-sheets';
import { COUNTY, PERSONAS, VILLAGE, type Persona } from './personas';

/** One whom the dock offers; never the population. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** `VILLAGER` for who holds no role, `VISITOR` for who is on no roster. */
  readonly roles: readonly string[];
  /** Where and what they are, in words: 堰坪村三组东片 · 中心户长. */
  readonly area: string;
}

/** A town that was loaded, of how many. */
export interface DemoProgress {
  readonly town: string;
  readonly done: number;
  readonly of: number;
}

/**
 * Loads the county of a size unless the store holds it; a stopped run goes on where it was. Throws if a made-up sheet has a
 * problem, since then the import or the maker is wrong.
 */
export async function ensureDemoCounty(platform: Platform, size: DemoSize, onTown: (progress: DemoProgress) => void = () => undefined): Promise<void> {
  const { store, sealer, settings, clock } = platform;
  const ids = personaIds(platform);
  const last = [...ids.values()].at(-1) ?? '';
  // The personas' accounts are made last, in their order: with the last of them the county is whole.
  if ((await store.get('accounts', demoAccountOf(last))) !== undefined) return;
  await registerAreas(store, publishedAreas());
  const tools: Tools = { store, sealer, settings, clock };
  const towns = villagesOfSize(size);
  for (const [nth, villages] of towns.entries()) {
    const checked = await checkFiles(tools, { loadId: `demo-${villages[0]?.town ?? ''}`, area: COUNTY, files: sheetsOf(villages) });
    const loaded = await loadChecked(tools, checked);
    if ('code' in loaded || loaded.state !== 'LOADED') {
      const [first] = (await allFindings(tools, checked)).filter(({ severity }) => severity === 'PROBLEM');
      throw new Error(`the demo county did not load: ${'code' in loaded ? loaded.code : loaded.state} ${first === undefined ? '' : rosterProblemLine(first)}`);
    }
    onTown({ town: villages[0]?.townName ?? '', done: nth + 1, of: towns.length });
  }
  for (const persona of PERSONAS) {
    const id = ids.get(persona.id);
    if (id !== undefined) await bind(platform, persona, id);
  }
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

/** The account that the header of a persona stands for. */
export function demoAccountOf(personId: PersonId): string {
  return `demo:${personId}`;
}

/** The personas' ids on the roster, in their order; they derive from this installation's own key. */
export function personaIds({ sealer }: Pick<Platform, 'sealer'>): ReadonlyMap<string, PersonId> {
  const [home] = villagesOfSize('village').flat();
  assert(home !== undefined, 'the personas’ village is among the published ones');
  return new Map([...personaNumbers(home.index)].map(([id, idNumber]) => [id, personIdOf(sealer, COUNTY, idNumber)]));
}

/** Binds a persona's account to their own person, as surely as two officers with a code would have. */
async function bind({ store, clock }: Platform, { binding }: Persona, personId: PersonId): Promise<void> {
  const id = demoAccountOf(personId);
  const level = binding ?? 'VERIFIED';
  const at = clock();
  await store.transaction(async (tx) => {
    if ((await tx.get('accounts', id)) !== undefined) return;
    await tx.insert('accounts', withBinding(newAccount(id), { personId, level, relation: 'SELF', at }));
    await tx.update('people', personId, { set: { account: accountOf(id, level, at) } });
  });
}
