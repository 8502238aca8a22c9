/** How WeChat's asynchronous calls answer: by callbacks when any is given, else by a promise. */
import type { Phone } from '../phone';

export interface Options {
  readonly success?: (answer: object) => void;
  readonly fail?: (answer: object) => void;
  readonly complete?: (answer: object) => void;
  readonly [option: string]: unknown;
}

type Act = (options: Options) => object | void | Promise<object | void>;

/** A refusal, with WeChat's own words and number. */
export class WxFailure extends Error {
  constructor(words: string, readonly errno?: number) {
    super(words);
  }
}

/**
 * An asynchronous call. `act` answers what `success` is told, or throws what `fail` is told; the call is noted, so
 * that a test can ask what the phone was asked to do.
 */
export function asynchronous(phone: Phone, name: string, act: Act): (options?: Options) => Promise<object> | undefined {
  return (options = {}) => {
    phone.note(name, options);
    const answer = new Promise<object | void>((resolve) => { resolve(act(options)); })
      .then((given) => ({ errMsg: `${name}:ok`, ...given }));
    const { success, fail, complete } = options;
    if (success === undefined && fail === undefined && complete === undefined) return answer.catch((error: unknown) => { throw failure(name, error) as unknown as Error; });
    // A task of its own: what a callback throws is the app's own fault and must not turn into a failed call.
    answer.then((given) => later(given, success, complete), (error: unknown) => later(failure(name, error), fail, complete));
    return undefined;
  };
}

function later(given: object, ...callbacks: readonly (((answer: object) => void) | undefined)[]): void {
  setTimeout(() => { for (const callback of callbacks) callback?.(given); }, 0);
}

function failure(name: string, error: unknown): object {
  const words = error instanceof Error ? error.message : String(error);
  return { errMsg: `${name}:fail ${words}`, ...(error instanceof WxFailure && error.errno !== undefined && { errno: error.errno }) };
}

/** An option that must be a string. */
export function text(options: Options, name: string): string {
  const { [name]: value } = options;
  if (typeof value !== 'string') throw new WxFailure(`parameter error: parameter.${name} should be String`, 1001);
  return value;
}
