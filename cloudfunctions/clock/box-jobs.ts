/** Moves ballot boxes on: rolls drawn and frozen, boxes closed and counted, old ballots removed, and those on a roll told. */
import { followObjection } from '@platform/ballot-box/follow-objection';
import type { Box } from '@platform/ballot-box/records';
import { stepBox } from '@platform/ballot-box/step-box';
import { tellRoll } from '@platform/ballot-box/tell-roll';
import type { Job, JobContext } from './job';

/** Boxes looked at in one run; at the end of a year's round some hundreds close at once. */
const BOXES = 50;

/** A step is one batch, a commit or a page of a roll. */
const stepBoxes = boxesInTurn('boxes.step', 'dueAt', stepBox);

/** The same by another clock: a roll of thousands is told while the box itself goes on. */
const tellRolls = boxesInTurn('boxes.tell', 'tellAt', tellRoll);

/** Takes the boxes that are due, the longest waiting first, each as far as it goes. */
function boxesInTurn(name: string, due: 'dueAt' | 'tellAt', step: (context: JobContext, box: Box) => Promise<void>): Job {
  return {
    name,
    async run(context, limit) {
      let taken = 0;
      let failure: Error | undefined;
      const { items } = await context.store.find('boxes', { where: { [due]: { lte: context.now } }, orderBy: [{ field: due, direction: 'asc' }], limit: BOXES });
      for (const { _id } of items) {
        try {
          taken += await stepsOf(context, _id, limit - taken);
        } catch (error) {
          // One box that cannot go on holds up no other; the turn still counts as failed and is logged.
          failure = error instanceof Error ? error : new Error('a box cannot go on', { cause: error });
        }
      }
      if (failure !== undefined) throw failure;
      return taken;
    },
  };

  async function stepsOf(context: JobContext, id: string, limit: number): Promise<number> {
    for (let taken = 0; taken < limit; taken += 1) {
      const box = await context.store.get('boxes', id);
      const at = box?.[due];
      if (box === undefined || at === undefined || at > context.now) return taken;
      await step(context, box);
    }
    return limit;
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
