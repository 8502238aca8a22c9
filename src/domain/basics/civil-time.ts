/**
 * Days as people here count them. All civil time is Asia/Shanghai, which has stood at UTC+8 without summer time since
 * 1991; it is computed with a fixed offset because the cloud runs UTC and a phone may stand anywhere (rulebook section 0).
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { assert } from './assert';
import type { CivilDate, EpochMs } from './ids';

dayjs.extend(utc);

/** `YYYY-MM` in Asia/Shanghai. */
export type CivilMonth = string;
/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const OFFSET_MS = 8 * HOUR_MS;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a string is a day of the calendar: `2026-02-28` is, `2026-02-30` and `2026-2-8` are not. */
export function isCivilDate(text: string): text is CivilDate & string {
  if (!SHAPE.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(Number(text.slice(0, 4)), month);
}

/** Written out: a roster asks it of hundreds of thousands of birthdays. */
function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day in Asia/Shanghai on which an instant falls. The instant that ends a day belongs to the next. */
export function civilDateOf(at: EpochMs): CivilDate {
  return written(inShanghai(at));
}

/** The first instant of a day. Throws for what is no date. */
export function startOfDay(date: CivilDate): EpochMs {
  return midnightOf(date) - OFFSET_MS;
}

/** The instant a day is over: its 24:00, the start of the next day. Not part of the day: what happens then is late. */
export function endOfDay(date: CivilDate): EpochMs {
  return startOfDay(date) + DAY_MS;
}

/** The instant of `HH:mm` on a day; `24:00` is the day's end. */
export function atTime(date: CivilDate, time: string): EpochMs {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  assert(match && !(match[1] === '24' && match[2] !== '00'), `${time} is a time of day`);
  return startOfDay(date) + Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS;
}

/** `days` later, or earlier when negative. */
export function addCivilDays(date: CivilDate, days: number): CivilDate {
  return written(new Date(midnightOf(date) + days * DAY_MS));
}

/** The same day `months` later; where that month is too short, its last day (民法典 art. 202). */
export function addCivilMonths(date: CivilDate, months: number): CivilDate {
  return onCalendar(date).add(months, 'month').format('YYYY-MM-DD');
}

/** Days from one date to another; negative when `to` is the earlier one. */
export function civilDaysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}

export function weekdayOf(date: CivilDate): Weekday {
  return (((new Date(midnightOf(date)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7);
}

/** `2026-11-25 08:30` */
export function formatDateTime(at: EpochMs): string {
  return local(at).format('YYYY-MM-DD HH:mm');
}

/** `8:30`, without the leading zero, as people say it. */
export function formatTime(at: EpochMs): string {
  return local(at).format('H:mm');
}

/** `11月25日（周三）`; with the year in front when it is not the year of `today`. */
export function formatDay(date: CivilDate, today?: CivilDate): string {
  const day = onCalendar(date);
  const year = today === undefined || yearOf(today) === yearOf(date) ? '' : `${day.year()}年`;
  return `${year}${day.month() + 1}月${day.date()}日（${WEEKDAYS[day.day()]}）`;
}

/**
 * A day as seen from now: 前天, 昨天, 今天, 明天, 后天, otherwise the date with its weekday.
 */
export function formatDayFromNow(date: CivilDate, now: EpochMs): string {
  const today = civilDateOf(now);
  return NEAR.get(civilDaysBetween(today, date)) ?? formatDay(date, today);
}

/** An instant as seen from now: `今天 8:30`, `昨天 21:05`, otherwise `11月25日（周三）8:30`: the bracket brings its own space. */
export function formatMoment(at: EpochMs, now: EpochMs): string {
  const day = formatDayFromNow(civilDateOf(at), now);
  return `${day}${day.endsWith('）') ? '' : ' '}${formatTime(at)}`;
}

/**
 * The day a deadline is met or missed on. A limit that ends with a day is kept as the instant the day is over, which
 * already is the next day's 0:00; people are told the day before it.
 */
export function dueDay(dueAt: EpochMs): CivilDate {
  return civilDateOf(dueAt - 1);
}

/** What to write for a deadline: the day alone when it ends with the day, otherwise the moment. */
export function formatDue(dueAt: EpochMs, now: EpochMs): string {
  return startOfDay(civilDateOf(dueAt)) === dueAt ? formatDayFromNow(dueDay(dueAt), now) : formatMoment(dueAt, now);
}

/** When, and what is to be done by then: 12月6日办好, 明天 14:56 接. Figures stand apart from the word behind them. */
export function dueWithVerb(dueAt: EpochMs, verb: string, now: EpochMs): string {
  const when = formatDue(dueAt, now);
  return `${when}${/\d$/.test(when) ? ' ' : ''}${verb}`;
}

/** The same for a table: `2026-11-30` when the limit ends with the day, otherwise `2026-11-30 17:30`. */
export function formatLimit(dueAt: EpochMs): string {
  return startOfDay(civilDateOf(dueAt)) === dueAt ? dueDay(dueAt) : formatDateTime(dueAt);
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const NEAR: ReadonlyMap<number, string> = new Map([
  [-2, '前天'],
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
]);

function local(at: EpochMs): dayjs.Dayjs {
  return dayjs.utc(inShanghai(at).getTime());
}

/** A `Date` whose UTC fields read as the clock in Shanghai does. Deadlines ask it day by day, so it is no dayjs object. */
function inShanghai(at: EpochMs): Date {
  assert(Number.isFinite(at), 'an instant is a finite number of milliseconds');
  return new Date(at + OFFSET_MS);
}

/** The date that a `Date`'s UTC fields say. Not cut out of `toISOString`, which takes twice as long: every page asks it entry by entry. */
function written(day: Date): CivilDate {
  const year = day.getUTCFullYear();
  assert(!Number.isNaN(year), 'the calendar has such a day');
  return `${String(year).padStart(4, '0')}-${twoDigits(day.getUTCMonth() + 1)}-${twoDigits(day.getUTCDate())}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

/** The UTC instant of a day's 0:00, for counting days. */
function midnightOf(date: CivilDate): number {
  assert(isCivilDate(date), `${date} is a date`);
  return Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
}

/** The date on a calendar without a zone, for counting days. */
function onCalendar(date: CivilDate): dayjs.Dayjs {
  assert(isCivilDate(date), `${date} is a date`);
  return dayjs.utc(date);
}
