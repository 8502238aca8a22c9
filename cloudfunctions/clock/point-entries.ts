/** Entries of members' ledgers: made of what a branch recorded, put into the year, told and called to mind (PTY-06, 08, 14). */
import { civilDateOf } from '@/domain/basics/civil-time';
import { recorded } from '@/domain/points/entry-acts';
import { clockPassed, freesPhotos, toStore } from '@/domain/points/entry-news';
import type { Entry, EntryTelling } from '@/domain/points/entry';
import { itemOf } from '@/domain/points/scheme';
import { withChange } from '@/domain/points/year-acts';
import { yearIdOf } from '@/domain/points/year';
import { grantsOf } from '@/domain/people/roles';
import { SWEEPING } from '@platform/attachments';
import { inboxNotice, notice, toPerson, toRole } from '@platform/notices';
import { schemeOf } from '@platform/point-scheme';
import type { Notice, Upload } from '@platform/records';
import type { Transaction } from '@platform/store';
import type { Job, JobContext } from './job';
import { AGAIN_MS, removeUpload } from './sweep-uploads';

/** Members of a recording whose entries are made in one transaction. */
const BATCH = 5;

export const makeRecordings: Job = {
  name: 'points.record',
  module: 'points',
  async run(context, limit) {
    const { items } = await context.store.find('pointRecordings', { where: { at: { lte: context.now } }, orderBy: [{ field: 'at', direction: 'asc' }], limit });
    for (const { _id } of items) while (await makeBatch(context, _id));
    return items.length;
  },
};

/** Whether more is to be made. A member who left the cycle's list in the meantime gets no entry. */
function makeBatch(context: JobContext, id: string): Promise<boolean> {
  const { store, settings, now, today } = context;
  return store.transaction(async (tx) => {
    const recording = await tx.get('pointRecordings', id);
    if (recording === undefined) return false;
    const { branch, cycle, on, text, first, at } = recording;
    const item = itemOf(await schemeOf(tx, context, cycle), recording.item);
    for (const { personId, entry: _id } of recording.people.slice(0, BATCH)) {
      const year = await tx.get('pointYears', yearIdOf(personId, cycle));
      const person = await tx.get('people', personId);
      if (year === undefined || item === undefined) continue;
      const above = person !== undefined && grantsOf(person, today).some(({ role, area }) => role === 'BRANCH_SECRETARY' && area === branch);
      const facts = {
        _id, kind: 'RECORD' as const, year: year._id, personId, name: year.name, cycle, branch, town: branch.slice(0, 9), on, item: item.id, itemName: item.name, tenths: item.tenths,
        text, photos: [], uploads: [], at, by: first.by, above, ...(year.group === undefined ? {} : { group: year.group }),
      };
      await tx.insert('pointEntries', toStore(undefined, { ...recorded(facts, first, settings), uncounted: true }, now));
    }
    const people = recording.people.slice(BATCH);
    if (people.length === 0) await tx.remove('pointRecordings', id);
    else await tx.replace('pointRecordings', { ...recording, people });
    return people.length > 0;
  });
}

export const runEntries: Job = {
  name: 'points.entries',
  module: 'points',
  async run(context, limit) {
    const { items } = await context.store.find('pointEntries', { where: { clockAt: { lte: context.now } }, orderBy: [{ field: 'clockAt', direction: 'asc' }], limit });
    for (const { _id } of items) await runEntry(context, _id);
    return items.length;
  },
};

async function runEntry(context: JobContext, id: string): Promise<void> {
  const { store, now, files } = context;
  const freed = await store.transaction(async (tx) => {
    const before = await tx.get('pointEntries', id);
    // Another clock, or a person, was first.
    if (before?.clockAt === undefined || before.clockAt > now) return [];
    if (before.uncounted === true) {
      const year = await tx.get('pointYears', before.year);
      if (year !== undefined) await tx.replace('pointYears', withChange(year, undefined, before, before.state === 'POSTED' ? await schemeOf(tx, context, before.cycle) : undefined, now));
    }
    if (before.contact !== undefined) await tx.replace('partyContacts', before.contact);
    const frees = freesPhotos(before);
    const { entry, tell } = clockPassed(frees ? { ...before, photos: [], uploads: [] } : before, now);
    await tx.replace('pointEntries', entry);
    for (const one of tell.flatMap((telling) => noticesOf(before, telling, now))) await tx.replace('notices', one);
    return frees ? sweptFrom(tx, before.uploads, now) : [];
  });
  for (const upload of freed) await removeUpload({ store, files }, upload);
}

/** Uploads that are removed now; should the clock be stopped before that, the sweeper finds them, and their photos do not stay taken. */
async function sweptFrom(tx: Transaction, ids: readonly string[], now: number): Promise<readonly Upload[]> {
  const found: Upload[] = [];
  for (const id of ids) {
    const upload = await tx.get('uploads', id);
    if (upload === undefined) continue;
    await tx.update('uploads', id, { set: { claimedBy: SWEEPING, sweepAt: now + AGAIN_MS } });
    found.push(upload);
  }
  return found;
}

/**
 * The notices of a telling. The branch's office hears once a day of each kind, however many wait: what waits stands on its page
 * (BUR-01). Its notices stay in the app: who holds an office in a branch stands in no document that names them all.
 */
function noticesOf(entry: Entry, { to, kind }: EntryTelling, now: number): readonly Notice[] {
  const { _id, branch, town, dueAt } = entry;
  const data = { entry: _id, village: branch, town, ...(dueAt === undefined ? {} : { due: dueAt }) };
  const daily = { kind, at: now, data, cause: `${branch}:${civilDateOf(now)}` };
  switch (to) {
    case 'MEMBER':
      return [notice({ to: toPerson(entry.personId), kind, at: now, data, cause: `${_id}:${entry.changedAt}` })];
    case 'RECORDER':
      return [notice({ to: toPerson(entry.by), kind, at: now, data, cause: `${_id}:${entry.changedAt}` })];
    case 'GROUP':
      return [inboxNotice({ ...daily, to: toRole('BRANCH_VERIFIER', branch) })];
    case 'COMMITTEE':
      return [inboxNotice({ ...daily, to: toRole('BRANCH_SECRETARY', branch) }), inboxNotice({ ...daily, to: toRole('BRANCH_COMMITTEE', branch) })];
    case 'TOWN':
      return [notice({ ...daily, to: toRole('TOWN_PARTY', town) })];
  }
}
