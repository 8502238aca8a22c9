/** Who hears of what becomes of an entry, and when somebody is reminded of it (PTY-06, 14). */
import type { EpochMs } from '../basics/ids';
import type { Entry, EntryTelling } from './entry';

/** Reminders at parts of the limit, as for issues (EVT-06): percent of the time that runs. */
const REMINDERS = [{ at: 75, kind: 'POINTS_AT_75' }, { at: 90, kind: 'POINTS_AT_90' }, { at: 100, kind: 'POINTS_OVERDUE' }] as const;

/** An entry as it is stored after a change: with its news, and the moment at which the clock looks at it. */
export function toStore(before: Entry | undefined, after: Entry, now: EpochMs): Entry {
  const { limit: _limit, untold: _untold, clockAt: _clockAt, ...rest } = after;
  const untold = [...(before?.untold ?? []), ...newsOf(before, after)];
  const limit = after.dueAt === undefined ? undefined : after.dueAt === before?.dueAt && before.limit !== undefined ? before.limit : { from: now, told: 0 };
  return clocked({ ...rest, ...(untold.length === 0 ? {} : { untold }), ...(limit === undefined ? {} : { limit }) }, now);
}

function clocked(entry: Entry, now: EpochMs): Entry {
  const { clockAt: _old, ...rest } = entry;
  const waits = entry.untold !== undefined || entry.uncounted === true || entry.contact !== undefined || freesPhotos(entry);
  const at = waits ? now : nextReminder(entry);
  return at === undefined ? rest : { ...rest, clockAt: at };
}

/** Photos of a claim that was taken back are evidence of nothing: the clock removes them, and they can be brought again. */
export function freesPhotos({ state, uploads }: Pick<Entry, 'state' | 'uploads'>): boolean {
  return state === 'WITHDRAWN' && uploads.length > 0;
}

function nextReminder({ limit, dueAt }: Entry): EpochMs | undefined {
  const next = REMINDERS[limit?.told ?? REMINDERS.length];
  return limit === undefined || dueAt === undefined || next === undefined ? undefined : momentOf(limit.from, dueAt, next.at);
}

function momentOf(from: EpochMs, dueAt: EpochMs, percent: number): EpochMs {
  return from + Math.floor(((dueAt - from) * percent) / 100);
}

/** What a change brings news of. A record that was refused is the recorder's: nothing of it ever stood against the member. */
function newsOf(before: Entry | undefined, after: Entry): readonly EntryTelling[] {
  const news: EntryTelling[] = [];
  if (after.appeal?.state !== before?.appeal?.state) {
    if (after.appeal?.state === 'OPEN') return [{ to: after.above ? 'TOWN' : 'COMMITTEE', kind: 'POINTS_APPEALED' }];
    if (after.appeal !== undefined && before !== undefined) return [{ to: 'MEMBER', kind: 'POINTS_APPEAL_DECIDED' }];
  }
  if (after.state === before?.state) return news;
  const own = after.kind === 'CLAIM';
  switch (after.state) {
    case 'CHECK':
      return [{ to: 'GROUP', kind: 'POINTS_TO_CHECK' }];
    case 'APPROVE':
      return [{ to: after.queue === 'ABOVE' ? 'TOWN' : 'COMMITTEE', kind: 'POINTS_TO_APPROVE' }];
    case 'ASKED':
      return [{ to: 'MEMBER', kind: 'POINTS_ASKED' }];
    case 'POSTED':
      return [{ to: 'MEMBER', kind: after.kind === 'REVERSAL' ? 'POINTS_REVERSED' : 'POINTS_POSTED' }];
    case 'REFUSED':
      return [own ? { to: 'MEMBER', kind: 'POINTS_REFUSED' } : { to: 'RECORDER', kind: 'POINTS_RECORD_REFUSED' }];
    case 'EXPIRED':
      return [{ to: own ? 'MEMBER' : 'RECORDER', kind: 'POINTS_EXPIRED' }];
    case 'WITHDRAWN':
      return news;
  }
}

/** Who has an entry now; undefined when nobody has. */
export function holderOf({ state, queue, above }: Pick<Entry, 'state' | 'queue' | 'above'>): 'GROUP' | 'COMMITTEE' | 'TOWN' | 'MEMBER' | undefined {
  if (state === 'ASKED') return 'MEMBER';
  switch (queue) {
    case 'CHECK':
      return 'GROUP';
    case 'APPROVE':
      return 'COMMITTEE';
    case 'ABOVE':
      return 'TOWN';
    case 'APPEAL':
      return above ? 'TOWN' : 'COMMITTEE';
    default:
      return undefined;
  }
}

/** What falls due at `now`: whom to tell, and the entry with its next moment. It goes on waiting visibly whoever was told. */
export function clockPassed(entry: Entry, now: EpochMs): { readonly entry: Entry; readonly tell: readonly EntryTelling[] } {
  const tell: EntryTelling[] = [...(entry.untold ?? [])];
  const { untold: _told, uncounted: _counted, contact: _filed, ...rest } = entry;
  const { limit, dueAt } = entry;
  if (limit === undefined || dueAt === undefined) return { entry: clocked(rest, now), tell };
  const passed = REMINDERS.filter(({ at }) => momentOf(limit.from, dueAt, at) <= now).length;
  const latest = REMINDERS[passed - 1];
  const holder = holderOf(entry);
  // After a long stop of the clock only the latest counts: three notices at once help nobody.
  if (latest !== undefined && holder !== undefined && passed > limit.told) {
    tell.push({ to: holder, kind: latest.kind });
    // What the group leaders leave lying the committee can look at as well.
    if (latest.kind === 'POINTS_OVERDUE' && holder === 'GROUP') tell.push({ to: 'COMMITTEE', kind: latest.kind });
    // An appeal that the branch leaves lying goes to the town (PTY-14).
    if (latest.kind === 'POINTS_OVERDUE' && entry.queue === 'APPEAL') tell.push({ to: 'TOWN', kind: 'POINTS_APPEAL_OVERDUE' });
  }
  return { entry: clocked({ ...rest, limit: { ...limit, told: Math.max(limit.told, passed) } }, now), tell };
}
