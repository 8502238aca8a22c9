/** Removes what its time is over of (PRV-10): matters that were put away, what was told to deputies, what was noted at a contact, notices and the audit. */
import { addCivilDays, addCivilMonths, startOfDay } from '@/domain/basics/civil-time';
import type { CivilDate, EpochMs } from '@/domain/basics/ids';
import { forgotten, keptUntil, type Opinion } from '@/domain/deputies/opinion';
import type { Issue, Stage } from '@/domain/issues/issue';
import type { Job, JobContext } from './job';
import { removeUpload } from './sweep-uploads';

/** Stages that a matter stays in; anything else is still the clock's to bring there. */
const PUT_AWAY: ReadonlySet<Stage> = new Set<Stage>(['ARCHIVED', 'REJECTED', 'WITHDRAWN']);

/** Matters with their files and the hotline's tickets to them, so many years after they were put away. The monthly counts stay; they name nobody. */
export const sweepIssues: Job = {
  name: 'issues.sweep',
  async run(context, limit) {
    const { store, settings, today } = context;
    const before = monthsAgo(today, Math.round(12 * settings.privacy.eventYears));
    const { items } = await store.find('issues', { where: { open: false, changedAt: { lt: before } }, orderBy: [{ field: 'changedAt', direction: 'asc' }], limit });
    const old = items.filter(({ stage }) => PUT_AWAY.has(stage));
    for (const issue of old) await removeIssue(context, issue);
    return old.length;
  },
};

/** The matter goes last, so that a run that was stopped finds the rest again. Files that another record holds are its own. */
async function removeIssue(context: JobContext, { _id, uploads, tickets = [] }: Issue): Promise<void> {
  await removeFiles(context, uploads, `issue:${_id}`);
  // They hold the number of whoever called (EVT-19).
  for (const ticket of tickets) await context.store.remove('tickets', ticket.id);
  await context.store.remove('issues', _id);
}

/** What people told deputies and stations, so many years after it ended; of a suggestion its public part stays. */
export const sweepOpinions: Job = {
  name: 'opinions.sweep',
  async run(context, limit) {
    const { items } = await context.store.find('opinions', { where: { forgetAt: { lte: context.now } }, orderBy: [{ field: 'forgetAt', direction: 'asc' }], limit });
    for (const opinion of items) await removeOpinion(context, opinion);
    return items.length;
  },
};

async function removeOpinion(context: JobContext, opinion: Opinion): Promise<void> {
  const { store, files } = context;
  const { _id, issueId } = opinion;
  const { uploads = [], voice } = opinion.files ?? {};
  if (issueId === undefined) await removeFiles(context, uploads, `opinion:${_id}`);
  else {
    // The matter it became shows the pictures for as long as it is kept itself; the voice never went there (DEP-06).
    if (voice !== undefined) await files.remove([voice]);
    for (const upload of uploads) if ((await store.get('uploads', upload)) !== undefined) await store.update('uploads', upload, { set: { claimedBy: `issue:${issueId}` } });
  }
  const stays = forgotten(opinion);
  if (stays === undefined) await store.remove('opinions', _id);
  else await store.replace('opinions', stays);
}

async function removeFiles(context: JobContext, uploads: readonly string[], holder: string): Promise<void> {
  for (const id of uploads) {
    const upload = await context.store.get('uploads', id);
    if (upload?.claimedBy === holder) await removeUpload(context, upload);
  }
}

/**
 * Opinions that ended before there was an end to keeping them: each gets its own, once. When none is left this looks and finds
 * nothing, and it may go with the release after.
 */
export const keepOldOpinions: Job = {
  name: 'opinions.keep',
  async run({ store, settings }, limit) {
    const { items } = await store.find('opinions', { where: { open: false, forgetAt: { exists: false }, forgotten: { exists: false } }, orderBy: [{ field: 'changedAt', direction: 'asc' }], limit });
    for (const { _id } of items) {
      await store.transaction(async (tx) => {
        const opinion = await tx.get('opinions', _id);
        if (opinion === undefined || opinion.forgetAt !== undefined || opinion.forgotten === true) return;
        const kept = keptUntil(opinion, settings.privacy);
        if (kept.forgetAt !== undefined) await tx.update('opinions', _id, { set: { forgetAt: kept.forgetAt } });
      });
    }
    return items.length;
  },
};

/** Notices after the county's months, read or not; whoever asks what is held of them is told so many. */
export const sweepNotices: Job = {
  name: 'notices.sweep',
  async run({ store, settings, today }, limit) {
    const { items } = await store.find('notices', { where: { at: { lt: monthsAgo(today, settings.privacy.logMonths) } }, orderBy: [{ field: 'at', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('notices', _id);
    return items.length;
  },
};

/** The audit after the same months, and not a day before: the law wants at least six (网络安全法 art. 23, IT-04), and nothing else removes a row. */
export const sweepAudit: Job = {
  name: 'audit.sweep',
  async run({ store, settings, today }, limit) {
    const { items } = await store.find('audit', { where: { at: { lt: monthsAgo(today, settings.privacy.logMonths) } }, orderBy: [{ field: 'at', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('audit', _id);
    return items.length;
  },
};

/** What is from before this is over: the day it was of is not counted, and the last one is full (民法典 arts. 201, 203). */
function monthsAgo(today: CivilDate, months: number): EpochMs {
  return startOfDay(addCivilMonths(today, -months));
}

/** Removes what was noted at a contact after its time (PRV-10); the figures stay. */
export const sweepContacts: Job = {
  name: 'contacts.sweep',
  async run({ store, settings, today }, limit) {
    const last = addCivilDays(today, -Math.ceil(settings.privacy.contactYears * 366));
    const { items } = await store.find('deputyEntries', { where: { heading: 'CONTACT', on: { lt: last } }, orderBy: [{ field: 'on', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('deputyEntries', _id);
    return items.length;
  },
};
