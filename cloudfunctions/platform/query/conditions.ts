/** A `Where` as a list of single conditions, all of which must hold: what both adapters translate. */
import { MAX_IN, type FieldTest, type Scalar, type Where } from '../store';

export type Condition = Comparison | Membership | Presence;

export interface Comparison {
  readonly path: string;
  readonly op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains';
  readonly value: Scalar;
}

export interface Membership {
  readonly path: string;
  readonly op: 'in';
  /** Each value once. */
  readonly values: readonly Scalar[];
}

export interface Presence {
  readonly path: string;
  /** A stored null counts as missing. */
  readonly op: 'present' | 'missing';
}

const PATH = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/**
 * Reads a `where` and refuses what is certainly a mistake: an unknown operator, a value that cannot be compared (an
 * `undefined` that would silently widen the query), more than `MAX_IN` values.
 *
 * @throws TypeError; a query is made by code, so this is a programming error.
 */
export function conditionsOf(collection: string, where: Where): readonly Condition[] {
  return Object.entries(where).flatMap(([path, test]) => {
    const place = `${collection}.${path}`;
    if (!PATH.test(path)) throw new TypeError(`${place} is not a field path`);
    const conditions = isScalar(test) ? [comparison(place, path, 'eq', test)] : testsOf(place, path, test);
    if (path === '_id') checkIdTests(collection, conditions);
    return conditions;
  });
}

/**
 * True if no document can meet these conditions: one is an `in` of nothing, or one field is compared with values of two
 * types, each of which meets its own only.
 */
export function meetNothing(conditions: readonly Condition[]): boolean {
  const types = new Map<string, string>();
  return conditions.some((condition) => {
    if (condition.op === 'in') return condition.values.length === 0;
    if (!('value' in condition) || condition.op === 'contains') return false;
    const { path, value } = condition;
    const known = types.get(path);
    types.set(path, typeof value);
    return known !== undefined && known !== typeof value;
  });
}

/** @throws TypeError if the path is not one a query or an index can name. */
export function checkPath(collection: string, path: string): void {
  if (!PATH.test(path)) throw new TypeError(`${collection}.${path} is not a field path`);
}

function testsOf(place: string, path: string, test: FieldTest): readonly Condition[] {
  if (typeof test !== 'object' || test === null) throw new TypeError(`${place} is asked for ${String(test)}`);
  const conditions = Object.entries(test).map(([op, operand]: readonly [string, unknown]): Condition => {
    switch (op) {
      case 'eq':
      case 'gt':
      case 'gte':
      case 'lt':
      case 'lte':
      case 'contains':
        return comparison(place, path, op, operand);
      case 'in':
        return membership(place, path, operand);
      case 'exists':
        if (typeof operand !== 'boolean') throw new TypeError(`${place} exists: true or false`);
        return { path, op: operand ? 'present' : 'missing' };
      default:
        throw new TypeError(`${place} has no comparison ${op}`);
    }
  });
  if (conditions.length === 0) throw new TypeError(`${place} is asked for nothing`);
  return conditions;
}

function comparison(place: string, path: string, op: Comparison['op'], operand: unknown): Comparison {
  if (!isScalar(operand)) throw new TypeError(`${place} cannot be compared with ${String(operand)}`);
  return { path, op, value: operand };
}

function membership(place: string, path: string, operand: unknown): Membership {
  if (!Array.isArray(operand) || !operand.every(isScalar)) throw new TypeError(`${place} in: values that can be compared`);
  if (operand.length > MAX_IN) throw new TypeError(`${place} in: at most ${MAX_IN} values, not ${operand.length}`);
  return { path, op: 'in', values: [...new Set(operand)] };
}

function checkIdTests(collection: string, conditions: readonly Condition[]): void {
  for (const condition of conditions) {
    if (condition.op === 'contains' || !('value' in condition || 'values' in condition)) {
      throw new TypeError(`every document of ${collection} has an _id, and it is a text`);
    }
    const values = 'values' in condition ? condition.values : [condition.value];
    if (!values.every((value) => typeof value === 'string')) throw new TypeError(`an id of ${collection} is a text`);
  }
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}
