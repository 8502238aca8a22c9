/** How a box's ballots become an outcome: part of the published file, so that anyone can count again. */
import type { Fraction } from '../basics/ratio';
import type { DeputySettings, HeadSettings } from '../settings/policy-settings';
import type { MeetingRule } from './meetings';

export type CountingRule = OpinionRule | MotionRule | RatingRule;

/** Which of several is wanted most (CON-06). */
export interface OpinionRule {
  readonly kind: 'OPINION';
  /** Nothing at all is shown below so many ballots (DEP-21); 1 shows everything. */
  readonly k: number;
}

/** Yes or no, with the thresholds of a meeting (VOTE-01..06). Options are `Y`, `N`, `A`. */
export interface MotionRule {
  readonly kind: 'MOTION';
  readonly k: number;
  readonly meeting: MeetingRule;
}

/** 满意 `S`, 基本满意 `B`, 不满意 `N`, 不了解 `U` (DEP-13..16). */
export interface RatingRule {
  readonly kind: 'RATING';
  readonly k: number;
  /** Valid with this many ballots or, where that is fewer, this share of the roll. */
  readonly minBallots?: number;
  readonly minShare: Fraction;
  readonly weights: readonly [satisfied: number, basically: number, not: number];
  readonly grade: DeputySettings['grade'];
}

/** The rating of a deputy (DEP-14..16, 21). */
export function deputyRule({ k, minBallots, minShare, weights, grade }: DeputySettings): RatingRule {
  return { kind: 'RATING', k, minBallots, minShare, weights, grade };
}

/** The appraisal of a head: valid with half of the households, rated as a deputy is (HHL-05). */
export function headRule({ rateMinHouseholdShare }: HeadSettings, { k, weights, grade }: DeputySettings): RatingRule {
  return { kind: 'RATING', k, minShare: rateMinHouseholdShare, weights, grade };
}
