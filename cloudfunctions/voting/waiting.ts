import { boxesOf } from './boxes';
import { voting } from './os';
import { isOwnPhone, myBallot } from './views';

/** More boxes than wait for one voter at a time, a town's deputies among them. */
const SHOWN = 100;

/**
 * The ballots that wait for the caller, the first to close first. What is missing here says that it has been cast: only on
 * the own phone with a sure binding, like 已投 itself, and nobody votes for another anyway.
 */
export const waiting = voting.waiting.handler(async ({ context }) => {
  context.permit('voting.waiting');
  if (!isOwnPhone(context)) return { items: [] };
  const { store, caller, now } = context;
  const { items: rows } = await store.find('boxRolls', { where: { voter: caller.person?.id ?? '', closesAt: { gt: now } }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: SHOWN });
  const open = rows.filter(({ state }) => state === 'OPEN').reverse();
  const boxes = await boxesOf(context, [...new Set(open.map(({ box }) => box))]);
  const items = open.flatMap((row) => {
    const box = boxes.find(({ _id }) => _id === row.box);
    return box?.state === 'OPEN' && box.opensAt <= now ? [myBallot(context, box, row)] : [];
  });
  return { items };
});
