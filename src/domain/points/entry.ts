/**
 * An entry of a member's ledger (PTY-05, 06, 14): pending, then posted or refused once; never changed afterwards. A mistake is
 * corrected by an entry that reverses it.
 */
import type { TownCode, VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, FileId, PersonId } from '../basics/ids';
import type { PartyContact } from './contact';
import type { Cycle, Tenths } from './scheme';

/** `CLAIM` of a member for a pledge or an item; `RECORD` by the branch; `REVERSAL` of a posted one; `OPENING` from an older sheet. */
export const ENTRY_KINDS = ['CLAIM', 'RECORD', 'REVERSAL', 'OPENING'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * `CHECK`: the group leader or verifier looks at the facts. `APPROVE`: the branch's committee decides, of the secretary's own
 * the town's Party office (PTY-06). `ASKED`: the verifier asked once for more, with a reason (BUR-02). `EXPIRED`: nobody
 * decided before the cycle was closed.
 */
export const ENTRY_STATES = ['CHECK', 'ASKED', 'APPROVE', 'POSTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The member; whoever recorded it; the group leaders, the committee, the town's Party office. */
export const ENTRY_AUDIENCES = ['MEMBER', 'RECORDER', 'GROUP', 'COMMITTEE', 'TOWN'] as const;
export const ENTRY_NOTICE_KINDS = [
  'POINTS_TO_CHECK', 'POINTS_TO_APPROVE', 'POINTS_AT_75', 'POINTS_AT_90', 'POINTS_OVERDUE', 'POINTS_ASKED', 'POINTS_POSTED', 'POINTS_REVERSED', 'POINTS_REFUSED',
  'POINTS_RECORD_REFUSED', 'POINTS_EXPIRED', 'POINTS_APPEALED', 'POINTS_APPEAL_OVERDUE', 'POINTS_APPEAL_DECIDED',
] as const;
export type EntryNoticeKind = (typeof ENTRY_NOTICE_KINDS)[number];

export interface EntryTelling {
  readonly to: (typeof ENTRY_AUDIENCES)[number];
  readonly kind: EntryNoticeKind;
}

/** Who looked, as what. */
export interface Eyes {
  readonly by: PersonId;
  readonly name: string;
  readonly as: 'GROUP' | 'COMMITTEE' | 'SECRETARY' | 'TOWN';
  readonly at: EpochMs;
}

export const APPEAL_STATES = ['OPEN', 'UPHELD', 'DISMISSED'] as const;
export interface Appeal {
  readonly text: string;
  readonly at: EpochMs;
  /** Working days run out (PTY-14). */
  readonly decideBy: EpochMs;
  readonly state: (typeof APPEAL_STATES)[number];
  readonly answer?: string;
  readonly decidedBy?: PersonId;
  readonly decidedAt?: EpochMs;
  /** The entry that puts it right. */
  readonly correctedBy?: string;
}

export interface Entry {
  readonly _id: string;
  readonly kind: EntryKind;
  /** Of the member's year: `<personId>:<cycle>`. */
  readonly year: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly cycle: Cycle;
  /** The branch in which the deed was done, and which verifies it, also after the member has moved on. */
  readonly branch: VillageCode;
  readonly town: TownCode;
  readonly group?: string;
  /** The day of the deed. */
  readonly on: CivilDate;
  /** Of the scheme; `opening` for an opening balance. */
  readonly item: string;
  readonly itemName: string;
  /** Signed, before any cap. */
  readonly tenths: Tenths;
  readonly pledge?: string;
  /** The pledge in its words, which do not change once it is confirmed. */
  readonly pledgeText?: string;
  /** How much of the pledge's target it is. */
  readonly amount?: number;
  /** Evidence; words suffice (BUR-02). */
  readonly text: string;
  readonly beneficiaries?: number;
  readonly place?: { readonly latitude: number; readonly longitude: number; readonly name: string };
  readonly photos: readonly FileId[];
  readonly uploads: readonly string[];
  readonly state: EntryState;
  readonly at: EpochMs;
  /** Who entered it: the member, or whoever recorded it for the branch. */
  readonly by: PersonId;
  /** PTY-06: the secretary's own goes up. */
  readonly above: boolean;
  readonly asked?: { readonly text: string; readonly by: PersonId; readonly at: EpochMs; readonly answer?: string };
  readonly first?: Eyes;
  readonly second?: Eyes;
  /** Why it was refused, and by whom (`first` or `second` say who looked before). */
  readonly refused?: Eyes & { readonly reason: string };
  readonly reverses?: string;
  readonly reversedBy?: string;
  /** Why it was reversed, on the reversing entry. */
  readonly reason?: string;
  readonly appeal?: Appeal;
  /** It waits for this step of the branch's or the town's queue; absent when nobody has to do anything. */
  readonly queue?: 'CHECK' | 'APPROVE' | 'ABOVE' | 'APPEAL';
  /** By when whoever has it should have decided; absent when nobody has it. */
  readonly dueAt?: EpochMs;
  /** Since when that limit runs, and how many of its reminders were told. */
  readonly limit?: { readonly from: EpochMs; readonly told: number };
  /** The member's year does not have it yet: the clock puts it in, so that a claim costs no write of the year. */
  readonly uncounted?: true;
  /** The contact it was claimed for, until the clock files it. */
  readonly contact?: PartyContact;
  /** Who has still to be told of what; the clock writes the notices. */
  readonly untold?: readonly EntryTelling[];
  /** When the clock looks at it next; absent when it never will. */
  readonly clockAt?: EpochMs;
  readonly changedAt: EpochMs;
}
