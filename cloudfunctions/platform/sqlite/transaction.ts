/** A transaction of the embedded store: a savepoint in the group it shares a commit with. */
import type { StoredDoc } from '../documents';
import { MAX_TRANSACTION_OPERATIONS, StoreUnavailable, type Change, type Transaction } from '../store';
import type { Connection } from './driver';
import type { Documents } from './writing';

type AnyTransaction = Transaction<Readonly<Record<string, StoredDoc>>>;

/**
 * Runs a body within a savepoint, while the caller holds the writer.
 *
 * @throws what the body threw; or the first failure of an operation, even if the body caught it; or `StoreUnavailable` if
 *   the body is still running after `limitMs` (it awaits something that is not its `tx`, and everyone else waits for it).
 */
export async function runBody<T>(
  connection: Connection,
  documents: Documents,
  limitMs: number,
  body: (tx: AnyTransaction) => Promise<T>,
): Promise<T> {
  const running = new SavepointTransaction(connection, documents);
  try {
    const result = await withinLimit(body, running, limitMs);
    if (running.failure) throw running.failure;
    running.keep();
    return result;
  } catch (error) {
    running.undo();
    // A body that turned a failure into one of its own still fails by the first: what it thought it knew was not so.
    throw running.failure ?? error;
  }
}

class SavepointTransaction implements AnyTransaction {
  /** The first failure dooms the whole. */
  failure: Error | undefined;
  private operations = 0;
  private over = false;
  private saved = false;

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
  ) {}

  get(collection: string, id: string): Promise<StoredDoc | undefined> {
    return this.step(() => this.documents.get(collection, id));
  }

  insert(collection: string, doc: StoredDoc): Promise<void> {
    return this.write(() => this.documents.insert(collection, doc));
  }

  replace(collection: string, doc: StoredDoc): Promise<void> {
    return this.write(() => this.documents.replace(collection, doc));
  }

  update(collection: string, id: string, change: Change): Promise<void> {
    return this.write(() => this.documents.update(collection, id, change));
  }

  remove(collection: string, id: string): Promise<boolean> {
    return this.write(() => this.documents.remove(collection, id));
  }

  keep(): void {
    this.over = true;
    if (this.saved) this.connection.exec('RELEASE body');
  }

  undo(): void {
    this.over = true;
    if (this.saved) this.connection.exec('ROLLBACK TO body; RELEASE body');
  }

  private write<T>(operation: () => T): Promise<T> {
    return this.step(() => {
      if (!this.saved) {
        this.connection.exec('SAVEPOINT body');
        this.saved = true;
      }
      return operation();
    });
  }

  private step<T>(operation: () => T): Promise<T> {
    if (this.over) return refusal(new StoreUnavailable('this transaction is over'));
    if (this.failure) return refusal(this.failure);
    try {
      if (++this.operations > MAX_TRANSACTION_OPERATIONS) throw new RangeError(`a transaction has at most ${MAX_TRANSACTION_OPERATIONS} operations`);
      return Promise.resolve(operation());
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      return refusal(this.failure);
    }
  }
}

/** A rejection that a body may leave unawaited: the transaction itself fails with it, so it is never lost. */
function refusal(reason: Error): Promise<never> {
  const refused = new Promise<never>((_, reject) => {
    reject(reason);
  });
  refused.catch(() => undefined);
  return refused;
}

async function withinLimit<T>(body: (tx: AnyTransaction) => Promise<T>, tx: AnyTransaction, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(`a transaction's body took longer than ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([body(tx), late]);
  } finally {
    clearTimeout(timer);
  }
}
