/**
 * One member's cycle (PTY-01, 02, 07). This is the document that every posting touches, so that caps and totals hold with two
 * writers at once (architecture section 3); its sums are a cache of the entries' fold, which `npm run check:ledger` recomputes.
 */
import type { TownCode, VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Pledge } from './pledge';
import type { Cycle, MemberCategory, Tenths } from './scheme';

/** Since when a member was in a category, and why it was changed in mid-cycle. */
export interface CategorySince {
  readonly category: MemberCategory;
  readonly at: EpochMs;
  readonly by: PersonId | 'clock' | 'import';
  /** Of a change after the branch had settled the categories: the day on which it decided, and why. */
  readonly decidedOn?: CivilDate;
  readonly reason?: string;
}

/** In which branch the member was from when; the last one is where they are now (PTY-01: exactly one at a time). */
export interface BranchSince {
  readonly branch: VillageCode;
  readonly from: CivilDate;
}

export const LEFT_REASONS = ['MOVED_OUT', 'DECEASED', 'NO_LONGER_MEMBER'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export interface Veto {
  readonly id: string;
  /** Of the scheme's list. */
  readonly kind: string;
  readonly decidedOn: CivilDate;
  readonly evidence: string;
  readonly by: PersonId;
  readonly at: EpochMs;
  readonly state: 'WAITING' | 'CONFIRMED' | 'REFUSED' | 'LIFTED';
  readonly decidedBy?: PersonId;
  readonly decidedAt?: EpochMs;
  readonly reason?: string;
}

/** What the posted entries come to, before any cap: sums by item, so that the order of arrival is irrelevant. */
export interface Sums {
  /** By item id: above 0 for bonuses, below 0 for deductions; reversals are already taken off. */
  readonly items: Readonly<Record<string, Tenths>>;
  /** How many entries were posted, reversals among them. */
  readonly posted: number;
  /** Claims that wait for somebody: how many, and what they would add at most. */
  readonly pending: { readonly count: number; readonly tenths: Tenths };
}

export interface MemberYear {
  /** `<personId>:<cycle>` */
  readonly _id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly cycle: Cycle;
  /** Where they are now, and what it is called. */
  readonly branch: VillageCode;
  readonly branchName?: string;
  readonly branches: readonly BranchSince[];
  /** 党小组, as the branch calls it. */
  readonly group?: string;
  readonly category: MemberCategory;
  readonly categories: readonly CategorySince[];
  /** The branch has settled the categories; until then it is proposed (PTY-02). */
  readonly settled?: true;
  /** The branch lets its village see points, as the county allows (PTY-15). */
  readonly shared?: true;
  readonly pledges: readonly Pledge[];
  /** Some pledge waits for the branch; absent when none does. */
  readonly pledgesWaiting?: true;
  readonly sums: Sums;
  /** Of `sums`, the scheme and the category: what a list shows without reading an entry. */
  readonly total: Tenths;
  readonly vetoes: readonly Veto[];
  /** The town whose Party office has a veto of this member to confirm or can lift one; absent where there is none. */
  readonly vetoTown?: TownCode;
  readonly left?: { readonly on: CivilDate; readonly why: LeftReason };
  /** Nothing new is taken any more; what waits is decided or expires, and an appeal still puts right. */
  readonly closedAt?: EpochMs;
  readonly changedAt: EpochMs;
}

export function yearIdOf(personId: PersonId, cycle: Cycle): string {
  return `${personId}:${cycle}`;
}

/** The only order that members are ever listed in (BUR-01): that of a Chinese name list. */
export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name, 'zh-CN');
}
