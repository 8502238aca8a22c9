import { addCivilDays } from '@/domain/basics/civil-time';
import { addWorkingDays } from '@/domain/basics/working-days';
import { periodsOf } from '@/domain/points/cycle';
import { publicationIdOf, publishedRows } from '@/domain/points/publication';
import type { MemberYear } from '@/domain/points/year';
import type { Context } from '@platform/context';
import { isTaken, once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { invalidField } from '@platform/refuse';
import { branchIn, personOf } from './branch-of';
import { points } from './os';

const PAGE = 100;
/** A branch of more members than three pages is a general branch, and publishes by its parts. */
const PAGES = 3;

/** Publishes a period to the branch's members: everybody's points as they stand now, open to objection for some days (PTY-10). */
export const publish = points.publish.handler(async ({ input, context, errors }) => {
  const { village, cycle, n } = input;
  const { store, settings, now, today } = context;
  const { cycleStart, publishEvery, objectionWorkdays } = settings.party;
  context.permit('points.publish', { area: village });
  const period = periodsOf(cycle, cycleStart, publishEvery).find((one) => one.n === n);
  if (period === undefined) throw invalidField('n', 'UNKNOWN');
  if (today <= period.upTo) throw errors.TOO_EARLY({ data: { from: addCivilDays(period.upTo, 1) } });
  const rows = publishedRows(await schemeOf(store, context, cycle), await yearsIn(context, village, cycle));
  const _id = publicationIdOf(village, cycle, n);
  const objectionsUntil = addWorkingDays(now, objectionWorkdays, settings.calendar).dueAt;
  try {
    return await once(context, 'points.publish', input, { target: `branch:${village}`, area: village, detail: { cycle, n } }, async (tx) => {
      const branch = await branchIn(tx, village);
      if (branch.cycle !== cycle || branch.drawing !== undefined) throw errors.CYCLE_STAGE();
      await tx.insert('pointPublications', { _id, branch: village, cycle, n, upTo: period.upTo, rows, publishedAt: now, publishedBy: personOf(context).id, objectionsUntil, objections: [] });
      // The clock tells the members.
      await tx.replace('branches', { ...branch, published: [...branch.published, n], announcing: { n, until: objectionsUntil }, dueAt: now, changedAt: now });
      return { done: true as const };
    }, () => Promise.resolve({ done: true as const }));
  } catch (error) {
    if (isTaken(error, 'pointPublications', _id)) throw errors.CYCLE_STAGE();
    throw error;
  }
});

async function yearsIn({ store }: Context, village: string, cycle: number): Promise<readonly MemberYear[]> {
  const years: MemberYear[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await store.find('pointYears', { where: { branch: village, cycle }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PAGE, ...(after === undefined ? {} : { after }) });
    years.push(...found.items);
    after = found.next;
    if (after === undefined) return years;
  }
  return years;
}
