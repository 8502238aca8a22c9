/**
 * The store port: JSON documents by id, in named collections.
 *
 * Two adapters implement it (`sqlite/`, `cloudbase/`) and one contract suite (`tests/store/`) holds them to the same
 * behaviour. The operators are the few that both engines answer alike; see docs/decisions for what was left out and why.
 */
import type { Records } from './records';

/** The name of a collection; every name has an entry in the manifest (`config/cloud/collections.ts`). */
export type CollectionName = keyof Records & string;

/** A value the store can compare. Times are epoch ms, so there is no date type. */
export type Scalar = string | number | boolean;

/** Comparisons a query may make on one field; given together, all of them must hold. */
export interface FieldTest {
  /** Equal to this value. `null` is not comparable: ask `exists: false`. */
  readonly eq?: Scalar;
  /** Equal to one of at most 100 values. */
  readonly in?: readonly Scalar[];
  readonly gt?: Scalar;
  readonly gte?: Scalar;
  readonly lt?: Scalar;
  readonly lte?: Scalar;
  /** The field is an array that holds this value. */
  readonly contains?: Scalar;
  /** The field is there (a stored null counts as not there). */
  readonly exists?: boolean;
}

/** Field path (dots reach into objects) to what it must be. A bare scalar means `eq`. All entries are ANDed. */
export type Where = Readonly<Record<string, Scalar | FieldTest>>;

export interface OrderBy {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

export interface Query {
  readonly where: Where;
  /** Every order ends with `_id` ascending; a document without the field sorts first (asc) or last (desc). */
  readonly orderBy?: readonly OrderBy[];
  /** 1..100. */
  readonly limit: number;
  /** The `next` of the page before; opaque to callers. */
  readonly after?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Hand this to `after` for the following page; absent on the last page. */
  readonly next?: string;
}

/** A change to some fields of one document. Paths are dotted. The sections must not touch the same path twice. */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly unset?: readonly string[];
  readonly inc?: Readonly<Record<string, number>>;
  /** Adds a scalar to an array unless it is there; makes the array if it is missing. */
  readonly addToSet?: Readonly<Record<string, Scalar>>;
  /** Removes a scalar from an array; nothing happens if it is not there. */
  readonly pull?: Readonly<Record<string, Scalar>>;
}

/** What every document carries. */
export interface Doc {
  readonly _id: string;
}

/**
 * Operations by id, allowed everywhere.
 *
 * Each can fail with `StoreUnavailable`; inside a transaction also with `StoreConflict`.
 */
export interface ById {
  /** The document, or undefined. */
  get<C extends CollectionName>(collection: C, id: string): Promise<Records[C] | undefined>;
  /** Adds a document. Fails with `StoreDuplicate` if the id is taken. */
  insert<C extends CollectionName>(collection: C, doc: Records[C]): Promise<void>;
  /** Writes a whole document over the one with its id, or as a new one: the same call twice leaves the same store. */
  replace<C extends CollectionName>(collection: C, doc: Records[C]): Promise<void>;
  /** Changes some fields. Fails with `StoreNotFound` if there is no such document. */
  update<C extends CollectionName>(collection: C, id: string, change: Change): Promise<void>;
  /** Removes a document; true if it was there. */
  remove<C extends CollectionName>(collection: C, id: string): Promise<boolean>;
}

/** What a transaction's body may use: operations by id, at most `MAX_TRANSACTION_OPERATIONS` of them. */
export type Transaction = ById;

export const MAX_TRANSACTION_OPERATIONS = 20;
export const MAX_PAGE = 100;
export const MAX_IN = 100;

export interface Store extends ById {
  /**
   * Adds many documents, counted as that many operations. Not atomic: after a failure some may be there, so callers use
   * deterministic ids and repeat. Fails with `StoreDuplicate` naming the first id that was taken.
   */
  insertMany<C extends CollectionName>(collection: C, docs: readonly Records[C][]): Promise<void>;
  /** One page. Fails at once with `UnservedQuery` if no declared index serves the query. */
  find<C extends CollectionName>(collection: C, query: Query): Promise<Page<Records[C]>>;
  /** How many match; served by an index like `find`. */
  count<C extends CollectionName>(collection: C, where: Where): Promise<number>;
  /**
   * Runs `body` atomically and durably, again after a `StoreConflict`, a bounded number of times; so a body has no
   * effects but on `tx` and awaits nothing else. A failed operation dooms the transaction, even if the body catches it.
   */
  transaction<T>(body: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Waits for what is under way and releases the engine. */
  close(): Promise<void>;
}

/** An expected failure of the store. */
export abstract class StoreError extends Error {}

/** An id was taken. */
export class StoreDuplicate extends StoreError {
  override readonly name = 'StoreDuplicate';
  constructor(readonly collection: string, readonly id: string, options?: ErrorOptions) {
    super(`${collection}/${id} is already there`, options);
  }
}

/** Another writer was first; `transaction` has already tried again. */
export class StoreConflict extends StoreError {
  override readonly name = 'StoreConflict';
}

/** There is no document with this id. */
export class StoreNotFound extends StoreError {
  override readonly name = 'StoreNotFound';
  constructor(readonly collection: string, readonly id: string, options?: ErrorOptions) {
    super(`${collection}/${id} is not there`, options);
  }
}

/** The engine did not answer, is full, or timed out. What was asked may or may not have happened. */
export class StoreUnavailable extends StoreError {
  override readonly name = 'StoreUnavailable';
}

/** A programming error: no declared index serves this query. Never caught. */
export class UnservedQuery extends Error {
  override readonly name = 'UnservedQuery';
}
