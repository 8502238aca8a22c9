/** Moves ballot boxes on: rolls drawn and frozen, boxes closed and counted, old ballots removed. */
import { followObjection } from '@platform/ballot-box/follow-objection';
import { stepBox } from '@platform/ballot-box/step-box';
import type { Job, JobContext } from './job';

/** Boxes looked at in one run; at the end of a year's round some hundreds close at once. */
const BOXES = 50;
/** So many boxes go on side by side: their batches share commits, or wait for the cloud at the same time. */
const SIDE_BY_SIDE = 8;

/** A step is one batch, a commit or a page of a roll; `limit` of them are taken, shared among the boxes that go on. */
const stepBoxes: Job = {
  name: 'boxes.step',
  async run(context, limit) {
    let taken = 0;
    function takeOne(): boolean {
      if (taken >= limit) return false;
      taken += 1;
      return true;
    }
    const failures: unknown[] = [];
    const { items } = await context.store.find('boxes', { where: { dueAt: { lte: context.now } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit: BOXES });
    const waiting = items.map(({ _id }) => _id).reverse();
    async function goOn(): Promise<void> {
      for (let id = waiting.pop(); id !== undefined && taken < limit; id = waiting.pop()) {
        try {
          await stepsOf(context, id, takeOne);
        } catch (error) {
          // One box that cannot go on holds up no other; the turn still counts as failed and is logged.
          failures.push(error);
        }
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, goOn));
    const [failure] = failures;
    if (failure !== undefined) throw failure instanceof Error ? failure : new Error('a box cannot go on', { cause: failure });
    return taken;
  },
};

/** Moves a box on until it waits for a later moment, or `takeOne` allows no more steps. */
async function stepsOf(context: JobContext, id: string, takeOne: () => boolean): Promise<void> {
  for (;;) {
    const box = await context.store.get('boxes', id);
    if (box?.dueAt === undefined || box.dueAt > context.now || !takeOne()) return;
    await stepBox(context, box);
  }
}

const followObjections: Job = {
  name: 'boxes.objections',
  async run(context, limit) {
    const { items } = await context.store.find('boxObjections', { where: { dueAt: { lte: context.now } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit: Math.min(limit, 100) });
    for (const { _id } of items) await followObjection(context, _id);
    return items.length;
  },
};

export const boxJobs: readonly Job[] = [followObjections, stepBoxes];
