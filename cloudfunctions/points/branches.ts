import { civilDateOf } from '@/domain/basics/civil-time';
import { publicationDue } from '@/domain/points/publication';
import { points } from './os';

const PAGE = 50;

/** The town's branches: who has opened, settled and published; no member's points, and no league table (BUR-01, 04). */
export const branches = points.branches.handler(async ({ input, context }) => {
  const { town, after } = input;
  const { store, settings, today } = context;
  context.permit('points.branches', { area: town });
  const villages = await store.find('villages', { where: { town }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PAGE, ...(after === undefined ? {} : { after }) });
  const ids = villages.items.map(({ _id }) => _id);
  const found = new Map(ids.length === 0 ? [] : (await store.find('branches', { where: { _id: { in: ids } }, limit: PAGE })).items.map((one) => [one._id, one]));
  const items = villages.items.map(({ _id, name }) => {
    const branch = found.get(_id);
    const due = branch && publicationDue(branch, today, civilDateOf(branch.openedAt), settings.party);
    return { village: _id, name: branch?.name ?? name, cycle: branch?.cycle, settled: branch?.settledAt !== undefined, published: [...(branch?.published ?? [])], overdue: due !== undefined && due.by < today };
  });
  return { items, next: villages.next };
});
