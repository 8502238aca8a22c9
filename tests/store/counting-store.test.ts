/** The counts that logs show and that tests bound: one a call of the port, wherever it is made. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countingStore } from '../../cloudfunctions/platform/counting-store';
import { openSqliteStore } from '../../cloudfunctions/platform/sqlite/store';
import { StoreConflict } from '../../cloudfunctions/platform/store';
import { issue, testCollections, type TestRecords, type TestStore } from './fixtures';

describe('a counting store', () => {
  let folder: string;
  let inner: TestStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counting-'));
    inner = await openSqliteStore<TestRecords>({ path: join(folder, 'store.db'), collections: testCollections });
  });
  afterEach(async () => {
    await inner.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('counts each call once, inside transactions too, and an insertMany as its documents', async () => {
    const { store, counts } = countingStore(inner);
    expect(counts()).toEqual({ reads: 0, writes: 0 });
    await store.insert('issues', issue({ _id: 'a' }));
    await store.insertMany('issues', ['b', 'c', 'd'].map((_id) => issue({ _id })));
    await store.replace('issues', issue({ _id: 'a', title: 'new' }));
    await store.update('issues', 'a', { set: { title: 'newer' } });
    await store.remove('issues', 'b');
    expect(counts()).toEqual({ reads: 0, writes: 7 });
    await store.get('issues', 'a');
    await store.find('issues', { where: {}, limit: 10 });
    await store.count('issues', {});
    expect(counts()).toEqual({ reads: 3, writes: 7 });
    await store.transaction(async (tx) => {
      await tx.get('issues', 'a');
      await tx.update('issues', 'a', { inc: { count: 1 } });
    });
    expect(counts()).toEqual({ reads: 4, writes: 8 });
  });

  it('counts what failed, and a body that ran again', async () => {
    // Runs every body twice, as an engine does whose first try lost a race.
    const contended: TestStore = {
      ...inner,
      transaction: async (body) => {
        await inner.transaction(async (tx) => {
          await body(tx);
          throw new StoreConflict();
        }).catch(() => undefined);
        return inner.transaction(body);
      },
    };
    const { store, counts } = countingStore(contended);
    await store.transaction((tx) => tx.insert('issues', issue({ _id: 'a' })));
    await expect(store.transaction((tx) => tx.insert('issues', issue({ _id: 'a' })))).rejects.toMatchObject({ name: 'StoreDuplicate' });
    expect(counts()).toEqual({ reads: 0, writes: 4 });
  });

  it('keeps a count of its own for each call of a function', async () => {
    const first = countingStore(inner);
    const second = countingStore(inner);
    await first.store.get('issues', 'a');
    expect([first.counts().reads, second.counts().reads]).toEqual([1, 0]);
  });
});
