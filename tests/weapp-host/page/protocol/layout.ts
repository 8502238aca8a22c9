/** How large things are drawn on the page in front, and whether anything sticks out. Says something in a browser only. */

export interface Layout {
  /** By how many px the page can be pushed sideways; 0 for one that cannot. */
  readonly sideways: number;
  /** Whatever can be tapped or typed into, in CSS px, as far as it is drawn. */
  readonly targets: readonly { readonly name: string; readonly width: number; readonly height: number }[];
  /** Texts and their size in px. */
  readonly texts: readonly { readonly text: string; readonly size: number }[];
}

const TAPPABLE = ['button', 'radio', 'switch', 'tab', 'checkbox', 'link'].map((role) => `[role="${role}"]`).join(',');

export function layoutOf(page: HTMLElement): Layout {
  return { sideways: sideways(page), targets: targets(page), texts: texts(page) };
}

/** Against the width the page is laid out for: a phone's browser zooms out over what is wider, and `innerWidth` grows with it. */
function sideways(page: HTMLElement): number {
  const { clientWidth, scrollWidth } = document.documentElement;
  const right = [...page.querySelectorAll<HTMLElement>('*')].filter(drawn).filter((element) => !clipped(element, page)).map((element) => element.getBoundingClientRect().right);
  return Math.max(0, Math.ceil(Math.max(0, ...right) - clientWidth), scrollWidth - clientWidth);
}

function targets(page: HTMLElement): Layout['targets'] {
  return [...page.querySelectorAll<HTMLElement>(`${TAPPABLE}, wx-input, wx-textarea`)].filter(drawn).map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { name: (element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 30), width, height };
  });
}

function texts(page: HTMLElement): Layout['texts'] {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const found: { text: string; size: number }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const holder = node.parentElement;
    if (text !== '' && holder !== null && drawn(holder)) found.push({ text: text.slice(0, 30), size: Number.parseFloat(getComputedStyle(holder).fontSize) });
  }
  return found;
}

function drawn(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility();
}

/** Inside something that scrolls or cuts off by itself, such as a row of people. */
function clipped(element: HTMLElement, page: HTMLElement): boolean {
  for (let around = element.parentElement; around !== null && around !== page; around = around.parentElement) {
    if (getComputedStyle(around).overflowX !== 'visible') return true;
  }
  return false;
}
