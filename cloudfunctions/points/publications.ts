import { civilDateOf } from '@/domain/basics/civil-time';
import { publicationDue } from '@/domain/points/publication';
import { currentCycle } from './branch-of';
import { points } from './os';
import { publicationView } from './views';

const PAGE = 12;

/** The cycle's publications, newest first, and the one that is owed (PTY-10). */
export const publications = points.publications.handler(async ({ input, context }) => {
  const { village } = input;
  const { store, settings, today } = context;
  context.permit('points.publications', { area: village });
  const branch = await store.get('branches', village);
  const cycle = input.cycle ?? branch?.cycle ?? currentCycle(context);
  const page = await store.find('pointPublications', { where: { branch: village, cycle }, orderBy: [{ field: 'n', direction: 'desc' }], limit: PAGE });
  const due = branch?.cycle === cycle ? publicationDue(branch, today, civilDateOf(branch.openedAt), settings.party) : undefined;
  return { items: page.items.map((one) => publicationView(context, one)), due: due && { n: due.n, by: due.by } };
});
