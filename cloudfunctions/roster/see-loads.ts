import { areasOf } from '@platform/caller';
import { refusal } from '@platform/refuse';
import { findingsFrom } from './findings';
import { loadView } from './load-view';
import { roster } from './os';

const PAGE = 20;

/** How a load stands. The page asks by itself while one runs, so asking keeps no desk awake. */
export const progressOfLoad = roster.progress.handler(async ({ input, context }) => {
  context.browser?.leaveAlone();
  const load = await context.store.get('rosterLoads', input.loadId);
  context.permit('roster.progress', { area: load?.area });
  if (load === undefined) throw refusal('NOT_FOUND');
  return loadView(load);
});

/** What is wrong with a load's sheets, as a clerk works it off: what stops a village first, by sheet and row; or one kind of it. */
export const problemsOfLoad = roster.problems.handler(async ({ input, context }) => {
  const load = await context.store.get('rosterLoads', input.loadId);
  context.permit('roster.problems', { area: load?.area });
  if (load === undefined) throw refusal('NOT_FOUND');
  const from = Number(input.after ?? 0);
  const { items, next } = Number.isSafeInteger(from) && from >= 0 ? await findingsFrom(context, load, from, input.problem) : { items: [], next: undefined };
  return { items: [...items], ...(next !== undefined && { next: String(next) }) };
});

/** The county's imports, newest first. */
export const listLoads = roster.loads.handler(async ({ context }) => {
  const [area] = areasOf(context.caller, 'COUNTY_CLERK');
  context.permit('roster.loads', { area });
  const { items } = await context.store.find('rosterLoads', { where: { county: area ?? '' }, orderBy: [{ field: 'startedAt', direction: 'desc' }], limit: PAGE });
  return { items: items.map(loadView) };
});
