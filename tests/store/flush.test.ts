/** What is answered is on the disk: flushes that end when the test says, and disks that fail. */
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@platform/sqlite/store';
import { StoreUnavailable } from '@platform/store';
import { issue, testCollections, type TestRecords, type TestStore } from './fixtures';

/** A disk that brings something home only when it is told to. */
class Disk {
  readonly asked: { readonly resolve: () => void; readonly reject: (reason: Error) => void }[] = [];
  readonly flush = (): Promise<void> => new Promise((resolve, reject) => void this.asked.push({ resolve, reject }));
}

/** After everything that needs no disk. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

async function isOpen(promise: Promise<unknown>): Promise<boolean> {
  let open = true;
  promise.then(() => (open = false), () => (open = false));
  await settled();
  return open;
}

describe('the log', () => {
  it('is flushed by the system before a writer is answered, and when a store opens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flush-'));
    const some = await open(join(folder, 'some'), 'w');
    const datasync = jest.spyOn(Object.getPrototypeOf(some) as FileHandle, 'datasync');
    const store = await openSqliteStore<TestRecords>({ path: join(folder, 'store.db'), collections: testCollections });
    expect(datasync).toHaveBeenCalledTimes(1);
    await Promise.all([store.insert('issues', issue({ _id: 'a' })), store.insert('issues', issue({ _id: 'b' }))]);
    expect(datasync).toHaveBeenCalledTimes(2);
    await store.close();
    datasync.mockRestore();
    await some.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is found beside the file that a link leads to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flush-'));
    writeFileSync(join(folder, 'store.db'), '');
    symlinkSync(join(folder, 'store.db'), join(folder, 'link.db'));
    const store = await openSqliteStore<TestRecords>({ path: join(folder, 'link.db'), collections: testCollections });
    await store.insert('issues', issue({ _id: 'a' }));
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a store whose disk takes its time', () => {
  let folder: string;
  let disk: Disk;
  let store: TestStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flush-'));
    disk = new Disk();
    store = await openSqliteStore<TestRecords>({ path: join(folder, 'store.db'), collections: testCollections, flushing: disk.flush });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('answers no writer before the log is on the disk; who comes meanwhile shares the next flush', async () => {
    const first = store.insert('issues', issue({ _id: 'a' }));
    expect(await isOpen(first)).toBe(true);
    const second = store.transaction((tx) => tx.get('issues', 'a'));
    const refused = store.insert('issues', issue({ _id: 'a' }));
    refused.catch(() => undefined);
    expect(await isOpen(second)).toBe(true);
    expect(await isOpen(refused)).toBe(true);
    expect(disk.asked).toHaveLength(1);
    disk.asked[0]?.resolve();
    await first;
    await settled();
    disk.asked[1]?.resolve();
    expect(await second).toMatchObject({ _id: 'a' });
    await expect(refused).rejects.toMatchObject({ name: 'StoreDuplicate' });
    await store.close();
  });

  it('shows no reader what is not yet on the disk', async () => {
    const written = store.insert('issues', issue({ _id: 'a' }));
    await settled();
    const reads = [store.get('issues', 'a'), store.count('issues', {}), store.find('issues', { where: {}, limit: 1 })];
    for (const read of reads) expect(await isOpen(read)).toBe(true);
    disk.asked[0]?.resolve();
    await written;
    expect(await Promise.all(reads)).toEqual([issue({ _id: 'a' }), 1, { items: [issue({ _id: 'a' })] }]);
    expect(await isOpen(store.get('issues', 'a'))).toBe(false);
    await store.close();
  });

  it('is unavailable to everybody when the disk has failed', async () => {
    const written = store.insert('issues', issue({ _id: 'a' }));
    await settled();
    const read = store.get('issues', 'a');
    disk.asked[0]?.reject(new Error('EIO'));
    await expect(written).rejects.toThrow(StoreUnavailable);
    await expect(read).rejects.toThrow(StoreUnavailable);
    await expect(store.insert('issues', issue({ _id: 'b' }))).rejects.toThrow(StoreUnavailable);
    await expect(store.count('issues', {})).rejects.toThrow(StoreUnavailable);
    await store.close();
    // The log is left as it was, for the next opening to copy and flush.
    expect(statSync(join(folder, 'store.db-wal')).size).toBeGreaterThan(0);
    const next = await openSqliteStore<TestRecords>({ path: join(folder, 'store.db'), collections: testCollections });
    expect(await next.get('issues', 'a')).toEqual(issue({ _id: 'a' }));
    await next.close();
  });

  it('closes when what was under way is on the disk', async () => {
    const written = store.insert('issues', issue({ _id: 'a' }));
    await settled();
    const closed = store.close();
    expect(await isOpen(closed)).toBe(true);
    disk.asked[0]?.resolve();
    await Promise.all([written, closed]);
  });
});
