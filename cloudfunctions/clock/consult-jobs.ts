/** What time does to the matters of consultation: limits, checks, what is left to tell; and repeated issues that become one (CON-03, EVT-12). */
import { runDue } from '@/domain/consultations/clock-acts';
import { withChecks } from '@/domain/consultations/checks';
import type { Consultation, ConsultTelling } from '@/domain/consultations/consultation';
import { settled, withTimers } from '@/domain/consultations/moves';
import { gather } from '@/domain/consultations/raising';
import { systemAuditRow } from '@platform/audit';
import { toldNowOrSoon } from '@platform/consult-outcome';
import { derivedId } from '@platform/ids';
import type { Topic } from '@platform/records';
import { checkForVillage } from './consult-check';
import type { Job, JobContext } from './job';
import { remindOfTalks } from './remind-of-talks';

/** What a transaction still holds beside the matter, its new state and the audit row. */
const MOST_NOTICES = 12;

const runDueMatters: Job = {
  name: 'consultations.due',
  module: 'consultations',
  async run(context, limit) {
    const due = await context.store.find('consultations', { where: { nextDueAt: { lte: context.now } }, orderBy: [{ field: 'nextDueAt', direction: 'asc' }], limit });
    await eachOf(due.items, (matter) => runMatter(context, matter));
    return due.items.length;
  },
};

/** Topics of repeated issues arrive before the village as matters, each once (EVT-12). */
const gatherTopics: Job = {
  name: 'consultations.gather',
  module: 'consultations',
  async run(context, limit) {
    const waiting = await context.store.find('topics', { where: { waiting: true }, orderBy: [{ field: 'changedAt', direction: 'asc' }], limit });
    await eachOf(waiting.items, (topic) => bring(context, topic));
    return waiting.items.length;
  },
};

export const consultJobs: readonly Job[] = [gatherTopics, runDueMatters, remindOfTalks];

/** One that fails keeps none of the others waiting; the failure is reported when the batch is through. */
async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      await run(item);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function bring({ store, now, settings }: JobContext, seen: Topic): Promise<void> {
  await store.transaction(async (tx) => {
    const topic = await tx.get('topics', seen._id);
    if (topic?.waiting !== true) return;
    const village = await tx.get('villages', topic.village);
    if (village === undefined) return;
    const id = derivedId('consult', topic._id);
    const opened = gather({ id, village, place: topic.grid, now, settings, topicId: topic._id, category: topic.category, issues: topic.issueIds.length });
    const { matter, notices } = toldNowOrSoon(opened.matter, opened.tell, MOST_NOTICES, now);
    await tx.insert('consultations', matter);
    for (const one of notices) await tx.replace('notices', one);
    await tx.update('topics', topic._id, { set: { consultationId: id }, unset: ['waiting'] });
  });
}

/** The check is asked before the transaction, which awaits nothing but its own operations, and may run again. */
async function runMatter(context: JobContext, seen: Consultation): Promise<void> {
  const { store, now, today, settings } = context;
  const { PUBLISH } = seen.timers;
  const checked = PUBLISH !== undefined && PUBLISH <= now ? await checkForVillage(seen, context) : undefined;
  await store.transaction(async (tx) => {
    const matter = await tx.get('consultations', seen._id);
    // Another clock, or a person, was first.
    if (matter?.nextDueAt === undefined || matter.nextDueAt > now) return;
    const cause = `clock:${matter.nextDueAt}`;
    const published = checked === undefined ? { matter, tell: [] } : withChecks(matter, checked, { now, cause });
    const run = runDue(published.matter, { now, today, settings, cause });
    // Nobody is asked to look at what was taken back, or decided on, while the check was asked.
    const toLook = published.matter.review === undefined ? [] : checked?.tell ?? [];
    const tell: readonly ConsultTelling[] = [...(matter.untold ?? []), ...published.tell, ...run.tell, ...toLook];
    const told = settled(withTimers({ ...run.matter, untold: undefined }, { TELL: undefined }), now);
    const { matter: next, notices } = toldNowOrSoon(told, tell, MOST_NOTICES, now);
    await tx.replace('consultations', next);
    for (const one of notices) await tx.replace('notices', one);
    if (run.matter !== published.matter) await tx.replace('audit', systemAuditRow('clock', 'consultations.due', now, { target: `consultation:${matter._id}`, area: matter.village, detail: { due: cause, stage: next.stage } }));
  });
}
