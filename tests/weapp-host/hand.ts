/** A person's hand and eyes on the phone: what a journey does and sees is said in the words on the screen. */
import type automator from 'miniprogram-automator';
import { PATIENCE_MS } from './patience';
import { until } from './until';

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;

/** What a journey does with one element: the automator's own object, by the part of it that is used here. It is lost when the app draws anew. */
export interface Element {
  tap(): Promise<void>;
  text(): Promise<string>;
  /** Fields only. */
  input(text: string): Promise<void>;
  /** An event of the component's own, such as a picker's `change`. */
  trigger(type: string, detail?: object): Promise<void>;
  attribute(name: string): Promise<string>;
  style(name: string): Promise<string>;
  value(): Promise<unknown>;
  size(): Promise<{ readonly width: number; readonly height: number }>;
}

/** Everything here waits for what it names, and throws with what the screen says when it did not come in time. */
export interface Hand {
  /** The page in front. */
  page(): Promise<Page>;
  /** Waits until a page with this path is in front, and answers it. */
  arriveAt(pagePath: string): Promise<Page>;
  /** The first there is, once there is one. What is then done with it finds it again if the app has drawn meanwhile. */
  find(selector: string): Promise<Element>;
  /** What `look` says of each there is, in their order, once there is one; asked of all again if the app drew meanwhile. */
  each<T>(selector: string, look: (element: Element) => Promise<T>): Promise<readonly T[]>;
  /** Waits until the screen says these words. */
  see(words: string | RegExp): Promise<void>;
  /** Taps what can be tapped and bears these words: exactly these if there is one, else the first that holds them. */
  tap(words: string): Promise<void>;
  /** Types into the field of this name, in place of what stands there. */
  fill(label: string, text: string): Promise<void>;
  /** Everything the page in front says. */
  reads(): Promise<string>;
}

/** A hand on the phone that also sees what WeChat draws over the page; all that a journey needs, here and in DevTools. */
export interface Owner extends Hand {
  readonly miniProgram: MiniProgram;
  /** Waits until the phone said these words in a toast. */
  toasted(words: string): Promise<void>;
  /** What went wrong in the app. */
  errors(): Promise<readonly string[]>;
}

/** What a screen reader is told can be tapped; A11Y-08 sees to it that this is all of it. */
const TAPPABLE = ['button', 'radio', 'switch', 'tab', 'checkbox', 'link'].map((role) => `@role="${role}"`).join(' or ');

/** `errors` is what went wrong in the app so far; it is told when something waited for did not come within `patienceMs`. */
export function handOn(miniProgram: MiniProgram, errors: () => Promise<readonly string[]>, patienceMs = PATIENCE_MS): Hand {
  async function page(): Promise<Page> {
    const front = await miniProgram.currentPage();
    if (front === undefined) throw new Error('no page is in front');
    return front;
  }
  async function reads(): Promise<string> {
    const [root] = (await (await page()).getElementsByXpath('/*')) as readonly Element[];
    return (await root?.text()) ?? '';
  }
  async function byXpath(path: string): Promise<Element | undefined> {
    return firstDrawn((await (await page()).getElementsByXpath(path)) as readonly Element[]);
  }
  async function orTell<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    try {
      return await until(patienceMs, what, () => look().catch(unlessGone));
    } catch (error) {
      const screen = await page().then(async (front) => `The screen of ${front.path} says:\n${await reads()}`, () => 'No page is open.');
      throw new Error([error instanceof Error ? error.message : String(error), screen, ...(await errors())].join('\n'));
    }
  }
  return {
    page,
    reads,
    arriveAt: (pagePath) => orTell(`${pagePath} to be in front`, async () => {
      const front = await page();
      return front.path === pagePath ? front : undefined;
    }),
    find: async (selector) => {
      const what = `${selector} on the page`;
      const first = async () => (await (await page()).$(selector) as Element | null) ?? undefined;
      await orTell(what, first);
      return foundAnew(async (act) => (await orTell(what, async () => {
        const element = await first();
        return element && { said: await act(element) };
      })).said);
    },
    each: (selector, look) => orTell(`${selector} on the page, to be looked at`, async () => {
      const all = (await (await page()).$$(selector)) as readonly Element[];
      return all.length > 0 ? Promise.all(all.map(look)) : undefined;
    }),
    see: async (words) => {
      await orTell(`the screen to say ${String(words)}`, async () => {
        const said = await reads();
        return (typeof words === 'string' ? said.includes(words) : words.test(said)) ? said : undefined;
      });
    },
    tap: async (words) => {
      const quoted = JSON.stringify(words);
      await orTell(`something to tap that says ${words}`, async () => {
        const element = (await byXpath(`//*[${TAPPABLE}][@aria-label=${quoted} or normalize-space(.)=${quoted}]`))
          ?? (await byXpath(`//*[${TAPPABLE}][contains(@aria-label, ${quoted}) or contains(., ${quoted})]`));
        await element?.tap();
        return element;
      });
    },
    fill: async (label, text) => {
      const quoted = JSON.stringify(label);
      const field = await orTell(`a field called ${label}`, () => byXpath(`//input[@aria-label=${quoted}]|//textarea[@aria-label=${quoted}]`));
      await field.input(text);
    },
  };
}

/** An element of which `on` finds the present one before each thing that is done with it. */
function foundAnew(on: <T>(act: (element: Element) => Promise<T>) => Promise<T>): Element {
  return {
    tap: () => on((element) => element.tap()),
    text: () => on((element) => element.text()),
    input: (text) => on((element) => element.input(text)),
    trigger: (type, detail) => on((element) => element.trigger(type, detail)),
    attribute: (name) => on((element) => element.attribute(name)),
    style: (name) => on((element) => element.style(name)),
    value: () => on((element) => element.value()),
    size: () => on((element) => element.size()),
  };
}

/** The app draws while a journey looks: what is gone by the time it is asked is looked for again. */
function unlessGone(error: unknown): undefined {
  if (error instanceof Error && /no longer on the page|the page is closed|no page is open/.test(error.message)) return undefined;
  throw error;
}

/** The first that takes room; in jsdom nothing does, and the first is taken. */
async function firstDrawn(elements: readonly Element[]): Promise<Element | undefined> {
  for (const element of elements) {
    if ((await element.size()).width > 0) return element;
  }
  return elements[0];
}
