/** The embedded store: one SQLite file, one writer, readers beside it. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoredDoc } from '../documents';
import { StoreUnavailable, type Change, type NameIn, type Page, type Query, type Store, type Transaction, type Where } from '../store';
import type { Records } from '../records';
import type { CollectionSpec } from '../../../config/cloud/manifest';
import { EngineFailure, loadDriver, type Connection } from './driver';
import { layoutsOf, type Layout, type Manifest } from './layout';
import { openLog, type LogFile } from './log-file';
import { readCount, readPage, readText } from './reading';
import { RecentDocuments } from './recent';
import { matchSchema } from './schema';
import { Statements } from './statements';
import { runBody } from './transaction';
import { turn, Writer } from './writer';
import { Documents } from './writing';

export interface SqliteStoreOptions<R = Records> {
  /** The database file; its folder is made if it is missing. */
  readonly path: string;
  readonly collections: Readonly<Record<NameIn<R>, CollectionSpec>>;
  /** How long a write may wait for its turn, in ms. */
  readonly queueMs?: number;
  /** How long a transaction's body may run, in ms. */
  readonly bodyMs?: number;
  /** The file may not grow beyond this, for a disk that others use too; then writes fail as on a full disk. */
  readonly maxBytes?: number;
  /** Stands around each flush of the log: for who counts how many requests share one, and who tests what a slow or broken disk does. */
  readonly flushing?: Flushing;
}

export type Flushing = (flush: () => Promise<void>) => Promise<void>;

type AnyRecords = Readonly<Record<string, StoredDoc>>;

const QUEUE_MS = 20_000;
const BODY_MS = 2_000;
/** Another process (an import, a backup) may hold the file; SQLite waits this long, and the event loop with it. */
const LOCK_MS = 2_000;
const WRITER_CACHE_KIB = 32_768;
/** Small: that connection reads only in the middle of a group, and forgets what it read with every commit. */
const READER_CACHE_KIB = 4_096;
/** Pages the write-ahead log gathers before they are copied into the file: fewer, larger copies. */
const CHECKPOINT_PAGES = 16_000;
/** Documents `insertMany` writes in one commit: many, since documents of one load meet on the same pages of the indexes. */
const BATCH = 1_000;
/** After so many of them readers and the network get their turn; other writers wait for the commit. */
const SLICE = 200;

/**
 * Opens the file, makes it match the manifest, and answers the store over it.
 *
 * @throws StoreUnavailable if the file cannot be opened or is locked for good.
 */
export async function openSqliteStore<R = Records>(options: SqliteStoreOptions<R>): Promise<Store<R>> {
  const open = await loadDriver();
  await mkdir(dirname(options.path), { recursive: true });
  const opened: Connection[] = [];
  const connect = (): Connection => {
    const connection = open(options.path);
    opened.push(connection);
    connection.exec(`PRAGMA busy_timeout = ${LOCK_MS}`);
    return connection;
  };
  try {
    const writing = connect();
    // What is removed or written over is gone from the file: no former list of a ballot box, nobody who asked to be forgotten.
    // A commit does not wait for the disk; who is answered does (`writer.ts`).
    writing.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -${WRITER_CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    const layouts = layoutsOf(options.collections);
    const writers = new Statements(writing);
    const recent = new RecentDocuments(() => Number(writers.of('PRAGMA data_version').get([])?.data_version));
    const documents = new Documents(writers, layouts, recent);
    matchSchema(writing, options.collections, layouts, documents);
    recent.end(true);
    if (options.maxBytes !== undefined) limitSize(writing, options.maxBytes);
    const reading = connect();
    reading.exec(`PRAGMA cache_size = -${READER_CACHE_KIB}; PRAGMA query_only = ON`);
    // A process that was killed, or that ended because its disk failed, may have left commits of which nobody knows that
    // they are on the disk: they are copied into the file, which is flushed, and so is the log, before anybody is answered.
    writing.exec('PRAGMA wal_checkpoint(PASSIVE)');
    const log = await openLog(options.path);
    await log.flush();
    const store: Store<AnyRecords> = new SqliteStore(writing, reading, writers, layouts, documents, recent, log, options);
    // The manifest has an entry for every collection of R, so names and documents are as R says.
    return store as unknown as Store<R>;
  } catch (error) {
    for (const connection of opened) connection.close();
    throw unavailable(error, 'the store could not be opened');
  }
}

class SqliteStore implements Store<AnyRecords> {
  private readonly manifest: Manifest;
  private readonly writer: Writer;
  private readonly readers: Statements;
  private readonly bodyMs: number;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly writing: Connection,
    private readonly reading: Connection,
    private readonly writers: Statements,
    private readonly layouts: ReadonlyMap<string, Layout>,
    private readonly documents: Documents,
    private readonly recent: RecentDocuments,
    private readonly log: LogFile,
    options: Pick<SqliteStoreOptions, 'queueMs' | 'bodyMs' | 'flushing'> & { readonly collections: Manifest },
  ) {
    const { flushing = (flush) => flush() } = options;
    this.manifest = options.collections;
    this.writer = new Writer(writing, () => flushing(log.flush), { queueMs: options.queueMs ?? QUEUE_MS }, {
      onBegin: () => recent.begin(),
      onEnd: (isCommitted) => recent.end(isCommitted),
    });
    this.readers = new Statements(reading);
    this.bodyMs = options.bodyMs ?? BODY_MS;
  }

  get(collection: string, id: string): Promise<StoredDoc | undefined> {
    return this.read((statements) => {
      const layout = this.layout(collection);
      return this.recent.read(layout, id, () => readText(statements, layout, id));
    });
  }

  insert(collection: string, doc: StoredDoc): Promise<void> {
    return this.writer.submit(() => this.documents.insert(collection, doc));
  }

  replace(collection: string, doc: StoredDoc): Promise<void> {
    return this.writer.submit(() => this.documents.replace(collection, doc));
  }

  update(collection: string, id: string, change: Change): Promise<void> {
    return this.writer.submit(() => this.documents.update(collection, id, change));
  }

  remove(collection: string, id: string): Promise<boolean> {
    return this.writer.submit(() => this.documents.remove(collection, id));
  }

  async insertMany(collection: string, docs: readonly StoredDoc[]): Promise<void> {
    for (let at = 0; at < docs.length; at += BATCH) {
      await this.writer.submit(() => this.insertBatch(collection, docs.slice(at, at + BATCH)));
    }
  }

  find(collection: string, query: Query): Promise<Page<StoredDoc>> {
    return this.read((statements) => readPage(statements, this.layout(collection), this.spec(collection), query));
  }

  count(collection: string, where: Where): Promise<number> {
    return this.read((statements) => readCount(statements, this.layout(collection), this.spec(collection), where));
  }

  transaction<T>(body: (tx: Transaction<AnyRecords>) => Promise<T>): Promise<T> {
    return this.writer.submit(() => runBody(this.documents, this.bodyMs, body));
  }

  close(): Promise<void> {
    this.closing ??= this.shut();
    return this.closing;
  }

  private async shut(): Promise<void> {
    await this.writer.close();
    await this.log.close();
    // Nobody knows what the disk has of the log, so nothing is copied from it, as a closed connection would: the next opening does.
    if (this.writer.pending !== undefined) return;
    this.reading.close();
    try {
      this.writing.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // What is committed is safe in the write-ahead log; the next opening reads it from there.
      if (!(error instanceof EngineFailure)) throw error;
    } finally {
      this.writing.close();
    }
  }

  private async insertBatch(collection: string, docs: readonly StoredDoc[]): Promise<void> {
    for (let at = 0; at < docs.length; at += SLICE) {
      if (at > 0) await turn();
      for (const doc of docs.slice(at, at + SLICE)) this.documents.insert(collection, doc);
    }
  }

  /**
   * While no group is open, the writer's connection shows what is committed, and its cache still holds the pages it wrote;
   * the other connection forgets its cache with every commit, and is for reads that come in the middle of a group. Nobody
   * learns of a commit before it is durable.
   */
  private async read<T>(answer: (statements: Statements) => T): Promise<T> {
    if (this.closing) throw new StoreUnavailable('the store is closed');
    const { pending } = this.writer;
    try {
      const answered = answer(this.writer.isWriting ? this.readers : this.writers);
      if (pending !== undefined) await pending;
      return answered;
    } catch (error) {
      throw unavailable(error, 'the store could not read');
    }
  }

  private layout(collection: string): Layout {
    const layout = this.layouts.get(collection);
    if (!layout) throw new TypeError(`the manifest has no collection ${collection}`);
    return layout;
  }

  private spec(collection: string): CollectionSpec {
    const spec = this.manifest[collection];
    if (!spec) throw new TypeError(`the manifest has no collection ${collection}`);
    return spec;
  }
}

/** What an engine's failure is to callers; anything else is as it was. */
function unavailable(error: unknown, what: string): unknown {
  return error instanceof EngineFailure ? new StoreUnavailable(what, { cause: error }) : error;
}

function limitSize(connection: Connection, maxBytes: number): void {
  const pageSize = Number(connection.prepare('PRAGMA page_size').get([])?.page_size);
  connection.exec(`PRAGMA max_page_count = ${Math.floor(maxBytes / pageSize)}`);
}
