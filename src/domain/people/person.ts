/** A person and a household as the roster holds them. */
import type { GridCode, VillageCode } from '../areas/code';
import type { AccountId, CivilDate, EpochMs, HouseholdId, PersonId } from '../basics/ids';
import type { DeskSessions } from './desk-session';
import type { RoleGrant } from './roles';

export type PersonStatus = 'ACTIVE' | 'MOVED_AWAY' | 'DECEASED';

/** How surely an account is a person: weak allows reporting and contacts, verified also ballots, points and office. */
export type BindingLevel = 'WEAK' | 'VERIFIED';

export interface Person {
  readonly _id: PersonId;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly bornOn: CivilDate;
  /** AES-256-GCM; PRV-12. */
  readonly idSealed: string;
  readonly phoneSealed?: string;
  /** HMAC of county, name and the ID number's last four: what weak binding looks up. */
  readonly weakKey: string;
  /** HMAC of the phone number: what verified binding by phone looks up. */
  readonly phoneKey?: string;
  /** The holder of a post agreed that the phone is shown to those the post answers for (LNS-05). */
  readonly phoneShown: boolean;
  /** When to ring the holder of a post, in their own words (LNS-05). */
  readonly hours?: string;
  readonly village: VillageCode;
  readonly householdId: HouseholdId;
  /** The household's innermost grid; kept equal to the household's. */
  readonly grid: GridCode;
  readonly roles: readonly RoleGrant[];
  /**
   * Grants that ended at once, as `<role>@<area>`, while the clock has still to close them in `roles`. Read the roles
   * with `grantsOf`, which leaves these out.
   */
  readonly withdrawn?: readonly string[];
  readonly status: PersonStatus;
  /** The account that is this person. */
  readonly account?: { readonly id: AccountId; readonly level: BindingLevel; readonly at: EpochMs };
  readonly changedAt: EpochMs;
}

/** The three lines (三线) that link a household with someone who answers for it. */
export type Line = 'PARTY' | 'DEPUTY' | 'HEAD';

/** A liaison (联系人) of a household; the head's line follows from the grid and is not stored here. */
export interface Liaison {
  readonly personId: PersonId;
  readonly line: 'PARTY' | 'DEPUTY';
}

export interface Household {
  readonly _id: HouseholdId;
  readonly village: VillageCode;
  readonly grid: GridCode;
  /** The household's number in the village's book, as the office writes it. */
  readonly number: string;
  readonly address: string;
  /** 户主 */
  readonly headId?: PersonId;
  readonly memberIds: readonly PersonId[];
  readonly liaisons: readonly Liaison[];
  readonly changedAt: EpochMs;
}

/** One of the persons an account may act for. */
export interface Binding {
  readonly personId: PersonId;
  readonly level: BindingLevel;
  readonly relation: 'SELF' | 'FAMILY';
  readonly at: EpochMs;
}

/** A WeChat account, or in demo mode a stand-in for one. */
export interface Account {
  readonly _id: AccountId;
  readonly bindings: readonly Binding[];
  /** For whom the phone acts now, chosen visibly; absent for a visitor. */
  readonly actingFor?: PersonId;
  /** Everything in the inbox up to here has been seen. */
  readonly inboxSeenAt: EpochMs;
  /** Wrong tries of today, to hold them to the settings' number a day. */
  readonly tries?: { readonly day: CivilDate; readonly count: number; readonly last?: string };
  /** Browsers it signed in at a computer, by their ids; see `desk-session.ts`. */
  readonly desks?: DeskSessions;
  /** When its owner deleted it; the clock then removes what was addressed to it and the account itself. */
  readonly leftAt?: EpochMs;
}
