/** The embedded store keeps the contract, and what only it can promise: durability, shared commits, a full disk survived. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDriver } from '../../cloudfunctions/platform/sqlite/driver';
import { openSqliteStore, type SqliteStoreOptions } from '../../cloudfunctions/platform/sqlite/store';
import { StoreUnavailable } from '../../cloudfunctions/platform/store';
import { itIsAStore } from './contract';
import { issue, testCollections, type TestRecords, type TestStore } from './fixtures';
import { programOf } from './own-process';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(options: Partial<SqliteStoreOptions<TestRecords>> = {}): Promise<TestStore> {
  return openSqliteStore<TestRecords>({ path: join(folder, 'new', 'store.db'), collections: testCollections, ...options });
}

const anIssue = (n: number | string, size = 100) => issue({ _id: `issue:${n}`, title: 'x'.repeat(size) });

describe('the embedded store', () => {
  itIsAStore(open);

  it('finds everything again after it was closed', async () => {
    const first = await open();
    await first.insert('issues', issue({ _id: 'a', supporters: ['x'] }));
    await first.close();
    const second = await open();
    expect(await second.find('issues', { where: { supporters: { contains: 'x' } }, limit: 1 })).toEqual({ items: [issue({ _id: 'a', supporters: ['x'] })] });
    await second.close();
  });

  it('serves documents that are older than an index, and drops an index that is no longer declared', async () => {
    const none = { issues: { about: '', indexes: [] }, counters: { about: '', indexes: [] } };
    const old = await open({ collections: none });
    await old.insertMany('issues', [issue({ _id: 'a', dueAt: 2, supporters: ['x'] }), issue({ _id: 'b', dueAt: 1, supporters: ['x', 'y'] })]);
    await old.close();
    for (const collections of [testCollections, none, testCollections]) {
      const store = await open({ collections });
      if (collections === testCollections) {
        expect((await store.find('issues', { where: { supporters: { contains: 'y' } }, limit: 9 })).items).toHaveLength(1);
        expect(await store.count('issues', { village: 'hanyin' })).toBe(2);
      }
      await store.remove('issues', 'a');
      await store.insert('issues', issue({ _id: 'a', supporters: ['x'] }));
      await store.close();
    }
  });

  it('refuses after it was closed, and closes after what was under way', async () => {
    const store = await open();
    const underWay = store.insert('issues', anIssue(1));
    const closed = store.close();
    await expect(store.insert('issues', anIssue(2))).rejects.toThrow(StoreUnavailable);
    await underWay;
    await closed;
    await store.close();
    await expect(store.get('issues', 'a')).rejects.toThrow(StoreUnavailable);
    await expect(store.transaction(() => Promise.resolve(1))).rejects.toThrow(StoreUnavailable);
  });

  it('keeps nothing in its file of what was written over or removed', async () => {
    const store = await open();
    // Long enough for pages of their own, short enough to share one: both kinds are given back.
    const sizes = [200, 6_000];
    const ids = sizes.flatMap((size) => Array.from({ length: 40 }, (_, n) => ({ _id: `${size}-${n}`, size })));
    const titled = (word: string, size: number) => word.repeat(Math.ceil(size / word.length));
    for (const { _id, size } of ids) await store.insert('issues', issue({ _id, title: titled(`written-first-${_id} `, size) }));
    for (const { _id, size } of ids) await store.replace('issues', issue({ _id, title: titled(`written-then-${_id} `, size) }));
    for (const { _id } of ids.slice(0, 20)) await store.remove('issues', _id);
    await store.close();
    const file = readFileSync(join(folder, 'new', 'store.db')).toString('latin1');
    expect(ids.filter(({ _id }) => file.includes(`written-then-${_id} `)).map(({ _id }) => _id)).toEqual(ids.slice(20).map(({ _id }) => _id));
    expect(file.includes('written-first')).toBe(false);
  });

  it('cannot be opened over what is no database', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear all, '.repeat(1000));
    await expect(open({ path: join(folder, 'letter.txt') })).rejects.toThrow(StoreUnavailable);
  });
});

describe('a shared commit', () => {
  it('lets one member fail while the others are written', async () => {
    const store = await open();
    await store.insert('issues', anIssue('taken'));
    const results = await Promise.allSettled([
      store.insert('issues', anIssue(1)),
      store.insert('issues', anIssue('taken')),
      store.transaction(async (tx) => {
        await tx.insert('issues', anIssue(2));
        await tx.insert('issues', anIssue('taken'));
      }),
      store.transaction(async (tx) => {
        await tx.insert('issues', anIssue(3));
        throw new RangeError('refused');
      }),
      store.transaction(async (tx) => {
        // A later member sees what an earlier one of the group wrote, and nothing of those that failed.
        expect(await Promise.all([1, 2, 3].map(async (n) => (await tx.get('issues', `issue:${n}`)) !== undefined))).toEqual([true, false, false]);
        await tx.insert('issues', anIssue(4));
      }),
      store.update('issues', 'issue:nobody', { set: { title: '' } }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({ reason: { name: 'StoreDuplicate' } });
    expect(await store.count('issues', {})).toBe(3);
    await store.close();
  });

  it('shows nobody what is not yet durable', async () => {
    const store = await open();
    const seen: unknown[] = [];
    // The first member of the group is written when the second one's body looks; neither is committed.
    await Promise.all([
      store.insert('issues', anIssue(1)),
      store.transaction(async (tx) => {
        await tx.insert('issues', anIssue(2));
        for (const id of ['issue:1', 'issue:2']) seen.push(await store.get('issues', id), await store.count('issues', {}));
      }),
    ]);
    expect(seen).toEqual([undefined, 0, undefined, 0]);
    expect(await store.count('issues', {})).toBe(2);
    await store.close();
  });

  it('is one commit for many that arrive together', async () => {
    const store = await open();
    // Each commit writes every page it touched to the log again.
    const logSize = () => statSync(join(folder, 'new', 'store.db-wal')).size;
    const start = logSize();
    for (let n = 0; n < 50; n++) await store.insert('issues', anIssue(n));
    const alone = logSize() - start;
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.insert('issues', anIssue(`t${n}`))));
    expect(logSize() - start - alone).toBeLessThan(alone / 5);
    await store.close();
  });

  it('is not held up for long by a body that awaits something else', async () => {
    const store = await open({ bodyMs: 500 });
    const stuck = store.transaction(async (tx) => {
      await tx.insert('issues', anIssue(1));
      // Waits for the writer that it holds itself.
      await store.insert('issues', anIssue(2));
    });
    const next = store.insert('issues', anIssue(3));
    await expect(stuck).rejects.toThrow(StoreUnavailable);
    await next;
    await store.insert('issues', anIssue(4));
    expect(await store.get('issues', 'issue:1')).toBeUndefined();
    expect(await store.get('issues', 'issue:3')).toBeDefined();
    await store.close();
  });

  it('refuses who waited too long for a turn, unwritten', async () => {
    const store = await open({ bodyMs: 5_000, queueMs: 20 });
    const slow = store.transaction(() => new Promise((resolve) => setTimeout(resolve, 50)));
    const impatient = store.insert('issues', anIssue(1));
    await slow;
    await expect(impatient).rejects.toThrow(StoreUnavailable);
    expect(await store.get('issues', 'issue:1')).toBeUndefined();
    await store.close();
  });
});

describe('a document that was read before', () => {
  it('is shown as it was until what changes it is durable', async () => {
    const store = await open();
    await store.insert('issues', issue({ _id: 'a', title: 'old' }));
    await store.get('issues', 'a');
    const seen: unknown[] = [];
    await Promise.all([
      store.update('issues', 'a', { set: { title: 'new' } }),
      store.transaction(async (tx) => {
        seen.push((await store.get('issues', 'a'))?.title, (await tx.get('issues', 'a'))?.title);
        await tx.remove('issues', 'a');
      }),
      store.transaction(async (tx) => {
        seen.push((await store.get('issues', 'a'))?.title, (await tx.get('issues', 'a'))?.title);
        await tx.insert('issues', issue({ _id: 'a', title: 'newest' }));
      }),
    ]);
    expect(seen).toEqual(['old', 'new', 'old', undefined]);
    expect((await store.get('issues', 'a'))?.title).toBe('newest');
    await store.close();
  });

  it('is not hidden by what was read while the group that wrote it was open', async () => {
    const store = await open();
    await store.insert('issues', issue({ _id: 'a', title: 'old' }));
    await Promise.all([store.update('issues', 'a', { set: { title: 'new' } }), store.transaction(async () => void (await store.get('issues', 'a')))]);
    expect((await store.get('issues', 'a'))?.title).toBe('new');
    await store.close();
  });

  it('is as another process has left it', async () => {
    const [store, other] = [await open(), await open()];
    await store.insert('issues', issue({ _id: 'a', title: 'old' }));
    expect([(await store.get('issues', 'a'))?.title, (await other.get('issues', 'a'))?.title]).toEqual(['old', 'old']);
    await other.update('issues', 'a', { set: { title: 'new' } });
    expect((await store.get('issues', 'a'))?.title).toBe('new');
    await store.remove('issues', 'a');
    expect(await other.transaction((tx) => tx.get('issues', 'a'))).toBeUndefined();
    await Promise.all([store.close(), other.close()]);
  });

  it('is as it was when the commit that should have changed it failed', async () => {
    const store = await open({ maxBytes: 200_000 });
    await store.insert('issues', issue({ _id: 'a', title: 'old' }));
    await store.get('issues', 'a');
    await expect(Promise.all([store.update('issues', 'a', { set: { title: 'new' } }), store.insert('issues', anIssue(1, 1_000_000))])).rejects.toThrow(StoreUnavailable);
    expect((await store.get('issues', 'a'))?.title).toBe('old');
    await store.close();
  });

  it('cannot be changed by who reads it', async () => {
    const store = await open();
    await store.insert('issues', issue({ _id: 'a', supporters: ['x'] }));
    const read = await store.get('issues', 'a');
    expect(() => (read?.supporters as string[]).push('y')).toThrow(TypeError);
    await store.close();
  });

  it('is read from the file again when many others were read since', async () => {
    const store = await open();
    for (let n = 0; n < 30; n++) await store.insert('issues', anIssue(n, 100_000));
    for (let n = 0; n < 30; n++) await store.get('issues', `issue:${n}`);
    for (let n = 0; n < 30; n++) expect(await store.get('issues', `issue:${n}`)).toEqual(anIssue(n, 100_000));
    await store.close();
  });
});

describe('an engine that fails', () => {
  it('is told as unavailable when the disk is full, writes nothing by halves, and works again when there is room', async () => {
    const store = await open({ maxBytes: 400_000 });
    let full: unknown;
    let written = 0;
    for (; full === undefined && written < 1000; written++) full = await store.insert('issues', anIssue(written, 5_000)).catch((error: unknown) => error);
    expect(full).toBeInstanceOf(StoreUnavailable);
    written -= 1;
    await expect(store.transaction(async (tx) => {
      await tx.update('issues', 'issue:0', { set: { title: 'small' } });
      await tx.insert('issues', anIssue('big', 300_000));
    })).rejects.toThrow(StoreUnavailable);
    expect(await store.get('issues', 'issue:0')).toEqual(anIssue(0, 5_000));
    expect(await store.count('issues', {})).toBe(written);
    for (let n = 0; n < 20; n++) await store.remove('issues', `issue:${n}`);
    await store.insert('issues', anIssue('after', 5_000));
    expect(await store.count('issues', {})).toBe(written - 19);
    await store.close();
  });

  it('tells everyone in the group whose commit failed', async () => {
    const store = await open({ maxBytes: 400_000 });
    const results = await Promise.allSettled([
      store.insert('issues', anIssue(1)),
      store.insert('issues', anIssue(1)),
      store.insert('issues', anIssue('big', 600_000)),
    ]);
    expect(results).toMatchObject([{ reason: { name: 'StoreUnavailable' } }, { reason: { name: 'StoreUnavailable' } }, { reason: { name: 'StoreUnavailable' } }]);
    expect(await store.count('issues', {})).toBe(0);
    await store.insert('issues', anIssue(1));
    await store.close();
  });

  it('waits for another process that holds the file, then says it is unavailable', async () => {
    const store = await open();
    const other = (await loadDriver())(join(folder, 'new', 'store.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(Promise.all([store.insert('issues', anIssue(1)), store.insert('issues', anIssue(2))])).rejects.toThrow(StoreUnavailable);
    expect(await store.count('issues', {})).toBe(0);
    other.exec('ROLLBACK');
    await store.insert('issues', anIssue(1));
    other.close();
    await store.close();
  });
});

describe('a killed process', () => {
  it('has every write it acknowledged, and no half of a transaction', async () => {
    const acknowledged = await killWhileWriting(join(folder, 'new', 'store.db'));
    expect(acknowledged.length).toBeGreaterThan(50);
    const store = await open();
    for (const id of acknowledged) {
      expect(await store.get('issues', `issue:${id}`)).toBeDefined();
      expect(await store.get('counters', `counter:${id}`)).toBeDefined();
    }
    expect(await store.count('issues', {})).toBe(await store.count('counters', {}));
    await store.close();
  });
});

/** Runs a process that writes as fast as it can and tells each write once it is acknowledged; kills it; answers what it told. */
async function killWhileWriting(path: string): Promise<readonly string[]> {
  const writer = await programOf(join(__dirname, 'endless-writer.ts'));
  const child = writer.start(path);
  let told = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (told.length > 2_000) child.kill('SIGKILL');
  });
  await once(child, 'close');
  writer.remove();
  return told.split('\n').slice(0, -1);
}
