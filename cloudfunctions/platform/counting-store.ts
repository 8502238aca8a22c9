/** A store that counts what is asked of it, for the log line of every call and for the tests that bound an action's cost. */
import type { StoredDoc } from './documents';
import type { Records } from './records';
import type { Change, Store, Transaction } from './store';

export interface StoreCounts {
  /** `get`, `find`, `count`. */
  readonly reads: number;
  /** `insert`, `replace`, `update`, `remove`, and every document of an `insertMany`. */
  readonly writes: number;
}

type AnyRecords = Readonly<Record<string, StoredDoc>>;

/**
 * Wraps a store and counts every call of the port, those inside transactions too; a body that runs again after a conflict
 * counts again, since it costs again. What fails counts as well.
 */
export function countingStore<R = Records>(inner: Store<R>): { readonly store: Store<R>; readonly counts: () => StoreCounts } {
  let reads = 0;
  let writes = 0;
  const read = <T>(answer: T): T => {
    reads += 1;
    return answer;
  };
  const write = <T>(answer: T, documents = 1): T => {
    writes += documents;
    return answer;
  };
  const any = inner as unknown as Store<AnyRecords>;
  const byId = (source: Transaction<AnyRecords>): Transaction<AnyRecords> => ({
    get: (collection, id) => read(source.get(collection, id)),
    insert: (collection, doc) => write(source.insert(collection, doc)),
    replace: (collection, doc) => write(source.replace(collection, doc)),
    update: (collection, id, change: Change) => write(source.update(collection, id, change)),
    remove: (collection, id) => write(source.remove(collection, id)),
  });
  const counting: Store<AnyRecords> = {
    ...byId(any),
    insertMany: (collection, docs) => write(any.insertMany(collection, docs), docs.length),
    find: (collection, query) => read(any.find(collection, query)),
    count: (collection, where) => read(any.count(collection, where)),
    transaction: (body) => any.transaction((tx) => body(byId(tx))),
    close: () => any.close(),
  };
  return { store: counting as unknown as Store<R>, counts: () => ({ reads, writes }) };
}
