/**
 * The contract of every store against a real CloudBase environment, for who has one:
 *
 *     CLOUDBASE_ENV_ID=… TENCENTCLOUD_SECRETID=… TENCENTCLOUD_SECRETKEY=… npm test -- tests/store/real-cloud
 *
 * It empties the collections `issues` and `counters`, so it wants an environment of its own and refuses one that has a
 * county in it. Without the variables it does not run.
 */
import { databaseOf, openCloudbase } from '../../cloudfunctions/platform/cloudbase/client';
import { openCloudbaseStore } from '../../cloudfunctions/platform/cloudbase/store';
import { itIsAStore } from './contract';
import { testCollections, type TestRecords, type TestStore } from './fixtures';

const env = process.env.CLOUDBASE_ENV_ID ?? '';
const names = Object.keys(testCollections) as (keyof TestRecords)[];

jest.setTimeout(120_000);

async function openEmpty(): Promise<TestStore> {
  const store = openCloudbaseStore<TestRecords>({ env, collections: testCollections });
  for (const name of names) await clear(store, name);
  return store;
}

async function clear(store: TestStore, name: keyof TestRecords): Promise<void> {
  for (;;) {
    const { items } = await store.find(name, { where: {}, limit: 100 });
    if (items.length === 0) return;
    await Promise.all(items.map(({ _id }) => store.remove(name, _id)));
  }
}

beforeAll(async () => {
  const app = openCloudbase({ env });
  // Anything but the one answer that there is no such collection, a broken line too, ends it before anything is removed.
  const county = await databaseOf(app).collection('villages').doc('any').get().then(() => true, (error: unknown) => {
    if (String((error as { readonly code?: unknown }).code).includes('COLLECTION_NOT_EXIST')) return false;
    throw error;
  });
  if (county) throw new Error(`${env} has a collection of villages: these tests empty collections and want an environment of their own`);
  const database = app.database() as unknown as { createCollection(name: string): Promise<unknown> };
  // Fails where it is there already.
  for (const name of names) await database.createCollection(name).catch(() => undefined);
});

describe('a real CloudBase environment', () => {
  itIsAStore(openEmpty);
});
