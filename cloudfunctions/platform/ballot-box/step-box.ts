/** What the clock does with a box whose time has come: one batch of the step it is at. */
import { exhaustive } from '@/domain/basics/exhaustive';
import type { StepContext } from './batches';
import { beginCounting, countBox } from './close-box';
import { drawRoll } from './draw-roll';
import { forgetBox } from './forget-box';
import { beginFreezing, freezeRoll } from './freeze-roll';
import type { Box } from './records';

export function stepBox(context: StepContext, box: Box): Promise<void> {
  switch (box.state) {
    case 'DRAWING':
      return drawRoll(context, box);
    case 'SHOWN':
      return beginFreezing(context, box);
    case 'FREEZING':
      return freezeRoll(context, box);
    case 'OPEN':
      return beginCounting(context, box);
    case 'COUNTING':
      return countBox(context, box);
    case 'PUBLISHED':
    case 'CANCELLED':
      return forgetBox(context, box);
    case 'HELD':
      return Promise.resolve();
    default:
      return exhaustive(box.state);
  }
}
