import { boxesOf } from './boxes';
import { voting } from './os';
import { myBallot } from './views';

const PAGE = 20;

/** The boxes on whose roll the caller stands, the last to close first, or one of them. */
export const mine = voting.mine.handler(async ({ input, context }) => {
  context.permit('voting.mine');
  const { store, caller } = context;
  const voter = caller.person?.id ?? '';
  const page = await store.find('boxRolls', { where: { voter, ...(input.boxId === undefined ? {} : { box: input.boxId }) }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: PAGE, after: input.after });
  const boxes = await boxesOf(context, [...new Set(page.items.map(({ box }) => box))]);
  const items = page.items.flatMap((row) => {
    const box = boxes.find(({ _id }) => _id === row.box);
    // A roll that is still being drawn is nobody's yet.
    return box === undefined || box.state === 'DRAWING' || box.state === 'CANCELLED' ? [] : [myBallot(context, box, row)];
  });
  return { items, next: page.next };
});
