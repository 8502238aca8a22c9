/** A member's contact with linked households (LNS-03, 06), in words only if wished (BUR-07). */
import type { VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, HouseholdId, IssueId, PersonId } from '../basics/ids';
import type { ContactMode, ContactPurpose } from '../liaisons/contact';

/** What a contact counts as when it is claimed for a pledge and nothing else is said. */
export const CONTACT_ITEM = 'visit';

export interface PartyContact {
  readonly _id: string;
  readonly personId: PersonId;
  readonly branch: VillageCode;
  readonly on: CivilDate;
  readonly mode: ContactMode;
  readonly purposes: readonly ContactPurpose[];
  readonly households: readonly HouseholdId[];
  readonly summary?: string;
  readonly issueId?: IssueId;
  /** The claim for a pledge that was made of it in the same step. */
  readonly entryId?: string;
  readonly at: EpochMs;
  /** Keyed, of the tap: the same one with other content is refused. */
  readonly digest: string;
}
