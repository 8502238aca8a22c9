/** The next cycle of the demo's Party branch, for journeys that begin in the window for pledges (PTY-04). */
import { DAY_MS, startOfDay } from '@/domain/basics/civil-time';
import type { OwnYear } from '@/services/views';
import { requestId } from './matters';
import type { Stage } from './stage';

const FEBRUARY = '02-01';

/** Opened and settled by the secretary, with its members drawn from the roster by the clock. */
export async function nextCycle({ server, idOf }: Stage, village: string): Promise<number> {
  const secretary = await idOf('张文德');
  const asks = async (procedure: string, input: object) => server.ask(secretary, 'points', procedure, { requestId: requestId(), village, ...input });
  const later = async (ms: number) => server.moveClock((await server.now()) + ms);
  const old = await server.ask<OwnYear>(await idOf('李国平'), 'points', 'mine', {});
  const cycle = old.cycle + 1;
  await server.moveClock(startOfDay(`${cycle}-${FEBRUARY}`) + DAY_MS / 2);
  await asks('publish', { cycle: old.cycle, n: 4 });
  // The days for objections go by.
  await later(14 * DAY_MS);
  await asks('closeCycle', { cycle: old.cycle });
  await later(DAY_MS);
  await asks('openCycle', { cycle });
  await later(DAY_MS);
  await asks('settleCategories', { cycle });
  return cycle;
}
