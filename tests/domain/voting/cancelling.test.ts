/** Until when a ballot can be called off, and by whose word (CON-06, CON-12, VOTE-12). */
import { DAY_MS } from '@/domain/basics/civil-time';
import { BOX_STATES, type BoxState } from '@/domain/voting/box';
import { cancelWay, type CancelWay } from '@/domain/voting/cancelling';
import { stillTrue } from '@/domain/voting/news';

const OPENS = 10 * DAY_MS;
const CLOSES = 13 * DAY_MS;

it.each<readonly [BoxState, number, CancelWay | undefined]>([
  ['DRAWING', 0, 'ALONE'],
  ['SHOWN', OPENS - DAY_MS - 1, 'ALONE'],
  // Put off by an objection nobody has answered: nobody could vote yet, whatever the hour.
  ['SHOWN', OPENS + DAY_MS, 'ALONE'],
  ['FREEZING', OPENS - DAY_MS, 'ALONE'],
  ['OPEN', OPENS - 1, 'ALONE'],
  ['OPEN', OPENS, 'CONSENT'],
  ['OPEN', CLOSES - 1, 'CONSENT'],
  ['COUNTING', CLOSES, 'CONSENT'],
  ['HELD', CLOSES + DAY_MS, 'CONSENT'],
  ['PUBLISHED', CLOSES + DAY_MS, undefined],
  ['CANCELLED', 0, undefined],
])('%s at %d: %s', (state, now, way) => {
  expect(cancelWay({ state, opensAt: OPENS }, now)).toBe(way);
});

it('that a box was called off is news as long as it is, and what was news before is none any more', () => {
  for (const state of BOX_STATES) expect(stillTrue('CANCELLED', { state, opensAt: OPENS, closesAt: CLOSES }, OPENS)).toBe(state === 'CANCELLED');
  for (const news of ['SHOWN', 'OPEN', 'CLOSING', 'PUBLISHED'] as const) expect(stillTrue(news, { state: 'CANCELLED', opensAt: OPENS, closesAt: CLOSES }, OPENS)).toBe(false);
});
