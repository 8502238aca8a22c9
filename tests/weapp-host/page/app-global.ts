/** `globalThis` of the app's code: the language and timers, as the engine of a phone has them, and nothing of a page. */

const LANGUAGE: readonly string[] = `
Object Array String Number Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap WeakSet WeakRef Promise Proxy Reflect Intl
Error TypeError RangeError SyntaxError EvalError ReferenceError URIError AggregateError
ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array
parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape NaN Infinity undefined
`.trim().split(/\s+/);

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;

/** Makes one; `more` is what the host puts in its place, such as `Function`. */
export function makeAppGlobal(more: object): object {
  const made: Record<string, unknown> = Object.fromEntries(LANGUAGE.map((name): [string, unknown] => [name, Reflect.get(window, name)]));
  // A browser's timers work only on its own window.
  for (const name of TIMERS) made[name] = window[name].bind(window);
  Object.assign(made, more);
  made['globalThis'] = made;
  return made;
}
