/** 选民座谈会: one in every month, quarter or year, as the county sets it (DEP-02), and when to call it to mind. */
import { addCivilDays, addCivilMonths, startOfDay } from '../basics/civil-time';
import type { CivilDate, EpochMs } from '../basics/ids';
import type { DeputySettings } from '../settings/policy-settings';

type Figures = Pick<DeputySettings, 'forumEvery' | 'forumRemindDays'>;

/** From its first day to its last. */
export interface ForumPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;

/** The civil month, quarter or year that a day lies in. */
export function forumPeriodOf(day: CivilDate, { forumEvery }: Figures): ForumPeriod {
  const months = MONTHS[forumEvery];
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % months);
  const from = `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addCivilDays(addCivilMonths(from, months), -1) };
}

/** The period after this one. */
export function nextForumPeriod({ to }: ForumPeriod, figures: Figures): ForumPeriod {
  return forumPeriodOf(addCivilDays(to, 1), figures);
}

/** When a period without a forum is called to mind: so many days before its last, never before its first. */
export function forumRemindAt({ from, to }: ForumPeriod, { forumRemindDays }: Figures): EpochMs {
  const day = addCivilDays(to, -forumRemindDays);
  return startOfDay(day < from ? from : day);
}
