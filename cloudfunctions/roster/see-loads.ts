import { areasOf } from '@platform/caller';
import { refusal } from '@platform/refuse';
import { loadView } from './load-view';
import { roster } from './os';
import { findingsPage } from './work';

const PAGE = 20;

/** How a load stands. The page asks by itself while one runs, so asking keeps no desk awake. */
export const progressOfLoad = roster.progress.handler(async ({ input, context }) => {
  context.browser?.leaveAlone();
  const load = await context.store.get('rosterLoads', input.loadId);
  context.permit('roster.progress', { area: load?.area });
  if (load === undefined) throw refusal('NOT_FOUND');
  return loadView(load);
});

/** What is wrong with a load's sheets, in the order it was found. */
export const problemsOfLoad = roster.problems.handler(async ({ input, context }) => {
  const load = await context.store.get('rosterLoads', input.loadId);
  context.permit('roster.problems', { area: load?.area });
  if (load === undefined) throw refusal('NOT_FOUND');
  const page = Number(input.after ?? 0);
  const items = Number.isSafeInteger(page) && page >= 0 ? await findingsPage(context, load, page) : [];
  return { items: [...items], ...(page + 1 < load.problemBatches && { next: String(page + 1) }) };
});

/** The county's imports, newest first. */
export const listLoads = roster.loads.handler(async ({ context }) => {
  const [area] = areasOf(context.caller, 'COUNTY_CLERK');
  context.permit('roster.loads', { area });
  const { items } = await context.store.find('rosterLoads', { where: { county: area ?? '' }, orderBy: [{ field: 'startedAt', direction: 'desc' }], limit: PAGE });
  return { items: items.map(loadView) };
});
