/** The local server as a process: its doors, what exists only in demo mode, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { collections } from '../../config/cloud/collections';
import { isDemoWhole } from '../../local/demo/people';
import { jpeg, GPS_MARK } from '../fixtures/media';
import { until } from './patience';
import { PROGRAM, startServer, type LocalServer } from './server';

/** A request as it is written, with a path that `fetch` would tidy up. */
function raw(server: LocalServer, path: string, options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {}): Promise<{ readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }> {
  const { port } = new URL(server.url);
  return new Promise((done, fail) => {
    const call = request({ host: '127.0.0.1', port, agent: false, path, method: options.method ?? 'GET', headers: options.headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => { body += chunk.toString(); });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    call.on('error', fail);
    call.end(options.body);
  });
}

/** What the store on the disk holds, read without a server. */
async function textsIn(data: string): Promise<readonly string[]> {
  const store: Store = await openSqliteStore({ path: `${data}/store.sqlite`, collections });
  const texts: string[] = [];
  let after: string | undefined;
  do {
    const page = await store.find('requests', { where: { open: true }, orderBy: [{ field: 'answerBy', direction: 'asc' }], limit: 100, ...(after === undefined ? {} : { after }) });
    texts.push(...page.items.map(({ text }) => text));
    after = page.next;
  } while (after !== undefined);
  await store.close();
  return texts;
}

interface Begun {
  readonly fileId: string;
  readonly ticket: { readonly url: string };
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('in demo mode', () => {
  let server: LocalServer;
  let villager: string;
  beforeAll(async () => {
    server = await startServer({ demo: 'village' });
    villager = await server.someone('VILLAGER');
  });
  afterAll(() => server.stop());

  it('listens on this machine only', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says that it is well', async () => {
    expect(await raw(server, '/healthz')).toMatchObject({ status: 200, body: '{"ok":true}' });
  });

  it('offers about thirty personas, at least one of each role that can be played, and nothing of the population', async () => {
    const people = await server.people();
    expect(people.length).toBeLessThanOrEqual(60);
    expect(people[0]?.roles).toContain('VILLAGER');
    const roles = new Set(people.flatMap((person) => person.roles));
    for (const role of ['VISITOR', 'VILLAGER', 'HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD', 'VILLAGE_DUTY', 'TOWN_DESK', 'TOWN_LEGAL', 'POLICE_LIAISON', 'DEPARTMENT', 'COUNTY_OFFICE', 'COUNTY_CLERK', 'PARTY_MEMBER', 'DEPUTY', 'SUPERVISION']) {
      expect([...roles]).toContain(role);
    }
    for (const person of people) expect(Object.keys(person).sort()).toEqual(['area', 'id', 'name', 'roles']);
  });

  it('takes the acting person from the header, and from nowhere else', async () => {
    const me = await server.ask<{ readonly person?: { readonly id: string } }>(villager, 'people', 'me');
    expect(me.person?.id).toBe(villager);
    expect(await server.call(undefined, 'people', 'me')).toEqual({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
    expect(await server.call('person-nobody', 'people', 'me')).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
    expect(await server.call('../../etc', 'people', 'me')).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
    const visitor = await server.ask<{ readonly person?: object }>('visitor', 'people', 'me');
    expect(visitor.person).toBeUndefined();
  });

  it.each([
    ['no JSON', '/fn/people', { method: 'POST', headers: JSON_TYPE, body: '{"procedure' }, 400],
    ['a list', '/fn/people', { method: 'POST', headers: JSON_TYPE, body: '[]' }, 400],
    ['a form of another site', '/fn/people', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
    ['a flood', '/fn/people', { method: 'POST', headers: JSON_TYPE, body: `"${'x'.repeat(300_000)}"` }, 413],
    ['an unknown function', '/fn/ballots', { method: 'POST', headers: JSON_TYPE, body: '{}' }, 404],
    ['the clock', '/fn/clock', { method: 'POST', headers: JSON_TYPE, body: '{}' }, 404],
    ['__proto__', '/fn/__proto__', { method: 'POST', headers: JSON_TYPE, body: '{}' }, 404],
    ['reading a function', '/fn/people', {}, 405],
    ['a file above the app', '/../package.json', {}, 404],
    ['a file above the app, encoded', '/..%2f..%2fpackage.json', {}, 404],
    ['a path that is no path', '/%zz', {}, 404],
    ['a file without its link', '/files/file-abc', {}, 404],
    ['a file of the machine', '/files/..%2f..%2fkeys.json?e=1&s=x', {}, 404],
    ['an upload without a ticket', '/files/upload/file-abc', { method: 'PUT', body: 'x' }, 403],
    ['a time that is none', '/demo/clock', { method: 'POST', headers: JSON_TYPE, body: '{"now":"soon"}' }, 400],
    ['a time without end', '/demo/clock', { method: 'POST', headers: JSON_TYPE, body: '{"now":1e300}' }, 400],
  ])('refuses %s', async (_case, path, options, status) => {
    const answer = await raw(server, path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false });
  });

  it('answers refusals with their status', async () => {
    const answer = await raw(server, '/fn/people', { method: 'POST', headers: { ...JSON_TYPE, 'x-demo-person': villager }, body: JSON.stringify({ procedure: 'search', input: { village: '12' } }) });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'INVALID_INPUT', data: { fields: [{ path: 'village' }] } } });
  });

  it('takes a photo by its ticket and keeps it without its place', async () => {
    const photo = jpeg({ orientation: 6 });
    const uploadId = 'draft-0000000000000001';
    const { fileId, ticket } = await server.ask<{ readonly fileId: string; readonly ticket: { readonly url: string; readonly method: string } }>(villager, 'files', 'begin', { uploadId, fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: photo.length });
    expect((await fetch(server.url + ticket.url, { method: 'PUT', body: new Uint8Array(photo.subarray(1)) })).status).toBe(413);
    expect((await fetch(server.url + ticket.url, { method: 'PUT', body: Buffer.concat([photo, photo]) }).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await fetch(server.url + ticket.url, { method: 'PUT', body: new Uint8Array(photo) })).status).toBe(200);
    await server.ask(villager, 'files', 'finish', { uploadId, fileId });
    const kept = await readFile(`${server.data}/files/kept/${fileId}`);
    expect(kept.includes(GPS_MARK)).toBe(false);
  });

  it('moves its clock, there and back, and it runs on', async () => {
    const before = await server.now();
    await server.moveClock(before + 3 * 86_400_000);
    const moved = await server.now();
    expect(moved - before).toBeGreaterThanOrEqual(3 * 86_400_000);
    expect((await server.ask<{ readonly now: number }>(villager, 'people', 'me')).now).toBeGreaterThanOrEqual(moved);
    await server.moveClock(before);
    expect(await server.now()).toBeLessThan(moved);
  });

  it('writes one line a call, with what it cost and nothing of who asked', async () => {
    const lines = () => server.output().split('\n').slice(0, -1).filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>).filter(({ action }) => action === 'notices.unread');
    const before = lines().length;
    await server.ask(villager, 'notices', 'unread');
    await until(() => lines().length > before, () => server.output());
    expect(lines().at(-1)).toMatchObject({ outcome: 'OK', reads: expect.any(Number) as number, writes: 0, ms: expect.any(Number) as number });
    expect(server.output()).not.toContain(villager);
    expect(server.output()).not.toMatch(/[?&]s=/);
  });
});

describe('outside demo mode', () => {
  it('the demo does not exist, and nobody is anybody', async () => {
    const server = await startServer({ demo: 'off', env: { HOST: '127.0.0.1' } });
    try {
      expect((await raw(server, '/demo/people')).status).toBe(404);
      expect((await raw(server, '/demo/clock', { method: 'POST', headers: JSON_TYPE, body: `{"now":${Date.now()}}` })).status).not.toBe(200);
      const forged = await raw(server, '/fn/people', { method: 'POST', headers: { ...JSON_TYPE, 'x-demo-person': 'visitor' }, body: '{"procedure":"me"}' });
      expect(forged).toMatchObject({ status: 401, body: '{"ok":false,"error":{"code":"NOT_SIGNED_IN"}}' });
    } finally {
      await server.stop();
    }
  });
});

describe('the process', () => {
  it('ends cleanly when told to, and starts again on the same folder with its keys and its clock', async () => {
    const first = await startServer();
    const someone = await first.someone('HEAD');
    await first.moveClock((await first.now()) + 86_400_000);
    await first.ask(someone, 'notices', 'seen', { upTo: 1 });
    const movedTo = await first.now();
    // Held open, as a browser does.
    await fetch(`${first.url}/healthz`, { headers: { connection: 'keep-alive' } });
    await first.kill();
    const second = await startServer({ data: first.data });
    expect(await second.now()).toBeGreaterThanOrEqual(movedTo);
    expect(await second.ask<{ readonly seenAt: number }>(someone, 'notices', 'list', {})).toMatchObject({ seenAt: 1 });
    expect(await second.stop()).toBe(0);
    await rm(first.data, { recursive: true });
  });

  it('killed while it makes its county, takes the maker along; the next start makes the county whole', async () => {
    const data = await mkdtemp(join(tmpdir(), 'cunlishi-e2e-'));
    const first = spawn(process.execPath, [PROGRAM], { env: { ...process.env, PORT: '0', CUNLISHI_DATA: data, CUNLISHI_DEMO: 'village', CUNLISHI_DEMO_WEEKS: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    // The roster is in, the lives are not.
    await once(first.stdout, 'data');
    first.kill('SIGKILL');
    // The maker writes to the same pipe: it closes when both have ended.
    await once(first, 'close');
    const left: Store = await openSqliteStore({ path: `${data}/store.sqlite`, collections });
    expect(await isDemoWhole(left)).toBe(false);
    await left.close();
    const second = await startServer({ data });
    expect((await second.people()).length).toBeGreaterThan(20);
    expect(await second.ask(await second.someone('PARTY_MEMBER'), 'points', 'mine', {})).toBeDefined();
    expect(await second.stop()).toBe(0);
    await rm(data, { recursive: true });
  });

  it.each([[{ PORT: 'http' }, 'PORT'], [{ CUNLISHI_DEMO: 'world' }, 'CUNLISHI_DEMO'], [{ CUNLISHI_SEAL_KEY: 'short' }, 'CUNLISHI_SEAL_KEY']])('does not start with %j, and says why', async (env, why) => {
    await expect(startServer({ env })).rejects.toThrow(why);
  });
});

describe('a server killed in the middle of an upload', () => {
  it('has no half a file, and takes the whole one when the phone sends it again', async () => {
    const first = await startServer();
    const villager = await first.someone('VILLAGER');
    const photo = jpeg({ tail: Buffer.alloc(200_000) });
    const uploadId = 'draft-0000000000000002';
    const announced = { uploadId, fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: photo.length };
    const begun = await first.ask<Begun>(villager, 'files', 'begin', announced);
    const { port } = new URL(first.url);
    const half = request({ host: '127.0.0.1', port, agent: false, path: begun.ticket.url, method: 'PUT', headers: { 'content-length': photo.length } });
    half.on('error', () => undefined);
    half.write(photo.subarray(0, 100_000));
    await new Promise((done) => setTimeout(done, 200));
    await first.kill();

    const second = await startServer({ data: first.data });
    const folder = await readdir(`${first.data}/files/quarantine`).catch(() => []);
    expect(folder).toEqual([]);
    expect(await second.call(villager, 'files', 'finish', { uploadId, fileId: begun.fileId })).toMatchObject({ ok: false, error: { code: 'FILE_MISSING' } });
    const again = await second.ask<Begun>(villager, 'files', 'begin', announced);
    expect(again.fileId).toBe(begun.fileId);
    expect((await fetch(second.url + again.ticket.url, { method: 'PUT', body: new Uint8Array(photo) })).status).toBe(200);
    await second.ask(villager, 'files', 'finish', { uploadId, fileId: begun.fileId });
    await second.stop();
    await rm(first.data, { recursive: true });
  });
});

describe('a server killed under load', () => {
  it('has lost nothing that it acknowledged, and has everything once', async () => {
    // One person writes without pause here.
    const env = { CUNLISHI_SENDING_LIMITS: 'off' };
    const first = await startServer({ env });
    const villager = await first.someone('VILLAGER');
    const acknowledged = new Set<string>();
    let tried = 0;
    async function client(): Promise<void> {
      for (;;) {
        const requestId = `crash-test-${String((tried += 1)).padStart(8, '0')}`;
        try {
          const reply = await first.call(villager, 'people', 'sendFeedback', { requestId, text: `意见 ${requestId}` });
          if (!reply.ok) throw new Error(JSON.stringify(reply.error));
          acknowledged.add(requestId);
        } catch {
          return;
        }
      }
    }
    const clients = Array.from({ length: 8 }, client);
    await until(() => acknowledged.size > 100, () => `${acknowledged.size} acknowledged of ${tried}\n${first.output()}`).finally(() => first.kill());
    await Promise.all(clients);

    const before = await textsIn(first.data);
    for (const requestId of acknowledged) expect(before.filter((text) => text === `意见 ${requestId}`)).toHaveLength(1);

    const second = await startServer({ env, data: first.data });
    // A phone that heard nothing says it again: what was done already answers, what was not is done now.
    for (let n = 1; n <= tried; n += 1) {
      const requestId = `crash-test-${String(n).padStart(8, '0')}`;
      await second.ask(villager, 'people', 'sendFeedback', { requestId, text: `意见 ${requestId}` });
    }
    expect(await second.stop()).toBe(0);
    const after = await textsIn(first.data);
    expect(after).toHaveLength(tried);
    expect(new Set(after).size).toBe(tried);
    await rm(first.data, { recursive: true });
  });
});
