/** The ledger as it is shown to all members of the branch each quarter, and what they object (PTY-10). */
import type { VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Cycle, MemberCategory, Tenths } from './scheme';

export interface PublishedRow {
  readonly personId: PersonId;
  readonly name: string;
  readonly category: MemberCategory;
  readonly base: Tenths;
  readonly bonus: Tenths;
  readonly deducted: Tenths;
  readonly total: Tenths;
}

export interface PublicationObjection {
  readonly id: string;
  readonly by: PersonId;
  readonly byName: string;
  readonly about: PersonId;
  readonly text: string;
  readonly at: EpochMs;
  readonly answer?: string;
  readonly answeredBy?: PersonId;
  readonly answeredAt?: EpochMs;
}

export interface Publication {
  /** `<village>:<cycle>:<n>` */
  readonly _id: string;
  readonly branch: VillageCode;
  readonly cycle: Cycle;
  readonly n: number;
  /** What it covers up to, this day included. */
  readonly upTo: CivilDate;
  /** In the order of names, never of points (BUR-01). */
  readonly rows: readonly PublishedRow[];
  readonly publishedAt: EpochMs;
  readonly publishedBy: PersonId;
  readonly objectionsUntil: EpochMs;
  readonly objections: readonly PublicationObjection[];
}
