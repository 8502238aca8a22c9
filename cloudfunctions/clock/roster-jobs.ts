/** Takes up imports that were stopped, and removes what imports left behind. */
import { inBatches, toolsOf } from '../roster/tools';
import { advance, LEASE_MS } from '../roster/work';
import type { Job, JobContext } from './job';

/** One turn goes on with a load for so long; the next turn goes on. */
const TURN_MS = 10_000;

/** Goes on with loads whose worker was stopped, and gives up those whose files were not read to the end. */
const resume: Job = {
  name: 'roster.resume',
  async run(context, limit) {
    const { store, now } = context;
    const page = await store.find('rosterLoads', { where: { state: { in: ['CHECKING', 'LOADING'] } }, orderBy: [{ field: 'startedAt', direction: 'asc' }], limit });
    const idle = page.items.filter((load) => (load.workUntil ?? 0) <= now);
    for (const load of idle) {
      if (load.staged) await advance(toolsOf(context), load._id, { untilMs: now + TURN_MS });
      // The clerk's next tap reads the files anew; without one for this long nobody waits for it.
      else if (load.startedAt + 10 * LEASE_MS < now) await store.replace('rosterLoads', { ...load, state: 'FAILED', finishedAt: now });
    }
    return idle.length;
  },
};

/** Removes the staged rows and findings of loads that are over or too old; what was loaded stays, and so does the record of it. */
const sweep: Job = {
  name: 'roster.sweep',
  async run(context, limit) {
    const { store, now } = context;
    const due = await store.find('rosterLoads', { where: { sweepAt: { lte: now } }, orderBy: [{ field: 'sweepAt', direction: 'asc' }], limit });
    for (const { _id } of due.items) {
      const isOpen = await expire(context, _id);
      if (!isOpen) await removeBatches(context, _id);
    }
    return due.items.length;
  },
};

export const rosterJobs: readonly Job[] = [resume, sweep];

/** A dry run nobody loaded is over; a load under way keeps its rows until it is through. True for the latter. */
async function expire({ store, now }: JobContext, id: string): Promise<boolean> {
  return store.transaction(async (tx) => {
    const load = await tx.get('rosterLoads', id);
    if (load === undefined) return false;
    if (load.state === 'LOADING') {
      await tx.update('rosterLoads', id, { set: { sweepAt: now + 10 * LEASE_MS } });
      return true;
    }
    if (load.state === 'CHECKING' || load.state === 'CHECKED') await tx.update('rosterLoads', id, { set: { state: 'EXPIRED', finishedAt: now } });
    return false;
  });
}

async function removeBatches({ store }: JobContext, id: string): Promise<void> {
  for (;;) {
    const page = await store.find('rosterBatches', { where: { load: id }, limit: 100 });
    await inBatches(page.items, 100, ({ _id }) => store.remove('rosterBatches', _id));
    if (page.next === undefined) break;
  }
  await store.update('rosterLoads', id, { unset: ['sweepAt'] });
}
