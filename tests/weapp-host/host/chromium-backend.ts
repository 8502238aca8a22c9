import { chromium, type Page, type Route } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../e2e/find-browser.cjs';
import type { Backend, Bridge, HostInPage } from './backend';
import type { PageScript } from './page-script';
import { VIEWPORT } from './viewport';

declare global {
  interface Window { weappHost: HostInPage }
}

const ORIGIN = 'http://weapp.local';
const SHELL = '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body></body></html>';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Runs the page in a real browser: layout, hit-testing, touch and pictures are the browser's own. */
export async function startChromium(script: PageScript, root: string, bridge: Bridge): Promise<Backend> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('there is no Chromium or Chrome here; name one with CHROME_PATH');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await page.exposeFunction('weappBridge', async (method: string, params: string) => JSON.stringify((await bridge(method, JSON.parse(params))) ?? null));
  await page.route('**/*', (route) => serve(route, root));
  await page.goto(`${ORIGIN}/`);
  await page.addScriptTag({ content: script.text });
  await page.evaluate(() => window.weappHost.launch());
  return {
    handle: (method, params) => handle(page, method, params),
    stop: () => browser.close(),
  };
}

async function handle(page: Page, method: string, params: unknown): Promise<unknown> {
  if (method === 'App.captureScreenshot') return { data: (await page.screenshot()).toString('base64') };
  if (method === 'Element.tap') {
    await touch(page, params);
    return ask(page, 'Host.settle', {});
  }
  return ask(page, method, params);
}

/** A finger, not an event: what lies over an element, or lets touches through, decides who is tapped. */
async function touch(page: Page, params: unknown): Promise<void> {
  const { x, y } = (await ask(page, 'Host.touchPoint', params)) as { readonly x: number; readonly y: number };
  await page.touchscreen.tap(x, y);
}

function ask(page: Page, method: string, params: unknown): Promise<unknown> {
  return page.evaluate(([name, given]) => window.weappHost.handle(name, given), [method, params] as const);
}

/** The page sees its own files and nothing else: a mini-program has no network but `wx`. */
async function serve(route: Route, root: string): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  if (origin === ORIGIN && pathname === '/') return route.fulfill({ contentType: 'text/html', body: SHELL });
  const file = path.join(root, path.posix.normalize(decodeURIComponent(pathname)));
  if (origin === ORIGIN && fs.existsSync(file)) return route.fulfill({ path: file });
  return route.abort();
}
