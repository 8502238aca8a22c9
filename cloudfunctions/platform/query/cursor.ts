/**
 * Where a page ended, and what comes after it.
 *
 * A cursor holds the last document's values of the plan's order. What comes after is a list of segments, in order: each
 * is a plain AND that one index range answers, so that the last page costs what the first did. ("After (a, b)" as one
 * condition needs an OR, which makes SQLite read from the start.)
 */
import { isRecord, valueAt, type StoredDoc } from '../documents';
import { BadCursor, type OrderBy, type Scalar } from '../store';
import type { Condition } from './conditions';
import { typeRank } from './compare';

type CursorValue = Scalar | null;

/** The cursor of a page whose last document is this one; opaque and safe in a URL. */
export function cursorAfter(order: readonly OrderBy[], doc: StoredDoc): string {
  const values = order.map(({ field }) => cursorValue(field, valueAt(doc, field)));
  return Buffer.from(JSON.stringify({ o: signature(order), v: values })).toString('base64url');
}

/**
 * The segments after a cursor; without one, the single segment that everything is in.
 *
 * @throws BadCursor if it is not a cursor of this order.
 */
export function segmentsAfter(order: readonly OrderBy[], cursor: string | undefined): readonly (readonly Condition[])[] {
  if (cursor === undefined) return [[]];
  const values = read(order, cursor);
  return order
    .flatMap((by, depth) => {
      const tied = order.slice(0, depth).map(({ field }, at) => equal(field, values[at] ?? null));
      return beyond(by, values[depth] ?? null).map((condition) => ({ depth, segment: [...tied, condition] }));
    })
    // The deepest tie comes first; within one depth `beyond` gives its conditions in order, and the sort is stable.
    .sort((a, b) => b.depth - a.depth)
    .map(({ segment }) => segment);
}

/** What stands after a value in one field. A comparison meets one type only, so the later types are named too. */
function beyond({ field: path, direction }: OrderBy, value: CursorValue): readonly Condition[] {
  const lowestText: Condition = { path, op: 'gte', value: '' };
  const lowestBoolean: Condition = { path, op: 'gte', value: false };
  const lowestNumber: Condition = { path, op: 'gte', value: -Number.MAX_VALUE };
  const missing: Condition = { path, op: 'missing' };
  if (direction === 'asc') {
    if (value === null) return [{ path, op: 'present' }];
    const later = typeof value === 'number' ? [lowestText, lowestBoolean] : typeof value === 'string' ? [lowestBoolean] : [];
    return path === '_id' ? [{ path, op: 'gt', value }] : [{ path, op: 'gt', value }, ...later];
  }
  if (value === null) return [];
  const later = typeof value === 'boolean' ? [lowestText, lowestNumber, missing] : typeof value === 'string' ? [lowestNumber, missing] : [missing];
  return path === '_id' ? [{ path, op: 'lt', value }] : [{ path, op: 'lt', value }, ...later];
}

function equal(path: string, value: CursorValue): Condition {
  return value === null ? { path, op: 'missing' } : { path, op: 'eq', value };
}

function read(order: readonly OrderBy[], cursor: string): readonly CursorValue[] {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new BadCursor('not a cursor', { cause });
  }
  if (!isRecord(content) || content.o !== signature(order) || !isValues(content.v) || content.v.length !== order.length) {
    throw new BadCursor('not a cursor of this query');
  }
  const idAt = order.findIndex(({ field }) => field === '_id');
  if (typeof content.v[idAt] !== 'string') throw new BadCursor('a cursor without its document');
  return content.v;
}

function isValues(value: unknown): value is readonly CursorValue[] {
  return Array.isArray(value) && value.every((item) => item === null || (typeof item !== 'object' && typeof item !== 'undefined'));
}

function signature(order: readonly OrderBy[]): string {
  return order.map(({ field, direction }) => `${direction === 'asc' ? '+' : '-'}${field}`).join('');
}

/** An object or array here breaks the port's rule, and a cursor without it would lead back to the first page. */
function cursorValue(field: string, value: unknown): CursorValue {
  if (typeRank(value) === 0) return null;
  if (typeof value === 'object') throw new TypeError(`documents are ordered by ${field}, and one holds no single value there`);
  return value as Scalar;
}
