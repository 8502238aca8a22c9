/**
 * Members' ledgers in a server like that of `npm start`: the same doors, functions and store, made-up branches with a year
 * behind them, a clock that only the bench moves.
 *
 *     node points-server.mjs FOLDER MEMBERS WAITING
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { EpochMs } from '@/domain/basics/ids';
import { defaultScheme } from '@/domain/points/default-scheme';
import { loopbackSite } from '@platform/browser/site';
import { createPlatform } from '@platform/runtime';
import { createSealer, newSealKeys, sealKeysFrom } from '@platform/seal';
import { openSqliteStore } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { jobs } from '../cloudfunctions/clock/jobs';
import { runClock } from '../cloudfunctions/clock/run-clock';
import { openDoors } from '../local/http/doors';
import { functionDoor } from '../local/http/functions';
import { answerJson, bodyOf, refuse } from '../local/http/reply';
import { checkLedger } from '../local/ledger-check';
import { CYCLE, DURING, MEMBERS_A_BRANCH, chunks, madeUpBranch, madeUpMember } from './branches';
import { ACCOUNT_HEADER } from './electorate';

/** What the bench is told. */
export interface PointsCounts {
  readonly flushes: number;
  readonly operations: Readonly<Record<string, number>>;
  readonly calls: Readonly<Record<string, number>>;
}

/** How long the clock took until nothing was left to do. */
export interface PointsTurns {
  readonly turns: number;
  readonly seconds: number;
  readonly open: number;
}

const MAX_BODY_BYTES = 1_000;
/** The clock's jobs that have to do with points; the others find nothing here, or need a port that is absent. */
const POINT_JOBS = /^(points|branches)\./;

const [, , folder = '.', members = '0', waiting = '0'] = process.argv;
const counted = { flushes: 0, operations: {} as Record<string, number>, calls: {} as Record<string, number> };
let now: EpochMs = DURING;

const store: Store = await openSqliteStore({ path: join(folder, 'store.sqlite'), collections, flushing: (flush) => ((counted.flushes += 1), flush()) });
const settings = countySettings();
const platform = createPlatform({ store, settings, sealer: createSealer(sealKeysFrom(newSealKeys())), files: absent(), wechat: absent(), clock: () => now, log: countCall });
await makeUp(Number(members), Number(waiting));

const server = openDoors({
  call: functionDoor(platform, (request) => Promise.resolve(request.headers[ACCOUNT_HEADER]?.toString()), loopbackSite(() => (server.address() as AddressInfo).port)),
  files: (_request, response) => Promise.resolve(refuse(response, 404, 'NOT_FOUND')),
  page: (_request, response) => Promise.resolve(refuse(response, 404, 'NOT_FOUND')),
  demo: async (request, response, path) => {
    if (path === '/demo/counts') return answerJson(response, 200, counted satisfies PointsCounts);
    if (path === '/demo/check') return answerJson(response, 200, await checkLedger(store, platform, (line) => process.stderr.write(`${line}\n`)));
    now = (JSON.parse(String(await bodyOf(request, MAX_BODY_BYTES))) as { readonly now: EpochMs }).now;
    answerJson(response, 200, await turns());
  },
  healthy: () => Promise.resolve(),
}, { line: () => undefined, flush: () => undefined });
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void store.close().then(() => process.exit(0));
});

async function makeUp(people: number, waits: number): Promise<void> {
  const scheme = defaultScheme(settings.countyCode, CYCLE, settings.party);
  for (const some of chunks(Math.ceil(people / MEMBERS_A_BRANCH))) {
    const made = some.map(madeUpBranch);
    await store.insertMany('branches', made.map(({ branch }) => branch));
    await store.insertMany('people', made.map(({ person }) => person));
    await store.insertMany('accounts', made.map(({ account }) => account));
  }
  for (const some of chunks(people)) {
    const made = some.map((nth) => madeUpMember(nth, Math.ceil((waits - nth) / people), scheme, settings));
    await store.insertMany('people', made.map(({ person }) => person));
    await store.insertMany('accounts', made.map(({ account }) => account));
    await store.insertMany('pointYears', made.map(({ year }) => year));
    await store.insertMany('pointEntries', made.flatMap(({ entries }) => entries));
  }
}

/** Turns of the clock, as long as there is something to do; then how many years are still open. */
async function turns(): Promise<PointsTurns> {
  const ours = jobs.filter(({ name }) => POINT_JOBS.test(name));
  const began = performance.now();
  for (let taken = 1; ; taken += 1) {
    const { failed, more } = await runClock(platform, ours);
    if (failed.length > 0) throw new Error(`the clock failed: ${failed.join(', ')}`);
    const { items: [due] } = await store.find('branches', { where: { dueAt: { lte: now } }, limit: 1 });
    if (!more && due === undefined) return { turns: taken, seconds: (performance.now() - began) / 1000, open: await openYears() };
  }
}

async function openYears(): Promise<number> {
  let [open, after] = [0, undefined as string | undefined];
  do {
    const page = await store.find('pointYears', { where: {}, orderBy: [{ field: '_id', direction: 'asc' }], limit: 100, ...(after === undefined ? {} : { after }) });
    open += page.items.filter(({ closedAt }) => closedAt === undefined).length;
    after = page.next;
  } while (after !== undefined);
  return open;
}

function countCall(line: Readonly<Record<string, unknown>>): void {
  const action = String(line.action);
  counted.calls[action] = (counted.calls[action] ?? 0) + 1;
  counted.operations[action] = (counted.operations[action] ?? 0) + Number(line.reads) + Number(line.writes);
}

/** A port that a ledger without photos never touches. */
function absent<T extends object>(): T {
  return new Proxy({}, { get: () => { throw new Error('points without photos need the store only'); } }) as T;
}
