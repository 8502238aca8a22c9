/** What the clock does by itself, in bounded batches over an index on a due time. */
import type { CivilDate, EpochMs } from '@/domain/basics/ids';
import type { SwitchedModule } from '@/domain/settings/modules';
import type { Platform } from '@platform/context';

export interface JobContext extends Omit<Platform, 'clock' | 'log'> {
  readonly now: EpochMs;
  /** Of `now`, in Asia/Shanghai. */
  readonly today: CivilDate;
}

export interface Job {
  /** What the log calls it: `outbox.send`. */
  readonly name: string;
  /** The module whose work it is; it rests while that is off (BUR-08). What removes old data belongs to none. */
  readonly module?: SwitchedModule;
  /**
   * Takes on at most `limit` of what is due by `now` and answers how many it took; as many as `limit` means that there may
   * be more. It can run twice, or in two places at once, with no harm: it reads again inside the transaction that changes
   * something whether that is still due.
   */
  readonly run: (context: JobContext, limit: number) => Promise<number>;
}
