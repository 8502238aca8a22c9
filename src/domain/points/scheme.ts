/**
 * A county's scheme of points for a cycle (PTY-02, 03, 07, 08): categories, sections, items, caps, veto events, windows. It is
 * data that a county edits in a spreadsheet; every amount is in tenths of a point.
 */
import type { AreaCode } from '../areas/code';
import type { EpochMs } from '../basics/ids';

/** PTY-02: 村(社区)两委及监督干部、在村无职、流动外出、年老体弱、在职驻村双报到、预备. */
export const MEMBER_CATEGORIES = ['A', 'B', 'C', 'D', 'E', 'P'] as const;
export type MemberCategory = (typeof MEMBER_CATEGORIES)[number];

/** A cycle is named by the year in which it begins (PTY-03). */
export type Cycle = number;

/** Tenths of a point: an integer. */
export type Tenths = number;

export interface CategoryRule {
  readonly name: string;
  readonly base: Tenths;
  /** How many pledges a member makes (PTY-04); 0 as the least leaves it open to them. */
  readonly pledges: { readonly min: number; readonly max: number };
  /** Pledges offered to choose from; a member may use words of their own instead. */
  readonly menu: readonly string[];
}

/** PTY-07: `BASE` sections are only deducted from and never go below nothing; `BONUS` sections only add. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly kind: 'BASE' | 'BONUS';
  /** `BASE`: what can be deducted at most in a cycle. `BONUS`: what can be added at most; absent for no cap of its own. */
  readonly cap?: Tenths;
}

/** What points are given or taken for. */
export interface Item {
  readonly id: string;
  readonly section: string;
  readonly name: string;
  /** Above 0 in a `BONUS` section, below 0 in a `BASE` section. */
  readonly tenths: Tenths;
  /** At most so much in a cycle, in the sense of `tenths`' absolute value (PTY-07). */
  readonly cap?: Tenths;
  /** No longer offered; what was posted stays. */
  readonly closed?: true;
}

/** One of the events that bring the suggested grade to 不合格, whatever the points (PTY-09). */
export interface VetoKind {
  readonly id: string;
  readonly name: string;
}

export interface SchemeRules {
  readonly categories: Readonly<Record<MemberCategory, CategoryRule>>;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly vetoes: readonly VetoKind[];
  readonly bonusCap: Tenths;
  readonly max: Tenths;
  /** `MM-DD`, both days included (PTY-04). */
  readonly pledgeWindow: { readonly from: string; readonly to: string };
}

export interface Scheme extends SchemeRules {
  /** `<county>:<cycle>` */
  readonly _id: string;
  readonly county: AreaCode;
  readonly cycle: Cycle;
  /** 0 for the default that nobody loaded. */
  readonly version: number;
  readonly changedAt: EpochMs;
}
