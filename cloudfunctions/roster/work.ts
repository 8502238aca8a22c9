/**
 * Carries a load on, a unit at a time. Whoever works holds a lease on the load's document; a lease that has run out means
 * that its holder was stopped, and the next one (the clerk's second tap, the timer) goes on from what is written.
 */
import { assert } from '@/domain/basics/assert';
import type { Directory } from '@/domain/roster/directory';
import { emptyTally } from '@/domain/roster/judge';
import { derivedId } from '@platform/ids';
import type { RosterLoad, RosterVillage } from '@platform/records';
import { loadDirectory } from './areas';
import { checkUnit, listed, type ListedProblem } from './check-unit';
import { arrange, keepFindings } from './findings';
import { loadUnit, type Loaded } from './load-unit';
import type { StagedUnit } from './staged-rows';
import type { Staging } from './stage';
import type { Tools } from './tools';

/** Longer than any one unit takes. */
export const LEASE_MS = 60_000;

/** The load's document as it is when its files have been staged. */
export function stagedLoad(load: RosterLoad, staging: Staging, directory: Directory): RosterLoad {
  const nameOf = (unit: StagedUnit) => [directory.county, ...directory.towns, ...directory.villages].find(({ code }) => code === unit.unit)?.name ?? unit.unit;
  return {
    ...load,
    staged: true,
    sources: staging.sources,
    files: staging.files,
    rows: staging.rows,
    rowsDone: 0,
    problemBatches: 0,
    kinds: [],
    problems: 0,
    warnings: 0,
    villages: staging.units.map((unit) => ({
      village: unit.unit,
      name: nameOf(unit),
      problems: 0,
      warnings: 0,
      grids: emptyTally(),
      posts: emptyTally(),
      households: emptyTally(),
      people: emptyTally(),
      roles: emptyTally(),
      baseVersion: 0,
      rows: unit.rows,
      batches: unit.batches,
      batchesDone: 0,
      state: 'WAITING',
    })),
  };
}

/** What a call may spend; the rest is for the next. `onUnit` hears of every unit that is done. */
export interface Spending {
  readonly untilMs: number;
  readonly onUnit?: (load: RosterLoad) => void;
}

/** Goes on with a load until it is done, somebody else holds it, or the time is spent. Answers with how it stands. */
export async function advance(tools: Tools, loadId: string, spending: Spending): Promise<RosterLoad> {
  let load = await claim(tools, loadId);
  if (load === undefined) return current(tools, loadId);
  const directory = await loadDirectory(tools.store, load.area);
  assert(directory !== undefined, 'a load is begun only where the areas are registered');
  try {
    for (let part = nextPart(load); part !== undefined; part = nextPart(load)) {
      load = load.state === 'CHECKING' ? await checkNext(tools, load, part, directory) : await loadNext(tools, load, part, directory);
      spending.onUnit?.(load);
      if (tools.clock() >= spending.untilMs) break;
    }
  } catch (error) {
    await save(tools, { ...load, workUntil: undefined });
    throw error;
  }
  const now = ended({ ...load, workUntil: undefined }, tools.clock());
  return save(tools, load.state === 'CHECKING' && now.state !== load.state ? await arrange(tools, now) : now);
}

async function claim(tools: Tools, loadId: string): Promise<RosterLoad | undefined> {
  const now = tools.clock();
  return tools.store.transaction(async (tx) => {
    const load = await tx.get('rosterLoads', loadId);
    const isOpen = load !== undefined && load.staged && (load.state === 'CHECKING' || load.state === 'LOADING');
    if (!isOpen || (load.workUntil ?? 0) > now) return undefined;
    const claimed = { ...load, workUntil: now + LEASE_MS };
    await tx.replace('rosterLoads', claimed);
    return claimed;
  });
}

async function current({ store }: Tools, loadId: string): Promise<RosterLoad> {
  const load = await store.get('rosterLoads', loadId);
  assert(load !== undefined, `${loadId} is there`);
  return load;
}

/** What was begun and not ended comes first, what waits for another village last. */
function nextPart(load: RosterLoad): RosterVillage | undefined {
  const waiting = load.villages.filter(({ state }) => state === 'WAITING');
  return load.villages.find(({ state }) => state === 'LOADING') ?? waiting.find(({ later }) => later !== true) ?? waiting[0];
}

async function checkNext(tools: Tools, load: RosterLoad, part: RosterVillage, directory: Directory): Promise<RosterLoad> {
  const { part: checked, listed: findings } = await checkUnit(tools, load, part, directory);
  const kept = await keepFindings(tools, load, findings);
  return save(tools, {
    ...withPart(kept, checked),
    rowsDone: load.rowsDone + part.rows,
    problems: load.problems + checked.problems,
    warnings: load.warnings + checked.warnings,
    workUntil: tools.clock() + LEASE_MS,
  });
}

async function loadNext(tools: Tools, before: RosterLoad, part: RosterVillage, directory: Directory): Promise<RosterLoad> {
  // Said before it is begun: whoever finds it so after a stop takes it up first, and no other load may start here.
  const load = await save(tools, { ...withPart(before, { ...part, state: 'LOADING' }), workUntil: tools.clock() + LEASE_MS });
  const loaded = await loadUnit(tools, load, part, directory);
  const findings = findingsOf(loaded, part);
  // The clerk may be reading what the dry run found.
  const kept = findings.length === 0 ? load : await arrange(tools, await keepFindings(tools, load, findings));
  const done = loaded.outcome === 'LATER' ? 0 : part.rows;
  return save(tools, { ...withPart(kept, partAfter(part, loaded)), rowsDone: load.rowsDone + done, problems: load.problems + findings.length, workUntil: tools.clock() + LEASE_MS });
}

function partAfter(part: RosterVillage, loaded: Loaded): RosterVillage {
  switch (loaded.outcome) {
    case 'LOADED':
      return { ...part, state: 'LOADED', batchesDone: part.batches };
    case 'LATER':
      return { ...part, state: 'WAITING', later: true };
    case 'FAILED':
      return { ...part, state: 'FAILED', problems: part.problems + 1 };
  }
}

function findingsOf(loaded: Loaded, part: RosterVillage): readonly ListedProblem[] {
  const whole = (code: 'ROSTER_CHANGED' | 'PERSON_NOT_LOADED' | 'PERSON_ELSEWHERE', data = {}) =>
    listed({ at: { source: 0, row: 0 }, kind: 'RESIDENTS', value: '', code, data }, [], part);
  if (loaded.outcome === 'FAILED') return [whole(loaded.problem === 'PERSON_NOT_LOADED' ? 'PERSON_NOT_LOADED' : 'ROSTER_CHANGED')];
  return loaded.outcome === 'LOADED' ? loaded.left.map(() => whole('PERSON_ELSEWHERE', { village: '' })) : [];
}

function withPart(load: RosterLoad, part: RosterVillage): RosterLoad {
  return { ...load, villages: load.villages.map((old) => (old.village === part.village ? part : old)) };
}

/** The load as it stands once nothing waits any more. */
function ended(load: RosterLoad, now: number): RosterLoad {
  if (nextPart(load) !== undefined) return load;
  if (load.state === 'CHECKING') return { ...load, state: 'CHECKED' };
  const loaded = load.villages.filter(({ state }) => state === 'LOADED').length;
  const state = loaded === load.villages.length ? 'LOADED' : loaded > 0 ? 'PARTLY_LOADED' : 'FAILED';
  return { ...load, state, finishedAt: now };
}

async function save({ store }: Tools, load: RosterLoad): Promise<RosterLoad> {
  await store.replace('rosterLoads', load);
  return load;
}

/** The id of a load, from the account and its tap. */
export function loadIdOf(account: string, requestId: string): string {
  return derivedId('roster', account, requestId);
}
