import { civilDateOf, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import { nextPeriod, periodOf, remindAt } from '@/domain/basics/recurring';
import { deskPostOf } from '@/domain/grid/posts';
import { notice, toPost } from '@platform/notices';
import type { Job, JobContext } from './job';

/** Calls the month's talk on policies to mind at the village's desk, once, where none is held or announced (CON-01). */
export const remindOfTalks: Job = {
  name: 'talks.remind',
  module: 'consultations',
  async run(context, limit) {
    const { items } = await context.store.find('villages', { where: { talkDueAt: { lte: context.now } }, orderBy: [{ field: 'talkDueAt', direction: 'asc' }], limit });
    for (const { _id } of items) await remind(context, _id);
    return items.length;
  },
};

async function remind({ store, settings, now }: JobContext, village: string): Promise<void> {
  const { talkEvery, talkRemindDays } = settings.consult;
  const period = periodOf(civilDateOf(now), talkEvery);
  const due = remindAt(period, talkRemindDays);
  const isDue = now >= due;
  // Read before the transaction, which can only read by id: one that is announced in this very moment is reminded of once in vain.
  const held = isDue && (await store.find('talks', { where: { village, heldAt: { gte: startOfDay(period.from), lt: endOfDay(period.to) } }, limit: 1 })).items.length > 0;
  await store.transaction(async (tx) => {
    const found = await tx.get('villages', village);
    if (found?.talkDueAt === undefined || found.talkDueAt > now) return;
    if (isDue && !held) await tx.replace('notices', notice({ to: toPost(deskPostOf(village)), kind: 'TALK_DUE', at: now, data: { day: period.to }, cause: period.from }));
    await tx.update('villages', village, { set: { talkDueAt: isDue ? remindAt(nextPeriod(period, talkEvery), talkRemindDays) : due } });
  });
}
