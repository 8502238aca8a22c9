/** Cycles (PTY-03): a year from the county's day of beginning, named by the year in which it begins. */
import { addCivilDays, yearOf } from '../basics/civil-time';
import type { CivilDate } from '../basics/ids';
import type { Cycle } from './scheme';

/** Both days included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The cycle a day lies in. `start` is `MM-DD`. */
export function cycleOn(day: CivilDate, start: string): Cycle {
  const year = yearOf(day);
  return day >= `${year}-${start}` ? year : year - 1;
}

export function cycleDays(cycle: Cycle, start: string): Days {
  return { from: `${cycle}-${start}`, to: addCivilDays(`${cycle + 1}-${start}`, -1) };
}

export function isIn(days: Days, day: CivilDate): boolean {
  return days.from <= day && day <= days.to;
}

/** The days of a window `MM-DD`..`MM-DD` in a cycle: a day before the cycle's beginning belongs to the year after (PTY-04). */
export function windowIn(cycle: Cycle, start: string, window: { readonly from: string; readonly to: string }): Days {
  const dayOf = (monthAndDay: string): CivilDate => `${monthAndDay >= start ? cycle : cycle + 1}-${monthAndDay}`;
  return { from: dayOf(window.from), to: dayOf(window.to) };
}

/** The periods that are published in a cycle, by number from 1: quarters, months or the whole (PTY-10). */
export function periodsOf(cycle: Cycle, start: string, every: 'MONTH' | 'QUARTER' | 'YEAR'): readonly { readonly n: number; readonly upTo: CivilDate }[] {
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[every];
  return Array.from({ length: 12 / months }, (_, at) => ({ n: at + 1, upTo: addCivilDays(monthsAfter(cycle, start, (at + 1) * months), -1) }));
}

function monthsAfter(cycle: Cycle, start: string, months: number): CivilDate {
  const [month = '01', day = '01'] = start.split('-');
  const from = Number(month) - 1 + months;
  return `${cycle + Math.floor(from / 12)}-${String((from % 12) + 1).padStart(2, '0')}-${day}`;
}
