/** The functions as they are deployed: one bundled file each, through the real SDK, against the emulator of CloudBase's wire. */
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { newSealKeys } from '@platform/seal';
import type { WireReply } from '@/contract/wire';
import { collections } from '../../../config/cloud/collections';
import { jpeg } from '../../fixtures/media';
import { credentials, startEmulator, type Emulator } from '../../store/emulator/server';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');
const keys = newSealKeys();
const CALL = `
  const { main } = require(process.argv[1]);
  const calls = JSON.parse(process.argv[2]);
  (async () => {
    const replies = await Promise.all(calls.map(({ event, context }) => main(event, context)));
    require('node:fs').writeFileSync(3, JSON.stringify(replies));
    process.exit(0);
  })();
`;

const DESK = 'https://desk.hanyin.test';

let emulator: Emulator;
beforeAll(async () => {
  await run(process.execPath, ['config/build.mjs', 'functions', '--if-changed'], { cwd: root });
  emulator = await startEmulator(Object.keys(collections));
}, 120_000);
afterAll(() => emulator.close());

interface Call {
  readonly openid: string | undefined;
  readonly event: object;
}

/** What the cloud gives a function, and nothing of this machine's. */
function bare(): NodeJS.ProcessEnv {
  const given = { ...keys, SILENCE: 'true', TENCENTCLOUD_SECRETID: credentials.secretId, TENCENTCLOUD_SECRETKEY: credentials.secretKey, TENCENTCLOUD: 'true', CUNLISHI_CLOUD_URL: emulator.serviceUrl, CUNLISHI_DESK_ORIGIN: DESK };
  return { PATH: process.env.PATH, ...given } as unknown as NodeJS.ProcessEnv;
}

/** Calls a built function, all at once, in a bare process with an environment like the cloud's. */
async function callAll(name: string, calls: readonly Call[], environment: Readonly<Record<string, string>> = {}): Promise<readonly WireReply[]> {
  const sent = calls.map(({ openid, event }) => ({ event, context: { environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', ...(openid === undefined ? {} : { WX_OPENID: openid }) }) } }));
  const child = await run('sh', ['-c', 'exec "$0" -e "$1" "$2" "$3" 3>&1 1>&2', process.execPath, CALL, join(root, 'dist/cloudfunctions', name, 'index.js'), JSON.stringify(sent)], {
    // Outside the repository: what was not bundled is not found.
    cwd: tmpdir(),
    env: { ...bare(), ...environment },
  });
  return JSON.parse(child.stdout) as readonly WireReply[];
}

async function call(name: string, openid: string | undefined, event: object): Promise<readonly WireReply[]> {
  return callAll(name, [{ openid, event }]);
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

  it('answers a browser that comes through HTTP access, and only one with our page in it', async () => {
    const request = (origin: string): object => ({
      path: '/fn/desk', httpMethod: 'POST', isBase64Encoded: false, queryStringParameters: {}, requestContext: {},
      headers: { 'content-type': 'application/json', origin, 'x-desk': '1' }, body: JSON.stringify({ procedure: 'begin', input: { secret: 's'.repeat(43) } }),
    });
    expect(await callAll('desk', [DESK, 'https://evil.test'].map((origin) => ({ openid: undefined, event: request(origin) })))).toMatchObject([
      { statusCode: 200, body: expect.stringMatching(/^\{"ok":true,"data":\{"id":"desk-/) as string },
      { statusCode: 401, body: '{"ok":false,"error":{"code":"NOT_SIGNED_IN"}}' },
    ]);
  }, 30_000);

  it('takes a visitor for a visitor', async () => {
    expect(await call('people', 'openid-3', { procedure: 'me' })).toMatchObject([{ ok: true, data: { title: '汉阴321', family: [] } }]);
  }, 30_000);

  it('runs the clock for the timer and not for a phone', async () => {
    expect(await call('clock', undefined, { Type: 'Timer', TriggerName: 'every-minute' })).toMatchObject([{ ok: true, turn: { failed: [] } }]);
    expect(await call('clock', 'openid-1', { Type: 'Timer' })).toEqual([{ ok: false, error: { code: 'FORBIDDEN' } }]);
  }, 30_000);

  it.each([
    ['files', 'begin'], ['grids', 'village'], ['issues', 'mine'], ['notices', 'list'], ['people', 'me'], ['roster', 'loads'], ['voting', 'mine'], ['consultations', 'mine'], ['deputies', 'directory'],
  ])('%s loads by itself and answers nobody who only says who they are', async (name, procedure) => {
    const forged = { procedure, input: {}, openid: 'openid-1', WX_OPENID: 'openid-1', userInfo: { openId: 'openid-1' }, context: { WX_OPENID: 'openid-1' } };
    expect(await call(name, undefined, forged)).toEqual([{ ok: false, error: { code: 'NOT_SIGNED_IN' } }]);
  }, 30_000);

  it('keeps two callers of one process apart, whoever the process says was last', async () => {
    await callAll('notices', [{ openid: 'one', event: { procedure: 'seen', input: { upTo: 11 } } }, { openid: 'two', event: { procedure: 'seen', input: { upTo: 22 } } }], { WX_OPENID: 'three' });
    const calls = ['one', 'two', 'one', 'three', 'two', undefined].map((openid) => ({ openid, event: { procedure: 'list', input: {} } }));
    const replies = await callAll('notices', calls, { WX_OPENID: 'three', WX_CONTEXT_KEYS: 'WX_OPENID' });
    expect(replies.map((reply) => (reply.ok ? (reply.data as { readonly seenAt: number }).seenAt : reply.error.code))).toEqual([11, 22, 11, 0, 22, 'NOT_SIGNED_IN']);
  }, 30_000);

  it('takes a photo from ticket to kept file, and asks WeChat about it', async () => {
    const uploadId = 'draft-0000000000000001';
    const photo = jpeg();
    const [began] = await call('files', 'openid-1', { procedure: 'begin', input: { uploadId, fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: photo.length } });
    const { fileId, ticket } = (began as { readonly data: { readonly fileId: string; readonly ticket: { readonly url: string; readonly headers: Record<string, string> } } }).data;
    expect((await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(photo) })).ok).toBe(true);
    emulator.answers.set('security.mediaCheckAsync', { errcode: 0, trace_id: 'trace-1' });
    expect(await call('files', 'openid-1', { procedure: 'finish', input: { uploadId, fileId } })).toEqual([{ ok: true, data: { fileId, kind: 'IMAGE', bytes: photo.length } }]);
    expect([...emulator.objects.keys()]).toEqual([`kept/${fileId}`]);
    expect(emulator.asked.map(({ apiName }) => apiName)).toEqual(['security.mediaCheckAsync']);
  }, 30_000);

  it('hears from the storage that it refuses, though nothing reads its whole XML', async () => {
    const uploadId = 'draft-0000000000000002';
    const photo = jpeg();
    const [began] = await call('files', 'openid-1', { procedure: 'begin', input: { uploadId, fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: photo.length } });
    const { fileId, ticket } = (began as { readonly data: { readonly fileId: string; readonly ticket: { readonly url: string; readonly headers: Record<string, string> } } }).data;
    await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(photo) });
    emulator.refuseNextPut();
    expect(await call('files', 'openid-1', { procedure: 'finish', input: { uploadId, fileId } })).toEqual([{ ok: false, error: { code: 'UNAVAILABLE' } }]);
    expect(await call('files', 'openid-1', { procedure: 'finish', input: { uploadId, fileId } })).toMatchObject([{ ok: true }]);
  }, 30_000);
});
