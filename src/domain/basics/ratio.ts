/**
 * Shares and thresholds in integers, never in floating point (rulebook section 0; 民法典 art. 1259): 以上 and 以下 include
 * the figure, 过半数, 超过 and 不满 do not.
 */
import { assert } from './assert';

/** Numerator and denominator. */
export type Fraction = readonly [numerator: number, denominator: number];

/** How much of a whole is asked for. */
export interface Threshold {
  readonly kind: 'AT_LEAST' | 'MORE_THAN';
  readonly of: Fraction;
}

/** 过半数 */
export const MAJORITY: Threshold = { kind: 'MORE_THAN', of: [1, 2] };
/** 二分之一以上 */
export const HALF_OR_MORE: Threshold = { kind: 'AT_LEAST', of: [1, 2] };
/** 三分之二以上 */
export const TWO_THIRDS: Threshold = { kind: 'AT_LEAST', of: [2, 3] };
/** 三分之一以上 */
export const ONE_THIRD: Threshold = { kind: 'AT_LEAST', of: [1, 3] };
/** 五分之一以上 */
export const ONE_FIFTH: Threshold = { kind: 'AT_LEAST', of: [1, 5] };
/** 十分之一以上 */
export const ONE_TENTH: Threshold = { kind: 'AT_LEAST', of: [1, 10] };
/** 五分之四以上 */
export const FOUR_FIFTHS: Threshold = { kind: 'AT_LEAST', of: [4, 5] };

/**
 * Whether `part` of `whole` reaches a threshold. Nothing of nothing reaches none: a vote without voters does not pass.
 */
export function reaches(part: number, whole: number, threshold: Threshold): boolean {
  assertCount(part);
  assertCount(whole);
  if (whole === 0) return false;
  const [numerator, denominator] = threshold.of;
  const left = part * denominator;
  const right = whole * numerator;
  return threshold.kind === 'AT_LEAST' ? left >= right : left > right;
}

/** The smallest count of `whole` that reaches a threshold: what a screen tells people is needed. May exceed `whole`. */
export function neededOf(whole: number, threshold: Threshold): number {
  assertCount(whole);
  const [numerator, denominator] = threshold.of;
  const product = whole * numerator;
  const needed = threshold.kind === 'AT_LEAST' ? Math.ceil(product / denominator) : Math.floor(product / denominator) + 1;
  return Math.max(needed, 1);
}

/** -1, 0 or 1 as `a` is smaller than, the same as or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return Math.sign(a[0] * b[1] - b[0] * a[1]);
}

/** Whether whatever reaches `a` also reaches `b`: a county may ask for more than the law, never for less. */
export function isAsStrictAs(a: Threshold, b: Threshold): boolean {
  const order = compareFractions(a.of, b.of);
  return order > 0 || (order === 0 && (a.kind === 'MORE_THAN' || b.kind === 'AT_LEAST'));
}

/** The greatest whole count within a share: at most a third of 31 members are 10. */
export function atMostOf(whole: number, share: Fraction): number {
  assertCount(whole);
  return Math.floor((whole * share[0]) / share[1]);
}

/** A share to show: what it is made of, and its percentage in tenths, rounded half up. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** 905 is 90.5 %. `undefined` when the denominator is 0: there is nothing to show. */
  readonly percentTenths: number | undefined;
}

/**
 * A share for display. Rounding never makes 100 % or 0 % of what is not: 1999 of 2000 shows 99.9 %, 1 of 5000 shows 0.1 %.
 */
export function shareOf(numerator: number, denominator: number): Share {
  assertCount(numerator);
  assertCount(denominator);
  if (denominator === 0) return { numerator, denominator, percentTenths: undefined };
  const rounded = Math.floor((2000 * numerator + denominator) / (2 * denominator));
  return { numerator, denominator, percentTenths: keepApart(rounded, numerator, denominator) };
}

/** `90.5%`, `90%`; `—` when there is nothing to divide by. */
export function formatPercent(share: Share): string {
  if (share.percentTenths === undefined) return '—';
  const whole = Math.floor(share.percentTenths / 10);
  const tenth = share.percentTenths % 10;
  return tenth === 0 ? `${whole}%` : `${whole}.${tenth}%`;
}

function keepApart(rounded: number, numerator: number, denominator: number): number {
  if (rounded === 0 && numerator > 0) return 1;
  if (rounded === 1000 && numerator < denominator) return 999;
  return rounded;
}

function assertCount(count: number): void {
  assert(Number.isSafeInteger(count) && count >= 0, `${count} is a count`);
}
