/** Moves the demo's clock, and lets what falls due on the way fall due at its own hour, as it would have. */
import { HOUR_MS } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import type { MovableClock } from '../movable-clock';
import type { Ticker } from '../ticker';

/** So many turns at most; a jump over months goes in longer steps. */
const MAX_STEPS = 170;

/** Answers when everything due by `to` was done. Backwards it only moves: what happened stays. */
export async function moveClock(clock: MovableClock, ticker: Ticker, to: EpochMs): Promise<void> {
  const from = clock.now();
  const step = Math.max(HOUR_MS, Math.ceil((to - from) / MAX_STEPS));
  for (let at = from + step; at < to; at += step) {
    await clock.moveTo(at);
    await ticker.turn();
  }
  await clock.moveTo(to);
  await ticker.turn();
}
