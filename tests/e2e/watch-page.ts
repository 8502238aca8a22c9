/** What a journey has to know of a page beside what it shows: what it has asked for and not heard yet, and what its toasts said. */
import type { BrowserContext, Page, Request } from 'playwright-core';

declare global {
  interface Window { toastsSaid?: string[] }
}

const underWay = new WeakMap<Page, Set<Request>>();

/** Watches over every page that will be opened here. */
export async function watchPages(context: BrowserContext): Promise<void> {
  context.on('page', (page) => {
    const requests = new Set<Request>();
    underWay.set(page, requests);
    page.on('request', (request) => requests.add(request));
    page.on('requestfinished', (request) => requests.delete(request));
    page.on('requestfailed', (request) => requests.delete(request));
    // What a page asked for that has been left is never heard of again.
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) for (const old of requests) if (old !== request) requests.delete(old);
    });
  });
  await context.addInitScript(keepToasts);
}

/** Whether an answer is on its way that could change what is drawn. */
export function isWaiting(page: Page): boolean {
  return (underWay.get(page)?.size ?? 0) > 0;
}

/** What toasts said since the last key or tap; one goes by itself, on a busy machine before anybody looks. */
export async function toastsSaid(page: Page): Promise<readonly string[]> {
  try {
    return await page.evaluate(() => window.toastsSaid ?? []);
  } catch {
    // The page is being opened anew, and has said nothing yet.
    return [];
  }
}

/** Runs in the browser. */
function keepToasts(): void {
  const said: string[] = [];
  window.toastsSaid = said;
  for (const act of ['pointerdown', 'keydown']) window.addEventListener(act, () => said.splice(0), true);
  new MutationObserver((changes) => {
    const toast = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]).map((node) => (node instanceof Element ? node.closest('.taro__toast') : null)).find((found) => found !== null);
    const words = toast?.textContent?.trim() ?? '';
    if (words !== '') said.push(words);
  }).observe(document, { childList: true, subtree: true });
}
