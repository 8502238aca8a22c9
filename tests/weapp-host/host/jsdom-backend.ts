import { JSDOM, VirtualConsole } from 'jsdom';
import type { Backend, Bridge, HostInPage } from './backend';
import type { PageScript } from './page-script';
import { VIEWPORT } from './viewport';

/** Runs the page in this process. Quick; there is no layout: every size is 0, and a tap reaches what it names. */
export function startJsdom(script: PageScript, bridge: Bridge): Backend {
  const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    runScripts: 'outside-only', pretendToBeVisual: true, url: 'http://weapp.local/', virtualConsole: quiet(),
  });
  Object.assign(window, { weappBridge: (method: string, params: string) => bridge(method, JSON.parse(params)).then((answer) => JSON.stringify(answer ?? null)) });
  Object.defineProperties(window, { innerWidth: { value: VIEWPORT.width }, innerHeight: { value: VIEWPORT.height } });
  Object.assign(window, { scrollTo: () => undefined, matchMedia: () => ({ matches: false, addEventListener: () => undefined }) });
  window.eval(script.text);
  const host = (window as unknown as { weappHost: HostInPage }).weappHost;
  // Promises of jsdom's window are Node's: only this process hears of one that nobody caught.
  process.on('unhandledRejection', (reason) => host.rejected(reason));
  host.launch();
  return {
    handle: (method, params) => {
      if (method === 'App.captureScreenshot') return Promise.reject(new Error('jsdom draws nothing; take screenshots with HOST_BACKEND=chromium'));
      return host.handle(method, params);
    },
    stop: () => Promise.resolve(window.close()),
  };
}

/** jsdom complains of style rules newer than itself; what the app throws reaches the host as an event, not here. */
function quiet(): VirtualConsole {
  return new VirtualConsole();
}
