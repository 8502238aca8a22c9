/** A headless browser for the journeys, with the flags that keep it quiet and alone. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { installedBrowser } from './find-browser.cjs';
import { PATIENCE_MS } from './patience';
import type { LocalServer } from './server';
import { watchPages } from './watch-page';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', '--lang=zh-CN',
];
const PHONE = { width: 375, height: 812 } as const;

/** `describe` where there is a browser; skipped, and counted as skipped, where there is none. */
export const journey = installedBrowser() === undefined ? describe.skip : describe;

export async function openBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) throw new Error('there is no browser here; set CHROME_PATH');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

export interface PhoneOptions {
  /** Who acts, as `/demo/people` names them. */
  readonly person?: string;
  /** A page of the app: `packages/inbox/list/index`. */
  readonly path?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** What the phone's storage holds beforehand. */
  readonly storage?: Readonly<Record<string, unknown>>;
  /** False takes the demo's dock away: then the screen is what a phone shows. */
  readonly dock?: boolean;
  /** How many device pixels a pixel of the page is. */
  readonly scale?: number;
}

export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the app threw or wrote to the console as an error. */
  readonly errors: readonly string[];
  /** Opens a page of the app. */
  readonly go: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A phone of its own, with a storage of its own, that opens the app as somebody. */
export async function openPhone(browser: Browser, server: LocalServer, { person, path = 'pages/home/index', size = PHONE, storage = {}, dock = true, scale = 1 }: PhoneOptions = {}): Promise<Phone> {
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: scale, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', permissions: ['microphone'], reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  const kept = { ...(person === undefined ? {} : { 'demo:person': person }), ...storage };
  await context.addInitScript((entries) => {
    // Once a phone, so that what the app stores later survives a reload. Not in localStorage: the dock puts that away.
    if (sessionStorage.getItem('journey') !== null) return;
    sessionStorage.setItem('journey', 'yes');
    for (const [key, data] of entries) localStorage.setItem(key, JSON.stringify({ data }));
  }, Object.entries(kept));
  await context.addInitScript(putClock, server.aheadMs);
  // A browser without a screen closes a file chooser that nobody has asked it to hand over. To be asked for while a key is on its
  // way is too late: a busy page hears of the key first. So it hands over every one from the start, on every page.
  context.on('page', (opened) => opened.on('filechooser', () => undefined));
  await watchPages(context);
  if (!dock) await context.route('**/demo/people', (route) => route.fulfill({ json: [] }));
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const go = async (to: string): Promise<void> => {
    await page.goto(`${server.url}/#/${to}`);
  };
  await go(path);
  return { page, context, errors, go, close: () => context.close() };
}

/** Runs in the browser: a phone's clock goes as the server's did at its start; what the server's is put to later it has to hear from the server. */
function putClock(aheadMs: number): void {
  window.Date = new Proxy(Date, {
    construct: (date, given: unknown[], self) => Reflect.construct(date, given.length === 0 ? [date.now() + aheadMs] : given, self) as Date,
    get: (date, name) => (name === 'now' ? () => date.now() + aheadMs : Reflect.get(date, name) as unknown),
  });
}
