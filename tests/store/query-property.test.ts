/**
 * Random documents, queries and changes: the embedded store must answer as mingo does, an independent implementation of
 * the language CloudBase speaks. Planning and SQL are ours; what a query means is not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Query as MingoQuery, update as mingoUpdate } from 'mingo';
import type { CollectionSpec, IndexSpec } from '../../config/cloud/manifest';
import { applyChange } from '../../cloudfunctions/platform/change';
import { filterOf, operatorsOf } from '../../cloudfunctions/platform/cloudbase/filter';
import type { StoredDoc } from '../../cloudfunctions/platform/documents';
import { conditionsOf } from '../../cloudfunctions/platform/query/conditions';
import { cursorAfter } from '../../cloudfunctions/platform/query/cursor';
import { planFind } from '../../cloudfunctions/platform/query/plan';
import { loadDriver, type Connection } from '../../cloudfunctions/platform/sqlite/driver';
import { layoutsOf } from '../../cloudfunctions/platform/sqlite/layout';
import { readPage } from '../../cloudfunctions/platform/sqlite/reading';
import { RecentDocuments } from '@platform/sqlite/recent';
import { matchSchema } from '../../cloudfunctions/platform/sqlite/schema';
import { Statements } from '../../cloudfunctions/platform/sqlite/statements';
import { openSqliteStore } from '../../cloudfunctions/platform/sqlite/store';
import { Documents } from '../../cloudfunctions/platform/sqlite/writing';
import { UnservedQuery, type Change, type FieldTest, type OrderBy, type Query, type Scalar, type Store, type Where } from '../../cloudfunctions/platform/store';
import { fc } from '../fixtures/properties';

type AnyRecords = Readonly<Record<'docs' | 'unordered', StoredDoc>>;

const asc = 'asc';
const desc = 'desc';
const indexes: readonly IndexSpec[] = [
  { name: 'abc', fields: [['a', asc], ['b', asc], ['c.d', asc]] },
  { name: 'ab-', fields: [['a', asc], ['b', desc]] },
  { name: 'b-c', fields: [['b', desc], ['c.d', asc]] },
  { name: 'c', fields: [['c.d', asc]] },
  { name: 'tags', fields: [['tags', asc], ['b', desc], ['a', asc]], multikey: true },
  { name: 'e present', fields: [['e', desc]], only: ['e', 'present'] },
  { name: 'ec, b present', fields: [['e', asc], ['c.d', asc]], only: ['b', 'present'] },
  { name: 'c-a, b true', fields: [['c.d', desc], ['a', asc]], only: ['b', true] },
  { name: 'ea, c missing', fields: [['e', asc], ['a', desc]], only: ['c.d', 'missing'] },
];
const spec: CollectionSpec = { about: 'Random documents', indexes };
const collections = { docs: spec, unordered: { ...spec, unordered: true } };
const layouts = layoutsOf(collections);
const KINDS = ['docs', 'unordered'] as const;
const FIELDS = ['a', 'b', 'c.d', 'e'] as const;

/** Few values of each type, so that equal ones meet; types that SQL likes to confuse. */
const scalar: fc.Arbitrary<Scalar> = fc.constantFrom(0, 1, -1, 2.5, 9_007_199_254_740_991, '', '0', '1', 'b', '路', 'true', "it's", '"', true, false);
/** A value of a field that is never an array; an object is what no comparison meets. */
const value = fc.option(fc.oneof({ weight: 8, arbitrary: scalar }, { weight: 1, arbitrary: fc.constant(null) }), { nil: undefined });
const tags = fc.option(fc.uniqueArray(scalar, { maxLength: 3 }), { nil: undefined });

const docs: fc.Arbitrary<readonly StoredDoc[]> = fc
  .array(fc.record({ a: value, b: value, d: value, inC: fc.boolean(), e: value, tags }), { maxLength: 30 })
  .map((rows) => rows.map(({ d, inC, ...row }, n) => plain({ _id: `d${String((n * 17) % 31).padStart(2, '0')}`, ...row, ...(inC && { c: { d, other: n } }) })));

const test: fc.Arbitrary<Scalar | FieldTest> = fc.oneof(
  scalar,
  fc.record({ eq: scalar }),
  fc.record({ in: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ exists: fc.boolean() }),
  fc.record({ gt: scalar }),
  fc.record({ gte: scalar, lt: scalar }),
  fc.record({ gt: scalar, lte: scalar }),
  fc.record({ in: fc.array(scalar, { maxLength: 4 }), gte: scalar, exists: fc.constant(true) }),
);

/** A query some index serves: its first field is bound, then come filters, and an order the index gives. */
const query: fc.Arbitrary<Omit<Query, 'limit'>> = fc
  .record({
    index: fc.constantFrom(...indexes),
    bound: fc.integer({ min: 1, max: 3 }),
    tests: fc.tuple(test, test, test),
    element: scalar,
    filters: fc.dictionary(fc.constantFrom(...FIELDS), test, { maxKeys: 2 }),
    tagFilter: fc.option(scalar, { nil: undefined }),
    ordered: fc.boolean(),
    says: fc.boolean(),
  })
  .map(({ index, bound, tests, element, filters, tagFilter, ordered, says }) => {
    const own = index.fields.slice(0, bound).map(([path], at): readonly [string, Scalar | FieldTest] => [path, index.multikey && at === 0 ? { contains: element } : (tests[at] ?? 0)]);
    const where: Where = { ...filters, ...(tagFilter !== undefined && { tags: { contains: tagFilter } }), ...Object.fromEntries(own), ...(says && saying(index)) };
    const follows = index.fields.slice(index.multikey ? 1 : 0).map(([field, direction]): OrderBy => ({ field, direction }));
    return ordered ? { where, orderBy: follows } : { where };
  });

/** The condition of a partial index, as a query says it. */
function saying({ only }: IndexSpec): Where {
  if (only === undefined) return {};
  const [path, holds] = only;
  return { [path]: typeof holds === 'boolean' ? holds : { exists: holds === 'present' } };
}

const change: fc.Arbitrary<Change> = fc.record(
  {
    set: fc.dictionary(fc.constantFrom('a', 'c.d', 'c.new.deep'), fc.oneof(scalar, fc.constant(null), fc.constant({ x: [1, { y: null }] })), { maxKeys: 2 }),
    unset: fc.uniqueArray(fc.constantFrom('b', 'c.other', 'nobody.here'), { maxLength: 2 }),
    inc: fc.dictionary(fc.constantFrom('count', 'n.times'), fc.integer({ min: -5, max: 5 })),
    addToSet: fc.dictionary(fc.constantFrom('tags', 'fresh'), scalar),
    pull: fc.dictionary(fc.constantFrom('list', 'nowhere'), scalar),
  },
  { requiredKeys: [] },
);

let folder: string;
let store: Store<AnyRecords>;
let plansOf: (sql: readonly string[]) => readonly string[];
let recorder: { readonly statements: Statements; readonly seen: string[] };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'property-'));
  store = await openSqliteStore<AnyRecords>({ path: join(folder, 'a.db'), collections });
  const connection = (await loadDriver())(join(folder, 'explain.db'));
  matchSchema(connection, collections, layouts, new Documents(new Statements(connection), layouts, new RecentDocuments(() => 0)));
  plansOf = (statements) => statements.flatMap((sql) => connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Array(sql.split('?').length - 1).fill(1)).map(({ detail }) => String(detail)));
  recorder = recording();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every generated query must be one an index serves, or the test would test nothing; those that are not are passed over and counted. */
function isServed(asked: Omit<Query, 'limit'>): boolean {
  try {
    planFind('docs', spec, { ...asked, limit: 1 });
    return true;
  } catch {
    return false;
  }
}

describe('a random query', () => {
  it.each(KINDS)('finds, orders, pages and counts as mingo does, in a collection of %s', async (collection) => {
    let asked = 0;
    const served = new Set<string>();
    await fc.assert(
      fc.asyncProperty(docs, fc.array(query, { minLength: 10, maxLength: 10 }), fc.integer({ min: 1, max: 9 }), async (documents, queries, limit) => {
        await fillWith(collection, documents);
        for (const one of queries.filter(isServed)) {
          asked += 1;
          const { order, index } = planFind(collection, spec, { ...one, limit: 1 });
          served.add(index.name);
          const expected = oracle(documents, one.where, order);
          expect(await allPages(collection, one, limit)).toEqual(expected.map(({ _id }) => _id));
          expect(await store.count(collection, one.where)).toBe(expected.length);
        }
      }),
      { numRuns: 100 },
    );
    expect(asked).toBeGreaterThan(300);
    expect([...served].sort()).toEqual(indexes.map(({ name }) => name).sort());
  }, 60_000);

  it.each(KINDS)('finds what documents have become, however they were written, in a collection of %s', async (collection) => {
    await fc.assert(
      fc.asyncProperty(docs, docs, fc.array(query, { minLength: 10, maxLength: 10 }), fc.boolean(), async (documents, later, queries, together) => {
        await fillWith(collection, documents);
        const now = new Map(documents.map((doc) => [doc._id, doc]));
        const write = async (at: Pick<Store<AnyRecords>, 'replace' | 'update' | 'remove'>, doc: StoredDoc, nth: number) => {
          const { _id, ...fields } = doc;
          const before = now.get(_id);
          if (before !== undefined && nth % 3 === 0) {
            await at.remove(collection, _id);
            now.delete(_id);
          } else if (before !== undefined && nth % 3 === 1 && Object.keys(fields).length > 0) {
            await at.update(collection, _id, { set: fields });
            now.set(_id, { ...before, ...doc });
          } else {
            await at.replace(collection, doc);
            now.set(_id, doc);
          }
        };
        const some = later.filter(({ _id }, at) => later.findIndex((other) => other._id === _id) === at).slice(0, 8);
        if (together) await store.transaction(async (tx) => {
          for (const [nth, doc] of some.entries()) await write(tx, doc, nth);
        });
        else for (const [nth, doc] of some.entries()) await write(store, doc, nth);
        for (const one of queries.filter(isServed)) {
          const { order } = planFind(collection, spec, { ...one, limit: 1 });
          expect(await allPages(collection, one, 50)).toEqual(oracle([...now.values()], one.where, order).map(({ _id }) => _id));
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it.each(KINDS)('is read from its index in order, and never sorted, in a collection of %s', (collection) => {
    const layout = layouts.get(collection);
    if (layout === undefined) throw new Error(collection);
    fc.assert(
      fc.property(docs, query.filter(isServed), (documents, one) => {
        const { order } = planFind(collection, spec, { ...one, limit: 1 });
        recorder.seen.length = 0;
        readPage(recorder.statements, layout, spec, { ...one, limit: 10 });
        for (const last of oracle(documents, one.where, order).slice(0, 3)) {
          readPage(recorder.statements, layout, spec, { ...one, limit: 10, after: cursorAfter(order, last) });
        }
        for (const detail of plansOf(recorder.seen)) {
          expect(detail).not.toContain('TEMP B-TREE');
          // The index, then for a multikey index the document; the subquery, and the elements a filter looks through.
          expect(detail).toMatch(/^(SEARCH|SCAN e VIRTUAL TABLE|SCAN \(subquery|CO-ROUTINE|CORRELATED)/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a partial index', () => {
  const only = (holds: readonly [string, 'present' | 'missing' | boolean]): CollectionSpec => ({ about: 'One index', indexes: [{ name: 'a', fields: [['a', asc]], only: holds }] });
  const isServedBy = (one: CollectionSpec, where: Where): boolean => {
    try {
      return planFind('docs', one, { where, limit: 1 }).index.name === 'a';
    } catch (error) {
      expect(error).toBeInstanceOf(UnservedQuery);
      return false;
    }
  };

  it.each<readonly [string, 'present' | 'missing' | boolean, readonly (Scalar | FieldTest)[], readonly (Scalar | FieldTest | undefined)[]]>([
    ['present', 'present', [1, { exists: true }, { gt: 0 }, { in: ['x'] }, false], [undefined, { exists: false }, { contains: 1 }]],
    ['missing', 'missing', [{ exists: false }], [undefined, { exists: true }, 1, { in: [1] }]],
    ['true', true, [true, { eq: true }], [undefined, false, { in: [true] }, { exists: true }, 1]],
    ['false', false, [false], [undefined, true, { in: [true, false] }, { exists: false }]],
  ])('of documents whose field is %s serves who says so, and nobody else', (_, holds, served, unserved) => {
    for (const test of served) expect([test, isServedBy(only(['b', holds]), { a: 1, b: test })]).toEqual([test, true]);
    for (const test of unserved) expect([test, isServedBy(only(['b', holds]), { a: 1, ...(test !== undefined && { b: test }) })]).toEqual([test, false]);
  });

  it('is of plain fields', () => {
    expect(() => layoutsOf({ docs: { about: 'Both', indexes: [{ name: 'tags', fields: [['tags', asc]], multikey: true, only: ['a', 'present'] }] } })).toThrow('cannot be partial');
  });

  it('leaves out whom it is not of', async () => {
    const path = join(folder, 'partial.db');
    const partial = await openSqliteStore<AnyRecords>({ path, collections: { docs: only(['b', true]), unordered: { about: 'Nothing', indexes: [] } } });
    await partial.insertMany('docs', [{ _id: '1', a: 1, b: true }, { _id: '2', a: 1, b: false }, { _id: '3', a: 1 }]);
    await partial.update('docs', '1', { set: { b: false } });
    await partial.update('docs', '3', { set: { b: true } });
    await partial.close();
    const connection = (await loadDriver())(path);
    expect(connection.prepare(`SELECT sql FROM sqlite_master WHERE name = 'docs/a'`).get([])?.sql).toContain(`WHERE ".b" = x'03'`);
    expect(connection.prepare(`SELECT _id FROM docs INDEXED BY "docs/a" WHERE ".a" = 1 AND ".b" = x'03'`).all([]).map(({ _id }) => _id)).toEqual(['3']);
    connection.close();
  });
});

describe('a random change', () => {
  it('does what mingo does', () => {
    const before = plain({ _id: 'a', a: 1, b: 2, c: { d: 'x', other: true }, count: 3, tags: ['b', 1], list: ['b', 'b', 1, true, ''] });
    fc.assert(
      fc.property(change, (one) => {
        const expected = structuredClone(before) as Record<string, unknown>;
        mingoUpdate(expected, operatorsOf(one));
        expect(applyChange(before, one)).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});

async function fillWith(collection: keyof AnyRecords, documents: readonly StoredDoc[]): Promise<void> {
  for (const { _id } of (await store.find(collection, { where: {}, limit: 100 })).items) await store.remove(collection, _id);
  await store.insertMany(collection, documents);
}

async function allPages(collection: keyof AnyRecords, one: Omit<Query, 'limit'>, limit: number): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await store.find(collection, { ...one, limit, ...(after !== undefined && { after }) });
    found.push(...page.items.map(({ _id }) => _id));
    after = page.next;
  } while (after !== undefined);
  return found;
}

function oracle(documents: readonly StoredDoc[], where: Where, order: readonly OrderBy[]): readonly StoredDoc[] {
  const sort = Object.fromEntries(order.map(({ field, direction }) => [field, direction === 'asc' ? 1 : -1]));
  return new MingoQuery(filterOf(conditionsOf('docs', where))).find<StoredDoc>([...documents]).sort(sort).all();
}

/** Statements that remember what they were and find nothing. */
function recording(): { readonly statements: Statements; readonly seen: string[] } {
  const seen: string[] = [];
  const connection: Connection = {
    exec: () => undefined,
    close: () => undefined,
    prepare: (sql) => {
      const note = () => void seen.push(sql);
      return { run: () => ({ changes: 0 }), get: () => note(), all: () => [] };
    },
  };
  return { statements: new Statements(connection), seen };
}

function plain<T>(fields: T): T {
  return JSON.parse(JSON.stringify(fields)) as T;
}
