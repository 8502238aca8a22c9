/**
 * The store port: JSON documents by id, in named collections.
 *
 * Two adapters implement it (`sqlite/`, `cloudbase/`) and one contract suite (`tests/store/`) holds them to the same
 * behaviour. The operators are the few that both engines answer alike; see docs/decisions for what was left out and why.
 */
import type { Records } from './records';

/** The name of a collection; every name has an entry in the manifest (`config/cloud/collections.ts`). */
export type CollectionName = NameIn<Records>;

/** The names of the collections in a set of records; tests bring a small set of their own. */
export type NameIn<R> = keyof R & string;

/** A value the store can compare. Times are epoch ms, so there is no date type. */
export type Scalar = string | number | boolean;

/**
 * Comparisons a query may make on one field; given together, all of them must hold.
 *
 * A value compares with values of its own type only: `gt: 5` is never true of a text. A field is either an array in
 * every document (ask `contains` or `exists`) or in none, and so are the objects on the way to it: on arrays CloudBase
 * looks at the elements where SQLite does not.
 */
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
  /**
   * Every order ends with `_id` ascending; a document without the field sorts first (asc) or last (desc).
   * What is asked for less exactly than an index keeps it comes in the index's own order.
   */
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

/**
 * A change to some fields of one document. Paths are dotted and reach into objects, never into arrays; objects missing
 * on the way are made. The sections must not touch the same path, or one inside the other.
 */
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
export interface ById<R = Records> {
  /** The document, or undefined. */
  get<C extends NameIn<R>>(collection: C, id: string): Promise<R[C] | undefined>;
  /** Adds a document. Fails with `StoreDuplicate` if the id is taken. */
  insert<C extends NameIn<R>>(collection: C, doc: R[C]): Promise<void>;
  /** Writes a whole document over the one with its id, or as a new one: the same call twice leaves the same store. */
  replace<C extends NameIn<R>>(collection: C, doc: R[C]): Promise<void>;
  /** Changes some fields. Fails with `StoreNotFound` if there is no such document. */
  update<C extends NameIn<R>>(collection: C, id: string, change: Change): Promise<void>;
  /** Removes a document; true if it was there. */
  remove<C extends NameIn<R>>(collection: C, id: string): Promise<boolean>;
}

/** What a transaction's body may use: operations by id, at most `MAX_TRANSACTION_OPERATIONS` of them. */
export type Transaction<R = Records> = ById<R>;

export const MAX_TRANSACTION_OPERATIONS = 20;
export const MAX_PAGE = 100;
export const MAX_IN = 100;

export interface Store<R = Records> extends ById<R> {
  /**
   * Adds many documents, counted as that many operations. Not atomic: after a failure some may be there, so callers use
   * deterministic ids and repeat. Fails with `StoreDuplicate` naming the first id that was taken.
   */
  insertMany<C extends NameIn<R>>(collection: C, docs: readonly R[C][]): Promise<void>;
  /** One page. Fails at once with `UnservedQuery` if no declared index serves the query. */
  find<C extends NameIn<R>>(collection: C, query: Query): Promise<Page<R[C]>>;
  /** How many match; served by an index like `find`. */
  count<C extends NameIn<R>>(collection: C, where: Where): Promise<number>;
  /**
   * Runs `body` atomically and durably, again after a `StoreConflict`, a bounded number of times; so a body has no
   * effects but on `tx` and awaits nothing else. A failed operation dooms the transaction, even if the body catches it.
   */
  transaction<T>(body: (tx: Transaction<R>) => Promise<T>): Promise<T>;
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

/** The `after` of a query is not the `next` of a page of the same query: it was cut, forged, or is older than the index. */
export class BadCursor extends StoreError {
  override readonly name = 'BadCursor';
}

/** A programming error: no declared index serves this query. Never caught. */
export class UnservedQuery extends Error {
  override readonly name = 'UnservedQuery';
}
