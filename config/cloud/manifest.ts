/** What a collection's entry in the manifest says; the entries stand in `collections.ts`. */

/** One index: the fields in order, each with its direction. Uniqueness is by `_id` alone (architecture section 3). */
export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 'asc' | 'desc'])[];
  /** The first field is an array and the index holds one entry an element: it serves `contains`. */
  readonly multikey?: boolean;
}

export interface CollectionSpec {
  /** What it holds, for the deployment plan and for whoever reads a database at night. */
  readonly about: string;
  readonly indexes: readonly IndexSpec[];
  /** Nothing in the store may tell in which order its documents came (architecture section 5). */
  readonly unordered?: boolean;
}
