/** Turns a dry run into a load: which units go, and whether they still are as the dry run saw them. */
import type { AreaCode } from '@/domain/areas/code';
import { ok, refused, type Result } from '@/domain/basics/result';
import type { AuditRow, RosterLoad, RosterVillage } from '@platform/records';
import { inBatches, type Tools } from './tools';

export type NotStarted =
  | { readonly code: 'HAS_PROBLEMS'; readonly problems: number }
  /** Somebody changed a village after the dry run, or the dry run is too old. */
  | { readonly code: 'ROSTER_CHANGED' }
  /** The dry run has not ended. */
  | { readonly code: 'NOT_CHECKED' };

/**
 * Begins loading the checked units, all of them or those named. A load that is under way or over is left as it is, so
 * that the tap can be repeated.
 */
export async function startLoad(tools: Tools, load: RosterLoad, only: readonly AreaCode[] | undefined, audit: AuditRow): Promise<Result<undefined, NotStarted>> {
  if (load.state === 'CHECKING') return refused({ code: 'NOT_CHECKED' });
  if (load.state === 'EXPIRED' || load.state === 'FAILED') return refused({ code: 'ROSTER_CHANGED' });
  const named = load.villages.filter(({ village }) => only === undefined || only.includes(village));
  const withProblems = named.filter(({ state }) => state === 'REFUSED');
  if (only !== undefined && withProblems.length > 0) return refused({ code: 'HAS_PROBLEMS', problems: sum(withProblems) });
  const ready = named.filter(({ state }) => state === 'CHECKED');
  if (ready.length === 0) return load.state === 'CHECKED' ? refused({ code: 'HAS_PROBLEMS', problems: sum(withProblems) }) : ok(undefined);
  const fresh = await inBatches(ready, 50, (part) => isAsChecked(tools, part));
  if (fresh.includes(false)) return refused({ code: 'ROSTER_CHANGED' });

  const going = new Set(ready.map(({ village }) => village));
  return tools.store.transaction(async (tx) => {
    const now = await tx.get('rosterLoads', load._id);
    if (now === undefined || (now.state !== 'CHECKED' && now.state !== 'PARTLY_LOADED')) return ok(undefined);
    const { finishedAt: _before, ...rest } = now;
    const villages = now.villages.map((part): RosterVillage => (part.state === 'CHECKED' && going.has(part.village) ? { ...part, state: 'WAITING' } : part));
    await tx.replace('rosterLoads', { ...rest, state: 'LOADING', rows: villages.filter(({ state }) => state === 'WAITING').reduce((total, part) => total + part.rows, 0), rowsDone: 0, villages });
    await tx.replace('audit', audit);
    return ok(undefined);
  });
}

async function isAsChecked({ store }: Tools, { village, baseVersion }: RosterVillage): Promise<boolean> {
  const guard = village.length === 12 ? await store.get('villages', village) : await store.get('offices', village);
  return (guard?.version ?? 0) === baseVersion;
}

function sum(parts: readonly RosterVillage[]): number {
  return parts.reduce((total, { problems }) => total + problems, 0);
}
