/**
 * The server's side of the ballot box as a process of its own, over a file that is there: see `killed.test.ts`. A line in is
 * a request of a phone, or a turn of the clock; a line out is its reply. It can be told at which operation of a transaction,
 * or at which commit, it is to die: by SIGKILL, which no code of it outlives.
 */
import { createInterface } from 'node:readline';
import type { Transaction } from '@platform/store';
import { createPlatform } from '@platform/runtime';
import { createSealer, newSealKeys, sealKeysFrom } from '@platform/seal';
import { serve, type Identity } from '@platform/serve';
import { openSqliteStore } from '@platform/sqlite/store';
import { boxJobs } from '../../../cloudfunctions/clock/box-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { router } from '../../../cloudfunctions/voting/router';
import { collections } from '../../../config/cloud/collections';
import { countySettings } from '../../../config/county/settings';
import { standInWechat } from '../../../local/stand-ins/wechat';

/** `OPERATION`: before the nth of its transactions' operations · `COMMIT`: after the nth commit, before any reply has left. */
export interface Death {
  readonly at: 'OPERATION' | 'COMMIT';
  readonly nth: number;
}

export interface Asked {
  readonly id: number;
  readonly now: number;
  /** Who casts; absent for a turn of the clock. */
  readonly account?: string;
  readonly input?: unknown;
}

/** Counts down to its end. */
function fuse(length: number | undefined): () => void {
  let left = length;
  return () => {
    if (left === undefined) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}

async function main(path: string, death?: Death): Promise<void> {
  const onOperation = fuse(death?.at === 'OPERATION' ? death.nth : undefined);
  const onCommit = fuse(death?.at === 'COMMIT' ? death.nth : undefined);
  const opened = await openSqliteStore({ path, collections, flushing: (flush) => (onCommit(), flush()) });
  const store: typeof opened = Object.assign(Object.create(opened) as typeof opened, {
    transaction: ((body) => opened.transaction((tx) => body(telling(tx, onOperation)))) satisfies typeof opened.transaction,
  });
  let now = 0;
  // It casts and counts: no file is asked for and nothing sealed is opened.
  const platform = createPlatform({ store, settings: countySettings(), sealer: createSealer(sealKeysFrom(newSealKeys())), files: {} as never, wechat: standInWechat(), clock: () => now, log: () => undefined });
  const voting = serve('voting', router, { platform, identify: (given) => given as Identity | undefined });

  async function answer({ id, account, input, ...asked }: Asked): Promise<void> {
    now = asked.now;
    const reply = account === undefined ? await runClock(platform, boxJobs) : await voting({ procedure: 'cast', input }, account);
    process.stdout.write(`${JSON.stringify({ id, reply })}\n`);
  }
  createInterface(process.stdin).on('line', (line) => void answer(JSON.parse(line) as Asked));
}

function telling(tx: Transaction, told: () => void): Transaction {
  return {
    get: (collection, id) => { told(); return tx.get(collection, id); },
    insert: (collection, doc) => { told(); return tx.insert(collection, doc); },
    replace: (collection, doc) => { told(); return tx.replace(collection, doc); },
    update: (collection, id, change) => { told(); return tx.update(collection, id, change); },
    remove: (collection, id) => { told(); return tx.remove(collection, id); },
  };
}

const [path = '', death] = process.argv.slice(2);
void main(path, death === undefined ? undefined : (JSON.parse(death) as Death));
