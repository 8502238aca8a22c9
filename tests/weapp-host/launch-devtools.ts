/**
 * A mini-program under test by nothing but what DevTools itself has: `automator.launch({ cliPath })` and the automator's
 * own calls. `WEAPP_CLI` names DevTools' `cli`; without it the stand-in of this folder is launched, which then answers only
 * what DevTools answers (`--strict`).
 *
 * `wx.cloud` is led to the local server through `wx.request`, as DevTools has no cloud of ours; that needs
 * 不校验合法域名 to be ticked in its details.
 */
import path from 'node:path';
import automator from 'miniprogram-automator';
import { handOn, type Owner } from './hand';
import { PATIENCE_MS } from './patience';
import { until } from './until';

export interface DevTools extends Owner {
  /** Who calls, from now on; opens the app afresh. */
  become(person: string): Promise<void>;
  close(): Promise<void>;
}

interface DevToolsOptions {
  /** The folder of `project.config.json`. */
  readonly projectPath: string;
  /** The local server. */
  readonly server: string;
  readonly person: string;
  readonly port: number;
}

const STAND_IN = path.join(__dirname, 'cli.cjs');
const START_WITHIN_MS = 120_000;

declare const wx: {
  readonly cloud: { callFunction: unknown };
  request(options: object): unknown;
};
declare function noteToast(title: string): void;

export async function launchDevTools({ projectPath, server, person, port }: DevToolsOptions): Promise<DevTools> {
  const cliPath = process.env['WEAPP_CLI'];
  const miniProgram = await automator.launch({ cliPath: cliPath ?? STAND_IN, projectPath, port, timeout: START_WITHIN_MS, ...(cliPath === undefined ? { args: ['--strict'] } : {}) });
  const problems: string[] = [];
  const toasts: string[] = [];
  miniProgram.on('exception', ({ message }: { readonly message: string }) => problems.push(`exception: ${message}`));
  miniProgram.on('console', ({ type, args }: { readonly type: string; readonly args: readonly unknown[] }) => {
    if (type === 'error') problems.push(`console: ${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}`);
  });
  await miniProgram.exposeFunction('noteToast', (title: string) => { toasts.push(title); });
  await miniProgram.mockWxMethod('showToast', function showToast({ title }: { readonly title: string }) {
    noteToast(title);
    return { errMsg: 'showToast:ok' };
  });
  await miniProgram.mockWxMethod('showModal', { confirm: true, cancel: false });

  const errors = (): Promise<readonly string[]> => Promise.resolve(problems);
  async function become(who: string): Promise<void> {
    await miniProgram.evaluate(leadTheCloud, server, who);
    await miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
  }
  await become(person);
  // What the app asked for before it was led there found no cloud.
  problems.length = 0;
  return {
    ...handOn(miniProgram, errors),
    miniProgram,
    errors,
    become,
    toasted: async (words) => { await until(PATIENCE_MS, `a toast that says ${words}`, () => Promise.resolve(toasts.find((title) => title.includes(words)))); },
    close: () => miniProgram.close(),
  };
}

/** Runs in the app: its calls of functions go to the local server, as somebody of the demo. */
function leadTheCloud(server: string, person: string): void {
  wx.cloud.callFunction = ({ name, data, success, fail }: { readonly name: string; readonly data: object; readonly success?: (answer: object) => void; readonly fail?: (failure: object) => void }) => new Promise((resolve, reject) => {
    wx.request({
      url: `${server}/fn/${name}`, method: 'POST', data, header: { 'content-type': 'application/json', 'x-demo-person': person },
      success: ({ data: result }: { readonly data: unknown }) => {
        success?.({ result });
        resolve({ result });
      },
      fail: (failure: object) => {
        fail?.(failure);
        reject(new Error(JSON.stringify(failure)));
      },
    });
  });
}
