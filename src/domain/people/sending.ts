/**
 * How much one account may send: so much within one hour and one day of the clock on the wall. The county's figures are
 * far above what an honest person needs; they stop whoever would bury the desks for fun.
 */
import { addCivilDays, civilDateOf, HOUR_MS, startOfDay } from '../basics/civil-time';
import type { CivilDate, EpochMs } from '../basics/ids';

/** What is counted by account: own reports, 代报, 我也遇到了, requests or feedback, and what a member says within the branch (PTY-10, 11). */
export const SENT_KINDS = ['REPORT', 'ON_BEHALF', 'SUPPORT', 'REQUEST', 'BRANCH_WORD'] as const;
export type SentKind = (typeof SENT_KINDS)[number];

/** What was sent of one kind in the hour and on the day of the last one. */
export interface SentCount {
  /** The hour's first moment. */
  readonly hour: EpochMs;
  readonly inHour: number;
  readonly day: CivilDate;
  readonly inDay: number;
}

export type Sent = Readonly<Partial<Record<SentKind, SentCount>>>;

export interface SendingLimit {
  readonly hour: number;
  readonly day: number;
}

/** When nothing is left of the day on which an account last sent something; `now` if that was no day that still runs. */
export function countsOver(sent: Sent | undefined, now: EpochMs): EpochMs {
  const today = civilDateOf(now);
  return Object.values(sent ?? {}).some(({ day }) => day >= today) ? startOfDay(addCivilDays(today, 1)) : now;
}

/** When one more may be sent; undefined when it may be sent now. */
export function fullUntil(count: SentCount | undefined, limit: SendingLimit, now: EpochMs): EpochMs | undefined {
  if (count === undefined) return undefined;
  const today = civilDateOf(now);
  if (count.day === today && count.inDay >= limit.day) return startOfDay(addCivilDays(today, 1));
  const hour = hourOf(now);
  return count.hour === hour && count.inHour >= limit.hour ? hour + HOUR_MS : undefined;
}

/** The count with one more sent now. */
export function withOneMore(count: SentCount | undefined, now: EpochMs): SentCount {
  const day = civilDateOf(now);
  const hour = hourOf(now);
  return {
    hour,
    inHour: (count?.hour === hour ? count.inHour : 0) + 1,
    day,
    inDay: (count?.day === day ? count.inDay : 0) + 1,
  };
}

/** Asia/Shanghai is whole hours off, so its hours begin with those of the epoch. */
function hourOf(now: EpochMs): EpochMs {
  return now - (now % HOUR_MS);
}
