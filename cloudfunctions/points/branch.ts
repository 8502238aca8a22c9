import { cycleDays } from '@/domain/points/cycle';
import { byName, type MemberYear } from '@/domain/points/year';
import type { Context } from '@platform/context';
import { schemeOf } from '@platform/point-scheme';
import { refusal } from '@platform/refuse';
import { currentCycle } from './branch-of';
import { points } from './os';
import { branchActs, listedMember } from './views';

/** A branch is one page, so that it can be put in the order in which people look for a name: the store knows only that of characters. */
const PAGE = 100;
/** Counts of what waits go no further: more than a page is many. */
const COUNTED = 100;

/** The branch's list for its members, in the order of names, never of points (PTY-15, BUR-01); for its office also what waits, who left, and vetoes. */
export const branch = points.branch.handler(async ({ input, context }) => {
  const { village, after } = input;
  const { store, settings, today } = context;
  context.permit('points.branch', { area: village });
  const found = await store.get('branches', village);
  const cycle = input.cycle ?? found?.cycle ?? currentCycle(context);
  const scheme = await schemeOf(store, context, cycle);
  const page = await store.find('pointYears', { where: { branch: village, cycle }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PAGE, ...(after === undefined ? {} : { after }) });
  const isCurrent = found?.cycle === cycle;
  const office = context.may('points.queue', { area: village });
  const name = found?.name ?? (await store.get('villages', village))?.name;
  if (name === undefined) throw refusal('NOT_FOUND');
  return {
    village, name, cycle,
    open: isCurrent && found.closedAt === undefined,
    drawing: isCurrent && found.drawing !== undefined,
    settled: isCurrent ? found.settledAt !== undefined : page.items.every(({ settled }) => settled === true),
    groups: [...(found?.groups ?? [])],
    members: [...page.items].sort(byName).filter(({ left }) => office || left === undefined).map((year: MemberYear) => listedMember(context, scheme, year, office)),
    next: page.next,
    waiting: await waitingIn(context, village),
    seenBy: { most: settings.party.scope, since: settings.party.scope === 'BRANCH' ? undefined : found?.villageSees?.decidedOn },
    may: branchActs(context, village, found, today > cycleDays(cycle, settings.party.cycleStart).to),
  };
});

/** How much waits for the branch's office; nothing of it is for a member. Two reads. */
async function waitingIn({ store, may }: Context, village: string): Promise<{ check: number; approve: number; pledges: number; appeals: number }> {
  if (!may('points.queue', { area: village })) return { check: 0, approve: 0, pledges: 0, appeals: 0 };
  const { items } = await store.find('pointEntries', { where: { branch: village, queue: { exists: true } }, limit: COUNTED });
  const pledges = await store.count('pointYears', { branch: village, pledgesWaiting: true });
  const of = (step: string): number => items.filter(({ queue }) => queue === step).length;
  return { check: of('CHECK'), approve: of('APPROVE'), pledges, appeals: of('APPEAL') };
}
