import { civilDateOf } from '@/domain/basics/civil-time';
import { nextPeriod, periodOf, remindAt } from '@/domain/basics/recurring';
import { notice, toRole } from '@platform/notices';
import type { Job, JobContext } from './job';

/** Calls the quarter's voters' forum to mind at the station and the presidium, once, where none is recorded (DEP-02). */
export const remindOfForums: Job = {
  name: 'forums.remind',
  module: 'deputies',
  async run(context, limit) {
    const { items } = await context.store.find('congresses', { where: { forumDueAt: { lte: context.now } }, orderBy: [{ field: 'forumDueAt', direction: 'asc' }], limit });
    for (const { _id } of items) await remind(context, _id);
    return items.length;
  },
};

async function remind({ store, settings, now }: JobContext, town: string): Promise<void> {
  const { forumEvery, forumRemindDays } = settings.deputy;
  const period = periodOf(civilDateOf(now), forumEvery);
  const due = remindAt(period, forumRemindDays);
  const isDue = now >= due;
  // Read before the transaction, which can only read by id: one that is recorded in this very moment is reminded of once in vain.
  const held = isDue && (await store.find('deputyEntries', { where: { town, forum: true, on: { gte: period.from, lte: period.to } }, limit: 1 })).items.length > 0;
  await store.transaction(async (tx) => {
    const congress = await tx.get('congresses', town);
    if (congress?.forumDueAt === undefined || congress.forumDueAt > now) return;
    if (isDue && !held) {
      for (const role of ['STATION_OFFICER', 'PRESIDIUM'] as const) {
        await tx.replace('notices', notice({ to: toRole(role, town), kind: 'FORUM_DUE', at: now, data: { town, day: period.to }, cause: `${town}:${period.from}` }));
      }
    }
    await tx.update('congresses', town, { set: { forumDueAt: isDue ? remindAt(nextPeriod(period, forumEvery), forumRemindDays) : due } });
  });
}
