import { allows } from '@/domain/appraisals/acts';
import { itemOf, type Appraisal } from '@/domain/appraisals/appraisal';
import { areasOf } from '@platform/caller';
import type { Context } from '@platform/context';
import { appraisals } from './os';

/** More boxes than a branch's members are. */
const BALLOTS = 100;

/** Whether an appraisal is under way that waits for the caller. */
export const mine = appraisals.mine.handler(async ({ context }) => {
  context.permit('appraisals.mine');
  const { store, caller } = context;
  const [village] = areasOf(caller, 'PARTY_MEMBER');
  const [appraisal] = village === undefined ? [] : (await store.find('appraisals', { where: { village }, orderBy: [{ field: 'year', direction: 'desc' }], limit: 1 })).items;
  const item = appraisal && itemOf(appraisal, caller.person?.id);
  if (appraisal === undefined || item === undefined) return { selfDue: false, boxes: 0 };
  const { year, stage } = appraisal;
  return { village, year, stage, selfDue: item.self === undefined && allows(appraisal, 'SELF', item), boxes: await openBallots(context, appraisal) };
});

/** How many of the caller's ballots are open, told on their own phone alone: whether one has voted is nobody else's to know. */
async function openBallots({ store, caller, now }: Context, { stage, measure, items }: Appraisal): Promise<number> {
  if (stage !== 'MEASURE' || measure !== 'BOX' || caller.person?.own !== true) return 0;
  const boxes = new Set(items.map(({ boxId }) => boxId));
  const page = await store.find('boxRolls', { where: { voter: caller.person.id }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: BALLOTS });
  return page.items.filter(({ box, state, ballot, closesAt }) => boxes.has(box) && state === 'OPEN' && ballot !== undefined && ballot.opensAt <= now && now < closesAt).length;
}
