/** What a file of journeys stands on: one server, one browser, and as many phones as there are people in it. */
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser, openPhone, type Phone } from './browser';
import { handOn, type Hand } from './hand';
import { startServer, type LocalServer, type ServerOptions } from './server';

/** Somebody with a phone in hand. */
export interface Somebody extends Hand {
  readonly context: BrowserContext;
  /** Who they are to the server; undefined for a visitor. */
  readonly id: string;
  /** Opens a page of the app: `packages/inbox/list/index`. */
  go(path: string): Promise<void>;
  /** Closes the app and opens it again at a page; what the phone keeps is still there. */
  reopen(path: string): Promise<void>;
  /** Asks the server as this person, past the screen. */
  ask<T>(context: string, procedure: string, input?: unknown): Promise<T>;
}

export interface Seat {
  readonly path?: string;
  readonly elder?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  readonly scale?: number;
  /** What the phone keeps beforehand, beside the mode. */
  readonly storage?: Readonly<Record<string, unknown>>;
}

export interface Stage {
  readonly server: LocalServer;
  readonly browser: Browser;
  /** Hands a phone to somebody of the demo, by name; `visitor` and `visitor-2` are on no roster. */
  as(name: string, seat?: Seat): Promise<Somebody>;
  /** The id of somebody of the demo. */
  idOf(name: string): Promise<string>;
  /** What the app threw or logged as an error since the last look; takes the phones away. */
  clear(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A desk's screen. */
export const DESKTOP = { width: 1280, height: 800 } as const;

/** The browser's own remark on an answer that refuses, or on a line that is down; whether it should is for the journey to say. */
const REMARK = /^Failed to load resource/;

export async function openStage(options: ServerOptions = {}): Promise<Stage> {
  const [server, browser] = await Promise.all([startServer(options), openBrowser()]);
  const phones: Phone[] = [];
  let openings = 0;
  const missing: string[] = [];

  async function idOf(name: string): Promise<string> {
    if (name.startsWith('visitor')) return name;
    const found = (await server.people()).find((person) => person.name === name);
    if (found === undefined) throw new Error(`there is no ${name} in the demo`);
    return found.id;
  }

  return {
    server,
    browser,
    idOf,
    async as(name, { path, elder = false, size, scale, storage = {} } = {}) {
      const id = await idOf(name);
      const phone = await openPhone(browser, server, {
        person: id,
        dock: false,
        ...(path === undefined ? {} : { path }),
        ...(size === undefined ? {} : { size }),
        ...(scale === undefined ? {} : { scale }),
        // The offer of 长辈版 is a journey of its own.
        storage: { 'mode': elder ? 'elder' : 'standard', 'mode-offered': true, ...storage },
      });
      phones.push(phone);
      phone.page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (response.status() >= 400 && !pathname.startsWith('/fn/') && !pathname.startsWith('/files/')) missing.push(`${response.status()} ${pathname}`);
      });
      // Another query is another document; a change after the # alone would only turn a page.
      const reopen = async (to: string): Promise<void> => {
        openings += 1;
        await phone.page.goto(`${server.url}/?opened=${openings}#/${to}`);
      };
      return { ...handOn(phone.page), context: phone.context, id, go: phone.go, reopen, ask: (context, procedure, input) => server.ask(id, context, procedure, input) };
    },
    async clear() {
      const wrong = phones.flatMap(({ errors }) => errors.filter((text) => !REMARK.test(text)));
      await Promise.all(phones.splice(0).map((phone) => phone.close()));
      return [...wrong, ...missing.splice(0)];
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** A stage for a whole file; every journey on it ends with an app that threw nothing. */
export function withStage(options: ServerOptions = {}): { readonly stage: Stage } {
  const held: { stage: Stage | undefined } = { stage: undefined };
  beforeAll(async () => {
    held.stage = await openStage(options);
  });
  afterEach(async () => {
    expect(await held.stage?.clear()).toEqual([]);
  });
  afterAll(async () => held.stage?.close());
  return {
    get stage(): Stage {
      if (held.stage === undefined) throw new Error('the stage opens before the first journey');
      return held.stage;
    },
  };
}
