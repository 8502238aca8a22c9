/**
 * Loads one unit of a checked import, all of it or nothing (docs/decisions/0007-roster-load.md).
 *
 * The commit is one transaction on the village's document, against the version that the dry run saw. Before it nothing
 * is written; after it the rest is carried out however often it takes: what is already there compares as the same and is
 * not written again, so whoever takes over after a stop does exactly what was left.
 */
import type { AreaCode } from '@/domain/areas/code';
import type { PersonId } from '@/domain/basics/ids';
import { isWarning, type ProblemCode } from '@/domain/roster/problem';
import { villagesOf, type Directory } from '@/domain/roster/directory';
import type { Granted, HouseholdTarget, PersonTarget, UnitTarget } from '@/domain/roster/target';
import { systemAuditRow } from '@platform/audit';
import { phoneKeyOf } from '@platform/person-keys';
import type { AuditRow, RosterLoad, RosterVillage } from '@platform/records';
import { StoreDuplicate, type Transaction } from '@platform/store';
import { grantedTo, hasGrants, householdOf, mustWriteHousehold, mustWritePerson, personOf, type Making } from './build-records';
import { officeOf, villageOf } from './build-posts';
import { judgeStaged, type Judged } from './judge-staged';
import { inBatches, todayOf, type Tools } from './tools';

export type Loaded =
  | { readonly outcome: 'LOADED'; readonly left: readonly PersonId[] }
  /** It names persons that another unit of this load brings; to be tried again after those. */
  | { readonly outcome: 'LATER' }
  | { readonly outcome: 'FAILED'; readonly problem: ProblemCode };

/** Documents written together: they share one durable commit. */
const WRITES = 200;
/** So many lots of new documents under way at once, which share a commit as well; a village's people in two. */
const INSERTS = 5;

export async function loadUnit(tools: Tools, load: RosterLoad, part: RosterVillage, directory: Directory): Promise<Loaded> {
  const judged = await judgeStaged(tools, load, part, directory, true);
  const { judgement, stored, findings } = judged;
  // The same files may be imported again under the same id: only a version past the dry run's says that this run is in force.
  const isCommitted = stored.village?.rosterLoad === load._id && stored.village.version > part.baseVersion;
  if (!isCommitted) {
    if (judgement.awaits.size > 0) return part.later ? { outcome: 'FAILED', problem: 'PERSON_NOT_LOADED' } : { outcome: 'LATER' };
    if (findings.some(({ code }) => !isWarning(code))) return { outcome: 'FAILED', problem: 'ROSTER_CHANGED' };
    if (!(await commit(tools, load, part, directory, judged))) return { outcome: 'FAILED', problem: 'ROSTER_CHANGED' };
  }
  return { outcome: 'LOADED', left: await rollForward(tools, judgement.target) };
}

/** True once the unit's own document says that this load is in force; false when somebody changed it after the dry run. */
async function commit(tools: Tools, load: RosterLoad, part: RosterVillage, directory: Directory, { judgement, stored }: Judged): Promise<boolean> {
  const { target } = judgement;
  const now = tools.clock();
  const making = { now, loadId: load._id, sealer: tools.sealer, nameOf: villagesOf(directory, load.area).nameOf, phoneKey: (mobile: string) => phoneKeyOf(tools.sealer, mobile) };
  const audit = auditOf(load, part, now);
  if (part.village.length < 12) {
    const office = officeOf(target, stored, making);
    return tools.store.transaction(async (tx) => {
      // Nothing to do, or an earlier try has done it.
      if (office === stored.office) return true;
      const fresh = await tx.get('offices', part.village);
      if ((fresh?.version ?? 0) !== part.baseVersion) return false;
      await tx.replace('offices', office);
      await tx.replace('audit', audit);
      return true;
    });
  }
  const village = villageOf(target, stored, making);
  const isUntouched = village === stored.village && !hasWork(target, todayOf(tools));
  return tools.store.transaction(async (tx) => {
    const fresh = await tx.get('villages', part.village);
    if ((fresh?.version ?? 0) !== part.baseVersion || (await isBusy(tx, fresh?.rosterLoad, load._id, part.village))) return false;
    // Nothing to do: not even the pointer moves, and the version stays what others have seen.
    if (isUntouched) return true;
    await tx.replace('villages', { ...village, version: part.baseVersion + 1, changedAt: now, rosterLoad: load._id, talkDueAt: fresh?.talkDueAt ?? now });
    await tx.replace('audit', audit);
    return true;
  });
}

/** Whether another load has begun here and not ended: its rest would be written over this one's. */
async function isBusy(tx: Transaction, pointer: string | undefined, loadId: string, unit: AreaCode): Promise<boolean> {
  if (pointer === undefined || pointer === loadId) return false;
  const other = await tx.get('rosterLoads', pointer);
  return other?.villages.some(({ village, state }) => village === unit && state === 'LOADING') ?? false;
}

function hasWork(target: UnitTarget, today: string): boolean {
  return target.leaving.length > 0 || target.people.some((person) => mustWritePerson(person, target.granted.get(person.id), today)) || target.households.some(mustWriteHousehold);
}

/** Writes what is not yet as it should be. Answers with the persons who meanwhile are no longer this village's. */
async function rollForward(tools: Tools, target: UnitTarget): Promise<readonly PersonId[]> {
  const { store } = tools;
  const making: Making = { now: tools.clock(), today: todayOf(tools), sealer: tools.sealer, village: target.unit };
  const due = target.people.filter((person) => mustWritePerson(person, target.granted.get(person.id), making.today));
  const left: PersonId[] = [];
  const write = async (person: PersonTarget) => {
    if (!(await writePerson(tools, person, target.granted.get(person.id), making))) left.push(person.id);
  };
  await inBatches(slices(due.filter((person) => person.before === undefined)), INSERTS, (some) => {
    const docs = some.map((person) => personOf(person, target.granted.get(person.id), undefined, making));
    // One of them is there after all: an earlier try was stopped, or somebody entered them meanwhile.
    return insertOr(() => store.insertMany('people', docs), () => inBatches(some, WRITES, write));
  });
  await inBatches(due.filter((person) => person.before !== undefined), WRITES, write);
  await inBatches(target.leaving, WRITES, ({ _id }) => markLeft(tools, _id, making));
  const households = target.households.filter(mustWriteHousehold);
  const replaceAll = (some: readonly HouseholdTarget[]) => inBatches(some, WRITES, (household) => store.replace('households', householdOf(household, making)));
  await inBatches(slices(households.filter(({ before }) => before === undefined)), INSERTS, (some) =>
    insertOr(() => store.insertMany('households', some.map((household) => householdOf(household, making))), () => replaceAll(some)),
  );
  await replaceAll(households.filter(({ before }) => before !== undefined));
  const residents = new Set(target.people.map(({ id }) => id));
  await inBatches([...target.granted].filter(([id]) => !residents.has(id)), WRITES, ([id, granted]) => grantTo(tools, id, granted, making));
  return left;
}

/** Writes one person over what is stored now, so that an account bound meanwhile stays; false for who is no longer this village's. */
function writePerson({ store }: Tools, target: PersonTarget, granted: Granted | undefined, making: Making): Promise<boolean> {
  return store.transaction(async (tx) => {
    const fresh = await tx.get('people', target.id);
    if (fresh !== undefined && fresh.status === 'ACTIVE' && fresh.village !== making.village) return false;
    // Since it was judged, somebody's number was corrected to this one, or the person was entered as dead: neither is undone.
    if (fresh?.aliasOf !== undefined || fresh?.status === 'DECEASED') return false;
    await tx.replace('people', personOf(target, granted, fresh, making));
    return true;
  });
}

/** Of somebody who by hand was moved to another village since, or died, the sheet says nothing any more. */
function markLeft({ store }: Tools, id: PersonId, { now, village }: Making): Promise<void> {
  return store.transaction(async (tx) => {
    const fresh = await tx.get('people', id);
    if (fresh?.status !== 'ACTIVE' || fresh.village !== village) return;
    await tx.update('people', id, { set: { status: 'MOVED_AWAY', changedAt: now } });
  });
}

/** Gives a role to somebody who lives in another village. */
function grantTo({ store }: Tools, id: PersonId, granted: Granted, making: Making): Promise<void> {
  return store.transaction(async (tx) => {
    const fresh = await tx.get('people', id);
    if (fresh === undefined || hasGrants(fresh, granted, making.today)) return;
    await tx.replace('people', grantedTo(fresh, granted, making));
  });
}

async function insertOr(insert: () => Promise<void>, otherwise: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (!(error instanceof StoreDuplicate)) throw error;
    await otherwise();
  }
}

function slices<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / WRITES) }, (_, n) => items.slice(n * WRITES, (n + 1) * WRITES));
}

/** The row says which load changed the unit and by how much; the tap that began it is the load's own. */
function auditOf(load: RosterLoad, { village, people, households, posts, roles }: RosterVillage, now: number): AuditRow {
  const detail = { peopleAdded: people.add, peopleChanged: people.change, peopleLeft: people.leave, householdsAdded: households.add, householdsChanged: households.change, postsAdded: posts.add, postsChanged: posts.change, rolesAdded: roles.add, rolesChanged: roles.change };
  const row = systemAuditRow('import', 'roster.load', now, { target: `roster:${village}`, area: village, requestId: load._id, detail });
  return load.by === 'import' ? row : { ...row, person: load.by };
}
