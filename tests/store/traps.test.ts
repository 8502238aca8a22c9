/**
 * The traps of CloudBase's SDK, each with what falls into it if its guard in `cloudfunctions/platform/cloudbase/` goes.
 *
 * | trap | what the SDK does | the guard |
 * |---|---|---|
 * | 1 | in a transaction `where()` runs outside it | `by-id.ts`: `doc(id)` only |
 * | 2 | two `or`s become one; two tests of one field become the last | `filter.ts`: raw, one `$and` |
 * | 3 | off the cloud every request asks a metadata service first | `client.ts` |
 * | 4 | without credentials the process ends | `client.ts` |
 * | 5 | inside the cloud a connection a request | `client.ts`: `keepalive` |
 * | 6 | `doc().get()` answers an array outside a transaction, an object or null inside | `by-id.ts` |
 * | 7 | `add` makes no collection | `failures.ts`; the plan makes them all (`tests/functions/platform/deploy.test.ts`) |
 * | 8 | a `get` gives 100 rows unless asked, 1000 at most; a lost race is run again three times | `store.ts`, `transaction.ts` |
 * | 9 | a duplicate comes by a code or only by its text | `failures.ts` |
 * | 10 | a unique index counts a missing field as null | no index is unique (`tests/functions/platform/deploy.test.ts`) |
 */
import { globalAgent } from 'node:http';
import axios from 'axios';
import { openCloudbase } from '../../cloudfunctions/platform/cloudbase/client';
import { openCloudbaseStore } from '../../cloudfunctions/platform/cloudbase/store';
import { StoreUnavailable } from '../../cloudfunctions/platform/store';
import { credentials, startEmulator, type Emulator } from './emulator/server';
import { issue, testCollections, type TestRecords, type TestStore } from './fixtures';

process.env.SILENCE = 'true';

const started: Emulator[] = [];
async function start(collections: readonly string[] = Object.keys(testCollections)): Promise<Emulator> {
  const one = await startEmulator(collections);
  started.push(one);
  return one;
}

let emulator: Emulator;
let store: TestStore;
beforeEach(async () => {
  emulator = await start();
  store = openCloudbaseStore<TestRecords>({ serviceUrl: emulator.serviceUrl, ...credentials, collections: testCollections });
});
afterEach(() => Promise.all(started.splice(0).map((one) => one.close())));

describe('trap 1', () => {
  it('what a transaction changes and removes is undone with it', async () => {
    await store.insertMany('counters', [{ _id: 'a', value: 1 }, { _id: 'b', value: 1 }]);
    await expect(store.transaction(async (tx) => {
      await tx.update('counters', 'a', { inc: { value: 1 } });
      await tx.replace('counters', { _id: 'c', value: 1 });
      await tx.remove('counters', 'b');
      throw new Error('undone');
    })).rejects.toThrow('undone');
    expect((await store.find('counters', { where: {}, limit: 10 })).items).toEqual([{ _id: 'a', value: 1 }, { _id: 'b', value: 1 }]);
  });

  it('everything between start and end carries the transaction, and nothing is a query', async () => {
    await store.transaction(async (tx) => {
      await tx.insert('issues', issue({ _id: 'a' }));
      await tx.update('issues', 'a', { set: { village: 'hanyin' } });
      await tx.replace('issues', issue({ _id: 'b' }));
      await tx.get('issues', 'a');
      await tx.remove('issues', 'a');
    });
    const [start, ...inside] = emulator.requests;
    expect(start?.action).toBe('database.startTransaction');
    expect(inside.every(({ transactionId }) => transactionId === 'tx-1')).toBe(true);
    expect(inside.every(({ queryType }) => queryType !== 'WHERE')).toBe(true);
  });
});

describe('trap 2', () => {
  it('two choices and a page further on all hold at once', async () => {
    const docs = ['a', 'b', 'c', 'd'].flatMap((village) => [true, false].flatMap((open) => [1, 2, 3].map((dueAt) => issue({ _id: `${village}${open ? 1 : 0}${dueAt}`, village, open, dueAt }))));
    await store.insertMany('issues', docs);
    const query = { where: { village: { in: ['a', 'b'] }, open: { in: [true] } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit: 2 } as const;
    const first = await store.find('issues', query);
    const second = await store.find('issues', { ...query, after: String(first.next) });
    const third = await store.find('issues', { ...query, after: String(second.next) });
    expect([first, second, third].map(({ items }) => items.map(({ _id }) => _id))).toEqual([['a11', 'b11'], ['a12', 'b12'], ['a13', 'b13']]);
    expect(third.next).toBeUndefined();
  });

  it('both ends of a range hold', async () => {
    await store.insertMany('issues', [1, 2, 3, 4, 5].map((dueAt) => issue({ _id: `n${dueAt}`, open: true, dueAt })));
    expect(await store.count('issues', { village: 'hanyin', open: true, dueAt: { gt: 1, lt: 5 } })).toBe(3);
  });
});

describe('trap 3', () => {
  it('nobody is asked where this machine stands', async () => {
    delete process.env.TENCENTCLOUD;
    const asked = jest.spyOn(axios, 'get').mockRejectedValue(new Error('no metadata service'));
    const fresh = openCloudbaseStore<TestRecords>({ serviceUrl: emulator.serviceUrl, ...credentials, collections: testCollections });
    for (let n = 0; n < 3; n += 1) await fresh.get('counters', 'a');
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});

describe('trap 4', () => {
  it('missing credentials are said at once, where somebody can hear it', () => {
    expect(() => openCloudbaseStore<TestRecords>({ env: 'local-test', collections: testCollections })).toThrow('credentials');
  });
});

describe('trap 5', () => {
  const inCloud = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local-test' };
  const ours = globalAgent as { keepAlive?: boolean };
  beforeEach(() => {
    Object.assign(process.env, inCloud);
    // As it was before Node 19; later ones keep connections by themselves, for as long as they choose.
    ours.keepAlive = false;
  });
  afterEach(() => {
    ours.keepAlive = true;
    for (const name of Object.keys(inCloud)) delete process.env[name];
  });

  it('requests one after the other share a connection, in the cloud too', async () => {
    const fresh = openCloudbaseStore<TestRecords>({ serviceUrl: emulator.serviceUrl, ...credentials, collections: testCollections });
    for (let n = 0; n < 5; n += 1) await fresh.get('counters', 'a');
    expect(emulator.connections()).toBe(1);
  });
});

describe('trap 6', () => {
  it.each(['outside', 'inside'] as const)('a document, or none, is the same %s a transaction', async (where) => {
    await store.insert('counters', { _id: 'a', value: 1 });
    const get = (id: string) => (where === 'outside' ? store.get('counters', id) : store.transaction((tx) => tx.get('counters', id)));
    expect(await get('a')).toEqual({ _id: 'a', value: 1 });
    expect(await get('nobody')).toBeUndefined();
  });
});

describe('trap 7', () => {
  it('a collection that the deployment forgot is a failure, not an empty one', async () => {
    const bare = await start(['issues']);
    const over = openCloudbaseStore<TestRecords>({ serviceUrl: bare.serviceUrl, ...credentials, collections: testCollections });
    await expect(over.insert('counters', { _id: 'a', value: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(over.insert('counters', { _id: 'a', value: 1 })).rejects.toThrow('DATABASE_COLLECTION_NOT_EXIST');
    await expect(over.get('counters', 'a')).rejects.toThrow(StoreUnavailable);
    await expect(over.count('counters', {})).rejects.toThrow(StoreUnavailable);
  });
});

describe('trap 8', () => {
  const many = Array.from({ length: 1_150 }, (_, n) => issue({ _id: `n:${String(n).padStart(5, '0')}`, open: true, dueAt: n % 7 }));
  const query = { where: { village: 'hanyin', open: true }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit: 100 } as const;

  it('the cloud gives 100 rows unasked and 1000 at most', async () => {
    await store.insertMany('issues', many);
    const rows = openCloudbase({ serviceUrl: emulator.serviceUrl, ...credentials }).database().collection('issues');
    expect((await rows.where({ open: true }).get()).data).toHaveLength(100);
    expect((await rows.where({ open: true }).limit(5_000).get()).data).toHaveLength(1_000);
  }, 30_000);

  it('more than it gives at once is read to its end by pages, and counted whole', async () => {
    await store.insertMany('issues', many);
    const seen = new Set<string>();
    let page = await store.find('issues', query);
    for (;;) {
      for (const { _id } of page.items) seen.add(_id);
      if (page.next === undefined) break;
      page = await store.find('issues', { ...query, after: page.next });
    }
    expect(seen.size).toBe(many.length);
    expect(await store.count('issues', query.where)).toBe(many.length);
  }, 30_000);

  it('a race lost five times is still run', async () => {
    for (let n = 0; n < 5; n += 1) emulator.inject({ action: 'database.commitTransaction', kind: 'conflict' });
    await store.transaction((tx) => tx.insert('counters', { _id: 'a', value: 1 }));
    expect(await store.get('counters', 'a')).toEqual({ _id: 'a', value: 1 });
  }, 20_000);
});

describe('trap 9', () => {
  it.each(['text', 'code'] as const)('a duplicate told by %s is one, and its id is named', async (form) => {
    emulator.tellDuplicatesBy(form);
    await store.insert('issues', issue({ _id: 'say "ah"' }));
    await expect(store.insert('issues', issue({ _id: 'say "ah"' }))).rejects.toMatchObject({ name: 'StoreDuplicate', id: 'say "ah"' });
    await expect(store.transaction((tx) => tx.insert('issues', issue({ _id: 'say "ah"' })))).rejects.toMatchObject({ name: 'StoreDuplicate', id: 'say "ah"' });
  });
});

describe('trap 10', () => {
  it('two documents without a field that is indexed stand side by side', async () => {
    await store.insertMany('issues', [issue({ _id: 'a' }), issue({ _id: 'b' })]);
    expect(await store.count('issues', { sweepAt: { exists: false } })).toBe(2);
  });
});

describe('a caller without the functions’ credentials', () => {
  const actions = ['database.getDocument', 'database.insertDocument', 'database.modifyDocument', 'database.removeDocument', 'database.startTransaction', 'storage.getUploadMetadata', 'storage.batchGetDownloadUrl', 'storage.batchDeleteFile', 'wx.api'];

  it.each(actions)('gets nothing from %s', async (action) => {
    await store.insert('counters', { _id: 'a', value: 1 });
    const response = await fetch(emulator.serviceUrl, { method: 'POST', body: JSON.stringify({ action, collectionName: 'counters', query: '{}', openid: 'a-phone' }) });
    expect(await response.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
    expect(await store.get('counters', 'a')).toEqual({ _id: 'a', value: 1 });
  });

  it('is unavailable to the store, not empty', async () => {
    const stranger = openCloudbaseStore<TestRecords>({ serviceUrl: emulator.serviceUrl, ...credentials, secretId: 'stranger', collections: testCollections });
    await expect(stranger.get('counters', 'a')).rejects.toThrow(StoreUnavailable);
  });
});
