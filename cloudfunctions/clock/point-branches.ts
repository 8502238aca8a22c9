/** A branch's cycle by time: members drawn, decisions spread to their years, publications told and called to mind, the close (PTY-02, 03, 10). */
import { civilDateOf, endOfDay } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import { proposedCategory, type Branch } from '@/domain/points/branch';
import { cycleDays } from '@/domain/points/cycle';
import { expired } from '@/domain/points/entry-acts';
import { toStore } from '@/domain/points/entry-news';
import { nextPublishReminder } from '@/domain/points/publication';
import { withChange, yearOpened } from '@/domain/points/year-acts';
import { type MemberYear } from '@/domain/points/year';
import { grantsOf } from '@/domain/people/roles';
import { inboxNotice, toRole, type NoticeContent } from '@platform/notices';
import { schemeOf } from '@platform/point-scheme';
import type { Transaction } from '@platform/store';
import type { Job, JobContext } from './job';

/** People of a village looked at, and years changed, in one turn. */
const PEOPLE = 100;
const YEARS = 50;
const ENTRIES = 20;
const STEPS = 40;

export const stepBranches: Job = {
  name: 'branches.step',
  async run(context, limit) {
    const { items } = await context.store.find('branches', { where: { dueAt: { lte: context.now } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit });
    for (const { _id } of items) await stepOn(context, _id);
    return items.length;
  },
};

/** A village's members are drawn in one turn of the clock, and not page by page over many. */
async function stepOn(context: JobContext, id: string): Promise<void> {
  for (let steps = 0; steps < STEPS; steps += 1) {
    const branch = await context.store.get('branches', id);
    if (branch?.dueAt === undefined || branch.dueAt > context.now) return;
    await stepBranch(context, branch);
  }
}

/** One step of one branch. Each can be done twice: what it writes it writes the same again. */
async function stepBranch(context: JobContext, seen: Branch): Promise<void> {
  if (seen.drawing !== undefined) return draw(context, seen);
  if (seen.spreading !== undefined) return spread(context, seen);
  if (seen.announcing !== undefined) return announce(context, seen);
  if (seen.closing !== undefined && (seen.closing.step === 'YEARS' || seen.closing.expireAt <= context.now)) return close(context, seen);
  return remind(context, seen);
}

/** Saves a step, unless another clock or a person has changed the branch since it was seen. */
function save({ store, settings, now }: JobContext, seen: Branch, change: (branch: Branch) => Branch, ...tell: readonly Omit<NoticeContent, 'at'>[]): Promise<void> {
  return store.transaction(async (tx: Transaction) => {
    const branch = await tx.get('branches', seen._id);
    if (branch === undefined || branch.changedAt !== seen.changedAt || branch.dueAt !== seen.dueAt) return;
    const { dueAt: _done, ...next } = change(branch);
    const dueAt = nextMoment(next, settings.party, now);
    await tx.replace('branches', { ...next, ...(dueAt === undefined ? {} : { dueAt }) });
    for (const one of tell) await tx.replace('notices', inboxNotice({ ...one, at: now }));
  });
}

function nextMoment(branch: Branch, party: JobContext['settings']['party'], now: EpochMs): EpochMs | undefined {
  const { drawing, spreading, announcing, closing } = branch;
  if (drawing !== undefined || spreading !== undefined || announcing !== undefined || closing?.step === 'YEARS') return now;
  const moments = [closing?.expireAt, nextPublishReminder(branch, civilDateOf(branch.openedAt), party)?.at].filter((at) => at !== undefined);
  return moments.length === 0 ? undefined : Math.max(now, Math.min(...moments));
}

/** Draws the members from the roster; who has a year of this cycle already keeps it, wherever it is (PTY-01). */
async function draw(context: JobContext, seen: Branch): Promise<void> {
  const { store, settings, now, today } = context;
  const { _id: village, name, cycle, drawing, villageSees } = seen;
  const page = await store.find('people', { where: { village }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PEOPLE, ...(drawing?.after === undefined ? {} : { after: drawing.after }) });
  const scheme = await schemeOf(store, context, cycle);
  const { from } = cycleDays(cycle, settings.party.cycleStart);
  for (const person of page.items) {
    const roles = grantsOf(person, today).filter(({ area }) => area === village).map(({ role }) => role);
    if (person.status !== 'ACTIVE' || !roles.includes('PARTY_MEMBER')) continue;
    const year = yearOpened(scheme, { person: { id: person._id, name: person.name }, branch: { village, name }, cycle, category: proposedCategory(roles), by: 'clock', from, settled: false, shared: villageSees !== undefined, now });
    await store.transaction(async (tx) => {
      if ((await tx.get('pointYears', year._id)) === undefined) await tx.insert('pointYears', year);
    });
  }
  const { next } = page;
  if (next !== undefined) return save(context, seen, (branch) => ({ ...branch, drawing: { after: next } }));
  return save(context, seen, ({ drawing: _drawn, ...branch }) => branch, { to: toRole('BRANCH_SECRETARY', village), kind: 'POINTS_DRAWN', data: { village, cycle }, cause: `${village}:${cycle}` });
}

/** Changes one page of the branch's years, each in a transaction of its own; the cursor of the next page. */
async function eachYear({ store }: JobContext, { _id: branch }: Branch, cycle: number, after: string | undefined, change: (year: MemberYear) => MemberYear): Promise<string | undefined> {
  const page = await store.find('pointYears', { where: { branch, cycle }, orderBy: [{ field: 'name', direction: 'asc' }], limit: YEARS, ...(after === undefined ? {} : { after }) });
  for (const { _id } of page.items) {
    await store.transaction(async (tx) => {
      const year = await tx.get('pointYears', _id);
      if (year !== undefined) await tx.replace('pointYears', change(year));
    });
  }
  return page.next;
}

/** What the branch decided for all, to everybody's year, so that a member's page reads one document less. */
async function spread(context: JobContext, seen: Branch): Promise<void> {
  const { _id: village, cycle, spreading, settledAt, villageSees } = seen;
  const after = await eachYear(context, seen, cycle, spreading?.after, ({ settled: _settled, shared: _shared, ...year }) => ({
    ...year,
    ...(settledAt === undefined ? {} : { settled: true as const }),
    ...(villageSees === undefined ? {} : { shared: true as const }),
  }));
  if (after !== undefined) return save(context, seen, (branch) => ({ ...branch, spreading: { ...branch.spreading, after } }));
  const tell = spreading?.tell === true ? [{ to: toRole('PARTY_MEMBER', village), kind: 'POINTS_SETTLED', data: { village, cycle }, cause: `${village}:${cycle}` }] : [];
  return save(context, seen, ({ spreading: _spread, ...branch }) => branch, ...tell);
}

function announce(context: JobContext, seen: Branch): Promise<void> {
  const { _id: village, cycle, announcing } = seen;
  const tell = announcing === undefined ? [] : [{ to: toRole('PARTY_MEMBER', village), kind: 'POINTS_PUBLISHED', data: { village, ...announcing }, cause: `${village}:${cycle}:${announcing.n}` }];
  return save(context, seen, ({ announcing: _told, ...branch }) => branch, ...tell);
}

/** First the years, so that nothing new is taken; once the time to decide is over, what nobody decided. */
async function close(context: JobContext, seen: Branch): Promise<void> {
  const { _id: village, closing } = seen;
  if (closing === undefined) return;
  const { cycle } = closing;
  if (closing.step === 'ENTRIES') {
    const left = await expireSome(context, village, cycle);
    return save(context, seen, ({ closing: still, ...branch }) => (left && still !== undefined ? { ...branch, closing: still } : branch));
  }
  const after = await eachYear(context, seen, cycle, closing.after, (year) => ({ ...year, closedAt: year.closedAt ?? context.now, changedAt: context.now }));
  if (after !== undefined) return save(context, seen, (branch) => ({ ...branch, closing: { ...closing, after } }));
  const { after: _all, ...years } = closing;
  return save(context, seen, (branch) => ({ ...branch, closing: { ...years, step: 'ENTRIES' } }), { to: toRole('PARTY_MEMBER', village), kind: 'POINTS_CLOSED', data: { village, cycle }, cause: `${village}:${cycle}` });
}

/** Whether there may be more. */
async function expireSome({ store, now }: JobContext, branch: string, cycle: number): Promise<boolean> {
  const { items } = await store.find('pointEntries', { where: { branch, cycle, state: { in: ['CHECK', 'ASKED', 'APPROVE'] } }, limit: ENTRIES });
  for (const { _id } of items) {
    await store.transaction(async (tx) => {
      const before = await tx.get('pointEntries', _id);
      const after = before && expired(before, now);
      if (before === undefined || after?.ok !== true) return;
      const year = await tx.get('pointYears', before.year);
      if (year !== undefined && before.uncounted !== true) await tx.replace('pointYears', withChange(year, before, after.value, undefined, now));
      await tx.replace('pointEntries', toStore(before, after.value, now));
      if (before.reverses !== undefined) await tx.update('pointEntries', before.reverses, { unset: ['reversedBy'] });
    });
  }
  return items.length === ENTRIES;
}

/** Calls the branch to publish a period that is over; the reminders end there, and the town's list shows what is late (PTY-10). */
function remind(context: JobContext, seen: Branch): Promise<void> {
  const { _id: village, cycle } = seen;
  const due = nextPublishReminder(seen, civilDateOf(seen.openedAt), context.settings.party);
  if (due === undefined || due.at > context.now) return save(context, seen, (branch) => branch);
  const { n, by, times } = due;
  return save(context, seen, (branch) => ({ ...branch, reminded: { n, times } }), { to: toRole('BRANCH_SECRETARY', village), kind: 'POINTS_PUBLISH_DUE', data: { village, n, due: endOfDay(by) }, cause: `${village}:${cycle}:${n}:${times}` });
}
