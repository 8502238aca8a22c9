/** The CloudBase store keeps the contract through the real SDK, and survives what a network does. */
import { openCloudbaseStore } from '../../cloudfunctions/platform/cloudbase/store';
import { StoreConflict, StoreUnavailable } from '../../cloudfunctions/platform/store';
import { itIsAStore } from './contract';
import { credentials, startEmulator, type Emulator } from './emulator/server';
import { issue, testCollections, type TestRecords, type TestStore } from './fixtures';

// The SDK warns on the console three seconds after a request was sent, even if it has long failed.
process.env.SILENCE = 'true';

let emulator: Emulator;
const started: Emulator[] = [];
async function openEmpty(): Promise<TestStore> {
  emulator = await startEmulator(Object.keys(testCollections));
  started.push(emulator);
  return openOver(emulator);
}

function openOver({ serviceUrl }: Emulator, timeoutMs = 5_000): TestStore {
  return openCloudbaseStore<TestRecords>({ serviceUrl, timeoutMs, ...credentials, collections: testCollections });
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.close()));
});

describe('the CloudBase store', () => {
  itIsAStore(openEmpty);

  it('leaves the document it was given as it was', async () => {
    const store = await openEmpty();
    const given = issue({ _id: 'a', title: undefined, owner: { post: undefined } });
    await store.insert('issues', given);
    await store.replace('issues', given);
    await store.update('issues', 'a', { set: { owner: given.owner } });
    expect(Object.keys(given)).toEqual(['village', '_id', 'title', 'owner']);
    expect(Object.keys(given.owner ?? {})).toEqual(['post']);
  });
});

describe('write skew', () => {
  it('is what CloudBase allows: two writers who each read what the other changes both succeed', async () => {
    // The reason for guard documents (the contract has the case with one). SQLite, with one writer, never shows this.
    const store = await openEmpty();
    await store.insertMany('counters', [{ _id: 'wang', value: 1 }, { _id: 'li', value: 1 }]);
    const bothHaveRead = barrier(2);
    const leave = (self: string, other: string) =>
      store.transaction(async (tx) => {
        const onDuty = await tx.get('counters', other);
        await bothHaveRead();
        if (onDuty?.value === 1) await tx.update('counters', self, { set: { value: 0 } });
      });
    await Promise.all([leave('wang', 'li'), leave('li', 'wang')]);
    expect([await store.get('counters', 'wang'), await store.get('counters', 'li')]).toEqual([{ _id: 'wang', value: 0 }, { _id: 'li', value: 0 }]);
  });
});

describe('a lost race', () => {
  it.each(['database.insertDocument', 'database.commitTransaction'])('at %s is run again, and a body that was wrong the first time is right the second', async (action) => {
    const store = await openEmpty();
    emulator.inject({ action, kind: 'conflict' });
    let runs = 0;
    await store.transaction(async (tx) => {
      runs += 1;
      await tx.insert('counters', { _id: 'a', value: runs });
    });
    expect(runs).toBe(2);
    expect(await store.get('counters', 'a')).toEqual({ _id: 'a', value: 2 });
  });

  it('is told as a conflict after eight runs', async () => {
    const store = await openEmpty();
    for (let n = 0; n < 8; n++) emulator.inject({ action: 'database.commitTransaction', kind: 'conflict' });
    let runs = 0;
    await expect(store.transaction(async (tx) => {
      runs += 1;
      await tx.insert('counters', { _id: 'a', value: 1 });
    })).rejects.toThrow(StoreConflict);
    expect(runs).toBe(8);
    expect(await store.get('counters', 'a')).toBeUndefined();
  }, 20_000);

  it('is not run again for any other failure', async () => {
    const store = await openEmpty();
    let runs = 0;
    await expect(store.transaction(() => {
      runs += 1;
      return Promise.reject(new Error('refused'));
    })).rejects.toThrow('refused');
    expect(runs).toBe(1);
    expect(emulator.requests.map(({ action }) => action)).toEqual(['database.startTransaction', 'database.abortTransaction']);
  });
});

describe('a bad line', () => {
  const kinds = ['drop', 'lose', 'hang', 'error'] as const;

  it.each(kinds)('is told as unavailable (%s), and the next request works', async (kind) => {
    await openEmpty();
    // Short enough for what hangs, long enough for what a busy machine answers late.
    const store = openOver(emulator, 2_000);
    emulator.inject({ action: 'database.insertDocument', kind });
    emulator.inject({ action: 'database.getDocument', kind });
    await expect(store.insert('counters', { _id: 'a', value: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(store.find('counters', { where: {}, limit: 1 })).rejects.toThrow(StoreUnavailable);
    // What was asked may or may not have happened; saying it again with the same id settles it.
    await store.replace('counters', { _id: 'a', value: 1 });
    expect(await store.get('counters', 'a')).toEqual({ _id: 'a', value: 1 });
  });

  it('after the commit leaves the transaction done, once, and does not run it again', async () => {
    const store = await openEmpty();
    await store.insert('counters', { _id: 'a', value: 0 });
    emulator.inject({ action: 'database.commitTransaction', kind: 'drop' });
    await expect(store.transaction((tx) => tx.update('counters', 'a', { inc: { value: 1 } }))).rejects.toThrow(StoreUnavailable);
    expect(await store.get('counters', 'a')).toEqual({ _id: 'a', value: 1 });
  });

  it('at the start or inside leaves nothing', async () => {
    const store = await openEmpty();
    for (const action of ['database.startTransaction', 'database.insertDocument']) {
      emulator.inject({ action, kind: 'lose' });
      await expect(store.transaction((tx) => tx.insert('counters', { _id: 'a', value: 1 }))).rejects.toThrow(StoreUnavailable);
      expect(await store.get('counters', 'a')).toBeUndefined();
    }
  });
});

/** Lets nobody pass before `count` have come. */
function barrier(count: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let come = 0;
  return () => {
    come += 1;
    if (come === count) open();
    return opened;
  };
}
