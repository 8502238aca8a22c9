/** The store in CloudBase's document database. */
import type { CollectionSpec } from '../../../config/cloud/manifest';
import { checkDocument, type StoredDoc } from '../documents';
import { conditionsOf } from '../query/conditions';
import { cursorAfter, segmentsAfter } from '../query/cursor';
import { planCount, planFind } from '../query/plan';
import type { Records } from '../records';
import type { Change, NameIn, Page, Query, Store, Transaction, Where } from '../store';
import { ById, plain } from './by-id';
import { databaseOf, openCloudbase, type CloudbaseDatabase, type CloudbaseOptions } from './client';
import { failureOf } from './failures';
import { filterOf, pageFilter } from './filter';
import { runTransaction } from './transaction';

export interface CloudbaseStoreOptions<R = Records> extends CloudbaseOptions {
  readonly collections: Readonly<Record<NameIn<R>, CollectionSpec>>;
}

type AnyRecords = Readonly<Record<string, StoredDoc>>;
type Manifest = Readonly<Record<string, CollectionSpec>>;

/** Documents `insertMany` sends in one request, which must stay well below the size a request may have. */
const BATCH = 50;

/**
 * The store over one CloudBase environment. Its collections and indexes are made by the deployment, from the same
 * manifest; this refuses what they do not serve.
 *
 * @throws Error if there are no credentials.
 */
export function openCloudbaseStore<R = Records>(options: CloudbaseStoreOptions<R>): Store<R> {
  const store: Store<AnyRecords> = new CloudbaseStore(databaseOf(openCloudbase(options)), options.collections);
  // The manifest has an entry for every collection of R, so names and documents are as R says.
  return store as unknown as Store<R>;
}

class CloudbaseStore implements Store<AnyRecords> {
  private readonly byId: ById;

  constructor(
    private readonly database: CloudbaseDatabase,
    private readonly manifest: Manifest,
  ) {
    this.byId = new ById(database, false);
  }

  get(collection: string, id: string): Promise<StoredDoc | undefined> {
    return this.byId.get(collection, id);
  }

  insert(collection: string, doc: StoredDoc): Promise<void> {
    return this.byId.insert(collection, doc);
  }

  replace(collection: string, doc: StoredDoc): Promise<void> {
    return this.byId.replace(collection, doc);
  }

  update(collection: string, id: string, change: Change): Promise<void> {
    return this.byId.update(collection, id, change);
  }

  remove(collection: string, id: string): Promise<boolean> {
    return this.byId.remove(collection, id);
  }

  async insertMany(collection: string, docs: readonly StoredDoc[]): Promise<void> {
    for (let at = 0; at < docs.length; at += BATCH) {
      const batch = docs.slice(at, at + BATCH);
      for (const doc of batch) checkDocument(collection, doc);
      // The server inserts in order and stops at the first id that is taken.
      await this.ask(collection, () => this.database.collection(collection).add(plain(batch)));
    }
  }

  async find(collection: string, query: Query): Promise<Page<StoredDoc>> {
    const plan = planFind(collection, this.spec(collection), query);
    const segments = segmentsAfter(plan.order, query.after);
    if (segments.length === 0) return { items: [] };
    const filter = pageFilter(conditionsOf(collection, query.where), segments);
    const ordered = plan.order.reduce(
      (sofar, { field, direction }) => sofar.orderBy(field, direction),
      this.database.collection(collection).options({ raw: true }).where(filter),
    );
    // One more than asked for tells whether there is a next page.
    const { data } = await this.ask(collection, () => ordered.limit(query.limit + 1).get());
    const found = data as readonly StoredDoc[];
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    return found.length > query.limit && last ? { items, next: cursorAfter(plan.order, last) } : { items };
  }

  async count(collection: string, where: Where): Promise<number> {
    planCount(collection, this.spec(collection), where);
    const filter = filterOf(conditionsOf(collection, where));
    const { total } = await this.ask(collection, () => this.database.collection(collection).options({ raw: true }).where(filter).count());
    return total ?? 0;
  }

  transaction<T>(body: (tx: Transaction<AnyRecords>) => Promise<T>): Promise<T> {
    return runTransaction(this.database, body);
  }

  /** Nothing is held: idle connections close by themselves. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  private async ask<T>(collection: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      throw failureOf(error, { collection, inTransaction: false });
    }
  }

  private spec(collection: string): CollectionSpec {
    const spec = this.manifest[collection];
    if (!spec) throw new TypeError(`the manifest has no collection ${collection}`);
    return spec;
  }
}
