/** Calling a box off, for the contexts that may (`domain/voting/cancelling.ts` says when). */
import type { Change } from '../store';
import type { StepContext } from './batches';
import { rollUntilOf } from './close-box';
import type { Box } from './records';
import { toTell } from './tell-roll';

/**
 * The change that calls a box off. At its next turn the clock removes what was cast, uncounted and seen by nobody: whoever
 * casts meanwhile comes into lists that go, or finds them gone. Everybody on the roll is told alike; the roll stays as long
 * as any other, so that whoever asks can be answered (PRV-10).
 */
export function calledOff(box: Pick<Box, 'kind'>, context: Pick<StepContext, 'now' | 'settings'>): Change {
  const { now } = context;
  return { set: { state: 'CANCELLED', dueAt: now, cancelled: { at: now, rollUntil: rollUntilOf(context) }, ...toTell(box, 'CANCELLED', now) }, unset: ['progress'] };
}
