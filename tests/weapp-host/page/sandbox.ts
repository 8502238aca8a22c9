/**
 * The scope a mini-program's code runs in. WeChat runs it in an engine without a page around it; here the page's
 * names are shadowed as undefined, so that code which leans on them fails as it would on a phone. `this` of a sloppy
 * function, and a function's `constructor`, still reach the page: that much a page cannot hide.
 */
import { makeAppGlobal } from './app-global';
import { guardedConsole } from './console';

const SHADOWED: readonly string[] = `
window document self frames parent top location navigator history screen localStorage sessionStorage indexedDB caches
fetch XMLHttpRequest WebSocket EventSource Headers Request Response AbortController AbortSignal FormData Blob File FileReader
URL URLSearchParams TextEncoder TextDecoder atob btoa crypto structuredClone queueMicrotask performance
alert confirm prompt open close postMessage requestAnimationFrame cancelAnimationFrame requestIdleCallback getComputedStyle matchMedia
Image Audio Event CustomEvent EventTarget Node Element HTMLElement MutationObserver IntersectionObserver ResizeObserver
Worker SharedWorker BroadcastChannel MessageChannel importScripts weappProject weappBridge weappHost
`.trim().split(/\s+/);

/** What the app's code sees instead of the language's own, by name. */
type Scope = Readonly<Record<string, unknown>>;

/**
 * Makes a function of source text that sees `scope`, the language and timers, and nothing of the page.
 * The text is the body of a function with the given parameters.
 */
export function compileInSandbox(source: string, parameters: readonly string[], scope: Scope, name: string): (...args: readonly unknown[]) => unknown {
  const given: Scope = { ...Object.fromEntries(SHADOWED.map((shadowed) => [shadowed, undefined])), ...APP_GLOBALS, ...scope };
  // The outer function is sloppy, so that `eval` may be a parameter; the app's own code keeps its directives.
  const text = `(function (${Object.keys(given).join(', ')}) { return function (${parameters.join(', ')}) {${source}\n}; })\n//# sourceURL=weapp:///${name}`;
  const open = window.eval(text) as unknown as (...values: readonly unknown[]) => (...args: readonly unknown[]) => unknown;
  return open(...Object.values(given));
}

/** Bundlers ask for the global object this way, and WeChat answers them; any other text is refused. */
function FunctionStandIn(...parts: readonly string[]): () => unknown {
  if (parts[parts.length - 1]?.replace(/;$/, '') === 'return this') return () => appGlobal;
  throw new EvalError('Function(...) makes no code from text in a mini-program');
}
// `value instanceof Function` must still hold for what the app defines.
FunctionStandIn.prototype = Function.prototype;

function noEval(): never {
  throw new EvalError('eval is not there in a mini-program');
}

const standIns = { console: guardedConsole, Function: FunctionStandIn, eval: noEval };
const appGlobal = makeAppGlobal(standIns);

/** `global` is there on phones, and empty. */
const APP_GLOBALS: Scope = { ...standIns, globalThis: appGlobal, global: {} };
