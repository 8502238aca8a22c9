/** Whether a level-2 grid is to be split into level-3 grids, and into how many (GRD-05, GRD-06). */
import { assert } from '../basics/assert';
import type { GridSettings } from '../settings/policy-settings';

/** Households and people of a level-2 grid (villagers' group). */
export interface GroupSize {
  readonly households: number;
  readonly people: number;
}

export type SplitProposal = SplitNotNeeded | ExactSplit | InexactSplit;

/** Neither figure passes a level-3 grid's upper limit: the group stays whole. */
export interface SplitNotNeeded {
  readonly kind: 'NOT_NEEDED';
}

/** Any count from `lo` to `hi` keeps every grid within both limits, on average. */
export interface ExactSplit {
  readonly kind: 'EXACT';
  readonly lo: number;
  readonly hi: number;
  /** The fewest grids, which is the fewest heads to find. */
  readonly suggested: number;
}

/**
 * No count keeps both limits. Two are proposed with what they would give, and a human decides: the most grids of which
 * none is too small, and the fewest of which none is too large.
 */
export interface InexactSplit {
  readonly kind: 'INEXACT';
  /** The smaller count first. */
  readonly neighbours: readonly [SplitOption, SplitOption];
  readonly warning: 'NO_COUNT_WITHIN_BOTH_LIMITS';
}

/** What a count of grids would give on average, in tenths, rounded half up, and on which side of the limits it lies. */
export interface SplitOption {
  readonly count: number;
  readonly householdTenths: number;
  readonly peopleTenths: number;
  readonly households: Fit;
  readonly people: Fit;
}

export type Fit = 'BELOW' | 'WITHIN' | 'ABOVE';

/**
 * Proposes how to split a group that is past a level-3 grid's upper limit in households or people (GRD-05). Pure
 * arithmetic: 就便就近就亲 is for people to weigh, and nothing is ever blocked.
 */
export function proposeSplit(size: GroupSize, { l3 }: GridSettings): SplitProposal {
  if (size.households <= l3.hhMax && size.people <= l3.ppMax) return { kind: 'NOT_NEEDED' };
  const { lo, hi } = countsWithin(size, l3);
  if (lo <= hi) return { kind: 'EXACT', lo, hi, suggested: lo };
  return {
    kind: 'INEXACT',
    neighbours: [optionOf(Math.max(hi, 1), size, l3), optionOf(lo, size, l3)],
    warning: 'NO_COUNT_WITHIN_BOTH_LIMITS',
  };
}

/** The counts of grids that keep households and people within the limits on average (GRD-06); none when `lo > hi`. */
export function countsWithin({ households, people }: GroupSize, l3: GridSettings['l3']): { readonly lo: number; readonly hi: number } {
  assert(isCount(households) && isCount(people), 'a group has a whole number of households and people');
  return {
    lo: Math.max(Math.ceil(households / l3.hhMax), Math.ceil(people / l3.ppMax)),
    hi: Math.min(Math.floor(households / l3.hhMin), Math.floor(people / l3.ppMin)),
  };
}

/** What splitting a group into `count` grids would give; for a count a human chose. */
export function optionOf(count: number, { households, people }: GroupSize, l3: GridSettings['l3']): SplitOption {
  assert(Number.isInteger(count) && count >= 1, 'a group is at least one grid');
  return {
    count,
    householdTenths: tenths(households, count),
    peopleTenths: tenths(people, count),
    households: fitOf(households, count, l3.hhMin, l3.hhMax),
    people: fitOf(people, count, l3.ppMin, l3.ppMax),
  };
}

function fitOf(total: number, count: number, min: number, max: number): Fit {
  if (total < min * count) return 'BELOW';
  return total > max * count ? 'ABOVE' : 'WITHIN';
}

function tenths(total: number, count: number): number {
  return Math.floor((20 * total + count) / (2 * count));
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}
