/**
 * Brings about what follows from a change of posts or persons (`domain/grid/follow-ups.ts`), a step at a time. Each step
 * reads its follow-up again in the transaction that ends it, so that two clocks, or one that died, do nothing twice.
 */
import type { EpochMs } from '@/domain/basics/ids';
import { exhaustive } from '@/domain/basics/exhaustive';
import { dueAt, type FollowUp } from '@/domain/grid/follow-ups';
import type { Place } from './guards';
import type { Job, JobContext } from './job';
import { passOnWhatIsAboutThem } from './pass-on';
import { closeGrant, handOver, remindOfVacancy, tellOfPost } from './post-steps';
import { copyHolder, settleHousehold, takeFromVillage } from './person-steps';

/** Guard documents looked at in one run. */
const GUARDS = 20;

export const postJobs: Job = {
  name: 'posts.follow',
  async run(context, limit) {
    let taken = 0;
    let failure: Error | undefined;
    for (const guard of ['villages', 'offices'] as const) {
      const { items } = await context.store.find(guard, { where: { followUpAt: { lte: context.now } }, orderBy: [{ field: 'followUpAt', direction: 'asc' }], limit: GUARDS });
      for (const { _id } of items) {
        try {
          taken += await followAll(context, { guard, id: _id }, limit - taken);
        } catch (error) {
          // One village that cannot go on holds up no other; the turn still counts as failed and is logged.
          failure = error instanceof Error ? error : new Error('a follow-up failed', { cause: error });
        }
      }
    }
    if (failure !== undefined) throw failure;
    return taken;
  },
};

async function followAll(context: JobContext, place: Place, limit: number): Promise<number> {
  for (let taken = 0; taken < limit; taken += 1) {
    const guard = await context.store.get(place.guard, place.id);
    const one = (guard?.followUps ?? []).find((followUp) => isDue(followUp, context.now));
    if (one === undefined) return taken;
    await step(context, place, one);
  }
  return limit;
}

function isDue(one: FollowUp, now: EpochMs): boolean {
  return dueAt(one) <= now;
}

function step(context: JobContext, place: Place, one: FollowUp): Promise<void> {
  switch (one.kind) {
    case 'POST':
      if (one.closes !== undefined) return closeGrant(context, place, one);
      if (one.to !== undefined && one.aboutPassed === undefined) return passOnWhatIsAboutThem(context, place, one);
      if (one.told === undefined) return tellOfPost(context, place, one);
      if (one.handed === undefined) return handOver(context, place, one);
      return remindOfVacancy(context, place, one);
    case 'HOUSEHOLD':
      return settleHousehold(context, place, one);
    case 'CAME_FROM':
      return takeFromVillage(context, place, one);
    case 'HOLDER':
      return copyHolder(context, place, one);
    default:
      return exhaustive(one);
  }
}
