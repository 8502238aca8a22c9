/** A Party branch (支部) as far as points need it: the village's own (PTY-01). */
import type { TownCode, VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Cycle } from './scheme';

export interface Branch {
  /** The village's code. */
  readonly _id: VillageCode;
  readonly town: TownCode;
  readonly name: string;
  /** 党小组, as they are chosen from. */
  readonly groups: readonly string[];
  /** The cycle that is under way, from its opening to the next one's. */
  readonly cycle: Cycle;
  readonly openedAt: EpochMs;
  /** While members are still being drawn from the roster: where the clock goes on. */
  readonly drawing?: { readonly after?: string };
  /** When the branch settled everybody's category (PTY-02); absent while they are only proposed. */
  readonly settledAt?: EpochMs;
  readonly settledBy?: PersonId;
  /** The branch decided that its village may see points, as the county's settings allow (PTY-15). */
  readonly villageSees?: { readonly decidedOn: CivilDate };
  /** Publications of this cycle that are out: `1`..`4` for quarters, months by their number. */
  readonly published: readonly number[];
  /** When the clock has something to do for it next: a reminder to publish, the cycle's close. */
  readonly dueAt?: EpochMs;
  readonly closedAt?: EpochMs;
  readonly changedAt: EpochMs;
}
