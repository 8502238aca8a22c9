/** Moves ballot boxes on: rolls drawn and frozen, boxes closed and counted, old ballots removed, and those on a roll told. */
import { followObjection } from '@platform/ballot-box/follow-objection';
import type { Box } from '@platform/ballot-box/records';
import { stepBox } from '@platform/ballot-box/step-box';
import { tellRoll } from '@platform/ballot-box/tell-roll';
import type { Job, JobContext } from './job';

/** Boxes looked at in one run; at the end of a year's round some hundreds close at once. */
const BOXES = 50;
/** So many boxes go on side by side: their batches share commits, or wait for the cloud at the same time. */
const SIDE_BY_SIDE = 8;

/** A step is one batch, a commit or a page of a roll. */
const stepBoxes = boxesSideBySide('boxes.step', 'dueAt', stepBox);

/** The same by another clock: a roll of thousands is told while the box itself goes on. */
const tellRolls = boxesSideBySide('boxes.tell', 'tellAt', tellRoll);

/** Takes the boxes that are due, the longest waiting first; `limit` steps are taken, shared among the boxes that go on. */
function boxesSideBySide(name: string, due: 'dueAt' | 'tellAt', step: (context: JobContext, box: Box) => Promise<void>): Job {
  return {
    name,
    async run(context, limit) {
      let taken = 0;
      function takeOne(): boolean {
        if (taken >= limit) return false;
        taken += 1;
        return true;
      }
      const failures: unknown[] = [];
      const { items } = await context.store.find('boxes', { where: { [due]: { lte: context.now } }, orderBy: [{ field: due, direction: 'asc' }], limit: BOXES });
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
      const at = box?.[due];
      if (box === undefined || at === undefined || at > context.now || !takeOne()) return;
      await step(context, box);
    }
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

export const boxJobs: readonly Job[] = [followObjections, stepBoxes, tellRolls];
