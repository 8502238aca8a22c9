/** `mockWxMethod`: another answer in place of a call's own. */
import type { Wx } from '../wx';
import { evaluate, type AppSide } from './evaluate';

export interface MockParams {
  readonly method: string;
  readonly functionDeclaration?: string;
  readonly args?: readonly unknown[];
  /** May be null; absent, with no function either, the call gets its own answer back. */
  readonly result?: unknown;
}

const ANSWERS_AT_ONCE = /Sync$|^canIUse$|^get(Window|Device|AppBase)Info$|^getSystemSetting$|^getAppAuthorizeSetting$|^getMenuButton/;

export interface Mocks {
  set(params: MockParams): void;
}

/** Remembers the app's own `wx`, so that a mock can be taken back and can call what it stands for. */
export function openMocks(wx: Wx, app: AppSide): Mocks {
  const own = { ...wx };
  return {
    set(params) {
      const { method } = params;
      if (params.functionDeclaration === undefined && !('result' in params)) {
        wx[method] = own[method];
        return;
      }
      const act = answering(params, own, app);
      wx[method] = ANSWERS_AT_ONCE.test(method) ? act : (...args: readonly unknown[]) => answerLater(method, act, args);
    },
  };
}

function answering({ method, functionDeclaration, args = [], result }: MockParams, own: Wx, app: AppSide): (...given: readonly unknown[]) => unknown {
  if (functionDeclaration === undefined) return () => JSON.parse(JSON.stringify(result ?? null)) as unknown;
  const act = evaluate(`return (${functionDeclaration})`, app) as (...given: readonly unknown[]) => unknown;
  return (...given) => act.apply({ origin: own[method] }, [...given, ...args]);
}

interface Callbacks {
  readonly success?: (answer: object) => void;
  readonly fail?: (answer: object) => void;
  readonly complete?: (answer: object) => void;
}

/** An answer whose `errMsg` says fail goes to `fail`, any other to `success`. */
function answerLater(method: string, act: (...given: readonly unknown[]) => unknown, args: readonly unknown[]): Promise<object> | undefined {
  const { success, fail, complete } = (args[0] ?? {}) as Callbacks;
  const answer = new Promise((resolve) => { resolve(act(...args)); }).then(
    (given) => ({ errMsg: `${method}:ok`, ...(given as object | null) }),
    (error: unknown) => ({ errMsg: `${method}:fail ${error instanceof Error ? error.message : String(error)}` }),
  );
  if (success === undefined && fail === undefined && complete === undefined) {
    return answer.then((given) => {
      if (/:fail/.test(given.errMsg)) throw given as unknown as Error;
      return given;
    });
  }
  void answer.then((given) => setTimeout(() => {
    if (/:fail/.test(given.errMsg)) fail?.(given);
    else success?.(given);
    complete?.(given);
  }, 0));
  return undefined;
}
