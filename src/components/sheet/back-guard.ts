/**
 * H5: first in line for the browser's back. Listeners of the window run in the order in which they came, whatever their
 * phase, and the router's is added as the app starts; so `app.ts` imports this file, and this one is added before it.
 */
let guard: (() => boolean) | undefined;

if (process.env.TARO_ENV === 'h5') {
  window.addEventListener('popstate', (event) => {
    if (guard?.() === true) event.stopImmediatePropagation();
  });
}

/** Asks `next` at each step through the browser's history; when it answers true, the router does not hear of the step. */
export function guardBack(next: (() => boolean) | undefined): void {
  guard = next;
}
