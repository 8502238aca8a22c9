/** Answers planned queries from one connection. */
import type { CollectionSpec } from '../../../config/cloud/manifest';
import type { StoredDoc } from '../documents';
import { valueAt } from '../documents';
import { compareValues } from '../query/compare';
import { meetNothing, type Condition } from '../query/conditions';
import { cursorAfter, segmentsAfter } from '../query/cursor';
import { ID_INDEX, planCount, planFind, type Plan } from '../query/plan';
import type { OrderBy, Page, Query, Where } from '../store';
import { idIndexName, indexName, sideTable, type Layout } from './layout';
import { allOf, conditionSql, field, quoted, type Sql } from './sql';
import type { Statements } from './statements';

/** The text of one document. */
export function readText(statements: Statements, { byId }: Layout, id: string): string | undefined {
  const row = statements.of(byId.read).get([id]);
  return row && String(row.doc);
}

/** One page of a find, by the index the plan chose and no other. */
export function readPage(statements: Statements, layout: Layout, spec: CollectionSpec, query: Query): Page<StoredDoc> {
  const plan = planFind(layout.collection, spec, query);
  const segments = segmentsAfter(plan.order, query.after);
  if (meetNothing([...plan.bound, ...plan.range, ...plan.held, ...plan.rest])) return { items: [] };
  // One more than asked for tells whether there is a next page.
  const wanted = query.limit + 1;
  const readings = boundOneByOne(plan.bound).map((bound) => readInOrder(statements, layout, plan, bound, segments, wanted));
  const found = readings.length === 1 ? (readings[0] ?? []) : readings.flat().sort(inOrder(plan.order));
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return found.length > query.limit && last ? { items, next: cursorAfter(plan.order, last) } : { items };
}

/** How many documents match. */
export function readCount(statements: Statements, layout: Layout, spec: CollectionSpec, where: Where): number {
  const plan = planCount(layout.collection, spec, where);
  if (meetNothing([...plan.bound, ...plan.range, ...plan.held, ...plan.rest])) return 0;
  const source = sourceOf(layout, plan);
  return boundOneByOne(plan.bound).reduce((sum, bound) => {
    const where = conditionsSql(source, [...bound, ...plan.range], plan);
    const row = statements.of(`SELECT count(*) AS n FROM ${source.from} WHERE ${where.text}`).get(where.params);
    return sum + Number(row?.n);
  }, 0);
}

/** Where a plan reads, and how it names a field there. */
interface Source {
  readonly from: string;
  readonly doc: string;
  readonly name: (path: string) => string;
  /** The column that holds the element a multikey index is bound by. */
  readonly element?: string;
}

function sourceOf({ collection, table, columns, unordered }: Layout, { index }: Plan): Source {
  const names = new Map(columns.map(({ path, name }) => [path, name]));
  if (index.multikey !== true) {
    // Of an unordered table the ids are the key itself.
    const by = index !== ID_INDEX ? `INDEXED BY ${quoted(indexName(collection, index))}` : unordered ? 'NOT INDEXED' : `INDEXED BY ${quoted(idIndexName(collection))}`;
    return { from: `${table} ${by}`, doc: 'doc', name: (path) => names.get(path) ?? field(path) };
  }
  const keys = new Map(index.fields.slice(1).map(([path], at) => [path, `s.k${at + 1}`]));
  const ofDocument = (path: string) => {
    const column = names.get(path);
    return column === undefined ? field(path, 'd.doc') : `d.${column}`;
  };
  return {
    from: `${quoted(sideTable(collection, index))} s INDEXED BY ${quoted(indexName(collection, index))} CROSS JOIN ${table} d ON d._id = s._id`,
    doc: 'd.doc',
    name: (path) => (path === '_id' ? 's._id' : (keys.get(path) ?? ofDocument(path))),
    element: 's.k0',
  };
}

function readInOrder(
  statements: Statements,
  layout: Layout,
  plan: Plan,
  bound: readonly Condition[],
  segments: readonly (readonly Condition[])[],
  wanted: number,
): readonly StoredDoc[] {
  const source = sourceOf(layout, plan);
  const docs: StoredDoc[] = [];
  for (const segment of segments) {
    const where = conditionsSql(source, [...bound, ...plan.range, ...segment], plan);
    const order = orderSql(source, plan.order, [...bound, ...segment]);
    const sql = `SELECT ${source.doc} AS doc FROM ${source.from} WHERE ${where.text}${order} LIMIT ?`;
    docs.push(...readAll(statements, { text: sql, params: [...where.params, wanted - docs.length] }));
    if (docs.length >= wanted) break;
  }
  return docs;
}

/** The order without the fields this reading holds to one value: SQLite would sort by those, though they are all the same. */
function orderSql(source: Source, order: readonly OrderBy[], still: readonly Condition[]): string {
  const held = new Set(still.filter(({ op }) => op === 'eq' || op === 'missing').map(({ path }) => path));
  const open = order.filter(({ field: path }) => !held.has(path));
  return open.length === 0 ? '' : ` ORDER BY ${open.map(({ field: path, direction }) => `${source.name(path)} ${direction.toUpperCase()}`).join(', ')}`;
}

/** All documents of a query as one text: crossing into JavaScript once instead of once a row halves the time of a page. */
function readAll(statements: Statements, { text, params }: Sql): readonly StoredDoc[] {
  const row = statements.of(`SELECT '[' || group_concat(doc) || ']' AS docs FROM (${text})`).get(params);
  return typeof row?.docs === 'string' ? (JSON.parse(row.docs) as readonly StoredDoc[]) : [];
}

function conditionsSql(source: Source, narrowing: readonly Condition[], { held, rest }: Pick<Plan, 'held' | 'rest'>): Sql {
  const { element } = source;
  const narrowed = narrowing.map((condition) =>
    // In a multikey index the one `contains` among these is what the index was bound by.
    element && condition.op === 'contains'
      ? conditionSql({ path: condition.path, op: 'eq', value: condition.value }, element, source.doc)
      : conditionSql(condition, source.name(condition.path), source.doc),
  );
  // SQLite reads a partial index only for who says its condition, so that one is said plainly. Of the others the `+` hides
  // that their field may be in the index: an equality would be taken for a constant of the order.
  const filters = [
    ...held.map((condition) => conditionSql(condition, source.name(condition.path), source.doc)),
    ...rest.map((condition) => conditionSql(condition, `+${source.name(condition.path)}`, source.doc)),
  ];
  return allOf([...narrowed, ...filters.map(asFilter)]);
}

/** A condition that narrows no reading. The likelihood keeps SQLite from expecting so few rows that it would rather sort them. */
function asFilter({ text, params }: Sql): Sql {
  return { text: `likelihood(${text}, 1.0)`, params };
}

/** An `in` as one reading a value, each in the index's order; merged afterwards, they need no sorting of all that matches. */
function boundOneByOne(bound: readonly Condition[]): readonly (readonly Condition[])[] {
  return bound.reduce<readonly (readonly Condition[])[]>((readings, condition) => {
    const single: readonly Condition[] =
      condition.op === 'in' ? condition.values.map((value) => ({ path: condition.path, op: 'eq', value })) : [condition];
    return readings.flatMap((reading) => single.map((one) => [...reading, one]));
  }, [[]]);
}

function inOrder(order: readonly OrderBy[]): (a: StoredDoc, b: StoredDoc) => number {
  return (a, b) => {
    for (const { field: path, direction } of order) {
      const difference = compareValues(valueAt(a, path), valueAt(b, path));
      if (difference !== 0) return direction === 'asc' ? difference : -difference;
    }
    return 0;
  };
}
