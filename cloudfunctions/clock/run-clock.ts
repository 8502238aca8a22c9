/** One turn of the clock: every job until nothing is due any more, or until the turn has gone on for long enough. */
import { civilDateOf } from '@/domain/basics/civil-time';
import type { Platform } from '@platform/context';
import { countingStore } from '@platform/counting-store';
import { describeThrown } from '@platform/failures';
import type { Job } from './job';

export interface ClockTurn {
  /** How many of each job's things were taken on. */
  readonly did: Readonly<Record<string, number>>;
  /** The jobs that failed; they are tried again at the next turn. */
  readonly failed: readonly string[];
  /** Whether something may still be due. */
  readonly more: boolean;
}

export interface ClockLimits {
  /** How often a job may run in one turn. */
  readonly maxRounds?: number;
  /** How many things a job may take on in one round. */
  readonly batch?: number;
  /** Asked before each batch; a no ends the turn, and what is left waits for the next. */
  readonly goOn?: () => boolean;
}

const MAX_ROUNDS = 20;
const BATCH = 50;

/**
 * Runs the jobs in order, round after round. A job that fails stops none of the others: its failure is logged and its
 * work waits for the next turn. `now` is read once, so that a turn sees one moment.
 */
export async function runClock(platform: Platform, jobs: readonly Job[], limits: ClockLimits = {}): Promise<ClockTurn> {
  const { maxRounds = MAX_ROUNDS, batch = BATCH, goOn = () => true } = limits;
  const { clock, log, ...ports } = platform;
  const now = clock();
  const today = civilDateOf(now);
  const did: Record<string, number> = {};
  const failed: string[] = [];
  let left = jobs.filter(({ module }) => module === undefined || ports.settings.modules[module]);

  for (let round = 0; round < maxRounds && left.length > 0; round += 1) {
    const busy: Job[] = [];
    for (const job of left) {
      if (!goOn()) return { did, failed, more: true };
      const counting = countingStore(ports.store);
      const startedAt = performance.now();
      let taken = 0;
      let failure: unknown;
      try {
        taken = await job.run({ ...ports, store: counting.store, now, today }, batch);
      } catch (error) {
        failure = error ?? 'nothing';
        failed.push(job.name);
      }
      did[job.name] = (did[job.name] ?? 0) + taken;
      if (taken >= batch) busy.push(job);
      if (taken > 0 || failure !== undefined) {
        const ms = Math.round((performance.now() - startedAt) * 10) / 10;
        const outcome = failure === undefined ? 'OK' : 'FAILED';
        log({ action: `clock.${job.name}`, outcome, ms, ...counting.counts(), did: taken, ...(failure === undefined ? {} : describeThrown(failure)) });
      }
    }
    left = busy;
  }
  return { did, failed, more: left.length > 0 };
}
