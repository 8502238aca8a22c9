/** Runs the clock's jobs every few seconds, one turn at a time. */
import type { Platform } from '@platform/context';
import { jobs } from '../cloudfunctions/clock/jobs';
import { runClock, type ClockLimits } from '../cloudfunctions/clock/run-clock';

export interface Ticker {
  /** One turn now, after the one that may be under way. */
  readonly turn: () => Promise<void>;
  /** No batch begins any more; waits for the one under way. */
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 5_000;
/** A turn of its own accord is short: people's requests come first here, while in the cloud the clock is a function apart. */
const ROUNDS = 4;

export function startTicker(platform: Platform): Ticker {
  let running: Promise<void> = Promise.resolve();
  let stopping = false;
  let underWay = 0;
  function turn(limits: Pick<ClockLimits, 'maxRounds'> = {}): Promise<void> {
    underWay += 1;
    running = running.then(async () => {
      await runClock(platform, jobs, { ...limits, goOn: () => !stopping });
      underWay -= 1;
    });
    return running;
  }
  // A turn that takes longer than the pause between two must not pile up turns behind it.
  const timer = setInterval(() => {
    if (underWay === 0) void turn({ maxRounds: ROUNDS });
  }, EVERY_MS).unref();
  return {
    turn: () => turn(),
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
