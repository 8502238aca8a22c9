/** Until when, and by whose word, a ballot can be called off. */
import type { EpochMs } from '../basics/ids';
import { exhaustive } from '../basics/exhaustive';
import type { TimedBox } from './plan';

/** By whoever set it up; only with the supervision committee's consent. */
export type CancelWay = 'ALONE' | 'CONSENT';

/**
 * Who opened a box calls it off alone while nobody can have voted. From its opening on those who voted are owed a second
 * look by somebody who did not open it (CON-12; `CONSENT`), as where the count does not add up (VOTE-12). Undefined once
 * the result is out, since what was counted stands, or once it was called off. [DEF]
 */
export function cancelWay({ state, opensAt }: Pick<TimedBox, 'state' | 'opensAt'>, now: EpochMs): CancelWay | undefined {
  switch (state) {
    case 'DRAWING':
    case 'SHOWN':
      return 'ALONE';
    case 'FREEZING':
    case 'OPEN':
      return now < opensAt ? 'ALONE' : 'CONSENT';
    case 'COUNTING':
    case 'HELD':
      return 'CONSENT';
    case 'PUBLISHED':
    case 'CANCELLED':
      return undefined;
    default:
      return exhaustive(state);
  }
}
