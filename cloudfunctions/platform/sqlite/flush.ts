/**
 * Brings commits onto the disk beside the work. With `synchronous = NORMAL` a commit of SQLite leaves its pages with the
 * system; they are durable when the write-ahead log is flushed. A thread of Node's pool waits for that, and the event loop
 * does not.
 *
 * One flush is under way at a time. It covers what was committed before it began; what is committed meanwhile shares the next.
 */
import { open } from 'node:fs/promises';
import { StoreUnavailable } from '../store';

export class Flushes {
  private underWay: Promise<void> | undefined;
  private following: Promise<void> | undefined;

  /** @param flush brings everything written so far onto the disk */
  constructor(private readonly flush: () => Promise<void>) {}

  /** Settles when everything committed so far is durable; undefined if it is. Once it fails it has failed for good. */
  get pending(): Promise<void> | undefined {
    return this.following ?? this.underWay;
  }

  /**
   * Asked for after each commit; settles when that commit is durable.
   *
   * @throws StoreUnavailable if a flush fails, and from then on: the system may have thrown the pages away, so no later flush
   *   can be trusted.
   */
  ofCommit(): Promise<void> {
    if (this.following === undefined && this.underWay === undefined) return this.begin();
    this.following ??= this.underWay?.then(() => {
      this.following = undefined;
      return this.begin();
    });
    return this.following ?? this.begin();
  }

  private begin(): Promise<void> {
    this.underWay = this.flush().then(
      () => {
        this.underWay = undefined;
      },
      (cause: unknown) => {
        throw new StoreUnavailable('what was written could not be brought onto the disk', { cause });
      },
    );
    return this.underWay;
  }
}

export interface Log {
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The write-ahead log of a database whose connections have made it: it is the same file as long as one of them is open.
 *
 * @throws StoreUnavailable if it cannot be opened.
 */
export async function openLog(database: string): Promise<Log> {
  try {
    const file = await open(`${database}-wal`, 'r+');
    return { flush: () => file.datasync(), close: () => file.close() };
  } catch (cause) {
    throw new StoreUnavailable('the log of the store could not be opened', { cause });
  }
}
