import { installedBrowser } from '../e2e/find-browser.cjs';

export const BACKENDS = ['jsdom', 'chromium'] as const;

/** Runs a suite on both backends; the one that needs a browser is reported as skipped where there is none. */
export function onBothBackends(name: (backend: string) => string, suite: (backend: (typeof BACKENDS)[number]) => void): void {
  for (const backend of BACKENDS) {
    const run = backend === 'chromium' && installedBrowser() === undefined ? describe.skip : describe;
    run(name(backend), () => suite(backend));
  }
}
