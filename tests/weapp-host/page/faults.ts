/** Everything the app throws and nobody catches ends here, is told to the automator and to the app itself. */
import { emit } from './bridge';

type Listener = (words: string) => void;
const listeners = new Set<Listener>();

/** Reports something the app threw. */
export function reportFault(thrown: unknown): void {
  const error = asError(thrown);
  emit('App.exceptionThrown', { name: error.name, message: error.message, stack: error.stack ?? '' });
  for (const listener of listeners) listener(`${error.message}\n${error.stack ?? ''}`);
}

/** `App.onError` and `wx.onError` listen here. */
export function onFault(listener: Listener): void {
  listeners.add(listener);
}

/** Calls the app's code; what it throws is reported, and does not stop the host. */
export function guarded<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (thrown) {
    reportFault(thrown);
    return undefined;
  }
}

/** Hears of what no caller of the app's code could catch: timers, promises. */
export function watchWindow(): void {
  window.addEventListener('error', (event) => reportFault(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => reportFault(event.reason));
}

/** WeChat's own failures are plain objects with an `errMsg`. */
function asError(thrown: unknown): { readonly name: string; readonly message: string; readonly stack?: string | undefined } {
  if (typeof thrown === 'object' && thrown !== null) {
    if ('message' in thrown) return thrown as Error;
    if ('errMsg' in thrown) return { name: 'wx', message: String(thrown.errMsg) };
  }
  return { name: 'Error', message: String(thrown) };
}
