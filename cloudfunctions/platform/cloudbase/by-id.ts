/** Operations by id on one collection, in a transaction or outside. */
import { checkChange } from '../change';
import { checkDocument, type StoredDoc } from '../documents';
import { StoreNotFound, type Change } from '../store';
import type { Collections } from './client';
import { failureOf } from './failures';
import { operatorsOf } from './filter';

/**
 * The operations of the port, each one or two requests. Every failure is one of the store's, or the caller's own mistake.
 *
 * Only `doc(id)` is used: inside a transaction the SDK quietly runs `where()` outside it.
 */
export class ById {
  constructor(
    private readonly source: Collections,
    private readonly inTransaction: boolean,
  ) {}

  get(collection: string, id: string): Promise<StoredDoc | undefined> {
    return this.ask(collection, id, async () => {
      const { data } = await this.source.collection(collection).doc(id).get();
      // An array outside a transaction; an object, or null, inside.
      const doc: unknown = Array.isArray(data) ? data[0] : data;
      return (doc ?? undefined) as StoredDoc | undefined;
    });
  }

  async insert(collection: string, doc: StoredDoc): Promise<void> {
    checkDocument(collection, doc);
    await this.ask(collection, doc._id, () => this.source.collection(collection).add(plain(doc)));
  }

  async replace(collection: string, doc: StoredDoc): Promise<void> {
    checkDocument(collection, doc);
    const { _id, ...fields } = doc;
    await this.ask(collection, _id, () => this.source.collection(collection).doc(_id).set(plain(fields)));
  }

  async update(collection: string, id: string, change: Change): Promise<void> {
    checkChange(collection, change);
    const { updated } = await this.ask(collection, id, () =>
      this.source.collection(collection).options({ raw: true }).doc(id).update(plain(operatorsOf(change))),
    );
    // `updated` counts documents that became different; a change to what already is counts none.
    if (!updated && !(await this.get(collection, id))) throw new StoreNotFound(collection, id);
  }

  async remove(collection: string, id: string): Promise<boolean> {
    const { deleted } = await this.ask(collection, id, () => this.source.collection(collection).doc(id).remove());
    return Number(deleted) > 0;
  }

  private async ask<T>(collection: string, id: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      throw failureOf(error, { collection, id, inTransaction: this.inTransaction });
    }
  }
}

/** A copy without `undefined`s: the SDK deletes those from what it is given, and what it is given is the caller's. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
