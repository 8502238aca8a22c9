import type { Job } from '../../cloudfunctions/clock/job';
import { jobs } from '../../cloudfunctions/clock/jobs';
import { runClock } from '../../cloudfunctions/clock/run-clock';
import type { System } from './harness';

/** More turns than anything takes that is not going round in a circle. */
const MOST_TURNS = 30;

/** Turns the clock until nothing is due any more; a job that fails fails the test. */
export async function turnClock(system: System, only: readonly Job[] = jobs): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const { failed, more } = await runClock(system.platform, only);
    if (failed.length > 0) throw new Error(`the clock failed: ${failed.join(', ')} ${JSON.stringify(system.lines.slice(-3))}`);
    if (!more) return;
  }
  throw new Error('the clock never ends');
}
