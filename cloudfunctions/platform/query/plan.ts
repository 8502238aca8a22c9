/**
 * Which declared index serves a query, or that none does.
 *
 * An index serves a query when it can be read from one place on, in the order asked for, without sorting:
 *
 * 1. its first fields are bound one by one (`eq`, `in`, `exists: false`; the first field of a multikey index by `contains`);
 * 2. the fields of `orderBy` that are not bound follow next, each in the direction declared;
 * 3. a range (`gt`.., `exists: true`) on the field after the bound ones narrows the reading;
 * 4. everything else in `where` filters what is read, which is allowed only if 1 or 3 bound the first field.
 *
 * A partial index serves only a query that says its condition (`holds`).
 * Fields of the index left over after `orderBy` order the ties, then `_id` does. `_id` is an index of every collection;
 * a query by `_id` (`eq`, `in`) can have any order, since it meets at most `MAX_IN` documents.
 */
import type { CollectionSpec, IndexSpec, Only } from '../../../config/cloud/manifest';
import { MAX_IN, MAX_PAGE, UnservedQuery, type OrderBy, type Query, type Where } from '../store';
import { checkPath, conditionsOf, type Condition } from './conditions';

export interface Plan {
  /** The index to read; `ID_INDEX` for the documents themselves. */
  readonly index: IndexSpec;
  /** The fields a reading holds still, from the first field of the index on. */
  readonly bound: readonly Condition[];
  /** The range of the next field that is read. */
  readonly range: readonly Condition[];
  /** What a partial index says of all its documents, where nothing above says it. */
  readonly held: readonly Condition[];
  /** Everything else that must hold: filters over what is read. */
  readonly rest: readonly Condition[];
  /** The whole order: what was asked for, what the index adds, `_id`. Fields bound to one value are left out. */
  readonly order: readonly OrderBy[];
}

/** Every collection has it; it is declared nowhere. */
export const ID_INDEX: IndexSpec = { name: '_id', fields: [['_id', 'asc']] };

const BY_ID: OrderBy = { field: '_id', direction: 'asc' };

/**
 * Plans a find.
 *
 * @throws UnservedQuery if no index serves it; TypeError if it is not a query at all.
 */
export function planFind(collection: string, spec: CollectionSpec, query: Query): Plan {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_PAGE) {
    throw new TypeError(`a page of ${collection} has 1 to ${MAX_PAGE} documents, not ${query.limit}`);
  }
  return plan(collection, spec, query.where, query.orderBy ?? []);
}

/**
 * Plans a count: like a find without an order.
 *
 * @throws UnservedQuery if no index serves it; TypeError if it is not a query at all.
 */
export function planCount(collection: string, spec: CollectionSpec, where: Where): Plan {
  return plan(collection, spec, where, []);
}

function plan(collection: string, spec: CollectionSpec, where: Where, orderBy: readonly OrderBy[]): Plan {
  const conditions = conditionsOf(collection, where);
  for (const { field } of orderBy) checkPath(collection, field);
  if (new Set(orderBy.map(({ field }) => field)).size !== orderBy.length) throw new TypeError(`${collection} is ordered by a field twice`);

  const byId = conditions.filter((condition) => condition.path === '_id' && (condition.op === 'eq' || condition.op === 'in'));
  if (byId.length > 0) return planById(conditions, byId, orderBy);

  const named = new Set(conditions.map(({ path }) => path));
  const plans = [...spec.indexes, ID_INDEX].flatMap((index) => (named.size === 0 || leads(index, named) ? (planWith(index, conditions, orderBy) ?? []) : []));
  const best = plans.sort((a, b) => b.worth - a.worth)[0];
  if (!best) throw new UnservedQuery(`no index of ${collection} serves ${describe(conditions, orderBy)}`);
  return best;
}

/** Whether a condition names the index's first field. Where there are conditions, an index that none leads into serves nothing (3, 4), and most of a collection's are such. */
function leads(index: IndexSpec, named: ReadonlySet<string>): boolean {
  return index.fields[0] !== undefined && named.has(index.fields[0][0]);
}

/** At most `MAX_IN` documents are met, so any order can be made by sorting them. */
function planById(conditions: readonly Condition[], byId: readonly Condition[], orderBy: readonly OrderBy[]): Plan {
  const [first, ...more] = byId;
  const rest = [...more, ...conditions.filter((condition) => !byId.includes(condition))];
  const order = orderBy.some(({ field }) => field === '_id') ? orderBy : [...orderBy, BY_ID];
  return { index: ID_INDEX, bound: first ? [first] : [], range: [], held: [], rest, order };
}

function planWith(index: IndexSpec, conditions: readonly Condition[], orderBy: readonly OrderBy[]): (Plan & { readonly worth: number }) | undefined {
  const asked = withoutTrailingId(orderBy, index);
  if (!asked) return undefined;
  const said = conditions.filter((condition) => holds(condition, index.only));
  if (index.only !== undefined && said.length === 0) return undefined;
  // A field held to one value orders nothing; one held to several values does.
  const single = new Set(conditions.filter(isSingle).map(({ path }) => path));
  const open = asked.filter(({ field }) => !single.has(field));

  const prefix = bindPrefix(index, conditions, open);
  if (index.multikey && prefix.bound.length === 0) return undefined;
  if (combinations(prefix.bound) > MAX_IN) return undefined;
  const following = index.fields.slice(prefix.bound.length);
  const order = orderAfter(prefix.order, following, open, isReversedId(index, open));
  if (!order) return undefined;

  const nextField = following[0]?.[0];
  const range = conditions.filter((condition) => condition.path === nextField && isRange(condition));
  // Reading a whole index is honest only when everything read is wanted and the order asked for it.
  const whole = conditions.length === 0 && (open.length > 0 || index === ID_INDEX);
  if (prefix.bound.length === 0 && range.length === 0 && !whole) return undefined;

  const read = [...prefix.bound, ...range];
  const held = said.some((condition) => read.includes(condition)) ? [] : said.slice(0, 1);
  const rest = conditions.filter((condition) => !read.includes(condition) && !held.includes(condition));
  const full = order.some(({ field }) => field === '_id') ? order : [...order, BY_ID];
  const worth = prefix.bound.length * 4 + (range.length > 0 ? 2 : 0) - following.length / 16;
  return { index, bound: prefix.bound, range, held, rest, order: full, worth };
}

/** The fields held still, from the first on, and the part of the order they already give. */
function bindPrefix(index: IndexSpec, conditions: readonly Condition[], open: readonly OrderBy[]) {
  const bound: Condition[] = [];
  const order: OrderBy[] = [];
  for (const [path, direction] of index.fields) {
    const binding = conditions.find((condition) => condition.path === path && binds(condition, index, bound.length));
    if (!binding) break;
    const next = open[order.length];
    if (next?.field === path && next.direction === direction) order.push(next);
    else if (order.length > 0 && binding.op === 'in') break;
    bound.push(binding);
  }
  return { bound, order };
}

/** The order so far with the index's own fields behind it; undefined if that is not the order asked for. */
function orderAfter(
  sofar: readonly OrderBy[],
  following: IndexSpec['fields'],
  open: readonly OrderBy[],
  reversed: boolean,
): readonly OrderBy[] | undefined {
  const own = following.map(([field, direction]): OrderBy => ({ field, direction: reversed ? 'desc' : direction }));
  const order = [...sofar, ...own];
  const fits = open.every(({ field, direction }, at) => order[at]?.field === field && order[at].direction === direction);
  return fits ? order : undefined;
}

function binds(condition: Condition, index: IndexSpec, at: number): boolean {
  if (index.multikey && at === 0) return condition.op === 'contains';
  return isSingle(condition) || condition.op === 'in';
}

/**
 * Whether who meets the condition has a place in an index of these alone. A comparison says that there is something; so
 * does `contains`, but SQLite cannot see that it does.
 */
function holds(condition: Condition, only: Only | undefined): boolean {
  if (condition.path !== only?.[0]) return false;
  const [, wanted] = only;
  if (wanted === 'missing') return condition.op === 'missing';
  if (wanted === 'present') return condition.op !== 'missing' && condition.op !== 'contains';
  return condition.op === 'eq' && condition.value === wanted;
}

function isSingle(condition: Condition): boolean {
  return condition.op === 'eq' || condition.op === 'missing';
}

function isRange(condition: Condition): boolean {
  switch (condition.op) {
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
    case 'present':
      return true;
    default:
      return false;
  }
}

function combinations(bound: readonly Condition[]): number {
  return bound.reduce((product, condition) => product * (condition.op === 'in' ? condition.values.length : 1), 1);
}

/** The order without an `_id` at its end, which it has anyway; undefined if `_id` stands where it cannot be served. */
function withoutTrailingId(orderBy: readonly OrderBy[], index: IndexSpec): readonly OrderBy[] | undefined {
  const place = orderBy.findIndex(({ field }) => field === '_id');
  if (place < 0 || index === ID_INDEX) return orderBy;
  const last = place === orderBy.length - 1 && orderBy[place]?.direction === 'asc';
  return last ? orderBy.slice(0, place) : undefined;
}

function isReversedId(index: IndexSpec, open: readonly OrderBy[]): boolean {
  return index === ID_INDEX && open.length === 1 && open[0]?.field === '_id' && open[0].direction === 'desc';
}

function describe(conditions: readonly Condition[], orderBy: readonly OrderBy[]): string {
  const tests = conditions.map(({ path, op }) => `${path} ${op}`).join(', ') || 'everything';
  const order = orderBy.map(({ field, direction }) => `${field} ${direction}`).join(', ');
  return order ? `${tests}, ordered by ${order}` : tests;
}
