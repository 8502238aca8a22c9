/** Moves ballot boxes on: rolls drawn and frozen, boxes closed and counted, old ballots removed. */
import { followObjection } from '@platform/ballot-box/follow-objection';
import { stepBox } from '@platform/ballot-box/step-box';
import type { Job, JobContext } from './job';

/** Boxes looked at in one run; at the end of a year's round some hundreds close at once. */
const BOXES = 50;

/** A step is one batch, a commit or a page of a roll. */
const stepBoxes: Job = {
  name: 'boxes.step',
  async run(context, limit) {
    let taken = 0;
    let failure: Error | undefined;
    const { items } = await context.store.find('boxes', { where: { dueAt: { lte: context.now } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit: BOXES });
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
    if (box?.dueAt === undefined || box.dueAt > context.now) return taken;
    await stepBox(context, box);
  }
  return limit;
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
