/** The write-ahead log as a file: what brings commits onto the disk beside the work (docs/decisions/0018-partial-indexes-and-flushes.md). */
import { open, realpath } from 'node:fs/promises';
import { StoreUnavailable } from '../store';

export interface LogFile {
  /** Brings everything committed so far onto the disk. A thread of Node's pool waits for it, and the event loop does not. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The log of a database whose connections have made it: it is the same file as long as one of them is open.
 *
 * @throws StoreUnavailable if it cannot be opened.
 */
export async function openLog(database: string): Promise<LogFile> {
  try {
    // SQLite puts it beside the file that a link leads to.
    const file = await open(`${await realpath(database)}-wal`, 'r+');
    return { flush: () => file.datasync(), close: () => file.close() };
  } catch (cause) {
    throw new StoreUnavailable('the log of the store could not be opened', { cause });
  }
}
