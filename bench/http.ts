/**
 * Submit, accept and page-read over HTTP at the demo's sizes, each beside its floor in the same run. Five rounds, ours
 * and the floor in turn; the median of the rounds' ratios is the figure, since it holds when the machine's speed drifts.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Category } from '@/domain/issues/issue';
import { besideFloor, type Round } from './beside';
import { load, send, type Shot } from './load';
import { start, type Running } from './process';
import { type Row } from './table';

const ROUNDS = 5;
const WARM_UP = 200;
const MANY = 16;
/** What the floor inserts is about as long as what ours is sent. */
const FLOOR_TEXT = 'x'.repeat(300);
/** Those of the county's nine that anybody may report without more questions. */
const CATEGORIES: readonly Category[] = ['SANITATION', 'ERRAND', 'CONSULT', 'SUGGEST', 'OTHER'];

interface Persona {
  readonly id: string;
  readonly roles: readonly string[];
}

/** One measured act: what ours is asked, and which floor stands beside it. */
interface Act {
  readonly what: string;
  readonly floor: 'insert' | 'page';
  readonly clients: number;
  readonly count: number;
  readonly shots: (server: Running, people: readonly Persona[], count: number) => Promise<(n: number) => Shot>;
}

const ACTS: readonly Act[] = [
  { what: 'submit, 16 clients', floor: 'insert', clients: MANY, count: 2_000, shots: submits },
  { what: 'submit, 1 client', floor: 'insert', clients: 1, count: 400, shots: submits },
  { what: 'accept, 16 clients', floor: 'insert', clients: MANY, count: 1_000, shots: accepts },
  { what: 'page read, 16 clients', floor: 'page', clients: MANY, count: 2_000, shots: reads },
];

/** Measures one size and answers its rows. */
export async function httpRows(size: string): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cunlishi-bench-'));
  const began = performance.now();
  const ours = await start(['dist/local/server.mjs'], { PORT: '0', CUNLISHI_DATA: folder, CUNLISHI_DEMO: size, CUNLISHI_LOG: 'off', CUNLISHI_SENDING_LIMITS: 'off' }, ourPort);
  const readySeconds = (performance.now() - began) / 1000;
  let floor: Running | undefined;
  try {
    floor = await start(['dist/bench/floor-server.mjs', join(folder, 'floor.sqlite')], {}, floorPort);
    const people = await personas(ours.port);
    const rows: Row[] = [];
    for (const act of ACTS) rows.push(await measure(act, size, ours, floor, people));
    rows.push({ what: `${size}: server`, values: { 'RSS MB': Math.round(ours.rssMb()), 'ready s': readySeconds } });
    return rows;
  } finally {
    await Promise.all([ours.stop(), floor?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(act: Act, size: string, ours: Running, floor: Running, people: readonly Persona[]): Promise<Row> {
  const floorShot = (): Shot => ({ path: `/${act.floor}`, body: { owner: 'owner-7', text: FLOOR_TEXT, requestId: randomId() } });
  const rounds: Round[] = [];
  await load(floor.port, act.clients, WARM_UP, floorShot);
  await load(ours.port, act.clients, WARM_UP, await act.shots(ours, people, WARM_UP));
  for (let round = 0; round < ROUNDS; round += 1) {
    const shot = await act.shots(ours, people, act.count);
    const floorCpuBefore = floor.cpuMs();
    const beside = await load(floor.port, act.clients, act.count, floorShot);
    const floorCpuMs = (floor.cpuMs() - floorCpuBefore) / act.count;
    const cpuBefore = ours.cpuMs();
    const flushesBefore = await flushesOf(ours);
    const measured = await load(ours.port, act.clients, act.count, shot);
    const flushes = ((await flushesOf(ours)) - flushesBefore) / act.count;
    rounds.push({ ours: measured, floor: beside, cpuMs: (ours.cpuMs() - cpuBefore) / act.count, floorCpuMs, flushes });
  }
  return besideFloor(`${size}: ${act.what}`, rounds);
}

/** Everybody who is on the roster reports in turn, from their own grids and of every kind. */
async function submits(_server: Running, people: readonly Persona[]): Promise<(n: number) => Shot> {
  const reporters = people.filter(({ roles }) => !roles.includes('VISITOR')).map(({ id }) => id);
  return Promise.resolve((n) => ({ path: '/fn/issues', headers: { 'x-demo-person': reporters[n % reporters.length] ?? '' }, body: { procedure: 'submit', input: report(n) } }));
}

/** A head accepts what was just reported. */
async function accepts(server: Running, people: readonly Persona[], count: number): Promise<(n: number) => Shot> {
  const villager = one(people, 'VILLAGER');
  const head = one(people, 'HEAD');
  const ids: string[] = [];
  while (ids.length < count) {
    const some = await Promise.all(Array.from({ length: MANY }, (_, n) => ask<{ issueId: string }>(server.port, villager, 'issues', 'submit', report(ids.length + n))));
    ids.push(...some.map(({ issueId }) => issueId));
  }
  return (n) => ({ path: '/fn/issues', headers: { 'x-demo-person': head }, body: { procedure: 'accept', input: { requestId: randomId(), issueId: ids[n] } } });
}

/** A villager looks at their own reports, a page of twenty. */
async function reads(_server: Running, people: readonly Persona[]): Promise<(n: number) => Shot> {
  const villager = one(people, 'VILLAGER');
  return Promise.resolve(() => ({ path: '/fn/issues', headers: { 'x-demo-person': villager }, body: { procedure: 'mine', input: {} } }));
}

function report(n: number): Readonly<Record<string, unknown>> {
  return { requestId: randomId(), category: CATEGORIES[n % CATEGORIES.length], urgency: 'NORMAL', text: '排水沟堵了快一个礼拜，脏水流到路上，娃娃上学要踩水过去。', place: { kind: 'HOME' }, visibility: 'HANDLERS', nameHidden: false };
}

async function ask<T>(port: number, person: string, context: string, procedure: string, input: unknown): Promise<T> {
  const { text } = await send(undefined, port, { path: `/fn/${context}`, headers: { 'x-demo-person': person }, body: { procedure, input } });
  const reply = JSON.parse(text) as { readonly ok: boolean; readonly data: T };
  if (!reply.ok) throw new Error(`${context}.${procedure}: ${text}`);
  return reply.data;
}

async function personas(port: number): Promise<readonly Persona[]> {
  return (await (await fetch(`http://127.0.0.1:${port}/demo/people`)).json()) as readonly Persona[];
}

async function flushesOf({ port }: Running): Promise<number> {
  const { flushes } = (await (await fetch(`http://127.0.0.1:${port}/demo/flushes`)).json()) as { readonly flushes: number };
  return flushes;
}

/** The demo's villager and the head of that villager's grid come first of their kind. */
function one(people: readonly Persona[], role: string): string {
  const found = people.find(({ roles }) => roles.includes(role));
  if (found === undefined) throw new Error(`the demo has no ${role}`);
  return found.id;
}

function randomId(): string {
  return randomBytes(12).toString('hex');
}

function ourPort(line: string): number | undefined {
  const match = /http:\/\/[^:\s]+:(\d+)/.exec(line);
  return match === null ? undefined : Number(match[1]);
}

function floorPort(line: string): number | undefined {
  const match = /listening (\d+)/.exec(line);
  return match === null ? undefined : Number(match[1]);
}
