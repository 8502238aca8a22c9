/**
 * Outcomes and rates (EVT-15): 响应率 answered in time of all, 解决率 solved of rated, 满意率 satisfied of rated, 按期办结率 done in
 * time of done, 重办率 reopened of done. Outcomes, never activity (BUR-04). Not rated is left out and never counts as satisfied.
 */
import { addCivilDays, civilDateOf, weekdayOf } from '../basics/civil-time';
import type { CivilDate, EpochMs } from '../basics/ids';
import { OUTCOME_FLAGS, type Counted, type Issue, type OutcomeFlag } from './issue';

export type Counts = Readonly<Record<OutcomeFlag, number>>;

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** What the denominator leaves out. */
  readonly left: number;
}

export type RateName = 'responded' | 'solved' | 'satisfied' | 'onTime' | 'reopened';

export const NO_COUNTS: Counts = Object.fromEntries(OUTCOME_FLAGS.map((flag) => [flag, 0])) as Counts;

/** What one matter counts as now; undefined for a restricted one, whose existence is nobody's business (EVT-14). */
export function countedOf(issue: Issue): Counted | undefined {
  if (issue.restricted) return undefined;
  const is: Readonly<Record<OutcomeFlag, boolean>> = {
    reported: true,
    responded: issue.acceptedAt !== undefined || issue.stage === 'REJECTED',
    respondedInTime: issue.acceptedInTime === true,
    done: issue.doneAt !== undefined,
    doneInTime: issue.doneAt !== undefined && issue.doneInTime === true,
    rated: issue.rating !== undefined,
    solved: issue.rating?.solved === 'YES',
    satisfied: issue.rating?.satisfaction === 'SATISFIED',
    reopened: issue.reopenedAt !== undefined,
    withdrawn: issue.stage === 'WITHDRAWN',
    open: issue.open,
    overdue: issue.open && issue.overdueCount > 0,
  };
  return {
    category: issue.category,
    flags: OUTCOME_FLAGS.filter((flag) => is[flag]),
    reportedWeek: mondayOf(issue.createdAt),
    ...(issue.doneAt === undefined ? {} : { doneWeek: mondayOf(issue.doneAt) }),
  };
}

export function mondayOf(at: EpochMs): CivilDate {
  const day = civilDateOf(at);
  return addCivilDays(day, 1 - weekdayOf(day));
}

/** Counts with the flags of one matter added (`by` 1) or taken away (`by` -1). */
export function counted(counts: Counts, flags: readonly OutcomeFlag[], by: 1 | -1): Counts {
  return Object.fromEntries(OUTCOME_FLAGS.map((flag) => [flag, counts[flag] + (flags.includes(flag) ? by : 0)])) as Counts;
}

export function sumOf(all: readonly Counts[]): Counts {
  return Object.fromEntries(OUTCOME_FLAGS.map((flag) => [flag, all.reduce((sum, counts) => sum + counts[flag], 0)])) as Counts;
}

/** The five rates of some counts, each with what it is made of, so that a screen can show all three figures. */
export function ratesOf(counts: Counts): Readonly<Record<RateName, Rate>> {
  const unrated = counts.done - Math.min(counts.rated, counts.done);
  return {
    // Withdrawn before anyone could answer is nobody's failure.
    responded: { numerator: counts.respondedInTime, denominator: counts.reported - withdrawnUnanswered(counts), left: withdrawnUnanswered(counts) },
    solved: { numerator: counts.solved, denominator: counts.rated, left: unrated },
    satisfied: { numerator: counts.satisfied, denominator: counts.rated, left: unrated },
    onTime: { numerator: counts.doneInTime, denominator: counts.done, left: counts.reported - counts.done },
    reopened: { numerator: counts.reopened, denominator: Math.max(counts.done, counts.reopened), left: 0 },
  };
}

function withdrawnUnanswered(counts: Counts): number {
  return Math.min(counts.withdrawn, counts.reported - counts.responded);
}
