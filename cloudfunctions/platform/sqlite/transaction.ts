/** A transaction of the embedded store: what its body writes is kept in memory and reaches SQLite when the body has ended well. */
import { applyChange, checkChange } from '../change';
import { checkDocument, type StoredDoc } from '../documents';
import { MAX_TRANSACTION_OPERATIONS, StoreDuplicate, StoreNotFound, StoreUnavailable, type Change, type Transaction } from '../store';
import type { Documents } from './writing';

type AnyTransaction = Transaction<Readonly<Record<string, StoredDoc>>>;

/**
 * Runs a body, while the caller holds the writer, and then writes what it asked for. One that fails has written nothing,
 * so it needs no savepoint, which would make SQLite copy every page it touches.
 *
 * @throws what the body threw; or the first failure of an operation, even if the body caught it; or `StoreUnavailable` if
 *   the body is still running after `limitMs` (it awaits something that is not its `tx`, and everyone else waits for it).
 */
export async function runBody<T>(documents: Documents, limitMs: number, body: (tx: AnyTransaction) => Promise<T>): Promise<T> {
  const running = new BufferedTransaction(documents);
  try {
    const result = await withinLimit(body, running, limitMs);
    if (running.failure) throw running.failure;
    running.write();
    return result;
  } catch (error) {
    // A body that turned a failure into one of its own still fails by the first: what it thought it knew was not so.
    throw running.failure ?? error;
  } finally {
    running.end();
  }
}

/** A document that a body has read or written. */
interface Known {
  readonly collection: string;
  readonly id: string;
  /** As it is in the store. */
  readonly before: StoredDoc | undefined;
  /** As it will be, with its text; `GONE` if it will not be. Absent while it was only read. */
  readonly after?: { readonly doc: StoredDoc; readonly text: string } | typeof GONE;
}

const GONE = 'GONE';

class BufferedTransaction implements AnyTransaction {
  /** The first failure dooms the whole. */
  failure: Error | undefined;
  private operations = 0;
  private over = false;
  private readonly known = new Map<string, Known>();

  constructor(private readonly documents: Documents) {}

  get(collection: string, id: string): Promise<StoredDoc | undefined> {
    return this.step(() => this.read(collection, id));
  }

  insert(collection: string, doc: StoredDoc): Promise<void> {
    return this.step(() => {
      checkDocument(collection, doc);
      const known = this.known.get(keyOf(collection, doc._id));
      const isThere = known === undefined ? this.documents.has(collection, doc._id) : standing(known) !== undefined;
      if (isThere) throw new StoreDuplicate(collection, doc._id);
      this.keep(collection, known?.before, doc);
    });
  }

  replace(collection: string, doc: StoredDoc): Promise<void> {
    return this.step(() => {
      checkDocument(collection, doc);
      this.keep(collection, this.look(collection, doc._id).before, doc);
    });
  }

  update(collection: string, id: string, change: Change): Promise<void> {
    return this.step(() => {
      checkChange(collection, change);
      const doc = this.read(collection, id);
      if (!doc) throw new StoreNotFound(collection, id);
      this.keep(collection, this.look(collection, id).before, applyChange(doc, change));
    });
  }

  remove(collection: string, id: string): Promise<boolean> {
    return this.step(() => {
      const known = this.look(collection, id);
      this.known.set(keyOf(collection, id), { ...known, after: GONE });
      return standing(known) !== undefined;
    });
  }

  /** Writes everything asked for. Only the engine itself can fail here, and then the whole group fails with it. */
  write(): void {
    for (const { collection, id, before, after } of this.known.values()) {
      if (after === undefined) continue;
      if (after === GONE) this.documents.remove(collection, id);
      else if (before === undefined) this.documents.add(collection, after.doc, after.text);
      else this.documents.rewrite(collection, before, after.doc, after.text);
    }
  }

  end(): void {
    this.over = true;
  }

  private read(collection: string, id: string): StoredDoc | undefined {
    const known = this.look(collection, id);
    if (known.after === undefined) return known.before;
    // Read back from its text, it is as it will be read after the commit.
    return known.after === GONE ? undefined : (JSON.parse(known.after.text) as StoredDoc);
  }

  private look(collection: string, id: string): Known {
    const key = keyOf(collection, id);
    const known = this.known.get(key) ?? { collection, id, before: this.documents.get(collection, id) };
    this.known.set(key, known);
    return known;
  }

  private keep(collection: string, before: StoredDoc | undefined, doc: StoredDoc): void {
    this.known.set(keyOf(collection, doc._id), { collection, id: doc._id, before, after: { doc, text: JSON.stringify(doc) } });
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

/** What a body that looks at the document finds: undefined if nothing. */
function standing({ before, after }: Known): unknown {
  return after === undefined ? before : after === GONE ? undefined : after;
}

/** No collection has a tab in its name. */
function keyOf(collection: string, id: string): string {
  return `${collection}\t${id}`;
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
