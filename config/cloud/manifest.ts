/** What a collection's entry in the manifest says; the entries stand in `collections.ts`. */

/** What a field holds in every document of a partial index: something, nothing (a stored null is nothing), or this boolean. */
export type Only = readonly [path: string, holds: 'present' | 'missing' | boolean];

/** One index: the fields in order, each with its direction. Uniqueness is by `_id` alone (architecture section 3). */
export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 'asc' | 'desc'])[];
  /** The first field is an array and the index holds one entry an element: it serves `contains`. */
  readonly multikey?: boolean;
  /**
   * Documents of which this is not true need no place in it, and a query that does not say it is not served. The embedded
   * store leaves them out; CloudBase, which knows no partial indexes, keeps all. Not of a multikey index.
   */
  readonly only?: Only;
}

export interface CollectionSpec {
  /** What it holds, for the deployment plan and for whoever reads a database at night. */
  readonly about: string;
  readonly indexes: readonly IndexSpec[];
  /** Nothing in the store may tell in which order its documents came (architecture section 5). */
  readonly unordered?: boolean;
}
