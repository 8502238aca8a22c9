/**
 * What was found in the sheets of a load, kept beside it. Findings come village by village; when a check or a load is through
 * they are arranged as a clerk works them off: what stops a village before what is only to be looked at, by sheet and row; and
 * once more by kind, since what is wrong with a column is wrong in each of its rows.
 */
import type { RosterFindingKind, RosterLoad } from '@platform/records';
import type { ListedProblem } from './check-unit';
import { batchId } from './staged-rows';
import { inBatches, type Tools } from './tools';

const A_BATCH = 200;
const KEPT_OF_A_KIND = 1_000;
/** Batches read or written at once. */
const AT_ONCE = 16;

/** The ways findings are kept: as they came, by place, by kind. */
type Order = 'found' | 'placed' | 'kinds';

/** Puts findings beside the load, and counts them. */
export async function keepFindings({ store }: Pick<Tools, 'store'>, load: RosterLoad, findings: readonly ListedProblem[]): Promise<RosterLoad> {
  const kinds = new Map(kindsOf(load).map((kind) => [kind.problem, kind]));
  const kept = findings.filter(({ problem, severity }) => {
    const { count, kept: before } = kinds.get(problem) ?? { count: 0, kept: 0 };
    const keeps = before < KEPT_OF_A_KIND;
    kinds.set(problem, { problem, severity, count: count + 1, kept: before + Number(keeps) });
    return keeps;
  });
  const batches = await write({ store }, load._id, 'found', kept, load.problemBatches);
  return { ...load, problemBatches: load.problemBatches + batches, kinds: [...kinds.values()] };
}

/** Arranges all findings of a load. Done again it writes the same; the load is the caller's to save. */
export async function arrange({ store }: Pick<Tools, 'store'>, load: RosterLoad): Promise<RosterLoad> {
  if (load.problemBatches === 0) return load;
  const found = await inBatches(Array.from({ length: load.problemBatches }, (_, n) => n), AT_ONCE, (n) => read({ store }, load._id, 'found', n));
  const placed = [...found.flat()].sort(byPlace(load));
  const order = new Map([...new Set(placed.map(({ problem }) => problem))].map((problem, at) => [problem, at]));
  const at = ({ problem }: { readonly problem: string }) => order.get(problem) ?? order.size;
  await write({ store }, load._id, 'placed', placed, 0);
  await write({ store }, load._id, 'kinds', [...placed].sort((one, other) => at(one) - at(other)), 0);
  return { ...load, kinds: [...kindsOf(load)].sort((one, other) => at(one) - at(other)) };
}

/** A page of arranged findings from a place on, all of them or of one kind; `next` is where the following page begins. */
export async function findingsFrom({ store }: Pick<Tools, 'store'>, load: RosterLoad, from: number, problem?: string): Promise<{ readonly items: readonly ListedProblem[]; readonly next?: number }> {
  const [first, end] = problem === undefined ? [0, sum(kindsOf(load))] : spanOf(kindsOf(load), problem);
  const at = first + from;
  if (at >= end) return { items: [] };
  const batch = Math.floor(at / A_BATCH);
  const until = Math.min(end, (batch + 1) * A_BATCH);
  const items = (await read({ store }, load._id, problem === undefined ? 'placed' : 'kinds', batch)).slice(at - batch * A_BATCH, until - batch * A_BATCH);
  return { items, ...(until < end && { next: until - first }) };
}

/** The kinds of a load's findings, none of one from before they were counted. */
function kindsOf({ kinds = [] }: Pick<RosterLoad, 'kinds'>): readonly RosterFindingKind[] {
  return kinds;
}

/** Where the findings of a kind stand among those arranged by kind. */
function spanOf(kinds: readonly RosterFindingKind[], problem: string): readonly [number, number] {
  const at = kinds.findIndex((kind) => kind.problem === problem);
  const first = sum(kinds.slice(0, Math.max(at, 0)));
  return [first, first + (kinds[at]?.kept ?? 0)];
}

function sum(kinds: readonly RosterFindingKind[]): number {
  return kinds.reduce((total, { kept }) => total + kept, 0);
}

/** Problems before warnings; then the order of the sheets in the import, and their rows. Sheets that were not read stand first. */
function byPlace({ sources }: RosterLoad): (one: ListedProblem, other: ListedProblem) => number {
  const sheets = new Map(sources.map(({ file, sheet }, at) => [`${file}\n${sheet}`, at]));
  const sheetOf = ({ file, sheet }: ListedProblem) => sheets.get(`${file}\n${sheet}`) ?? -1;
  return (one, other) =>
    Number(one.severity === 'WARNING') - Number(other.severity === 'WARNING') || sheetOf(one) - sheetOf(other) || one.row - other.row;
}

async function write({ store }: Pick<Tools, 'store'>, loadId: string, order: Order, findings: readonly ListedProblem[], from: number): Promise<number> {
  const batches = Array.from({ length: Math.ceil(findings.length / A_BATCH) }, (_, n) => findings.slice(n * A_BATCH, (n + 1) * A_BATCH));
  await inBatches([...batches.entries()], AT_ONCE, ([n, items]) => store.replace('rosterBatches', { _id: batchId(loadId, order, from + n), load: loadId, content: JSON.stringify(items) }));
  return batches.length;
}

async function read({ store }: Pick<Tools, 'store'>, loadId: string, order: Order, n: number): Promise<readonly ListedProblem[]> {
  const batch = await store.get('rosterBatches', batchId(loadId, order, n));
  return batch === undefined ? [] : (JSON.parse(batch.content) as readonly ListedProblem[]);
}
