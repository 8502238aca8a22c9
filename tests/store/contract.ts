/** What every store does, whatever its engine; each adapter's test file runs this suite over its own. */
import {
  BadCursor, MAX_TRANSACTION_OPERATIONS, StoreDuplicate, UnservedQuery, type Change, type Query, type Where,
} from '../../cloudfunctions/platform/store';
import { issue, type TestIssue, type TestStore } from './fixtures';

/** Opens an empty store. */
export type OpenEmpty = () => Promise<TestStore>;

export function itIsAStore(openEmpty: OpenEmpty): void {
  let store: TestStore;
  beforeEach(async () => {
    store = await openEmpty();
  });
  afterEach(() => store.close());

  const ids = async (query: Omit<Query, 'limit'>): Promise<readonly string[]> =>
    (await store.find('issues', { limit: 100, ...query })).items.map(({ _id }) => _id);

  describe('a document', () => {
    it('comes back as it went in', async () => {
      const doc = issue({
        _id: 'issue:1', title: '路灯坏了 \u0000 "quoted" \\ 🚧', dueAt: 9_007_199_254_740_991, open: false, supporters: [], nested: { list: [{ a: null }, [1, 2]], 'odd key "x"': -1 },
        long: '长'.repeat(100_000),
      });
      await store.insert('issues', doc);
      expect(await store.get('issues', 'issue:1')).toEqual(doc);
    });

    it('is undefined where there is none', async () => {
      expect(await store.get('issues', 'nobody')).toBeUndefined();
      expect(await store.get('issues', '')).toBeUndefined();
    });

    it('does not keep what is undefined', async () => {
      await store.insert('issues', issue({ _id: 'a', title: undefined }));
      expect(Object.keys((await store.get('issues', 'a')) ?? {}).sort()).toEqual(['_id', 'village']);
    });

    it.each([
      ['an empty id', { _id: '' }],
      ['an endless id', { _id: 'x'.repeat(513) }],
      ['a date', { _id: 'a', at: new Date(0) }],
      ['a number JSON cannot say', { _id: 'a', at: Number.NaN }],
      ['a field that is an operator', { _id: 'a', nested: { $set: 1 } }],
      ['a field with a dot', { _id: 'a', 'b.c': 1 }],
      ['a field named __proto__', { _id: 'a', nested: JSON.parse('{"__proto__":1}') as unknown }],
      ['undefined inside an array', { _id: 'a', list: [undefined] }],
    ])('is refused with %s', async (_what, fields) => {
      await expect(store.insert('issues', issue(fields))).rejects.toThrow(TypeError);
      await expect(store.replace('issues', issue(fields))).rejects.toThrow(TypeError);
      expect(await store.count('issues', {})).toBe(0);
    });

    it('can be inserted once only, and the first stays', async () => {
      await store.insert('issues', issue({ _id: 'a', title: 'first' }));
      await expect(store.insert('issues', issue({ _id: 'a', title: 'second' }))).rejects.toMatchObject({ name: 'StoreDuplicate', collection: 'issues', id: 'a' });
      expect(await store.get('issues', 'a')).toMatchObject({ title: 'first' });
    });

    it('is the same after one replace and after two', async () => {
      await store.insert('issues', issue({ _id: 'a', title: 'old', supporters: ['x'] }));
      for (let twice = 0; twice < 2; twice++) {
        await store.replace('issues', issue({ _id: 'a', title: 'new' }));
        await store.replace('issues', issue({ _id: 'b', title: 'made' }));
        expect(await store.get('issues', 'a')).toEqual(issue({ _id: 'a', title: 'new' }));
        expect(await store.get('issues', 'b')).toEqual(issue({ _id: 'b', title: 'made' }));
      }
      expect(await ids({ where: { supporters: { contains: 'x' } } })).toEqual([]);
    });

    it('is removed once', async () => {
      await store.insert('issues', issue({ _id: 'a', supporters: ['x'] }));
      expect(await store.remove('issues', 'a')).toBe(true);
      expect(await store.remove('issues', 'a')).toBe(false);
      expect(await ids({ where: { supporters: { contains: 'x' } } })).toEqual([]);
    });

    it('is one of many that go in together, and the first id that was taken is named', async () => {
      await store.insert('issues', issue({ _id: 'n:0150' }));
      const docs = Array.from({ length: 300 }, (_, n) => issue({ _id: `n:${String(n).padStart(4, '0')}` }));
      await expect(store.insertMany('issues', docs)).rejects.toMatchObject({ name: 'StoreDuplicate', collection: 'issues', id: 'n:0150' });
      await store.insertMany('issues', docs.slice(151));
      expect(await store.count('issues', {})).toBe(300);
    });
  });

  describe('a change', () => {
    beforeEach(() => store.insert('issues', issue({ _id: 'a', count: 5, title: 'old', supporters: ['x', 'y'], owner: { post: 'p1' }, nothing: null })));

    it.each<[string, Change, Readonly<Record<string, unknown>>]>([
      ['sets a field', { set: { title: 'new' } }, { title: 'new' }],
      ['sets a whole object, not its fields', { set: { owner: { since: 1 } } }, { owner: { since: 1 } }],
      ['sets inside an object', { set: { 'owner.since': 1 } }, { owner: { post: 'p1', since: 1 } }],
      ['makes the objects on the way', { set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
      ['sets null', { set: { title: null } }, { title: null }],
      ['unsets', { unset: ['title', 'owner.post', 'nobody.here'] }, { title: undefined, owner: {} }],
      ['counts up and down', { inc: { count: -7, fresh: 2, 'owner.times': 1 } }, { count: -2, fresh: 2, owner: { post: 'p1', times: 1 } }],
      ['adds to a set once', { addToSet: { supporters: 'z', fresh: 'q' } }, { supporters: ['x', 'y', 'z'], fresh: ['q'] }],
      ['adds nothing that is there', { addToSet: { supporters: 'x' } }, { supporters: ['x', 'y'] }],
      ['pulls', { pull: { supporters: 'x', nobody: 'x' } }, { supporters: ['y'] }],
      ['does several things at once', { set: { title: 'new' }, inc: { count: 1 }, unset: ['owner'] }, { title: 'new', count: 6, owner: undefined }],
      ['may change nothing', { set: { title: 'old' } }, { title: 'old' }],
    ])('%s', async (_what, change, expected) => {
      const before = await store.get('issues', 'a');
      await store.update('issues', 'a', change);
      // Through JSON: what is undefined here is a field that must not be there.
      expect(await store.get('issues', 'a')).toEqual(JSON.parse(JSON.stringify({ ...before, ...expected })));
    });

    it('moves the document in the indexes', async () => {
      await store.update('issues', 'a', { set: { 'owner.post': 'p2' }, addToSet: { supporters: 'z' } });
      await store.update('issues', 'a', { pull: { supporters: 'x' } });
      expect(await ids({ where: { 'owner.post': 'p1' } })).toEqual([]);
      expect(await ids({ where: { 'owner.post': 'p2' } })).toEqual(['a']);
      expect(await ids({ where: { supporters: { contains: 'x' } } })).toEqual([]);
      expect(await ids({ where: { supporters: { contains: 'z' } } })).toEqual(['a']);
    });

    it('fails where there is no document', async () => {
      await expect(store.update('issues', 'b', { set: { title: 'new' } })).rejects.toMatchObject({ name: 'StoreNotFound', collection: 'issues', id: 'b' });
      expect(await store.get('issues', 'b')).toBeUndefined();
    });

    it.each<[string, Change]>([
      ['nothing', {}],
      ['the id', { set: { _id: 'b' } }],
      ['a path twice', { set: { count: 1 }, inc: { count: 1 } }],
      ['a path and one inside it', { set: { owner: {} }, unset: ['owner.post'] }],
      ['an operator', { set: { $where: 1 } }],
      ['undefined', { set: { title: undefined } }],
      ['a count on a text', { inc: { title: 1 } }],
      ['a count on null', { inc: { nothing: 1 } }],
      ['a set that is a text', { addToSet: { title: 'x' } }],
      ['a pull from a text', { pull: { title: 'x' } }],
      ['the inside of a text', { set: { 'title.inner': 1 } }],
    ])('is refused when it touches %s, and nothing is changed', async (_what, change) => {
      const before = await store.get('issues', 'a');
      await expect(store.update('issues', 'a', change)).rejects.toThrow(TypeError);
      expect(await store.get('issues', 'a')).toEqual(before);
    });

    it('loses no increment of many at once', async () => {
      await store.insert('counters', { _id: 'c', value: 0 });
      await Promise.all(Array.from({ length: 50 }, () => store.update('counters', 'c', { inc: { value: 1 } })));
      expect(await store.get('counters', 'c')).toEqual({ _id: 'c', value: 50 });
    });
  });

  describe('a query', () => {
    const some: readonly TestIssue[] = [
      issue({ _id: 'text', dueAt: '5' as unknown as number, owner: { post: 'p' } }),
      issue({ _id: 'five', dueAt: 5, open: true, owner: { post: 'p' }, supporters: ['x', 'y'] }),
      issue({ _id: 'one', dueAt: 1, open: true, owner: { post: 'p' }, supporters: ['y'] }),
      issue({ _id: 'true', dueAt: true as unknown as number, owner: { post: 'p' } }),
      issue({ _id: 'null', dueAt: null, open: false, owner: { post: 'p' } }),
      issue({ _id: 'missing', open: false, owner: { post: 'p' } }),
    ];
    beforeEach(() => store.insertMany('issues', some));

    it.each<[string, Where, readonly string[]]>([
      ['a number is no text and no boolean', { 'owner.post': 'p', dueAt: 1 }, ['one']],
      ['a text is no number', { 'owner.post': 'p', dueAt: '5' }, ['text']],
      ['true is not one', { 'owner.post': 'p', dueAt: true }, ['true']],
      ['false is not missing', { village: 'hanyin', open: false }, ['missing', 'null']],
      ['one of several', { 'owner.post': 'p', dueAt: { in: [1, '5', 5, 5] } }, ['five', 'one', 'text']],
      ['one of none', { 'owner.post': 'p', dueAt: { in: [] } }, []],
      ['above meets its own type only', { 'owner.post': 'p', dueAt: { gt: 1 } }, ['five']],
      ['from', { 'owner.post': 'p', dueAt: { gte: 1, lt: 5 } }, ['one']],
      ['texts from the lowest', { 'owner.post': 'p', dueAt: { gte: '' } }, ['text']],
      ['below meets neither null nor missing', { 'owner.post': 'p', dueAt: { lte: 5 } }, ['five', 'one']],
      ['bounds of two types meet nothing', { 'owner.post': 'p', dueAt: { gte: 1, lte: 'z' } }, []],
      ['there', { 'owner.post': 'p', dueAt: { exists: true } }, ['five', 'one', 'text', 'true']],
      ['not there: null or missing', { 'owner.post': 'p', dueAt: { exists: false } }, ['missing', 'null']],
      ['an element of an array', { supporters: { contains: 'y' } }, ['five', 'one']],
      ['two elements', { supporters: { contains: 'x' }, village: 'hanyin', _id: { gt: 'a' } }, ['five']],
      ['an element, filtered', { village: 'hanyin', supporters: { contains: 'y' }, dueAt: 1 }, ['one']],
      ['by ids', { _id: { in: ['one', 'five', 'nobody'] }, open: true }, ['five', 'one']],
      ['by a range of ids', { _id: { gte: 'n', lt: 'p' } }, ['null', 'one']],
      ['another village', { village: 'nowhere' }, []],
      ['a field inside an object', { 'owner.post': { in: ['p', 'q'] }, 'owner.post.deeper': { exists: false }, dueAt: 1 }, ['one']],
    ])('finds and counts: %s', async (_what, where, expected) => {
      expect([...(await ids({ where }))].sort()).toEqual(expected);
      expect(await store.count('issues', where)).toBe(expected.length);
    });

    it('orders missing, numbers, texts, booleans; descending is the mirror; ties stand by _id', async () => {
      const where = { 'owner.post': 'p' };
      const up = ['missing', 'null', 'one', 'five', 'text', 'true'];
      expect(await ids({ where, orderBy: [{ field: 'dueAt', direction: 'asc' }] })).toEqual(up);
      await store.insertMany('issues', ['x2', 'x1', 'x3'].map((_id) => issue({ _id, village: 'b', createdAt: 7 })));
      await store.insert('issues', issue({ _id: 'x0', village: 'b' }));
      await store.insert('issues', issue({ _id: 'x9', village: 'b', createdAt: 8 }));
      expect(await ids({ where: { village: 'b' }, orderBy: [{ field: 'createdAt', direction: 'desc' }] })).toEqual(['x9', 'x1', 'x2', 'x3', 'x0']);
    });

    it('merges several values of the field before the order', async () => {
      await store.insert('issues', issue({ _id: 'other', village: 'z', open: true, dueAt: 3 }));
      const where = { village: { in: ['z', 'hanyin'] }, open: { in: [true, false] } };
      expect(await ids({ where, orderBy: [{ field: 'dueAt', direction: 'asc' }] })).toEqual(['missing', 'null', 'one', 'other', 'five']);
    });

    it('is served by a partial index whose condition it says', async () => {
      const some = [['p3', true], ['p1', false], ['p2', true], ['p4', undefined]] as const;
      await store.insertMany('issues', some.map(([_id, open], at) => issue({ _id, village: 'v', level: 'partial', createdAt: at, ...(open !== undefined && { open }) })));
      const where = { level: 'partial', open: true };
      expect(await ids({ where, orderBy: [{ field: 'createdAt', direction: 'asc' }] })).toEqual(['p3', 'p2']);
      await store.update('issues', 'p3', { set: { open: false } });
      await store.update('issues', 'p4', { set: { open: true } });
      expect(await ids({ where, orderBy: [{ field: 'createdAt', direction: 'asc' }] })).toEqual(['p2', 'p4']);
      expect(await store.count('issues', where)).toBe(2);
    });

    it.each<[string, Omit<Query, 'limit'>]>([
      ['a field without an index', { where: { title: 'x' } }],
      ['the second field of an index alone', { where: { dueAt: 1 } }],
      ['an order no index has', { where: { village: 'a' }, orderBy: [{ field: 'title', direction: 'asc' }] }],
      ['the direction the index does not have', { where: { village: 'a' }, orderBy: [{ field: 'createdAt', direction: 'asc' }] }],
      ['an element of an array without a multikey index', { where: { tags: { contains: 'x' } } }],
      ['a multikey index asked for the whole array', { where: { supporters: { exists: true } } }],
      ['a partial index whose condition it does not say', { where: { level: 2 } }],
      ['a partial index whose condition it says otherwise', { where: { level: 2, open: { in: [true, false] } } }],
      ['a filter over a whole collection', { where: { title: 'x' }, orderBy: [{ field: 'sweepAt', direction: 'asc' }] }],
      ['more combinations than one reading each allows', { where: { village: { in: Array.from({ length: 60 }, (_, n) => `v${n}`) }, open: { in: [true, false] } }, orderBy: [{ field: 'dueAt', direction: 'asc' }] }],
    ])('is refused when no index serves it: %s', async (_what, query) => {
      await expect(store.find('issues', { ...query, limit: 10 })).rejects.toThrow(UnservedQuery);
      if (!query.orderBy) await expect(store.count('issues', query.where)).rejects.toThrow(UnservedQuery);
    });

    it.each<[string, Query]>([
      ['no page size', { where: {}, limit: 0 }],
      ['an endless page', { where: {}, limit: 101 }],
      ['undefined, which would widen it', { where: { village: undefined } as unknown as Where, limit: 1 }],
      ['null', { where: { village: { eq: null } } as unknown as Where, limit: 1 }],
      ['an unknown operator', { where: { village: { $gt: '' } } as unknown as Where, limit: 1 }],
      ['a path that is an operator', { where: { $where: 'true' }, limit: 1 }],
      ['too many values', { where: { village: { in: Array.from({ length: 101 }, (_, n) => n) } }, limit: 1 }],
      ['an id that is no text', { where: { _id: 5 }, limit: 1 }],
    ])('is refused with %s', async (_what, query) => {
      await expect(store.find('issues', query)).rejects.toThrow(TypeError);
    });
  });

  describe('paging', () => {
    const docs: readonly TestIssue[] = Array.from({ length: 60 }, (_, n) =>
      issue({
        _id: `i:${String((n * 37) % 60).padStart(2, '0')}`,
        ...(n % 4 !== 0 && { dueAt: n % 3 }),
        ...(n % 5 !== 0 && { createdAt: n % 7 }),
        ...(n % 6 !== 0 && { level: n % 2 === 0 ? n % 4 : `t${n % 4}` }),
        open: n % 2 === 0,
        supporters: n % 3 === 0 ? ['x', 'y'] : ['x'],
      }),
    );
    beforeEach(() => store.insertMany('issues', docs));

    it.each<[string, Omit<Query, 'limit'>, number]>([
      ['everything by id', { where: {} }, 60],
      ['by id, last first', { where: {}, orderBy: [{ field: '_id', direction: 'desc' }] }, 60],
      ['ascending with ties and gaps', { where: { village: 'hanyin', open: true }, orderBy: [{ field: 'dueAt', direction: 'asc' }] }, 30],
      ['descending with ties and gaps', { where: { village: 'hanyin' }, orderBy: [{ field: 'createdAt', direction: 'desc' }] }, 60],
      ['one down, one up, types mixed', { where: { village: 'hanyin' }, orderBy: [{ field: 'level', direction: 'desc' }, { field: 'dueAt', direction: 'asc' }] }, 60],
      ['an index more exact than the order', { where: { village: 'hanyin' }, orderBy: [{ field: 'open', direction: 'asc' }] }, 60],
      ['several values', { where: { village: { in: ['hanyin', 'z'] }, open: { in: [true, false] } }, orderBy: [{ field: 'dueAt', direction: 'asc' }] }, 60],
      ['elements of an array', { where: { supporters: { contains: 'x' } }, orderBy: [{ field: 'createdAt', direction: 'desc' }] }, 60],
      ['filtered', { where: { village: 'hanyin', supporters: { contains: 'y' } }, orderBy: [{ field: 'createdAt', direction: 'desc' }] }, 20],
      ['chosen ids in any order', { where: { _id: { in: docs.slice(0, 20).map(({ _id }) => _id) } }, orderBy: [{ field: 'dueAt', direction: 'desc' }] }, 20],
    ])('gives every document once, in one order, whatever the size of a page: %s', async (_what, query, count) => {
      const whole = await ids(query);
      expect(new Set(whole).size).toBe(count);
      for (const limit of [1, 7, count - 1, count]) {
        const paged: string[] = [];
        let after: string | undefined;
        do {
          const page = await store.find('issues', { ...query, limit, ...(after !== undefined && { after }) });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          paged.push(...page.items.map(({ _id }) => _id));
          after = page.next;
        } while (after !== undefined);
        expect(paged).toEqual(whole);
      }
    });

    it('goes on from where it was, though documents came and went', async () => {
      const query = { where: { village: 'hanyin' }, orderBy: [{ field: 'createdAt', direction: 'desc' }], limit: 10 } as const;
      const first = await store.find('issues', query);
      const last = first.items.at(-1);
      await store.remove('issues', String(last?._id));
      await store.insert('issues', issue({ _id: 'newest', createdAt: 99 }));
      const second = await store.find('issues', { ...query, after: String(first.next) });
      expect(second.items).toHaveLength(10);
      expect(second.items.some(({ _id }) => _id === 'newest' || first.items.some((item) => item._id === _id))).toBe(false);
    });

    it.each(['', 'x', 'e30', Buffer.from('{"o":"+_id","v":[5]}').toString('base64url'), Buffer.from('{"o":"+dueAt+_id","v":[1,"a"]}').toString('base64url')])(
      'refuses a cursor that is not of this query: %s',
      async (after) => {
        await expect(store.find('issues', { where: {}, limit: 10, after })).rejects.toThrow(BadCursor);
      },
    );
  });

  describe('a transaction', () => {
    it('reads what it wrote, and all of it is there afterwards', async () => {
      await store.insert('counters', { _id: 'gone', value: 0 });
      const answer = await store.transaction(async (tx) => {
        await tx.insert('counters', { _id: 'a', value: 1 });
        await tx.update('counters', 'a', { inc: { value: 1 } });
        await tx.replace('issues', issue({ _id: 'b' }));
        expect(await tx.remove('counters', 'gone')).toBe(true);
        expect(await tx.get('counters', 'gone')).toBeUndefined();
        return (await tx.get('counters', 'a'))?.value;
      });
      expect(answer).toBe(2);
      expect(await store.get('counters', 'a')).toEqual({ _id: 'a', value: 2 });
      expect(await store.get('issues', 'b')).toEqual(issue({ _id: 'b' }));
      expect(await store.get('counters', 'gone')).toBeUndefined();
    });

    it('leaves nothing when its body throws, and tells what it threw', async () => {
      const refusal = new Error('not yours');
      await expect(store.transaction(async (tx) => {
        await tx.insert('counters', { _id: 'a', value: 1 });
        throw refusal;
      })).rejects.toBe(refusal);
      expect(await store.get('counters', 'a')).toBeUndefined();
    });

    it('leaves nothing when its body throws before it is a promise', async () => {
      await expect(store.transaction(() => {
        throw new RangeError('at once');
      })).rejects.toThrow(RangeError);
    });

    it('is aborted by a duplicate, even one that its body caught', async () => {
      await store.insert('counters', { _id: 'taken', value: 0 });
      await expect(store.transaction(async (tx) => {
        await tx.insert('counters', { _id: 'a', value: 1 });
        await tx.insert('counters', { _id: 'taken', value: 1 }).catch(() => 'never mind');
        return 'done';
      })).rejects.toMatchObject({ name: 'StoreDuplicate', collection: 'counters', id: 'taken' });
      expect(await store.get('counters', 'a')).toBeUndefined();
      expect(await store.get('counters', 'taken')).toEqual({ _id: 'taken', value: 0 });
    });

    it('stays doomed: nothing more can be done in it, and it fails by its first failure', async () => {
      const later: unknown[] = [];
      await expect(store.transaction(async (tx) => {
        await tx.update('counters', 'nobody', { inc: { value: 1 } }).catch(() => 'never mind');
        await tx.insert('counters', { _id: 'a', value: 1 }).catch((error: unknown) => later.push(error));
        await tx.get('counters', 'a').catch((error: unknown) => later.push(error));
        throw new Error('another matter');
      })).rejects.toMatchObject({ name: 'StoreNotFound', collection: 'counters', id: 'nobody' });
      expect(later).toMatchObject([{ name: 'StoreNotFound', id: 'nobody' }, { name: 'StoreNotFound', id: 'nobody' }]);
      expect(await store.get('counters', 'a')).toBeUndefined();
    });

    it('fails by an operation that its body did not wait for', async () => {
      await store.insert('counters', { _id: 'taken', value: 0 });
      await expect(store.transaction((tx) => {
        void tx.insert('counters', { _id: 'a', value: 1 });
        void tx.insert('counters', { _id: 'taken', value: 1 });
        return Promise.resolve('done');
      })).rejects.toThrow(StoreDuplicate);
      expect(await store.get('counters', 'a')).toBeUndefined();
    });

    it(`has at most ${MAX_TRANSACTION_OPERATIONS} operations`, async () => {
      const run = (count: number) =>
        store.transaction(async (tx) => {
          for (let n = 0; n < count; n++) await tx.replace('counters', { _id: `${count}:${n}`, value: n });
        });
      await run(MAX_TRANSACTION_OPERATIONS);
      await expect(run(MAX_TRANSACTION_OPERATIONS + 1)).rejects.toThrow(RangeError);
      expect(await store.count('counters', {})).toBe(MAX_TRANSACTION_OPERATIONS);
    });

    it('is of no use once it is over', async () => {
      let escaped: Parameters<Parameters<TestStore['transaction']>[0]>[0] | undefined;
      await store.transaction(async (tx) => {
        escaped = tx;
        await tx.insert('counters', { _id: 'a', value: 1 });
      });
      await expect(escaped?.insert('counters', { _id: 'b', value: 1 })).rejects.toThrow('this transaction is over');
      expect(await store.get('counters', 'b')).toBeUndefined();
    });

    it('loses no update of many at once that read before they write', async () => {
      await store.insert('counters', { _id: 'c', value: 0 });
      const add = () =>
        store.transaction(async (tx) => {
          const before = await tx.get('counters', 'c');
          await tx.replace('counters', { _id: 'c', value: (before?.value ?? 0) + 1 });
        });
      await Promise.all(Array.from({ length: 6 }, add));
      expect(await store.get('counters', 'c')).toEqual({ _id: 'c', value: 6 });
    });

    it('lets one of two win the same new id, and the other sees it on its second run', async () => {
      const claim = (name: string) =>
        store.transaction(async (tx) => {
          const holder = await tx.get('issues', 'claim');
          if (holder) return holder.title;
          await tx.insert('issues', issue({ _id: 'claim', title: name }));
          return name;
        });
      const [first, second] = await Promise.all([claim('first'), claim('second')]);
      expect(first).toBe(second);
    });

    it('keeps an invariant over two documents when both writers touch the guard document', async () => {
      // Two heads are on duty; at least one must stay. Each may leave only if the other is there.
      await store.insertMany('counters', [{ _id: 'duty', value: 0 }, { _id: 'wang', value: 1 }, { _id: 'li', value: 1 }]);
      const leave = (self: string, other: string) =>
        store.transaction(async (tx) => {
          const onDuty = await tx.get('counters', other);
          if (onDuty?.value !== 1) return 'must stay';
          await tx.update('counters', 'duty', { inc: { value: 1 } });
          await tx.update('counters', self, { set: { value: 0 } });
          return 'left';
        });
      expect((await Promise.all([leave('wang', 'li'), leave('li', 'wang')])).sort()).toEqual(['left', 'must stay']);
    });
  });
}
