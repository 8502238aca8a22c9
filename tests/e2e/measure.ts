/** How large things are drawn on the page in front. Runs in the browser, so it stands alone. */
import type { Page } from 'playwright-core';

export interface Least {
  /** Of text, in px. */
  readonly font: number;
  /** Of anything that can be tapped, both ways, in px. */
  readonly target: number;
}

/** What is too small on the page in front, each thing in words. */
export function tooSmall(page: Page, least: Least): Promise<readonly string[]> {
  return page.evaluate(({ font, target }) => {
    const found: string[] = [];
    const drawn = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      if (text === '' || holder === null || ['SCRIPT', 'STYLE'].includes(holder.tagName) || !drawn(holder)) continue;
      const size = Number.parseFloat(getComputedStyle(holder).fontSize);
      if (size < font) found.push(`text of ${size} px: ${text.slice(0, 20)}`);
    }
    const tappable = '[role="button"], [role="radio"], [role="switch"], [role="tab"], [role="checkbox"], [role="link"], input:not([type="hidden"]), textarea, .c-picker-line';
    for (const element of document.querySelectorAll(tappable)) {
      if (!drawn(element)) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width < target - 0.5 || height < target - 0.5) {
        found.push(`target of ${Math.round(width)} x ${Math.round(height)} px: ${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 20)} (${element.className})`);
      }
    }
    return [...new Set(found)];
  }, least);
}

/** Words pressed into a column of one or two characters by what stands beside them. */
export function squeezed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (text.length < 3 || node.parentElement?.checkVisibility() !== true) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      if (lines >= 3 && text.length / lines <= 2) found.push(`${lines} lines for ${text.length} characters: ${text.slice(0, 20)}`);
    }
    return [...new Set(found)];
  });
}

/** By how many px the page in front can be pushed sideways, or is cut off at its edge, since Taro's pages hide what is too wide; 0 for one that fits. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scrollers = [document.documentElement, document.body, ...document.querySelectorAll('.taro_router, .taro_page, .c-page, .c-page__main')];
    return Math.max(0, ...scrollers.filter((element) => element.checkVisibility()).map((element) => {
      const { overflowX } = getComputedStyle(element);
      const root = element === document.documentElement || element === document.body;
      return root || overflowX === 'auto' || overflowX === 'scroll' || element.classList.contains('taro_page') ? element.scrollWidth - (root ? window.innerWidth : element.clientWidth) : 0;
    }));
  });
}
