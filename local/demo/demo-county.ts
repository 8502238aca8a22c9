/** Puts the demo county into an empty store: real codes, made-up people, loaded through the roster import itself. */
import type { AccountId, EpochMs } from '../../src/domain/basics/ids';
import type { Platform } from '../../cloudfunctions/platform/context';
import { personIdOf } from '../../cloudfunctions/platform/person-keys';
import { registerAreas } from '../../cloudfunctions/roster/areas';
import type { Tools } from '../../cloudfunctions/roster/tools';
import { allFindings, checkFiles, loadChecked } from '../import-run';
import { rosterProblemLine } from '../../src/domain/wording/roster';
import { makeVillage } from './make-village';
import { publishedAreas, sheetsOf, villagesOfSize, type DemoSize } from './make-sheets';
import { COUNTY, PERSONAS, VILLAGE } from './personas';

/** One of the persona dock's people. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly area: string;
  readonly words: string;
  /** The account that acts for them. */
  readonly account: AccountId;
}

/** The account a persona's header stands for. */
export function demoAccountOf(personaId: string): AccountId {
  return `demo-${personaId}`;
}

/** The personas of the dock; never the population. */
export function demoPeople(): readonly DemoPerson[] {
  return PERSONAS.map(({ id, name, roles, words }) => ({
    id,
    name,
    roles: roles.map(({ role }) => role),
    area: roles[0]?.area ?? VILLAGE,
    words,
    account: demoAccountOf(id),
  }));
}

/** Whether the store has a county at all. */
export async function isEmpty({ store }: Pick<Platform, 'store'>): Promise<boolean> {
  return (await store.get('offices', COUNTY)) === undefined;
}

export interface DemoProgress {
  readonly town: string;
  readonly done: number;
  readonly of: number;
}

/**
 * Loads the county of a size if its personas are not all there yet; a stopped run goes on. Throws if a made-up sheet has
 * a problem, since then the import or the maker is wrong.
 */
export async function ensureDemoCounty(platform: Platform, size: DemoSize, onTown: (progress: DemoProgress) => void = () => undefined): Promise<void> {
  const { store } = platform;
  if ((await store.get('accounts', READY)) !== undefined) return;
  await registerAreas(store, publishedAreas());
  const tools: Tools = { store, sealer: platform.sealer, settings: platform.settings, clock: platform.clock };
  const towns = villagesOfSize(size);
  for (const [nth, villages] of towns.entries()) {
    const loadId = `demo-${villages[0]?.town ?? ''}`;
    const checked = await checkFiles(tools, { loadId, area: COUNTY, files: sheetsOf(villages) });
    const loaded = await loadChecked(tools, checked);
    if ('code' in loaded || loaded.state !== 'LOADED') {
      const [first] = (await allFindings(tools, checked)).filter(({ severity }) => severity === 'PROBLEM');
      throw new Error(`the demo county did not load: ${'code' in loaded ? loaded.code : loaded.state} ${first === undefined ? '' : rosterProblemLine(first)}`);
    }
    onTown({ town: villages[0]?.townName ?? '', done: nth + 1, of: towns.length });
  }
  await bindPersonas(platform, platform.clock());
}

/** Its account marks that the county is whole: it is written last. */
const READY = demoAccountOf('visitor');

/** Binds each persona's account to their own person, as two officers with a code would have done. */
async function bindPersonas({ store, sealer }: Platform, now: EpochMs): Promise<void> {
  const idNumbers = new Map(personaIdNumbers());
  for (const { id, name, binding } of PERSONAS) {
    const idNumber = idNumbers.get(name);
    if (binding === undefined || idNumber === undefined) continue;
    const account = demoAccountOf(id);
    const personId = personIdOf(sealer, COUNTY, idNumber);
    await store.transaction(async (tx) => {
      await tx.update('people', personId, { set: { account: { id: account, level: binding, at: now } } });
      await tx.replace('accounts', { _id: account, bindings: [{ personId, level: binding, relation: 'SELF', at: now }], actingFor: personId, inboxSeenAt: 0 });
    });
  }
  await store.replace('accounts', { _id: READY, bindings: [], inboxSeenAt: 0 });
}

/** The personas' ID numbers as the sheets have them, by name; a persona's household stands first in its grid. */
function personaIdNumbers(): readonly (readonly [string, string])[] {
  const village = villagesOfSize('village').flat()[0];
  if (village === undefined) return [];
  const known = new Map<string, string>();
  const { residents } = makeVillage(village);
  for (const { name, resident } of PERSONAS) {
    const row = residents.find((cells) => cells[3] === name && cells[6] === resident?.bornOn);
    if (row?.[4] !== undefined) known.set(name, row[4]);
  }
  return [...known];
}
