/** What a document may be, so that both engines store and return the same thing. */
import type { Doc } from './store';

/** A document as the adapters see it. */
export interface StoredDoc extends Doc {
  readonly [field: string]: unknown;
}

/** CloudBase's limit, checked in both adapters so that a long id fails here and not in production. */
const MAX_ID_LENGTH = 512;

/**
 * Refuses what only one engine would keep: ids that are empty or endless, keys that mean something to a query language,
 * dates and class instances (one engine makes them text), numbers JSON has no form for.
 *
 * @throws TypeError naming the place; a document is made by code, so this is a programming error.
 */
export function checkDocument(collection: string, doc: StoredDoc): void {
  checkId(collection, doc._id);
  checkObject(doc, collection);
}

/** @throws TypeError if the id is not a text of 1..512 characters. */
export function checkId(collection: string, id: unknown): asserts id is string {
  if (typeof id !== 'string' || id === '' || id.length > MAX_ID_LENGTH) {
    throw new TypeError(`an id of ${collection} is a text of 1 to ${MAX_ID_LENGTH} characters`);
  }
}

/** @throws TypeError if the value cannot be stored. `undefined` can stand in an object, where it means nothing is there. */
export function checkValue(value: unknown, where: string): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${where} is ${value}, which JSON cannot say`);
      return;
    case 'object':
      if (value === null) return;
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) checkValue(value[i], where);
        return;
      }
      checkObject(value, where);
      return;
    default:
      throw new TypeError(`${where} is a ${typeof value}, which cannot be stored`);
  }
}

/** The value at a dotted path, or undefined where an object on the way is missing. Never looks into arrays. */
export function valueAt(doc: Readonly<Record<string, unknown>>, path: string): unknown {
  const dot = path.indexOf('.');
  const key = dot < 0 ? path : path.slice(0, dot);
  const value = Object.hasOwn(doc, key) ? doc[key] : undefined;
  if (dot < 0) return value;
  return isRecord(value) ? valueAt(value, path.slice(dot + 1)) : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True if a document can hold this key: it is not empty and means nothing to a query language or to JavaScript. */
export function isFieldName(key: string): boolean {
  return key !== '' && !key.startsWith('$') && !key.includes('.') && !key.includes('\0') && key !== '__proto__';
}

function checkObject(value: object, where: string): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A prototype whose own prototype is null is a plain object's, also when it comes from another realm (a test's).
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`${where} is not a plain object`);
  }
  for (const [key, child] of Object.entries(value)) {
    if (!isFieldName(key)) throw new TypeError(`${where} has a field named ${JSON.stringify(key)}`);
    if (child !== undefined) checkValue(child, where);
  }
}
