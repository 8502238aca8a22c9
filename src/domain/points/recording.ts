/** What the branch enters of several members at once (PTY-08): the clock makes each member's entry of it. */
import type { VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Eyes } from './entry';
import type { Cycle } from './scheme';

export interface PointRecording {
  readonly _id: string;
  readonly branch: VillageCode;
  readonly cycle: Cycle;
  readonly on: CivilDate;
  readonly item: string;
  readonly text: string;
  /** Those whose entry is still to be made, with the entry's id. */
  readonly people: readonly { readonly personId: PersonId; readonly entry: string }[];
  /** Whoever records it is the first pair of eyes. */
  readonly first: Eyes;
  readonly at: EpochMs;
}
