/** Runs the clock's jobs every few seconds, one turn at a time. */
import type { Platform } from '@platform/context';
import { jobs } from '../cloudfunctions/clock/jobs';
import { runClock } from '../cloudfunctions/clock/run-clock';

export interface Ticker {
  /** One turn now, after the one that may be under way. */
  readonly turn: () => Promise<void>;
  /** No turn begins any more; waits for the one under way. */
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 5_000;

export function startTicker(platform: Platform): Ticker {
  let running: Promise<void> = Promise.resolve();
  function turn(): Promise<void> {
    running = running.then(async () => {
      await runClock(platform, jobs);
    });
    return running;
  }
  const timer = setInterval(() => void turn(), EVERY_MS).unref();
  return {
    turn,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
