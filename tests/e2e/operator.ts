/** The operator of a county's own server, at its command line. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { createSealer, sealKeysFrom } from '@platform/seal';
import { openSqliteStore } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { readFile } from 'node:fs/promises';
import { collections } from '../../config/cloud/collections';

const PROGRAM = resolve(__dirname, '../../dist/local/desk-code.mjs');

/** Prints a code for somebody, whose ID card the operator has in hand, beside the running server. */
export async function operatorsCode(data: string, name: string, personId: string): Promise<string> {
  const sealer = createSealer(sealKeysFrom(JSON.parse(await readFile(`${data}/keys.json`, 'utf8')) as Record<string, string>));
  const store: Store = await openSqliteStore({ path: `${data}/store.sqlite`, collections });
  const person = await store.get('people', personId);
  await store.close();
  const lastFour = sealer.open(person?.idSealed ?? '').slice(-4);
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, name, lastFour], { cwd: resolve(__dirname, '../..'), env: { ...process.env, CUNLISHI_DATA: data } });
  const code = /[3479A-Y]{5}-[3479A-Y]{5}/.exec(stdout)?.[0];
  if (code === undefined) throw new Error(`no code in: ${stdout}`);
  return code;
}
