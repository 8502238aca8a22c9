/**
 * Deadlines on the county's calendar (CAL-01..04).
 *
 * The published holidays come from `chinese-days`; the county's own table is laid over them and wins. A deadline that
 * touches a year without published holidays is still computed, on bare weekdays, and says `calendarIncomplete`, so that
 * it can be computed again when the table is filled (CAL-03).
 *
 * Every deadline is the instant it passes. One that ends with a day is that day's 24:00, which is the next day's 0:00:
 * an act at `dueAt - 1` is in time, an act at `dueAt` is late. `dueDay(dueAt)` names the day people are told.
 */
import published2025 from 'chinese-days/dist/years/2025.json';
import published2026 from 'chinese-days/dist/years/2026.json';
import { assert } from './assert';
import {
  addCivilDays,
  addCivilMonths,
  atTime,
  civilDateOf,
  dueDay,
  endOfDay,
  MINUTE_MS,
  weekdayOf,
  yearOf,
} from './civil-time';
import { exhaustive } from './exhaustive';
import type { CivilDate, EpochMs } from './ids';

/** A county's own days. A day in neither list is as published. */
export interface CalendarTable {
  /** Days off that would be working days. */
  readonly holidays: readonly CivilDate[];
  /** Working days that would be off: make-up Saturdays and Sundays. */
  readonly workdays: readonly CivilDate[];
  /** Years for which the two lists are complete. Only a year named here, or one that is published, counts as known. */
  readonly coveredYears?: readonly number[];
}

export const NO_TABLE: CalendarTable = { holidays: [], workdays: [] };

export interface Deadline {
  /** The instant the limit passes; acts before it are in time. */
  readonly dueAt: EpochMs;
  /** The holidays of a year it runs through are not known: it may prove to be later. */
  readonly calendarIncomplete: boolean;
}

export type TimeUnit = 'MINUTE' | 'DAY' | 'WORKDAY' | 'MONTH';

/** A limit as a county writes it: `{ unit: 'WORKDAY', n: 3 }`. */
export interface TimeLimit {
  readonly unit: TimeUnit;
  readonly n: number;
}

export interface WorkingDayOptions {
  /** `HH:mm` at which the last day ends, when limits end with office hours rather than at 24:00 (民法典 art. 203). */
  readonly closeOfBusiness?: string;
}

/**
 * What is published (CAL-01, CAL-02). The years' own files are read, not the package's functions: those answer by the
 * zone of the machine they run on, which puts a holiday a day early west of Greenwich, and they answer for years they
 * know nothing about. A year more is a line more; nothing before 2025 has limits that run here.
 */
const PUBLISHED: ReadonlyMap<number, PublishedYear> = new Map<number, PublishedYear>([
  [2025, published2025],
  [2026, published2026],
]);

/** Keyed by date. */
interface PublishedYear {
  readonly holidays: object;
  readonly workdays: object;
}

/** Whether the holidays of a year are known, published or in the county's table. */
export function isYearCovered(year: number, table: CalendarTable): boolean {
  return PUBLISHED.has(year) || (table.coveredYears?.includes(year) ?? false);
}

/** Whether people work on a day. */
export function isWorkingDay(date: CivilDate, table: CalendarTable): boolean {
  if (table.workdays.includes(date)) return true;
  if (table.holidays.includes(date)) return false;
  const published = PUBLISHED.get(yearOf(date));
  if (published && date in published.workdays) return true;
  return weekdayOf(date) <= 5 && !(published && date in published.holidays);
}

/**
 * The end of the `n`th working day after the day of `fromMs` (CAL-04). The start day does not count, at whatever hour it
 * began; `n` is at least 1.
 */
export function addWorkingDays(fromMs: EpochMs, n: number, table: CalendarTable, options: WorkingDayOptions = {}): Deadline {
  assert(Number.isInteger(n) && n >= 1, `${n} is a number of working days`);
  const start = civilDateOf(fromMs);
  let last = start;
  for (let left = n; left > 0; ) {
    last = addCivilDays(last, 1);
    if (isWorkingDay(last, table)) left -= 1;
  }
  return deadline(start, last, table, options);
}

/**
 * The end of a civil period of `n` natural days: its last day moves to the first working day when it is a day off
 * (民法典 arts. 201, 203). For periods somebody must act within.
 */
export function addPeriodDays(fromMs: EpochMs, n: number, table: CalendarTable, options: WorkingDayOptions = {}): Deadline {
  assert(Number.isInteger(n) && n >= 1, `${n} is a number of days`);
  const start = civilDateOf(fromMs);
  return deadline(start, rollForward(addCivilDays(start, n), table), table, options);
}

/** The end of a civil period of `n` months, month ends respected and rolled forward (民法典 arts. 202, 203). */
export function addPeriodMonths(fromMs: EpochMs, n: number, table: CalendarTable, options: WorkingDayOptions = {}): Deadline {
  assert(Number.isInteger(n) && n >= 1, `${n} is a number of months`);
  const start = civilDateOf(fromMs);
  return deadline(start, rollForward(addCivilMonths(start, n), table), table, options);
}

/**
 * The earliest instant a minimum period of `n` natural days is over, as for 15 days of publicity or 10 days of notice.
 * Days off count like any other and nothing moves: the period is never shorter, and nobody is helped by it being longer
 * (CAL-04).
 */
export function minimumPeriodEnd(fromMs: EpochMs, n: number): EpochMs {
  assert(Number.isInteger(n) && n >= 1, `${n} is a number of days`);
  return endOfDay(addCivilDays(civilDateOf(fromMs), n));
}

/**
 * When a limit passes that began at `fromMs`. Minutes run through nights and holidays; days and months are civil periods
 * and roll forward; working days are counted on the calendar.
 */
export function dueAfter(fromMs: EpochMs, limit: TimeLimit, table: CalendarTable, options: WorkingDayOptions = {}): Deadline {
  switch (limit.unit) {
    case 'MINUTE':
      return { dueAt: fromMs + limit.n * MINUTE_MS, calendarIncomplete: false };
    case 'DAY':
      return addPeriodDays(fromMs, limit.n, table, options);
    case 'WORKDAY':
      return addWorkingDays(fromMs, limit.n, table, options);
    case 'MONTH':
      return addPeriodMonths(fromMs, limit.n, table, options);
    default:
      return exhaustive(limit.unit);
  }
}

/**
 * Working days left from `nowMs` to a deadline: those after today up to the due day, so that 0 means today is the last
 * day (or that it has passed: negative numbers count the working days since the due day).
 */
export function workingDaysLeft(nowMs: EpochMs, dueAt: EpochMs, table: CalendarTable): number {
  const today = civilDateOf(nowMs);
  const due = dueDay(dueAt);
  return due >= today ? workingDaysAfter(today, due, table) : -workingDaysAfter(due, today, table);
}

/** Working days after `from`, up to and with `to`. */
function workingDaysAfter(from: CivilDate, to: CivilDate, table: CalendarTable): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addCivilDays(day, 1);
    if (isWorkingDay(day, table)) count += 1;
  }
  return count;
}

function rollForward(date: CivilDate, table: CalendarTable): CivilDate {
  let day = date;
  while (!isWorkingDay(day, table)) day = addCivilDays(day, 1);
  return day;
}

function deadline(start: CivilDate, last: CivilDate, table: CalendarTable, options: WorkingDayOptions): Deadline {
  let calendarIncomplete = false;
  // The start day does not count, so a limit that begins on 31 December rests on the next year alone.
  for (let year = yearOf(addCivilDays(start, 1)); year <= yearOf(last); year += 1) {
    if (!isYearCovered(year, table)) calendarIncomplete = true;
  }
  const { closeOfBusiness } = options;
  return { dueAt: closeOfBusiness === undefined ? endOfDay(last) : atTime(last, closeOfBusiness), calendarIncomplete };
}
