/** The parts that the acts are put together from: entries, timers, notices. */
import { DAY_MS } from '../basics/civil-time';
import type { EpochMs, PersonId } from '../basics/ids';
import { addWorkingDays } from '../basics/working-days';
import { deskPostOf } from '../grid/posts';
import type { CountySettings } from '../settings/settings';
import type { Circumstances, Situation } from './acts';
import { TIMERS, type Consultation, type ConsultNoticeKind, type ConsultTelling, type Entry, type EntryKind, type Timer } from './consultation';

/** How soon a content check that did not answer is asked again. */
export const CHECK_AGAIN_MS = 60_000;
/** How long before the limit the village is reminded of its answer. */
const REMIND_BEFORE_MS = 2 * DAY_MS;

/** Adds an entry. Entries never run backwards, even when a server's clock does. */
export function withEntry(matter: Consultation, now: EpochMs, entry: Omit<Entry, 'at'>): Consultation {
  const last = matter.entries.at(-1)?.at ?? matter.createdAt;
  return { ...matter, entries: [...matter.entries, { ...entry, at: Math.max(now, last) }] };
}

/** An entry by a person, whose words the village reads once they passed the check. */
export function entryBy({ by, checked }: Situation, kind: EntryKind, rest: Omit<Entry, 'at' | 'kind' | 'by' | 'shown'> = {}): Omit<Entry, 'at'> {
  return { kind, by: { ...by }, ...(checked ? { shown: true as const } : {}), ...rest };
}

export function withTimers(matter: Consultation, timers: Partial<Record<Timer, EpochMs | undefined>>): Consultation {
  return { ...matter, timers: { ...matter.timers, ...timers } };
}

/** Puts what is due first into the index field, and marks the change. Every act ends with it. */
export function settled(matter: Consultation, now: EpochMs): Consultation {
  const timers = Object.fromEntries(TIMERS.flatMap((name) => (matter.timers[name] === undefined ? [] : [[name, matter.timers[name]]]))) as Consultation['timers'];
  const times = Object.values(timers);
  return { ...matter, timers, nextDueAt: times.length === 0 ? undefined : Math.min(...times), changedAt: Math.max(now, matter.changedAt + 1) };
}

/** Until when the village answers (CON-03), and when it is reminded. */
export function replyLimit(from: EpochMs, { consult, calendar }: Pick<CountySettings, 'consult' | 'calendar'>): Pick<Consultation, 'replyBy' | 'calendarIncomplete'> & { readonly timers: Consultation['timers'] } {
  const { dueAt, calendarIncomplete } = addWorkingDays(from, consult.replyWorkdays, calendar);
  return { replyBy: dueAt, calendarIncomplete, timers: { REPLY_SOON: Math.max(from + 1, dueAt - REMIND_BEFORE_MS), REPLY: dueAt } };
}

/** A notice. It carries names and times, never what people wrote (PRV-15). */
export function telling(to: ConsultTelling['to'], kind: ConsultNoticeKind, at: Pick<Circumstances, 'now' | 'cause'>, data: ConsultTelling['data'] = {}): ConsultTelling {
  return { to, kind, at: at.now, data, cause: at.cause };
}

export function toDesk(matter: Consultation, kind: ConsultNoticeKind, at: Pick<Circumstances, 'now' | 'cause'>, data?: ConsultTelling['data']): ConsultTelling {
  return telling({ post: deskPostOf(matter.village) }, kind, at, data);
}

export function toTown(matter: Consultation, kind: ConsultNoticeKind, at: Pick<Circumstances, 'now' | 'cause'>): ConsultTelling {
  return telling({ post: deskPostOf(matter.town) }, kind, at, { from: matter.villageName });
}

/** To whoever raised it and everybody who joined, each once, without whoever caused it. */
export function toFollowers(matter: Consultation, kind: ConsultNoticeKind, at: Pick<Circumstances, 'now' | 'cause'>, except?: PersonId, data?: ConsultTelling['data']): readonly ConsultTelling[] {
  const people = new Set([...(matter.raiserId === undefined ? [] : [matter.raiserId]), ...matter.supporters]);
  return [...people].filter((person) => person !== except).map((person) => telling({ person }, kind, at, data));
}

export function toRaiser(matter: Consultation, kind: ConsultNoticeKind, at: Pick<Circumstances, 'now' | 'cause'>, data?: ConsultTelling['data']): readonly ConsultTelling[] {
  return matter.raiserId === undefined ? [] : [telling({ person: matter.raiserId }, kind, at, data)];
}

/** Ends what the village owes; notices and texts to check go on. */
export function closed(matter: Consultation): Consultation {
  const { TELL, PUBLISH, SUPERVISION } = matter.timers;
  return { ...matter, open: false, replyBy: undefined, timers: { TELL, PUBLISH, SUPERVISION } };
}
