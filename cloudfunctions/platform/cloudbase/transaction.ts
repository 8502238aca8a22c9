/** Transactions of CloudBase: snapshot isolation, first writer wins, the loser runs again. */
import type { StoredDoc } from '../documents';
import { MAX_TRANSACTION_OPERATIONS, StoreConflict, StoreUnavailable, type Change, type Transaction } from '../store';
import { ById } from './by-id';
import type { CloudbaseDatabase } from './client';
import { failureOf } from './failures';

type AnyTransaction = Transaction<Readonly<Record<string, StoredDoc>>>;

/** The SDK's own retry stops after three, which sixteen taps on one document exhaust. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 10;

/** Runs a body until it commits, fails, or has lost `ATTEMPTS` times. */
export async function runTransaction<T>(database: CloudbaseDatabase, body: (tx: AnyTransaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(database, body);
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === ATTEMPTS) throw error;
      // Spread out, or the same losers meet again.
      await pause(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
}

async function runOnce<T>(database: CloudbaseDatabase, body: (tx: AnyTransaction) => Promise<T>): Promise<T> {
  const place = { collection: '(transaction)', inTransaction: true };
  const transaction = await database.startTransaction().catch((error: unknown) => {
    throw failureOf(error, place);
  });
  const running = new CloudTransaction(new ById(transaction, true));
  try {
    const result = await body(running);
    await running.finish();
    await transaction.commit().catch((error: unknown) => {
      throw failureOf(error, place);
    });
    return result;
  } catch (error) {
    // Whatever an unawaited operation is still doing must not reach the server after the abort.
    await running.finish().catch(() => undefined);
    // The server ends what is not aborted by itself, later; the first failure is the one to tell.
    await transaction.rollback().catch(() => undefined);
    throw running.failure ?? error;
  }
}

class CloudTransaction implements AnyTransaction {
  /** The first failure dooms the whole. */
  failure: Error | undefined;
  private operations = 0;
  private over = false;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(private readonly byId: ById) {}

  get(collection: string, id: string): Promise<StoredDoc | undefined> {
    return this.step(() => this.byId.get(collection, id));
  }

  insert(collection: string, doc: StoredDoc): Promise<void> {
    return this.step(() => this.byId.insert(collection, doc));
  }

  replace(collection: string, doc: StoredDoc): Promise<void> {
    return this.step(() => this.byId.replace(collection, doc));
  }

  update(collection: string, id: string, change: Change): Promise<void> {
    return this.step(() => this.byId.update(collection, id, change));
  }

  remove(collection: string, id: string): Promise<boolean> {
    return this.step(() => this.byId.remove(collection, id));
  }

  /** Takes no more operations and waits for those under way; throws the first failure of them all. */
  async finish(): Promise<void> {
    this.over = true;
    await this.underWay;
    if (this.failure) throw this.failure;
  }

  /** One operation after another: a transaction is one conversation, and the server refuses two sentences at once. */
  private step<T>(operation: () => Promise<T>): Promise<T> {
    if (this.over) return refusal(new StoreUnavailable('this transaction is over'));
    const turn = this.underWay.then(async () => {
      if (this.failure) throw this.failure;
      if (++this.operations > MAX_TRANSACTION_OPERATIONS) throw new RangeError(`a transaction has at most ${MAX_TRANSACTION_OPERATIONS} operations`);
      return operation();
    });
    this.underWay = turn.catch((error: unknown) => {
      this.failure ??= error instanceof Error ? error : new Error(String(error));
    });
    return turn;
  }
}

/** A rejection that a body may leave unawaited. */
function refusal(reason: Error): Promise<never> {
  const refused = new Promise<never>((_, reject) => {
    reject(reason);
  });
  refused.catch(() => undefined);
  return refused;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
