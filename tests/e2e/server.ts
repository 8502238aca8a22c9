/** The real local server as a process of its own, on a free port and a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { WireReply } from '@/contract/wire';

export interface LocalServer {
  readonly url: string;
  readonly data: string;
  /** How far its clock was put from this machine's when it was made. */
  readonly aheadMs: number;
  /** Everything it wrote so far. */
  readonly output: () => string;
  /** Calls a function as somebody of the demo. */
  readonly call: (person: string | undefined, context: string, procedure: string, input?: unknown) => Promise<WireReply>;
  /** The same, answering the data; throws the refusal's code. */
  readonly ask: <T>(person: string, context: string, procedure: string, input?: unknown) => Promise<T>;
  readonly people: () => Promise<readonly { readonly id: string; readonly name: string; readonly roles: readonly string[]; readonly area: string }[]>;
  /** Somebody with a role, the first one the dock offers. */
  readonly someone: (role: string) => Promise<string>;
  readonly now: () => Promise<number>;
  readonly moveClock: (now: number) => Promise<void>;
  /** As a power cut would: no warning, nothing flushed. */
  readonly kill: () => Promise<void>;
  /** Ends it as an operator would, and removes its folder unless it was given. Answers how it ended. */
  readonly stop: () => Promise<number | null>;
}

export interface ServerOptions {
  readonly demo?: 'village' | 'town' | 'county' | 'off';
  /** A folder of an earlier server, to start again on it. */
  readonly data?: string;
  /** Leaves the demo at this machine's time: for a folder that is then opened by what has no other clock. */
  readonly realTime?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** When every journey begins, whenever it is run: an ordinary Wednesday morning, with no night, week-end, month's or year's end about to come. */
export const STARTS_AT = Date.parse('2026-11-25T09:30:00+08:00');

export const PROGRAM = resolve(__dirname, '../../dist/local/server.mjs');
const READY_MS = 300_000;
/** Longer than the server gives itself. */
const STOP_MS = 60_000;

export async function startServer({ demo = 'village', data: given, realTime = false, env = {} }: ServerOptions = {}): Promise<LocalServer> {
  if (!existsSync(PROGRAM)) throw new Error('the local server is not built; npm test builds it, or: node local/bundle.mjs server');
  const data = given ?? (await mkdtemp(join(tmpdir(), 'cunlishi-e2e-')));
  // Only the demo's clock can be put; a folder of before has its own already.
  const aheadMs = given === undefined && demo !== 'off' && !realTime ? STARTS_AT - Date.now() : 0;
  if (aheadMs !== 0) await writeFile(join(data, 'clock.json'), JSON.stringify({ offsetMs: aheadMs }));
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: resolve(__dirname, '../..'),
    // Journeys begin where nothing has happened yet: what others reported would be offered to them as theirs.
    env: { ...process.env, PORT: '0', CUNLISHI_DATA: data, CUNLISHI_DEMO: demo, CUNLISHI_DEMO_WEEKS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const url = await addressOf(child, () => output);

  async function call(person: string | undefined, context: string, procedure: string, input?: unknown): Promise<WireReply> {
    const response = await fetch(`${url}/fn/${context}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(person === undefined ? {} : { 'x-demo-person': person }) },
      body: JSON.stringify({ procedure, input }),
    });
    return (await response.json()) as WireReply;
  }
  const people: LocalServer['people'] = async () => (await (await fetch(`${url}/demo/people`)).json()) as Awaited<ReturnType<LocalServer['people']>>;

  return {
    url,
    data,
    aheadMs,
    output: () => output,
    call,
    async ask<T>(person: string, context: string, procedure: string, input?: unknown): Promise<T> {
      const reply = await call(person, context, procedure, input);
      if (!reply.ok) throw new Error(`${context}.${procedure}: ${JSON.stringify(reply.error)}`);
      return reply.data as T;
    },
    people,
    async someone(role) {
      const found = (await people()).find(({ roles }) => roles.includes(role));
      if (found === undefined) throw new Error(`the demo has no ${role}`);
      return found.id;
    },
    now: async () => ((await (await fetch(`${url}/demo/clock`)).json()) as { readonly now: number }).now,
    async moveClock(now) {
      const response = await fetch(`${url}/demo/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now }) });
      if (!response.ok) throw new Error(`the clock does not move: ${response.status}`);
    },
    async kill() {
      const ended = endOf(child);
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      const ended = endOf(child);
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      const code = await ended;
      clearTimeout(patience);
      if (given === undefined) await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}

function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the server did not start in time:\n${output()}`)), READY_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the server ended with ${code ?? 'a signal'}:\n${output()}`));
    });
    child.stdout?.on('data', () => {
      const url = /https?:\/\/\S+:\d+/.exec(output())?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      done(url);
    });
  });
}
