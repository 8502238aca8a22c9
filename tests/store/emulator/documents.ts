/**
 * The documents of the emulator, as MongoDB keeps them for CloudBase: versions, a snapshot a transaction, a lock a write.
 *
 * Two transactions that write one document: the second to write loses at once (`WriteConflict`) and is aborted. Two that
 * only read what the other writes both commit (write skew). A write outside a transaction waits for the lock.
 */

export interface EmulatedDoc {
  readonly _id: string;
  readonly [field: string]: unknown;
}

interface Version {
  readonly at: number;
  /** Undefined where it was removed. */
  readonly doc: EmulatedDoc | undefined;
}

interface OpenTransaction {
  /** The commit it sees the world as of; set by its first operation. */
  snapshot?: number;
  readonly writes: Map<string, { readonly collection: string; readonly doc: EmulatedDoc | undefined }>;
}

/** What the cloud answers instead of a result. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const WRITE_CONFLICT = 'WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.';
const LOCK_POLL_MS = 2;
const LOCK_LIMIT_MS = 3_000;

export class EmulatedDocuments {
  private readonly collections: ReadonlyMap<string, Map<string, readonly Version[]>>;
  private readonly open = new Map<string, OpenTransaction>();
  private readonly locks = new Map<string, string>();
  private commits = 0;
  private started = 0;

  constructor(names: readonly string[]) {
    this.collections = new Map(names.map((name) => [name, new Map()]));
  }

  start(): string {
    const id = `tx-${++this.started}`;
    this.open.set(id, { writes: new Map() });
    return id;
  }

  commit(transactionId: string): void {
    const { writes } = this.opened(transactionId);
    this.commits += 1;
    for (const [key, { collection, doc }] of writes) this.append(collection, idOf(key), doc);
    this.end(transactionId);
  }

  abort(transactionId: string): void {
    this.opened(transactionId);
    this.end(transactionId);
  }

  /** The document a reader sees: in a transaction its own writes, else its snapshot; outside the last commit. */
  read(collection: string, id: string, transactionId?: string): EmulatedDoc | undefined {
    const versions = this.named(collection).get(id) ?? [];
    if (transactionId === undefined) return versions.at(-1)?.doc;
    const transaction = this.opened(transactionId);
    const own = transaction.writes.get(keyOf(collection, id));
    if (own) return own.doc;
    const snapshot = this.snapshotOf(transaction);
    return versions.filter(({ at }) => at <= snapshot).at(-1)?.doc;
  }

  /** Every document of the last commit. */
  all(collection: string): readonly EmulatedDoc[] {
    return [...this.named(collection).values()].flatMap((versions) => versions.at(-1)?.doc ?? []);
  }

  /** Writes (`undefined` removes), in a transaction or at once. */
  async write(collection: string, id: string, change: (before: EmulatedDoc | undefined) => EmulatedDoc | undefined, transactionId?: string): Promise<void> {
    if (transactionId === undefined) return this.writeAlone(collection, id, change);
    const transaction = this.opened(transactionId);
    const snapshot = this.snapshotOf(transaction);
    const key = keyOf(collection, id);
    const holder = this.locks.get(key);
    const newest = this.named(collection).get(id)?.at(-1)?.at ?? 0;
    if ((holder !== undefined && holder !== transactionId) || newest > snapshot) {
      this.end(transactionId);
      throw new Refusal('DATABASE_TRANSACTION_CONFLICT', WRITE_CONFLICT);
    }
    try {
      const doc = change(this.read(collection, id, transactionId));
      this.locks.set(key, transactionId);
      transaction.writes.set(key, { collection, doc });
    } catch (refusal) {
      // Whatever an operation fails by, the server aborts the transaction it was in.
      this.end(transactionId);
      throw refusal;
    }
  }

  private async writeAlone(collection: string, id: string, change: (before: EmulatedDoc | undefined) => EmulatedDoc | undefined): Promise<void> {
    const deadline = performance.now() + LOCK_LIMIT_MS;
    while (this.locks.has(keyOf(collection, id))) {
      if (performance.now() > deadline) throw new Refusal('DATABASE_REQUEST_FAILED', 'operation exceeded time limit');
      await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
    }
    const doc = change(this.read(collection, id));
    this.commits += 1;
    this.append(collection, id, doc);
  }

  private append(collection: string, id: string, doc: EmulatedDoc | undefined): void {
    const documents = this.named(collection);
    const kept = this.open.size > 0 ? (documents.get(id) ?? []) : [];
    if (doc === undefined && kept.length === 0) documents.delete(id);
    else documents.set(id, [...kept, { at: this.commits, doc }]);
  }

  private end(transactionId: string): void {
    this.open.delete(transactionId);
    for (const [key, holder] of this.locks) {
      if (holder === transactionId) this.locks.delete(key);
    }
  }

  private opened(transactionId: string): OpenTransaction {
    const transaction = this.open.get(transactionId);
    if (!transaction) throw new Refusal('DATABASE_REQUEST_FAILED', `Transaction ${transactionId} has been aborted.`);
    return transaction;
  }

  private snapshotOf(transaction: OpenTransaction): number {
    transaction.snapshot ??= this.commits;
    return transaction.snapshot;
  }

  /** A collection is made by the deployment, never by a first document. */
  private named(collection: string): Map<string, readonly Version[]> {
    const documents = this.collections.get(collection);
    if (!documents) throw new Refusal('DATABASE_COLLECTION_NOT_EXIST', `collection not exists: ${collection}`);
    return documents;
  }
}

function keyOf(collection: string, id: string): string {
  return `${collection}\n${id}`;
}

function idOf(key: string): string {
  return key.slice(key.indexOf('\n') + 1);
}
