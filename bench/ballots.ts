/**
 * A year-end round at county scale, from the drawing of the rolls to the count: 200,000 voters on the rolls of 629
 * deputies. Casts go over HTTP beside two floors of the same run (`floor-server.ts`): one raw insert a commit, and the three
 * raw rows of a ballot a commit.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CastCounts, TurnsTaken } from './ballot-server';
import { countBallots } from './count-ballots';
import { ACCOUNT_HEADER, accountOf, ballotOf, CLOSES, FREEZES, OPENS, ANNOUNCED, type SentBallot } from './electorate';
import { besideFloor, type Round } from './beside';
import { load, send, type Measured, type Shot } from './load';
import { start, type Running } from './process';
import { type Row } from './table';

const VOTERS = 200_000;
const BOXES = 629;
const CLIENTS = 16;
const ROUNDS = 5;
const CASTS_A_ROUND = 4_000;
const WARM_UP = 500;
/** A fifth of the ballots is sent twice, the second at once after the first, for so long. */
const DUPLICATES_SECONDS = 20;
const DUPLICATES_SHARE = 5;
/** What the one-insert floor is sent is about as long as a ballot on its way. */
const FLOOR_TEXT = 'x'.repeat(150);
const LOOK_MS = 100;
const MINUTES_15 = 900_000;

interface Scale {
  readonly voters: number;
  readonly boxes: number;
  readonly casts: number;
  readonly seconds: number;
}

/** @param scale 1 for the county; a smaller share has fewer boxes, casts and seconds, and as many voters a box. */
export async function ballotRows(scale: number): Promise<readonly Row[]> {
  const size: Scale = { voters: Math.ceil(VOTERS * scale), boxes: Math.ceil(BOXES * scale), casts: Math.max(400, Math.ceil(CASTS_A_ROUND * scale)), seconds: DUPLICATES_SECONDS * Math.min(1, scale) };
  const folder = mkdtempSync(join(tmpdir(), 'cunlishi-bench-'));
  const path = join(folder, 'store.sqlite');
  const servers: Running[] = [];
  const stop = () => Promise.all(servers.splice(0).map((server) => server.stop()));
  try {
    const ours = await start(['dist/bench/ballot-server.mjs', folder, String(size.voters), String(size.boxes)], {}, listening, MINUTES_15);
    servers.push(ours);
    const rows = [await turned('rolls drawn', ours, ANNOUNCED), await turned('rolls frozen', ours, FREEZES)];
    await turned('opened', ours, OPENS);
    const floor = await start(['dist/bench/floor-server.mjs', join(folder, 'floor.sqlite'), '0', String(size.voters)], {}, listening);
    servers.push(floor);
    const queue = { next: 0 };
    rows.push(...(await castRows(ours, floor, size, queue)), await duplicatesRow(ours, size, queue));
    rows.push(await turned('closed, counted, published', ours, CLOSES));
    await stop();
    const counted = await countBallots(path, size.boxes, Array.from({ length: queue.next }, (_, nth) => ballotOf(nth, size.boxes).ballotId));
    rows.push({ what: `all boxes: ${counted.boxes} published of ${size.boxes}`, values: counted.values });
    return rows;
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The clock's turns for whatever is due, with the highest memory meanwhile. */
async function turned(what: string, server: Running, now: number): Promise<Row> {
  const memory = watchMemory(server);
  const cpuBefore = server.cpuMs();
  const { text } = await send(undefined, server.port, { path: '/demo/turns', body: { now } }, MINUTES_15);
  const { turns, steps, seconds } = JSON.parse(text) as TurnsTaken;
  return { what, values: { turns, steps, seconds, 'CPU s': (server.cpuMs() - cpuBefore) / 1000, ...(await memory.stop()) } };
}

interface CastRound extends Omit<Round, 'floor' | 'floorCpuMs'> {
  readonly floors: Readonly<Record<Floor, Measured & { readonly cpuMs: number }>>;
}

type Floor = 'insert' | 'cast';

/** Rounds of the two floors and ours in turn; the figures are medians of the rounds. */
async function castRows(ours: Running, floor: Running, { casts, boxes, voters }: Scale, queue: { next: number }): Promise<readonly Row[]> {
  const memory = watchMemory(ours);
  const floors: Readonly<Record<Floor, (n: number) => Shot>> = {
    insert: () => ({ path: '/insert', body: { owner: 'owner-7', text: FLOOR_TEXT } }),
    cast: () => ({ path: '/cast', body: { n: Math.floor(Math.random() * voters), ...ballotOf(0, boxes) } }),
  };
  const ourShots = () => {
    const from = queue.next;
    queue.next += casts;
    return (n: number) => shotOf(from + n, ballotOf(from + n, boxes));
  };
  for (const kind of ['insert', 'cast'] as const) await load(floor.port, CLIENTS, WARM_UP, floors[kind]);
  await load(ours.port, CLIENTS, casts, ourShots());
  const rounds: CastRound[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const beside = async (kind: Floor) => {
      const cpuBefore = floor.cpuMs();
      const measured = await load(floor.port, CLIENTS, casts, floors[kind]);
      return { ...measured, cpuMs: (floor.cpuMs() - cpuBefore) / casts };
    };
    const [insert, cast] = [await beside('insert'), await beside('cast')];
    const [cpuBefore, before] = [ours.cpuMs(), await countsOf(ours)];
    const measured = await load(ours.port, CLIENTS, casts, ourShots());
    const after = await countsOf(ours);
    rounds.push({ ours: measured, cpuMs: (ours.cpuMs() - cpuBefore) / casts, flushes: (after.flushes - before.flushes) / casts, operations: (after.operations - before.operations) / (after.casts - before.casts), floors: { insert, cast } });
  }
  const row = (what: string, kind: Floor): Row => besideFloor(what, rounds.map(({ floors, ...round }) => ({ ...round, floor: floors[kind], floorCpuMs: floors[kind].cpuMs })));
  const peak = await memory.stop();
  const rows = [row('cast, 16 clients, beside one insert a commit', 'insert'), row('cast, 16 clients, beside three raw rows a commit', 'cast')];
  return rows.map(({ what, values }) => ({ what, values: { ...values, ...peak } }));
}

/** Every fifth voter is sent twice at once: the same ballot, as after a lost reply, or another one from a second phone. */
async function duplicatesRow(ours: Running, { seconds, boxes, voters }: Scale, queue: { next: number }): Promise<Row> {
  const memory = watchMemory(ours);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const again: Shot[] = [];
  const answers = new Map<number, number>();
  const began = performance.now();
  const next = (): Shot => {
    const duplicate = again.pop();
    if (duplicate !== undefined) return duplicate;
    const nth = queue.next++;
    const phone = nth % (2 * DUPLICATES_SHARE) === 0 ? 2 : 1;
    if (nth % DUPLICATES_SHARE === 0) again.push(shotOf(nth, ballotOf(nth, boxes, phone)));
    return shotOf(nth, ballotOf(nth, boxes));
  };
  let sent = 0;
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    while (performance.now() - began < seconds * 1000 && queue.next < voters) {
      sent += 1;
      const { status } = await send(agent, ours.port, next());
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  }));
  const taken = (performance.now() - began) / 1000;
  agent.destroy();
  const [ok = 0, refused = 0] = [answers.get(200), answers.get(409)];
  return { what: 'a fifth sent twice, 16 clients', values: { 'a second': Math.round(sent / taken), seconds: taken, answered: ok, 'already cast': refused, failed: sent - ok - refused, ...(await memory.stop()) } };
}

function shotOf(nth: number, body: SentBallot): Shot {
  return { path: '/fn/voting', headers: { [ACCOUNT_HEADER]: accountOf(nth) }, body: { procedure: 'cast', input: body } };
}

async function countsOf({ port }: Running): Promise<CastCounts> {
  return (await (await fetch(`http://127.0.0.1:${port}/demo/counts`)).json()) as CastCounts;
}

/** Resident memory at the beginning of something and at its highest. */
function watchMemory(server: Running): { readonly stop: () => Promise<{ readonly 'from MB': number; readonly 'peak MB': number }> } {
  const from = server.rssMb();
  let [peak, goesOn] = [from, true];
  const watching = (async () => {
    while (goesOn) {
      peak = Math.max(peak, server.rssMb());
      await pause(LOOK_MS);
    }
  })();
  return {
    async stop() {
      goesOn = false;
      await watching;
      return { 'from MB': Math.round(from), 'peak MB': Math.round(peak) };
    },
  };
}

function listening(line: string): number | undefined {
  const match = /listening (\d+)/.exec(line);
  return match === null ? undefined : Number(match[1]);
}
