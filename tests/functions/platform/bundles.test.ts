/** What a deployed function is made of, by esbuild's own account (`dist/functions.meta.json`). */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import manifest from '../../../config/cloud/functions.json';

const root = resolve(__dirname, '../../..');

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly bytes: number; readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>;
}

let made: ReadonlyMap<string, readonly string[]>;
beforeAll(() => {
  execFileSync(process.execPath, ['config/build.mjs', 'functions', '--if-changed'], { cwd: root });
  const { outputs } = JSON.parse(readFileSync(join(root, 'dist/functions.meta.json'), 'utf8')) as Metafile;
  made = new Map(
    Object.entries(outputs).map(([file, { inputs }]) => [
      /\/cloudfunctions\/([^/]+)\/index\.js$/.exec(file)?.[1] ?? file,
      Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input),
    ]),
  );
}, 120_000);

const names = Object.keys(manifest.functions);
/** What of a context another function may carry: the clock does what falls due in all of them. */
const SHARED_BY_CLOCK = /^cloudfunctions\/(issues|grids|people|roster|files)\//;

describe('the functions', () => {
  it('are those of the manifest, each one file with its two small ones', () => {
    expect([...made.keys()].sort()).toEqual([...names].sort());
    for (const name of names) expect(readdirSync(join(root, 'dist/cloudfunctions', name)).sort()).toEqual(['config.json', 'index.js', 'package.json']);
  });

  it.each(names)('%s holds no part of the SDK that nobody calls, no language of zod but one, no embedded store, no demo', (name) => {
    const inputs = made.get(name) ?? [];
    const dead = /node_modules\/(@cloudbase\/(ai|app|wx-cloud-client-sdk|adapter)|axios|form-data|mime-db|xml2js|xmlbuilder|sax|jsonwebtoken|web-streams-polyfill|follow-redirects)\//;
    expect(inputs.filter((input) => dead.test(input))).toEqual([]);
    expect(inputs.filter((input) => /zod\/v4\/locales\/(?!en\.js|index\.js)/.test(input))).toEqual([]);
    expect(inputs.filter((input) => /^(local|tests|bench|src\/(pages|packages|components|services))\/|platform\/(sqlite|disk)\//.test(input))).toEqual([]);
    expect(inputs.filter((input) => /settings\/(schema|load|guard)\.ts$/.test(input))).toEqual([]);
  });

  it.each(names)('%s holds no source of another function', (name) => {
    const others = (made.get(name) ?? []).filter((input) => /^cloudfunctions\/(?!platform\/)/.test(input) && !input.startsWith(`cloudfunctions/${name}/`));
    expect(others.filter((input) => name !== 'clock' || !SHARED_BY_CLOCK.test(input))).toEqual([]);
  });

  it.each(names)('%s may call WeChat’s interfaces that its source calls, and no others', (name) => {
    const calls = { '.checkText(': 'security.msgSecCheck', '.checkMedia(': 'security.mediaCheckAsync', '.phoneNumberOf(': 'phonenumber.getPhoneNumber', '.sendSubscribeMessage(': 'subscribeMessage.send' };
    const source = (made.get(name) ?? []).filter((input) => input.startsWith('cloudfunctions/') && !input.includes('/cloudbase/')).map((input) => readFileSync(join(root, input), 'utf8')).join('\n');
    const called = Object.entries(calls).flatMap(([call, api]) => (source.includes(call) ? [api] : []));
    const config = JSON.parse(readFileSync(join(root, 'dist/cloudfunctions', name, 'config.json'), 'utf8')) as { readonly permissions: { readonly openapi: readonly string[] } };
    expect([...config.permissions.openapi].sort()).toEqual([...new Set(called)].sort());
  });

  it.each(names)('%s is small enough to be read at a cold start', (name) => {
    // Names are kept and the SDK is most of it; what grows past this has taken something in that it should not. Only `ledgers`
    // has both a reader and a writer of workbooks in it.
    expect(statSync(join(root, 'dist/cloudfunctions', name, 'index.js')).size).toBeLessThan(name === 'ledgers' ? 950_000 : 900_000);
  });
});
