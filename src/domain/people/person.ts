/** A person and a household as the roster holds them. */
import type { GridCode, VillageCode } from '../areas/code';
import type { AccountId, CivilDate, EpochMs, HouseholdId, PersonId } from '../basics/ids';
import type { DeskSessions } from './desk-sessions';
import type { RoleGrant } from './roles';
import type { Sent } from './sending';

export type PersonStatus = 'ACTIVE' | 'MOVED_AWAY' | 'DECEASED';

/** How surely an account is a person: weak allows reporting and contacts, verified also ballots, points and office. */
export type BindingLevel = 'WEAK' | 'VERIFIED';

export interface Person {
  readonly _id: PersonId;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly bornOn: CivilDate;
  /**
   * The id that the corrected ID number would have given; absent while the number is the one that gave `_id`. A person's id
   * never changes, so that everything that names them goes on naming them.
   */
  readonly idKey?: PersonId;
  /** This is nobody, but keeps the id of a corrected number taken and says whose it is now; it stands in no list. */
  readonly aliasOf?: PersonId;
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

/** What keeps a corrected number's id taken: nothing but whose it is. Not active, so it can do and hold nothing. */
export function aliasFor(id: PersonId, aliasOf: PersonId, changedAt: EpochMs): Person {
  return { _id: id, aliasOf, name: '', sex: 'F', bornOn: '', idSealed: '', weakKey: '', phoneShown: false, village: '', householdId: '', grid: '', roles: [], status: 'MOVED_AWAY', changedAt };
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
  /** The party members among the liaisons, by whom their households are found; absent where there are none. */
  readonly partyLinks?: readonly PersonId[];
  readonly changedAt: EpochMs;
}

/** What whoever writes a household's liaisons writes with them. */
export function partyLinksOf(liaisons: readonly Liaison[]): readonly PersonId[] {
  return [...new Set(liaisons.filter(({ line }) => line === 'PARTY').map(({ personId }) => personId))];
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
  /** The family members among them, so that each can find the phones that act for them; absent where there are none. */
  readonly family?: readonly PersonId[];
  /** For whom the phone acts now, chosen visibly; absent for a visitor. */
  readonly actingFor?: PersonId;
  /** Everything in the inbox up to here has been seen. */
  readonly inboxSeenAt: EpochMs;
  /** Wrong tries of today, to hold them to the settings' number a day. */
  readonly tries?: { readonly day: CivilDate; readonly count: number; readonly last?: string };
  /** What it sent of late, to hold it to the settings' limits. */
  readonly sent?: Sent;
  /** Browsers it signed in at a computer, by their ids; see `desk-sessions.ts`. */
  readonly desks?: DeskSessions;
  /** When its owner deleted it; the clock then removes what was addressed to it and the account itself. */
  readonly leftAt?: EpochMs;
  /** When the clock may: at once, or when the day is over on which it sent something, or deleting would give its limits back. */
  readonly goesAt?: EpochMs;
}
