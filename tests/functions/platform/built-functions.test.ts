/** The functions as they are deployed: one bundled file each, through the real SDK, against the emulator of CloudBase's wire. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { newSealKeys } from '@platform/seal';
import type { WireReply } from '@/contract/wire';
import { collections } from '../../../config/cloud/collections';
import { startEmulator, type Emulator } from '../../store/emulator/server';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');
const keys = newSealKeys();
const CALL = `
  const { main } = require(process.argv[1]);
  const { events, context } = JSON.parse(process.argv[2]);
  (async () => {
    const replies = await Promise.all(events.map((event) => main(event, context)));
    require('node:fs').writeFileSync(3, JSON.stringify(replies));
    process.exit(0);
  })();
`;

let emulator: Emulator;
beforeAll(async () => {
  await run(process.execPath, ['config/build.mjs', 'functions', '--if-changed'], { cwd: root });
  emulator = await startEmulator(Object.keys(collections));
}, 120_000);
afterAll(() => emulator.close());

/** Calls a built function in a process of its own, with an environment like the cloud's. */
async function call(name: string, openid: string | undefined, ...events: readonly object[]): Promise<readonly WireReply[]> {
  const environment = JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', ...(openid === undefined ? {} : { WX_OPENID: openid }) });
  const child = await run('sh', ['-c', 'exec "$0" -e "$1" "$2" "$3" 3>&1 1>&2', process.execPath, CALL, join(root, 'dist/cloudfunctions', name, 'index.js'), JSON.stringify({ events, context: { environment } })], {
    env: { ...process.env, ...keys, SILENCE: 'true', TENCENTCLOUD_SECRETID: 'made-up', TENCENTCLOUD_SECRETKEY: 'made-up', TENCENTCLOUD: 'true', CUNLISHI_CLOUD_URL: emulator.serviceUrl },
  });
  return JSON.parse(child.stdout) as readonly WireReply[];
}

describe('a built function', () => {
  it('answers a WeChat user, keeps what it was told, and knows them again in the next process', async () => {
    expect(await call('notices', 'openid-1', { procedure: 'seen', input: { upTo: 5 }, openid: 'openid-2' })).toEqual([{ ok: true, data: { seenAt: 5 } }]);
    expect(await call('notices', 'openid-1', { procedure: 'list', input: {} })).toMatchObject([{ ok: true, data: { seenAt: 5 } }]);
    expect(await call('notices', 'openid-2', { procedure: 'list', input: {} })).toMatchObject([{ ok: true, data: { seenAt: 0 } }]);
  }, 30_000);

  it('answers nobody without an openid', async () => {
    expect(await call('people', undefined, { procedure: 'me' })).toEqual([{ ok: false, error: { code: 'NOT_SIGNED_IN' } }]);
  }, 30_000);

  it('takes a visitor for a visitor', async () => {
    expect(await call('people', 'openid-3', { procedure: 'me' })).toMatchObject([{ ok: true, data: { title: '汉阴321', family: [] } }]);
  }, 30_000);

  it('runs the clock for the timer and not for a phone', async () => {
    expect(await call('clock', undefined, { Type: 'Timer', TriggerName: 'every-minute' })).toMatchObject([{ ok: true, turn: { failed: [] } }]);
    expect(await call('clock', 'openid-1', { Type: 'Timer' })).toEqual([{ ok: false, error: { code: 'FORBIDDEN' } }]);
  }, 30_000);

  it('is planned for deployment with its timer, and without the embedded store in it', () => {
    const plan = JSON.parse(readFileSync(join(root, 'dist/cloudbaserc.json'), 'utf8')) as { readonly functions: readonly { readonly name: string; readonly triggers?: readonly object[] }[] };
    expect(plan.functions.map(({ name }) => name)).toEqual(['clock', 'deputies', 'files', 'grids', 'issues', 'notices', 'people', 'roster', 'voting']);
    expect(plan.functions.find(({ name }) => name === 'clock')?.triggers).toHaveLength(1);
    for (const { name } of plan.functions) expect(readFileSync(join(root, 'dist/cloudfunctions', name, 'index.js'), 'utf8')).not.toContain('PRAGMA');
  });
});
