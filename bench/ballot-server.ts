/**
 * A year-end round in a server like that of `npm start`: the same doors, functions and store, but made-up voters, a clock
 * that only the bench moves, and one box a deputy.
 *
 *     node ballot-server.mjs FOLDER VOTERS BOXES
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { EpochMs } from '@/domain/basics/ids';
import { announcedBox } from '@platform/ballot-box/announce';
import { loopbackSite } from '@platform/browser/site';
import { createPlatform } from '@platform/runtime';
import type { Store } from '@platform/store';
import { createSealer, newSealKeys, sealKeysFrom } from '@platform/seal';
import { openSqliteStore } from '@platform/sqlite/store';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { boxJobs } from '../cloudfunctions/clock/box-jobs';
import { runClock } from '../cloudfunctions/clock/run-clock';
import { openDoors } from '../local/http/doors';
import { functionDoor } from '../local/http/functions';
import { answerJson, bodyOf, refuse } from '../local/http/reply';
import { ACCOUNT_HEADER, ANNOUNCED, madeUp, planOf } from './electorate';

/** What the bench is told of the casts since the start. */
export interface CastCounts {
  readonly flushes: number;
  readonly casts: number;
  readonly operations: number;
  readonly mostOperations: number;
}

/** How long the clock took for what was due at a moment. */
export interface TurnsTaken {
  readonly turns: number;
  readonly steps: number;
  readonly seconds: number;
}

const PAGE_OF_PEOPLE = 10_000;
const MAX_BODY_BYTES = 1_000;

const [, , folder = '.', voters = '0', boxes = '0'] = process.argv;
const counted = { flushes: 0, casts: 0, operations: 0, mostOperations: 0 };
let now: EpochMs = ANNOUNCED;

const store: Store = await openSqliteStore({ path: join(folder, 'store.sqlite'), collections, flushing: (flush) => ((counted.flushes += 1), flush()) });
const settings = countySettings();
const platform = createPlatform({ store, settings, sealer: createSealer(sealKeysFrom(newSealKeys())), files: absent(), wechat: absent(), clock: () => now, log: countCast });
await makeUp(Number(voters), Number(boxes));

const server = openDoors({
  call: functionDoor(platform, (request) => Promise.resolve(request.headers[ACCOUNT_HEADER]?.toString()), loopbackSite(() => (server.address() as AddressInfo).port)),
  files: (_request, response) => Promise.resolve(refuse(response, 404, 'NOT_FOUND')),
  page: (_request, response) => Promise.resolve(refuse(response, 404, 'NOT_FOUND')),
  demo: async (request, response, path) => {
    if (path === '/demo/counts') return answerJson(response, 200, counted satisfies CastCounts);
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

/** The roster, their phones, and the boxes, all announced at one moment. */
async function makeUp(people: number, count: number): Promise<void> {
  for (let from = 0; from < people; from += PAGE_OF_PEOPLE) {
    const some = Array.from({ length: Math.min(PAGE_OF_PEOPLE, people - from) }, (_, at) => madeUp(from + at, count));
    await store.insertMany('people', some.map(({ person }) => person));
    await store.insertMany('accounts', some.map(({ account }) => account));
  }
  const announced = Array.from({ length: count }, (_, at) => announcedBox(planOf(at, settings), { now }));
  await store.insertMany('boxes', announced.map((box) => {
    if (!box.ok) throw new Error(`a box is refused: ${box.reason.kind}`);
    return box.value;
  }));
}

/** Turns of the clock, as long as there is something to do. */
async function turns(): Promise<TurnsTaken> {
  const began = performance.now();
  let steps = 0;
  for (let taken = 1; ; taken += 1) {
    const { did, failed, more } = await runClock(platform, boxJobs);
    if (failed.length > 0) throw new Error(`the clock failed: ${failed.join(', ')}`);
    steps += did['boxes.step'] ?? 0;
    // A box whose turn has not come yet is looked at again in the next turn.
    const { items: [due] } = await store.find('boxes', { where: { dueAt: { lte: now } }, limit: 1 });
    if (!more && due === undefined) return { turns: taken, steps, seconds: (performance.now() - began) / 1000 };
  }
}

function countCast(line: Readonly<Record<string, unknown>>): void {
  if (line.action !== 'voting.cast' || line.outcome !== 'OK') return;
  const operations = Number(line.reads) + Number(line.writes);
  counted.casts += 1;
  counted.operations += operations;
  counted.mostOperations = Math.max(counted.mostOperations, operations);
}

/** A port that a ballot never touches. */
function absent<T extends object>(): T {
  return new Proxy({}, { get: () => { throw new Error('a ballot needs the store only'); } }) as T;
}
