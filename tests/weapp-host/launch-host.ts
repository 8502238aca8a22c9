/** Starts a mini-program under test and hands over a hand on it, and the automator's own object. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import automator from 'miniprogram-automator';
import { openControlLine, type ControlLine } from './control-line';
import { serveFunctions } from './function-server';
import { handOn, type MiniProgram, type Owner } from './hand';
import type { Problem } from './host/problems';
import type { NotedCall, PhoneState } from './page/phone';
import type { Layout } from './page/protocol/layout';
import type { SetDataCall } from './page/set-data-log';
import { PATIENCE_MS } from './patience';
import { until } from './until';

/** A server of the project's functions, or a function that answers in its stead: `(name, data) => what the function returns`. */
export type Cloud = { readonly base: string; readonly person?: string } | ((name: string, data: unknown) => unknown);

export interface LaunchOptions {
  /** The folder that holds `app.json`. */
  readonly dist: string;
  /** jsdom: quick, without layout. chromium: real touch, layout and screenshots. */
  readonly backend?: 'jsdom' | 'chromium';
  /** Left out, every call of a function fails as on a phone that reaches no server. */
  readonly cloud?: Cloud;
  /** How long it waits for what a journey names; less than usual where something will not come. */
  readonly patienceMs?: number;
}

export interface Host extends Owner {
  /** What the app threw, did not catch or said with console.error, since it started or since it was last forgotten. */
  errors(): Promise<readonly string[]>;
  /** Lets go of what was expected to go wrong. */
  forgetErrors(): Promise<void>;
  /** Changes the phone: its network, its owner's permissions and pictures. */
  setPhone(change: Partial<PhoneState>): Promise<void>;
  /** Changes whom the local server takes the caller for. */
  setPerson(person: string | undefined): Promise<void>;
  /** What the phone was asked to do: calls of `wx` by name. */
  calls(name?: string): Promise<readonly NotedCall[]>;
  /** Waits until what was copied last holds these words. */
  copied(words: string): Promise<void>;
  /** How the page in front is drawn; chromium only. */
  layout(): Promise<Layout>;
  /** Waits until every answer is in, and drawn. */
  settled(): Promise<void>;
  /** What was sent from code to drawing since the start. */
  setDataCalls(): Promise<readonly SetDataCall[]>;
  close(): Promise<void>;
}

const CLI = path.join(__dirname, 'cli.cjs');
const START_WITHIN_MS = 120_000;

/** Launches a build and waits until it was opened. Throws, with what the host said, when it does not start. */
export async function launchHost({ dist, backend = 'jsdom', cloud, patienceMs }: LaunchOptions): Promise<Host> {
  const server = typeof cloud === 'function' ? await serveFunctions(cloud) : undefined;
  const endpoint = server ?? (typeof cloud === 'object' ? cloud : undefined);
  const host = spawn(process.execPath, [CLI, 'auto', '--project', path.resolve(dist), '--auto-port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOST_BACKEND: backend,
      HOST_FN_BASE: endpoint?.base,
      HOST_PERSON: endpoint !== undefined && 'person' in endpoint ? endpoint.person : undefined,
    },
  });
  try {
    const port = await portOf(host);
    const control = await openControlLine(port);
    const miniProgram = await automator.connect({ wsEndpoint: `ws://127.0.0.1:${port}` });
    return handleOn({ host, miniProgram, control, stopServer: () => server?.stop(), ...(patienceMs === undefined ? {} : { patienceMs }) });
  } catch (error) {
    host.kill();
    server?.stop();
    throw error;
  }
}

interface Running {
  readonly host: ChildProcess;
  readonly miniProgram: MiniProgram;
  readonly control: ControlLine;
  readonly stopServer: () => void;
  readonly patienceMs?: number;
}

function handleOn({ host, miniProgram, control, stopServer, patienceMs = PATIENCE_MS }: Running): Host {
  let forgotten = 0;
  async function problems(): Promise<readonly Problem[]> {
    return (await control.ask<{ readonly problems: readonly Problem[] }>('Host.problems')).problems;
  }
  async function errors(): Promise<readonly string[]> {
    return (await problems()).slice(forgotten).map(({ kind, text }) => `${kind}: ${text}`);
  }
  async function calls(name?: string): Promise<readonly NotedCall[]> {
    return (await control.ask<{ readonly calls: readonly NotedCall[] }>('Host.calls', { name })).calls;
  }
  return {
    ...handOn(miniProgram, errors, patienceMs),
    miniProgram,
    errors,
    forgetErrors: async () => { forgotten = (await problems()).length; },
    setPhone: async (change) => { await control.ask('Host.setPhone', change); },
    setPerson: async (person) => { await control.ask('Host.setPerson', { person }); },
    calls,
    copied: async (words) => {
      await until(patienceMs, `${words} to be copied`, async () => {
        const { data } = (await miniProgram.callWxMethod('getClipboardData')) as { readonly data: string };
        return data.includes(words) ? data : undefined;
      });
    },
    layout: async () => (await control.ask<{ readonly layout: Layout }>('Host.layout')).layout,
    settled: () => until(patienceMs, 'every answer to be in', async () => {
      await control.ask('Host.settle');
      return (await control.ask<{ readonly answers: number }>('Host.waiting')).answers === 0 ? true : undefined;
    }).then(() => undefined),
    setDataCalls: async () => (await control.ask<{ readonly calls: readonly SetDataCall[] }>('Host.setData')).calls,
    toasted: async (words) => {
      await until(patienceMs, `a toast that says ${words}`, async () => (await calls('showToast')).find(({ options }) => (options as { readonly title?: string }).title?.includes(words)));
    },
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

/** The port that the host says it listens on. Throws, with what it said, when it ends before. */
async function portOf(host: ChildProcess): Promise<number> {
  let said = '';
  let told = '';
  host.stdout?.on('data', (text: Buffer) => { told += text.toString(); });
  host.stderr?.on('data', (text: Buffer) => { said += text.toString(); });
  const port = await until(START_WITHIN_MS, 'the host to start', () => {
    if (host.exitCode !== null) throw new Error(`the host did not start:\n${said}`);
    return Promise.resolve(/listening on (\d+)\n/.exec(told)?.[1]);
  });
  return Number(port);
}
