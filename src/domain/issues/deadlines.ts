/** The limits that run on a matter (EVT-05, EVT-06, EVT-07; CAL-01..04). Every limit is the instant it passes. */
import { levelOf } from '../areas/code';
import { addCivilDays, atTime, civilDateOf, civilDaysBetween, dueDay } from '../basics/civil-time';
import type { CivilDate, EpochMs } from '../basics/ids';
import { addWorkingDays, dueAfter, isWorkingDay, minimumPeriodEnd, type Deadline, type TimeLimit } from '../basics/working-days';
import { areaOfPost, isDepartment, type PostKey } from '../grid/posts';
import { acceptLimit, longestExtension, solveLimit } from '../settings/event-limits';
import type { CountySettings } from '../settings/settings';
import type { Category, Issue, Limit, Urgency } from './issue';

/** By when a post must accept what reached it at `from`: EVT-05 by its level, EVT-07 for a department that was called. */
export function acceptBy(settings: CountySettings, urgency: Urgency, post: PostKey, from: EpochMs): EpochMs {
  const limit = isDepartment(post) ? settings.event.whistle.respond[urgency] : acceptLimit(settings, urgency, levelOf(areaOfPost(post)));
  return dueAfter(from, limit, settings.calendar).dueAt;
}

/** The handle limit of a category, beginning at acceptance (EVT-06); never more working days than the cap. */
export function handleLimit(settings: CountySettings, category: Category, from: EpochMs): Limit {
  const of = solveLimit(settings, category);
  return { from, of: of.unit === 'WORKDAY' ? { unit: 'WORKDAY', n: Math.min(of.n, settings.event.cap) } : of, more: [] };
}

/** When a handle limit passes, with everything that was added to it, on the county's present calendar (CAL-03). */
export function dueOf(limit: Limit, settings: Pick<CountySettings, 'calendar'>): Deadline {
  let due = dueAfter(limit.from, limit.of, settings.calendar);
  for (const added of limit.more) {
    // The last day of the limit so far is the start day of what is added, so it does not count again.
    const next = dueAfter(due.dueAt - 1, added, settings.calendar);
    due = { dueAt: next.dueAt, calendarIncomplete: due.calendarIncomplete || next.calendarIncomplete };
  }
  return due;
}

/**
 * The most working days more that a matter can be given: the county's (EVT-06), and on a ticket as many as still end before
 * the hotline's own limit (EVT-19); more time is then the hotline's to give.
 */
export function longestExtensionOf(issue: Pick<Issue, 'category' | 'limit' | 'answerBy'>, settings: CountySettings): number {
  const { limit, answerBy } = issue;
  let most = longestExtension(settings, issue.category);
  if (limit === undefined || answerBy === undefined) return most;
  while (most > 0 && dueOf({ ...limit, more: [...limit.more, { unit: 'WORKDAY', n: most }] }, settings).dueAt > answerBy) most -= 1;
  return most;
}

/**
 * How many days, as its limit counts them, a matter can still be put off: as much of the limit as the county lets all its
 * pauses take together. 0 once it was put off as often as it may be.
 */
export function pauseLeft({ limit, paused = { times: 0, days: 0 } }: Pick<Issue, 'limit' | 'paused'>, settings: CountySettings): number {
  const { times, ofLimit: [part, whole] } = settings.event.pause;
  if (limit === undefined || paused.times >= times) return 0;
  return Math.max(0, Math.floor((daysOf(limit, settings) * part) / whole) - paused.days);
}

/** The length of a limit as it was given out, in the days that a pause of it is counted in. */
function daysOf({ from, of }: Limit, { calendar }: Pick<CountySettings, 'calendar'>): number {
  return of.unit === 'WORKDAY' ? of.n : civilDaysBetween(civilDateOf(from), dueDay(dueAfter(from, of, calendar).dueAt));
}

/**
 * The last day a matter can be put off to: no more days than its pauses have left, the cap's days ahead (EVT-06), and no later
 * than the day a ticket must be answered (EVT-19). Today where it cannot be put off at all.
 */
export function latestPause(issue: Pick<Issue, 'answerBy' | 'limit' | 'paused'>, today: CivilDate, settings: CountySettings): CivilDate {
  const { limit, answerBy } = issue;
  const most = pauseLeft(issue, settings);
  if (limit === undefined || most === 0) return today;
  const natural = limit.of.unit !== 'WORKDAY';
  const until = answerBy === undefined ? undefined : dueDay(answerBy);
  let latest = today;
  let taken = 0;
  for (let ahead = 1; ahead <= settings.event.cap; ahead += 1) {
    const day = addCivilDays(today, ahead);
    if (natural || isWorkingDay(day, settings.calendar)) taken += 1;
    if (taken > most || (until !== undefined && day > until)) break;
    latest = day;
  }
  return latest;
}

/**
 * What a pause adds to a limit: the working days it took, or the natural days where the limit counts those. Undefined for
 * a pause that took none.
 */
export function pauseOf(limit: Limit, from: EpochMs, to: EpochMs, settings: Pick<CountySettings, 'calendar'>): TimeLimit | undefined {
  const natural = limit.of.unit !== 'WORKDAY';
  let n = 0;
  for (let day = civilDateOf(from); day < civilDateOf(to); ) {
    day = addCivilDays(day, 1);
    if (natural || isWorkingDay(day, settings.calendar)) n += 1;
  }
  return n === 0 ? undefined : { unit: natural ? 'DAY' : 'WORKDAY', n };
}

/** By when the first step of work is owed: control of a hazard (EVT-06), a department's plan (EVT-07). */
export function firstStepBy(settings: CountySettings, issue: Pick<Issue, 'category'>, post: PostKey, from: EpochMs): EpochMs | undefined {
  if (issue.category === 'EMERGENCY') return addWorkingDays(from, settings.event.emergency.controlWorkdays, settings.calendar).dueAt;
  if (isDepartment(post)) return addWorkingDays(from, settings.event.whistle.planWorkdays, settings.calendar).dueAt;
  return undefined;
}

/** In the morning, so that no telephone rings at midnight when the day of a limit begins. */
const REMINDER_AT = '08:00';

/** When the owner is reminded of a limit; undefined when that is past or the county reminds nobody. */
export function remindAt(settings: CountySettings, dueAt: EpochMs, now: EpochMs): EpochMs | undefined {
  const days = settings.escalation.remindBeforeDays;
  if (days <= 0) return undefined;
  const at = atTime(addCivilDays(dueDay(dueAt), -days), REMINDER_AT);
  return at > now && at < dueAt ? at : undefined;
}

/** Until when an unsatisfied reporter may have it done again (EVT-13): the day's end `reopenDays` natural days after DONE. */
export function reopenUntil(settings: CountySettings, doneAt: EpochMs): EpochMs {
  return minimumPeriodEnd(doneAt, settings.event.reopenDays);
}

/** When silence closes it as not rated (EVT-13). */
export function ratingUntil(settings: CountySettings, doneAt: EpochMs): EpochMs {
  return minimumPeriodEnd(doneAt, settings.event.ratingDays);
}
