/** `npm run check:ledger`: 0 where every balance is what its entries come to, 1 where one is not, 2 where there is no store. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '@platform/sqlite/store';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { readEnvironment } from './environment';
import { checkLedger } from './ledger-check';
import { runCommand } from './run-command';

const EXIT = { same: 0, different: 1, misused: 2 } as const;

async function run(): Promise<number> {
  const { data } = readEnvironment({ ...process.env, CUNLISHI_DEMO: 'off' });
  const path = join(data, 'store.sqlite');
  // Opening would make an empty store, in which every balance is right.
  if (!existsSync(path)) {
    say(`没有 ${path}：先运行过 npm start，或者用 CUNLISHI_DATA 指明文件夹。`);
    return EXIT.misused;
  }
  const store = await openSqliteStore({ path, collections });
  try {
    const { years, entries, differences } = await checkLedger(store, { settings: countySettings() }, (line) => say(`对不上：${line}`));
    say(`重新算了 ${years} 个党员年度、${entries} 笔记录：${differences === 0 ? '全都对得上。' : `有 ${differences} 处对不上。`}`);
    return differences === 0 ? EXIT.same : EXIT.different;
  } finally {
    await store.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

runCommand(run, EXIT.misused);
