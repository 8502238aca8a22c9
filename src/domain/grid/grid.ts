/** The grid of a village (网格) and who holds its posts. */
import type { AreaCode, GridCode, TownCode, VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Role } from '../people/roles';
import type { FollowUp } from './follow-ups';

/** Someone in a post, as shown to the people it answers for. */
export interface PostHolder {
  readonly personId: PersonId;
  readonly name: string;
  /** The service phone, sealed; present only if its holder agreed that it is shown (LNS-05). */
  readonly phoneSealed?: string;
  /** When to ring, in the holder's own words. */
  readonly hours?: string;
  readonly since: CivilDate;
  /** Last day; only for who stands in. */
  readonly to?: CivilDate;
  /** At a desk: for whom this officer stands in until `to`. */
  readonly standInFor?: PersonId;
}

/** A holder's replacement while on leave; both days included. */
export interface StandIn extends PostHolder {
  readonly to: CivilDate;
}

/** One cell: level 1 = part of the village (片区), level 2 = villagers' group (村民小组), level 3 = 20-30 households. */
export interface GridCell {
  readonly code: GridCode;
  readonly level: 1 | 2 | 3;
  readonly name: string;
  /** Absent while the post is vacant. */
  readonly head?: PostHolder;
  readonly standIn?: StandIn;
  readonly households: number;
  readonly people: number;
  /** GCJ-02, three decimals; for choosing a grid from a point (GRD-12). */
  readonly centre?: Point;
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * A village with its grids and duty desk, as one document: routing and contacts read it whole, and every change of a
 * post touches it, so that two changes at once cannot both win (architecture section 3, write skew).
 */
export interface Village {
  readonly _id: VillageCode;
  readonly name: string;
  readonly town: TownCode;
  readonly townName: string;
  readonly grids: readonly GridCell[];
  /** The duty desk's officers (村值班员). A village without one cannot be onboarded. */
  readonly desk: readonly PostHolder[];
  /** Goes up by one with each change of grids or posts (GRD-10). */
  readonly version: number;
  readonly changedAt: EpochMs;
  /** The roster load that is in force here; absent until the first load. */
  readonly rosterLoad?: string;
  /** What a change of posts or persons here has still to bring about, oldest first; the clock does it. Kept by every writer. */
  readonly followUps?: readonly FollowUp[];
  /** When the clock looks at them next; absent while there are none. */
  readonly followUpAt?: EpochMs;
  /** When the clock looks next whether a policy was explained here (CON-01); from the first roster load on. */
  readonly talkDueAt?: EpochMs;
}

/** An officer of a town or of the county. */
export interface Officer extends PostHolder {
  readonly role: Role;
  readonly unit?: string;
}

/** A town or the county and its officers; the guard document of those posts. */
export interface Office {
  readonly _id: AreaCode;
  readonly name: string;
  /** The areas directly within, from the published codes (CODE-02, CODE-03): also those that have no roster yet. */
  readonly parts?: readonly { readonly code: AreaCode; readonly name: string }[];
  readonly officers: readonly Officer[];
  readonly version: number;
  readonly followUps?: readonly FollowUp[];
  readonly followUpAt?: EpochMs;
}
