import type { Appraisal } from '@/domain/appraisals/appraisal';
import { appraisalIdOf } from '@/domain/appraisals/appraisal';
import type { Box } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { appraisals } from './os';
import { membersOf } from './members';
import { suggestedOf } from './suggested';
import { appraisalView, readerOf } from './views';

const YEARS = 10;
const PAGE = 100;

/** A branch's appraisal as the reader may see it (PTY-11, 15): the latest, or a year's. */
export const get = appraisals.get.handler(async ({ input, context }) => {
  const { village } = input;
  const { store, settings } = context;
  context.permit('appraisals.get', { area: village });
  const reader = readerOf(context, village);
  const { items } = await store.find('appraisals', { where: { village }, orderBy: [{ field: 'year', direction: 'desc' }], limit: YEARS });
  // The town learns nothing of one that the branch is still about.
  const known = items.filter(({ stage }) => reader !== 'TOWN' || stage === 'REPORTED');
  const years = known.map(({ year }) => year);
  const mayOpen = context.may('appraisals.open', { area: village });
  const appraisal = input.year === undefined ? known[0] : known.find(({ _id }) => _id === appraisalIdOf(village, input.year ?? 0));
  if (appraisal === undefined) return { years, mayOpen };
  const members = await membersOf(store, village, appraisal.year);
  const boxes = await countedBoxes(context, appraisal);
  const view = appraisalView(context, reader, appraisal, {
    boxOf: (boxId) => boxes.find(({ _id }) => _id === boxId),
    suggestedFor: (personId) => suggestedOf(members.find((member) => member.personId === personId), settings),
  });
  return { appraisal: view, years, mayOpen };
});

/** The boxes once all are counted, a page at a time; none before: counts come out together. */
async function countedBoxes({ store }: Context, { stage, items }: Appraisal): Promise<readonly Box[]> {
  if (stage === 'SELF' || stage === 'MEASURE') return [];
  const ids = items.flatMap(({ boxId }) => (boxId === undefined ? [] : [boxId]));
  const found: Box[] = [];
  for (let at = 0; at < ids.length; at += PAGE) found.push(...(await store.find('boxes', { where: { _id: { in: ids.slice(at, at + PAGE) } }, limit: PAGE })).items);
  return found;
}
