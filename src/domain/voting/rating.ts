/** The arithmetic of a rating (DEP-14..16): counts in, an outcome out, in integers but for the interval that is shown. */
import { neededOf, reaches, shareOf, type Share } from '../basics/ratio';
import type { RatingRule } from './rule';

/** 满意, 基本满意, 不满意, 不了解. */
export const RATING_CODES = ['S', 'B', 'N', 'U'] as const;
export type RatingCode = (typeof RATING_CODES)[number];
export type RatingCounts = Readonly<Record<RatingCode, number>>;

/** 优秀, 称职, 基本称职, 不称职: a suggestion; the presidium decides (DEP-17). */
export type Grade = 'EXCELLENT' | 'COMPETENT' | 'BASIC' | 'NOT_COMPETENT';

export type RatingOutcome =
  /** Too few took part: the rating does not count (DEP-14). */
  | { readonly kind: 'RATING'; readonly verdict: 'TOO_FEW'; readonly needed: number }
  /** Enough took part and nobody knew the person well enough: 无结果. */
  | { readonly kind: 'RATING'; readonly verdict: 'NO_RESULT'; readonly needed: number }
  | {
      readonly kind: 'RATING';
      readonly verdict: 'RATED';
      readonly needed: number;
      /** 满意 and 基本满意 of those who rated; 不了解 is left out. */
      readonly rate: Share;
      /** In tenths of a point, rounded half up: 810 is 81.0. */
      readonly scoreTenths: number;
      readonly grade: Grade;
      readonly interval: Interval;
    };

/** In tenths of a percent: where the rate would lie in 95 of 100 such polls. For showing only; nothing is decided by it. */
export interface Interval {
  readonly fromTenths: number;
  readonly toTenths: number;
}

/** How many ballots make a rating valid (DEP-14): a number or, where that is fewer, a share of the roll; at least one. */
export function neededBallots(rule: Pick<RatingRule, 'minBallots' | 'minShare'>, eligible: number): number {
  const share = neededOf(eligible, { kind: 'AT_LEAST', of: rule.minShare });
  return rule.minBallots === undefined ? share : Math.min(rule.minBallots, share);
}

/** Rates by the counts of the overall question. */
export function rate(rule: RatingRule, eligible: number, counts: RatingCounts): RatingOutcome {
  const { S, B, N, U } = counts;
  const needed = neededBallots(rule, eligible);
  if (S + B + N + U < needed) return { kind: 'RATING', verdict: 'TOO_FEW', needed };
  const rated = S + B + N;
  if (rated === 0) return { kind: 'RATING', verdict: 'NO_RESULT', needed };
  const [satisfied, basically, not] = rule.weights;
  const points = satisfied * S + basically * B + not * N;
  return {
    kind: 'RATING',
    verdict: 'RATED',
    needed,
    rate: shareOf(S + B, rated),
    scoreTenths: Math.floor((20 * points + rated) / (2 * rated)),
    grade: gradeOf(rule, counts),
    interval: wilson(S + B, rated),
  };
}

/** The grade that the counts suggest (DEP-16), compared by cross-multiplication: a rounded rate decides nothing. */
function gradeOf({ grade }: RatingRule, { S, B, N }: RatingCounts): Grade {
  const rated = S + B + N;
  const good = S + B;
  const excellent = reaches(good, rated, { kind: 'AT_LEAST', of: grade.excellent.rate }) && reaches(S, rated, { kind: 'AT_LEAST', of: grade.excellent.satisfied });
  if (excellent) return 'EXCELLENT';
  if (reaches(good, rated, { kind: 'AT_LEAST', of: grade.competent })) return 'COMPETENT';
  return reaches(good, rated, { kind: 'AT_LEAST', of: grade.basic }) ? 'BASIC' : 'NOT_COMPETENT';
}

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959964;

/** Wilson's score interval, which stays within 0 and 100 % and is wide where few took part. */
export function wilson(part: number, whole: number): Interval {
  const share = part / whole;
  const spread = (Z * Z) / whole;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole))) / (1 + spread);
  return { fromTenths: Math.max(0, Math.floor(1000 * (centre - half))), toTenths: Math.min(1000, Math.ceil(1000 * (centre + half))) };
}
