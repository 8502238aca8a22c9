/** Starts a mini-program under test and hands over a hand on it, and the automator's own object. */
import { spawn, type ChildProcess } from 'node:child_process';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import automator from 'miniprogram-automator';
import { openControlLine, type ControlLine } from './control-line';
import { serveFunctions } from './function-server';
import { handOn, type MiniProgram, type Owner } from './hand';
import type { Problem } from './host/problems';
import type { NotedCall, PhoneState } from './page/phone';
import type { Layout } from './page/protocol/layout';
import type { SetDataCall } from './page/set-data-log';
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
  /** How the page in front is drawn; chromium only. */
  layout(): Promise<Layout>;
  /** What was sent from code to drawing since the start. */
  setDataCalls(): Promise<readonly SetDataCall[]>;
  close(): Promise<void>;
}

const CLI = path.join(__dirname, 'cli.cjs');
const START_WITHIN_MS = 60_000;
const TOAST_WITHIN_MS = 8_000;

/** Launches a build and waits until it was opened. Throws, with what the host said, when it does not start. */
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
    const control = await started(host, port);
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
  readonly control: ControlLine;
  readonly stopServer: () => void;
}

function handleOn({ host, miniProgram, control, stopServer }: Running): Host {
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
    ...handOn(miniProgram, errors),
    miniProgram,
    errors,
    forgetErrors: async () => { forgotten = (await problems()).length; },
    setPhone: async (change) => { await control.ask('Host.setPhone', change); },
    setPerson: async (person) => { await control.ask('Host.setPerson', { person }); },
    calls,
    layout: async () => (await control.ask<{ readonly layout: Layout }>('Host.layout')).layout,
    setDataCalls: async () => (await control.ask<{ readonly calls: readonly SetDataCall[] }>('Host.setData')).calls,
    toasted: async (words) => {
      await until(TOAST_WITHIN_MS, `a toast that says ${words}`, async () => (await calls('showToast')).find(({ options }) => (options as { readonly title?: string }).title?.includes(words)));
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

function started(host: ChildProcess, port: number): Promise<ControlLine> {
  let said = '';
  host.stderr?.on('data', (text: Buffer) => { said += text.toString(); });
  return until(START_WITHIN_MS, 'the host to start', async () => {
    if (host.exitCode !== null) throw new Error(`the host did not start:\n${said}`);
    return openControlLine(port);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
