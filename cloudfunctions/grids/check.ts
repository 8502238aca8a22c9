/** What the grids of a village lack or exceed, split plans, and households without a liaison (GRD-02..10, LNS-01). */
import { gridsWithoutHead, withoutLiaison } from '@/domain/grid/coverage';
import { findingsOf, splitPlans } from '@/domain/grid/findings';
import { totalsOf } from '@/domain/grid/tree';
import type { Village } from '@/domain/grid/grid';
import type { Household, Person } from '@/domain/people/person';
import type { GridCode } from '@/domain/areas/code';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import { grids } from './os';

/** With the caller, the village, the heads and the liaisons this stays within eight store operations. */
const PAGES = 2;
const PAGE = 100;

export const check = grids.check.handler(async ({ input, context }) => {
  context.permit('grids.check', { area: input.village });
  const { store, settings, today } = context;
  const village = await store.get('villages', input.village);
  if (village === undefined) throw refusal('NOT_FOUND');
  const first = input.after === undefined;
  const { households: all } = totalsOf(village);
  const open = gridsWithoutHead(village, today);
  // Where a head answers, every household is linked; the others are read page by page.
  const read = open.length === 0 ? { households: [], next: undefined } : await householdsOf(context, open, input.after);
  const active = await activeAmong(context, read.households);
  const unlinked = withoutLiaison(read.households, active);
  return {
    next: read.next,
    findings: first ? findingsOf(village, await headsOf(context, village), settings, today).map((finding) => ({ ...finding, data: { ...finding.data } })) : [],
    plans: first ? splitPlans(village, settings).map((plan) => ({ ...plan, counts: [...plan.counts] })) : [],
    coverage: { households: all, linked: all - unlinked.length, unlinked: unlinked.map(({ _id, number, grid }) => ({ id: _id, number, grid })) },
  };
});

/** The heads' own records, for whether they may head: those of level 3 first are not more important, so all up to a page. */
async function headsOf({ store }: Context, village: Village): Promise<readonly Person[]> {
  const ids = [...new Set(village.grids.flatMap((cell) => cell.head?.personId ?? []))].slice(0, PAGE);
  return ids.length === 0 ? [] : (await store.find('people', { where: { _id: { in: ids } }, limit: PAGE })).items;
}

async function householdsOf({ store }: Context, cells: readonly GridCode[], from: string | undefined): Promise<{ readonly households: readonly Household[]; readonly next?: string }> {
  const where = { grid: { in: cells.slice(0, PAGE) } };
  const households: Household[] = [];
  let after = from;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await store.find('households', { where, limit: PAGE, after });
    households.push(...found.items);
    after = found.next;
    if (after === undefined) break;
  }
  return { households, next: after };
}

async function activeAmong({ store }: Context, households: readonly Household[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(households.flatMap(({ liaisons }) => liaisons.map(({ personId }) => personId)))].slice(0, PAGE);
  if (ids.length === 0) return new Set();
  const { items } = await store.find('people', { where: { _id: { in: ids } }, limit: PAGE });
  return new Set(items.filter(({ status }) => status === 'ACTIVE').map(({ _id }) => _id));
}
