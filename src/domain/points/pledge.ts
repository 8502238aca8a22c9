/** What a member promises for the cycle (承诺, PTY-04) and how far it is kept. */
import type { CivilDate, EpochMs } from '../basics/ids';

/** 岗位、联户、公益、政策宣传、产业带动、其他. */
export const PLEDGE_TYPES = ['POST', 'HOUSEHOLDS', 'PUBLIC_GOOD', 'POLICY', 'INDUSTRY', 'OTHER'] as const;
export type PledgeType = (typeof PLEDGE_TYPES)[number];

/** Sent to the branch; confirmed by it; returned with a reason, and then changed and sent again or given up. */
export const PLEDGE_STATES = ['SENT', 'CONFIRMED', 'RETURNED', 'WITHDRAWN'] as const;
export type PledgeState = (typeof PLEDGE_STATES)[number];

export interface Pledge {
  readonly id: string;
  readonly type: PledgeType;
  readonly text: string;
  /** How one sees that it is kept: so many times, households, … */
  readonly target: number;
  readonly unit: string;
  readonly due: CivilDate;
  readonly state: PledgeState;
  /** How much of `target` verified deeds come to. */
  readonly done: number;
  readonly sentAt: EpochMs;
  readonly decidedAt?: EpochMs;
  readonly decidedBy?: string;
  /** Why it was returned. */
  readonly reason?: string;
}
