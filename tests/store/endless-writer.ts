/** A process of its own that writes until it is killed; see the crash test in `sqlite.test.ts`. */
import { openSqliteStore } from '../../cloudfunctions/platform/sqlite/store';
import { testCollections, type TestRecords } from './fixtures';

async function main(): Promise<void> {
  const store = await openSqliteStore<TestRecords>({ path: String(process.argv[2]), collections: testCollections });
  const client = async (name: string): Promise<void> => {
    for (let n = 0; ; n++) {
      const id = `${name}${n}`;
      await store.transaction(async (tx) => {
        await tx.insert('issues', { _id: `issue:${id}`, village: 'hanyin', dueAt: n, title: 'x'.repeat(500) });
        await tx.insert('counters', { _id: `counter:${id}`, value: n });
      });
      process.stdout.write(`${id}\n`);
    }
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(client));
}

void main();
