/** Starts a mini-program under test and hands over the automator's own handle on it. */
import { spawn, type ChildProcess } from 'node:child_process';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import automator from 'miniprogram-automator';
import WebSocket from 'ws';
import type { Problem } from './host/problems';
import type { NotedCall, PhoneState } from './page/phone';

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;

/** What a journey does with one element: the automator's own object, by the part of it that is used here. */
export interface Element {
  tap(): Promise<void>;
  text(): Promise<string>;
  /** Fields only. */
  input(text: string): Promise<void>;
  /** An event of the component's own, such as a picker's `change`. */
  trigger(type: string, detail?: object): Promise<void>;
  attribute(name: string): Promise<string>;
  style(name: string): Promise<string>;
  value(): Promise<unknown>;
  size(): Promise<{ readonly width: number; readonly height: number }>;
}

/** A server of the project's functions, or a function that answers in its stead: `(name, data) => what the function returns`. */
export type Cloud = { readonly base: string; readonly person?: string } | ((name: string, data: unknown) => unknown);

export interface LaunchOptions {
  /** The folder that holds `app.json`. */
  readonly dist: string;
  /** jsdom: quick, without layout. chromium: real touch, layout and screenshots. */
  readonly backend?: 'jsdom' | 'chromium';
  /** Left out, every call of a function fails as on a phone that reaches no server. */
  readonly cloud?: Cloud;
}

export interface Host {
  readonly miniProgram: MiniProgram;
  /** The page in front. */
  page(): Promise<Page>;
  /** Waits until a page with this path is in front, and answers it. Throws after `withinMs`. */
  arriveAt(pagePath: string, withinMs?: number): Promise<Page>;
  /** Waits for the first element a selector finds on the page in front. Throws after `withinMs`. */
  find(selector: string, withinMs?: number): Promise<Element>;
  findAll(selector: string): Promise<readonly Element[]>;
  /** Waits until the page in front says these words, and answers all it says. Throws after `withinMs`. */
  sees(words: string | RegExp, withinMs?: number): Promise<string>;
  /** Taps the first element on the page in front whose own text holds these words. Throws when none does within `withinMs`. */
  tap(words: string, withinMs?: number): Promise<void>;
  /** What the app threw, did not catch or said with console.error, since it started or since they were last forgotten. */
  errors(): Promise<readonly string[]>;
  /** Lets go of what was expected to go wrong. */
  forgetErrors(): Promise<void>;
  /** Changes the phone: its network, its owner's permissions and pictures. */
  setPhone(change: Partial<PhoneState>): Promise<void>;
  /** Changes whom the local server takes the caller for. */
  setPerson(person: string | undefined): Promise<void>;
  /** What the phone was asked to do: calls of `wx` by name. */
  calls(name?: string): Promise<readonly NotedCall[]>;
  close(): Promise<void>;
}

const CLI = path.join(__dirname, 'cli.cjs');
const START_WITHIN_MS = 30_000;
const ARRIVE_WITHIN_MS = 8_000;

/** Launches a build and waits until its first page is there. Throws, with what the host said, when it does not start. */
export async function launchHost({ dist, backend = 'jsdom', cloud }: LaunchOptions): Promise<Host> {
  const port = await freePort();
  const server = typeof cloud === 'function' ? await serveFunctions(cloud) : undefined;
  const endpoint = server ?? (typeof cloud === 'object' ? cloud : undefined);
  const host = spawn(process.execPath, [CLI, 'auto', '--project', path.resolve(dist), '--auto-port', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      HOST_BACKEND: backend,
      HOST_FN_BASE: endpoint?.base,
      HOST_PERSON: endpoint !== undefined && 'person' in endpoint ? endpoint.person : undefined,
    },
  });
  try {
    const control = await connect(host, port);
    const miniProgram = await automator.connect({ wsEndpoint: `ws://127.0.0.1:${port}` });
    return handleOn({ host, miniProgram, control, stopServer: () => server?.stop() });
  } catch (error) {
    host.kill();
    server?.stop();
    throw error;
  }
}

interface Running {
  readonly host: ChildProcess;
  readonly miniProgram: MiniProgram;
  readonly control: Control;
  readonly stopServer: () => void;
}

function handleOn({ host, miniProgram, control, stopServer }: Running): Host {
  let forgotten = 0;
  async function problems(): Promise<readonly Problem[]> {
    return (await control.ask<{ readonly problems: readonly Problem[] }>('Host.problems')).problems;
  }
  async function page(): Promise<Page> {
    const front = await miniProgram.currentPage().catch(async (error: unknown) => {
      throw new Error(`no page is in front (${String(error)}):\n${(await problems()).map(({ text }) => text).join('\n')}`);
    });
    if (front === undefined) throw new Error('no page is in front');
    return front;
  }
  return {
    miniProgram,
    page,
    arriveAt: (pagePath, withinMs = ARRIVE_WITHIN_MS) => until(withinMs, `${pagePath} to be in front`, async () => {
      const front = await page();
      return front.path === pagePath.replace(/^\//, '') ? front : undefined;
    }),
    find: (selector, withinMs = ARRIVE_WITHIN_MS) => until(withinMs, `${selector} on the page`, async () => ((await (await page()).$(selector)) ?? undefined) as unknown as Element | undefined),
    findAll: async (selector) => await (await page()).$$(selector),
    sees: (words, withinMs = ARRIVE_WITHIN_MS) => until(withinMs, `the page to say ${String(words)}`, async () => {
      const said = await (await (await page()).$('view'))?.text();
      return said !== undefined && (typeof words === 'string' ? said.includes(words) : words.test(said)) ? said : undefined;
    }),
    tap: async (words, withinMs = ARRIVE_WITHIN_MS) => {
      const element = await until(withinMs, `something to tap that says ${words}`, async () => firstDrawn((await (await page()).getElementsByXpath(`//*[text()[contains(., "${words}")]]`)) as readonly Element[]));
      await element.tap();
    },
    errors: async () => (await problems()).slice(forgotten).map(({ kind, text }) => `${kind}: ${text}`),
    forgetErrors: async () => { forgotten = (await problems()).length; },
    setPhone: async (change) => { await control.ask('Host.setPhone', change); },
    setPerson: async (person) => { await control.ask('Host.setPerson', { person }); },
    calls: async (name) => (await control.ask<{ readonly calls: readonly NotedCall[] }>('Host.calls', { name })).calls,
    close: async () => {
      const gone = new Promise((resolve) => { host.once('exit', resolve); });
      await control.ask('Tool.close');
      miniProgram.disconnect();
      control.close();
      stopServer();
      await gone;
    },
  };
}

/** The first that takes room; in jsdom nothing does, and the first is taken. */
async function firstDrawn(elements: readonly Element[]): Promise<Element | undefined> {
  for (const element of elements) {
    if ((await element.size()).width > 0) return element;
  }
  return elements[0];
}

interface Control {
  ask<T>(method: string, params?: object): Promise<T>;
  close(): void;
}

/** A second line beside the automator's, for what the automator has no words for. */
async function connect(host: ChildProcess, port: number): Promise<Control> {
  let said = '';
  host.stderr?.on('data', (text: Buffer) => { said += text.toString(); });
  const socket = await until(START_WITHIN_MS, 'the host to start', async () => {
    if (host.exitCode !== null) throw new Error(`the host did not start:\n${said}`);
    return open(port);
  });
  const waiting = new Map<string, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
  socket.on('message', (message: Buffer) => {
    const { id, result, error } = JSON.parse(message.toString()) as { readonly id?: string; readonly result?: unknown; readonly error?: { readonly message: string } };
    const waits = id === undefined ? undefined : waiting.get(id);
    if (error === undefined) waits?.resolve(result);
    else waits?.reject(new Error(error.message));
  });
  let asked = 0;
  return {
    ask: <T>(method: string, params: object = {}) => new Promise<T>((resolve, reject) => {
      asked += 1;
      waiting.set(String(asked), { resolve: resolve as (result: unknown) => void, reject });
      socket.send(JSON.stringify({ id: String(asked), method, params }));
    }),
    close: () => socket.close(),
  };
}

function open(port: number): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    socket.once('open', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

async function until<T>(withinMs: number, what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

interface FunctionServer {
  readonly base: string;
  stop(): void;
}

/** Functions answered by the test itself. */
function serveFunctions(answer: (name: string, data: unknown) => unknown): Promise<FunctionServer> {
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const name = decodeURIComponent(request.url?.replace(/^\/fn\//, '') ?? '');
      void Promise.resolve(answer(name, JSON.parse(Buffer.concat(parts).toString()))).then((reply) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(reply ?? null));
      });
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() }));
  });
}
