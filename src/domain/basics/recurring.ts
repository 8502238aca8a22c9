/** What is owed once in every month, quarter or year (the voters' forum, DEP-02; the talk on policies, CON-01), and when to call it to mind. */
import { addCivilDays, addCivilMonths, startOfDay } from './civil-time';
import type { CivilDate, EpochMs } from './ids';

/** From its first day to its last. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;
export type Every = keyof typeof MONTHS;

/** The civil month, quarter or year that a day lies in. */
export function periodOf(day: CivilDate, every: Every): Period {
  const months = MONTHS[every];
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % months);
  const from = `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addCivilDays(addCivilMonths(from, months), -1) };
}

/** The period after this one. */
export function nextPeriod({ to }: Period, every: Every): Period {
  return periodOf(addCivilDays(to, 1), every);
}

/** When a period in which nothing was held is called to mind: so many days before its last, never before its first. */
export function remindAt({ from, to }: Period, days: number): EpochMs {
  const day = addCivilDays(to, -days);
  return startOfDay(day < from ? from : day);
}
