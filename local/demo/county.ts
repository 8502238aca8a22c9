/** The demo county: real codes, made-up people, loaded through the roster import itself; and whom of them one can be. */
import { assert } from '@/domain/basics/assert';
import { newAccount } from '@/domain/people/binding';
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
import { liveThroughAppraisals } from './appraisals';
import { holdBallots } from './ballots';
import { liveThroughDeputies } from './deputies';
import { liveThroughWeeks } from './issues';
import { COUNTY, PERSONAS, VILLAGE } from './personas';
import { bindPerson } from './phones';
import { liveThroughPoints } from './points';

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
 * Loads the county of a size, and so many weeks of matters, unless the store holds it; a stopped run goes on where it was. Throws if a made-up sheet has a
 * problem, since then the import or the maker is wrong.
 */
export async function ensureDemoCounty(platform: Platform, size: DemoSize, weeks: number, onTown: (progress: DemoProgress) => void = () => undefined): Promise<void> {
  const { store, sealer, settings, clock } = platform;
  const ids = personaIds(platform);
  // The visitor's account is made last: with it the county is whole.
  if ((await store.get('accounts', VISITOR)) !== undefined) return;
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
    if (id !== undefined) await bindPerson(platform, id, persona.binding ?? 'VERIFIED', clock());
  }
  await liveThroughDeputies(platform, ids);
  await liveThroughPoints(platform, ids);
  await liveThroughAppraisals(platform);
  await liveThroughWeeks(platform, size, weeks, ids);
  await holdBallots(platform);
  await store.replace('accounts', newAccount(VISITOR));
}

const VISITOR = 'demo:visitor';

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
