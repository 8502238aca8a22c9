/** What a deployment would do and does, by its command, against a `tcb` that only remembers. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newSealKeys } from '@platform/seal';
import { collections } from '../../../config/cloud/collections';
import type { DeployPlan } from '../../../config/cloud/deploy/plan';
import manifest from '../../../config/cloud/functions.json';

const root = resolve(__dirname, '../../..');
const keys = newSealKeys();
const credentials = { CLOUDBASE_ENV_ID: 'county-1', TENCENTCLOUD_SECRETID: 'made-up-id', TENCENTCLOUD_SECRETKEY: 'made-up-key' };

/** Keeps what was deployed in `$FAKE/state.json` and every call in `$FAKE/calls.txt`, as the real one keeps it in the cloud. */
const FAKE = `#!${process.execPath}
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const file = process.env.FAKE + '/state.json';
const state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { functions: {}, services: [], acl: 'PRIVATE' };
appendFileSync(process.env.FAKE + '/calls.txt', args.join(' ') + '\\n');
if (process.env.FAKE_FAILS && args.join(' ').startsWith(process.env.FAKE_FAILS)) { console.error('LimitExceeded'); process.exit(1); }
const [group, act, name] = args;
if (group === 'fn' && act === 'detail') {
  if (!state.functions[name]) { console.error('[' + name + '] 函数不存在'); process.exit(1); }
  console.log(Object.entries(state.functions[name]).map(([key, value]) => key + '=' + value).join('; '));
}
if (group === 'fn' && act === 'deploy') {
  const entry = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')).functions.find((one) => one.name === name);
  state.functions[name] = Object.fromEntries(Object.entries(entry.envVariables).map(([key, value]) => [key, value.replace(/{{env\\.(\\w+)}}/, (_, from) => process.env[from])]));
  writeFileSync(file, JSON.stringify(state));
}
if (group === 'service' && act === 'list') console.log(state.services.join('\\n'));
if (group === 'service' && act === 'create') {
  state.services.push(args[args.indexOf('-p') + 1]);
  writeFileSync(file, JSON.stringify(state));
}
if (group === 'storage') console.log('当前权限 [' + (process.env.FAKE_ACL || '仅管理端可读写') + ']');
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cunlishi-tcb-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly said: string;
  readonly calls: readonly string[];
}

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}, withTcb = true): Run {
  if (withTcb) {
    writeFileSync(join(folder, 'tcb'), FAKE);
    chmodSync(join(folder, 'tcb'), 0o755);
  }
  const calls = join(folder, 'calls.txt');
  rmSync(calls, { force: true });
  const env = { PATH: withTcb ? `${folder}:/usr/bin:/bin` : '/nowhere', FAKE: folder, ...environment } as unknown as NodeJS.ProcessEnv;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['config/cloud/deploy.mjs', ...args], { cwd: root, encoding: 'utf8', env });
  return { status, said: stdout + stderr, calls: withTcb ? linesOf(calls) : [] };
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').trim().split('\n');
  } catch {
    return [];
  }
}

const deploys = ({ calls }: Run) => calls.filter((line) => line.startsWith('fn deploy'));
const read = (name: string) => readFileSync(join(root, 'dist/deploy', name), 'utf8');

describe('the plan', () => {
  let plan: DeployPlan;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cunlishi-tcb-'));
    expect(run(['plan']).status).toBe(0);
    plan = JSON.parse(read('plan.json')) as DeployPlan;
  }, 120_000);

  it('has every collection of the manifest, with every index in its order and `_id` at its end (trap 7)', () => {
    expect(plan.collections.map(({ name }) => name)).toEqual(Object.keys(collections));
    for (const { name, indexes } of plan.collections) {
      const declared = collections[name as keyof typeof collections].indexes;
      expect(indexes.map((index) => index.keys.map(({ field, direction }) => [field, direction]))).toEqual(declared.map(({ fields }) => [...fields, ['_id', 'asc']]));
    }
  });

  it('has no unique index (trap 10)', () => {
    expect(plan.collections.flatMap(({ indexes }) => indexes).filter(({ unique }) => unique as boolean)).toEqual([]);
  });

  it('opens no collection and no file to a phone', () => {
    expect(new Set([plan.storage.permission, ...plan.collections.map(({ permission }) => permission)])).toEqual(new Set(['ADMINONLY']));
    expect(plan.storage.expire).toEqual([{ prefix: 'quarantine/', days: 1 }]);
  });

  it('is what the CLI reads: runtime, limits, the timer, a value for no secret', () => {
    const rc = JSON.parse(read('cloudbaserc.json')) as { readonly functions: readonly { readonly name: string; readonly runtime: string; readonly timeout: number; readonly triggers?: readonly object[]; readonly envVariables: Readonly<Record<string, string>> }[] };
    expect(rc.functions.map(({ name }) => name)).toEqual(Object.keys(manifest.functions));
    expect(new Set(rc.functions.map(({ runtime }) => runtime))).toEqual(new Set(['Nodejs20.19']));
    expect(rc.functions.filter(({ triggers }) => triggers !== undefined)).toMatchObject([{ name: 'clock', timeout: 60, triggers: [{ type: 'timer', config: '0 * * * * * *' }] }]);
    for (const { envVariables } of rc.functions) {
      expect(envVariables).toMatchObject({ CUNLISHI_SEAL_KEY: '{{env.CUNLISHI_SEAL_KEY}}', CUNLISHI_LOOKUP_KEY: '{{env.CUNLISHI_LOOKUP_KEY}}' });
    }
  });

  it('can be read by a person', () => {
    const page = read('PLAN.md');
    for (const name of [...Object.keys(manifest.functions), ...Object.keys(collections), ...manifest.secrets]) expect(page).toContain(name);
  });
});

describe('a deployment', () => {
  const given = { ...credentials, ...keys };

  it('without credentials says what is missing, and calls nobody', () => {
    const { status, said, calls } = run([], { CLOUDBASE_ENV_ID: 'county-1' });
    expect([status, calls]).toEqual([2, []]);
    expect(said).toContain('TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY、CUNLISHI_SEAL_KEY、CUNLISHI_LOOKUP_KEY');
  }, 60_000);

  it('without the CLI says how to get it', () => {
    const { status, said } = run([], given, false);
    expect(status).toBe(2);
    expect(said).toContain('npm install -g @cloudbase/cli');
  }, 60_000);

  it('that is dry prints the commands, needs no credentials and calls nobody', () => {
    const { status, said, calls } = run(['--dry-run']);
    expect([status, calls]).toEqual([0, []]);
    for (const name of Object.keys(manifest.functions)) expect(said).toContain(`tcb fn deploy ${name} --force`);
  }, 60_000);

  it('deploys every function, and a second one changes nothing', () => {
    const first = run([], given);
    expect(first.status).toBe(0);
    expect(deploys(first)).toEqual(Object.keys(manifest.functions).map((name) => `fn deploy ${name} --force --yes -e county-1`));
    expect(first.calls.filter((line) => line.startsWith('service create'))).toEqual(manifest.http.map(({ path, function: name }) => `service create -p ${path} -f ${name} -e county-1`));
    const second = run([], given);
    expect(second.status).toBe(0);
    expect(second.calls.filter((line) => /deploy|create/.test(line))).toEqual([]);
    expect(second.said).toContain('没有要改的');
  }, 120_000);

  it('gives the functions a new key though no bundle changed', () => {
    run([], given);
    expect(deploys(run([], { ...given, ...newSealKeys() }))).toHaveLength(Object.keys(manifest.functions).length);
  }, 120_000);

  it('that fails in the middle says where, and the next goes on from there', () => {
    const broken = run([], { ...given, FAKE_FAILS: 'fn deploy issues' });
    expect(broken.status).toBe(1);
    expect(broken.said).toContain('LimitExceeded');
    expect(deploys(run([], given)).map((line) => line.split(' ')[2])).toEqual(['issues', 'ledgers', 'notices', 'people', 'points', 'roster', 'tickets', 'voting']);
  }, 120_000);

  it('does not call itself done while the storage is open', () => {
    const { status, said } = run([], { ...given, FAKE_ACL: '所有用户可读' });
    expect(status).toBe(1);
    expect(said).toContain('set-acl');
  }, 120_000);

  it('shows no secret', () => {
    const { said } = run([], { ...given, FAKE_FAILS: 'fn deploy' });
    for (const secret of [keys.CUNLISHI_LOOKUP_KEY, keys.CUNLISHI_SEAL_KEY, credentials.TENCENTCLOUD_SECRETKEY]) expect(said).not.toContain(secret);
    for (const name of ['plan.json', 'PLAN.md', 'cloudbaserc.json']) expect(read(name)).not.toContain(keys.CUNLISHI_LOOKUP_KEY);
  }, 60_000);
});
