/**
 * 20,000 members' ledgers: a member's own year and a posting over HTTP beside two floors of the same run
 * (`floor-server.ts`), one raw page by one index and one raw insert a commit; then the close of the year, branch by branch;
 * at the end every balance is computed again.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AFTER, branchOf, CYCLE, memberAccount, MEMBERS_A_BRANCH, secretaryAccount, waitingEntry } from './branches';
import { ACCOUNT_HEADER } from './electorate';
import { besideFloor, type Round } from './beside';
import { load, send, type Shot } from './load';
import type { PointsCounts, PointsTurns } from './points-server';
import { start, type Running } from './process';
import { type Row } from './table';
import type { LedgerChecked } from '../local/ledger-check';

const MEMBERS = 20_000;
const CLIENTS = 16;
const ROUNDS = 5;
const SHOTS_A_ROUND = 2_000;
const WARM_UP = 200;
/** What the insert floor is sent is about as long as an approval on its way; its page has documents as long as an entry. */
const FLOOR_TEXT = 'x'.repeat(100);
const FLOOR_DOCUMENT = 500;
const MINUTES_15 = 900_000;

/** One measured act: who asks what, and which floor stands beside it. */
interface Act {
  readonly what: string;
  readonly action: string;
  readonly floor: 'page' | 'insert';
  readonly shot: (n: number) => Shot;
}

/** @param scale 1 for the city's 20,000 members; a smaller share has fewer members and shots. */
export async function pointRows(scale: number): Promise<readonly Row[]> {
  const members = Math.max(MEMBERS_A_BRANCH, Math.ceil(MEMBERS * scale));
  const shots = Math.max(200, Math.ceil(SHOTS_A_ROUND * Math.min(1, scale * 4)));
  const folder = mkdtempSync(join(tmpdir(), 'cunlishi-bench-'));
  const servers: Running[] = [];
  try {
    const began = performance.now();
    const ours = await start(['dist/bench/points-server.mjs', folder, String(members), String(WARM_UP + ROUNDS * shots)], {}, listening, MINUTES_15);
    servers.push(ours);
    const ready = (performance.now() - began) / 1000;
    const floor = await start(['dist/bench/floor-server.mjs', join(folder, 'floor.sqlite'), '0', '0', String(FLOOR_DOCUMENT)], {}, listening);
    servers.push(floor);
    const rows: Row[] = [];
    for (const act of actsOf(members)) rows.push(await measured(act, ours, floor, shots));
    rows.push(await closed(ours, Math.ceil(members / MEMBERS_A_BRANCH)), await checked(ours));
    rows.push({ what: `${members} members: server`, values: { 'RSS MB': Math.round(ours.rssMb()), 'ready s': ready } });
    return rows;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function actsOf(members: number): readonly Act[] {
  const points = (account: string, procedure: string, input: object): Shot => ({ path: '/fn/points', headers: { [ACCOUNT_HEADER]: account }, body: { procedure, input } });
  // A prime step visits all members, far from one another.
  const mine = (n: number): Shot => points(memberAccount((n * 7919) % members), 'mine', {});
  const approve = (n: number): Shot => {
    const { entryId, branch } = waitingEntry(n, members);
    return points(secretaryAccount(branch), 'approve', { requestId: randomId(), entryId, verdict: { kind: 'POST' } });
  };
  return [
    { what: 'own year, 16 clients', action: 'points.mine', floor: 'page', shot: mine },
    { what: 'post, 16 clients', action: 'points.approve', floor: 'insert', shot: approve },
  ];
}

/** Rounds of the floor and ours in turn; the figures are medians of the rounds. */
async function measured({ what, action, floor: kind, shot }: Act, ours: Running, floor: Running, shots: number): Promise<Row> {
  const beside = (): Shot => ({ path: `/${kind}`, body: { owner: 'owner-7', text: FLOOR_TEXT } });
  await load(floor.port, CLIENTS, WARM_UP, beside);
  await load(ours.port, CLIENTS, WARM_UP, shot);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const floorCpuBefore = floor.cpuMs();
    const raw = await load(floor.port, CLIENTS, shots, beside);
    const floorCpuMs = (floor.cpuMs() - floorCpuBefore) / shots;
    const [cpuBefore, before] = [ours.cpuMs(), await countsOf(ours)];
    const mine = await load(ours.port, CLIENTS, shots, (n) => shot(WARM_UP + round * shots + n));
    const after = await countsOf(ours);
    const grown = (of: (counts: PointsCounts) => number | undefined): number => ((of(after) ?? 0) - (of(before) ?? 0)) / shots;
    rounds.push({ ours: mine, floor: raw, cpuMs: (ours.cpuMs() - cpuBefore) / shots, floorCpuMs, flushes: grown(({ flushes }) => flushes), operations: grown(({ operations }) => operations[action]) });
  }
  return besideFloor(what, rounds);
}

/** All branches close their year, and the clock goes through their members. */
async function closed(ours: Running, branches: number): Promise<Row> {
  // The clock must stand after the cycle before a branch can close it; what was due until then is done first.
  const before = await turned(ours);
  const began = performance.now();
  const { failed } = await load(ours.port, CLIENTS, branches, (branch) => ({
    path: '/fn/points', headers: { [ACCOUNT_HEADER]: secretaryAccount(branch) }, body: { procedure: 'closeCycle', input: { requestId: randomId(), village: branchOf(branch), cycle: CYCLE } },
  }));
  const { turns, open } = await turned(ours);
  return { what: `year closed, ${branches} branches`, values: { turns, seconds: (performance.now() - began) / 1000, 'due before s': before.seconds, 'left open': open, failed } };
}

async function turned(ours: Running): Promise<PointsTurns> {
  const { text } = await send(undefined, ours.port, { path: '/demo/turns', body: { now: AFTER } }, MINUTES_15);
  return JSON.parse(text) as PointsTurns;
}

async function checked(ours: Running): Promise<Row> {
  const began = performance.now();
  const { text } = await send(undefined, ours.port, { path: '/demo/check', body: {} }, MINUTES_15);
  const { years, entries, differences } = JSON.parse(text) as LedgerChecked;
  return { what: 'all balances computed again', values: { years, entries, differences, seconds: (performance.now() - began) / 1000 } };
}

async function countsOf({ port }: Running): Promise<PointsCounts> {
  return (await (await fetch(`http://127.0.0.1:${port}/demo/counts`)).json()) as PointsCounts;
}

function randomId(): string {
  return randomBytes(12).toString('hex');
}

function listening(line: string): number | undefined {
  const match = /listening (\d+)/.exec(line);
  return match === null ? undefined : Number(match[1]);
}
