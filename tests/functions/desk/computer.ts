/**
 * A computer in an office: a browser with its cookie and our page in it, against the harness. Its calls go the way they go on
 * the local server and behind CloudBase's HTTP access.
 *
 *     const pc = computer(system);
 *     await signIn(system, pc, 'duty');
 *     await pc.ask('people.me');
 */
import { randomBytes } from 'node:crypto';
import type { ContextName } from '@/contract';
import type { WireReply } from '@/contract/wire';
import { askingIn, deskLinkOf } from '@/domain/people/desk-link';
import { AppError } from '@/services/app-error';
import { answerBrowser } from '@platform/browser/door';
import type { DeskSite } from '@platform/browser/site';
import type { Somebody } from '../../fixtures/village';
import { tap, type System } from '../harness';

export const ORIGIN = 'https://desk.hanyin.test';
export const SITE: DeskSite = { allows: (origin) => origin === ORIGIN, secure: true };
export const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0';
/** What our page sends with every call. */
export const OUR_PAGE: Readonly<Record<string, string>> = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-desk': '1', 'user-agent': EDGE };

export interface Asked {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: number;
  readonly byCode: boolean;
}

export interface Computer {
  readonly secret: string;
  /** `name=value` of the cookie it holds. */
  cookie: string | undefined;
  /** The last `Set-Cookie` that it got. */
  readonly lastSet: () => string | undefined;
  readonly call: (action: string, input?: unknown, headers?: Readonly<Record<string, string | undefined>>) => Promise<WireReply>;
  /** Its data; a refusal is thrown as on the page. */
  readonly ask: <T = unknown>(action: string, input?: unknown) => Promise<T>;
  /** Shows a code. */
  readonly begin: () => Promise<Asked>;
  readonly collect: () => Promise<{ readonly state: string }>;
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function computer(system: System, { secret = newSecret(), site = SITE }: { readonly secret?: string; readonly site?: DeskSite } = {}): Computer {
  let lastSet: string | undefined;
  const self: Computer = {
    secret,
    cookie: undefined,
    lastSet: () => lastSet,
    async call(action, input, headers = {}) {
      const [context = '', procedure = ''] = action.split('.');
      const all: Readonly<Record<string, string | undefined>> = { ...OUR_PAGE, cookie: self.cookie, ...headers };
      const event = JSON.parse(JSON.stringify({ procedure, input })) as object;
      const { reply, cookie } = await answerBrowser(await system.mainOf(context as ContextName), { header: (name) => all[name], event }, site, system.platform);
      lastSet = cookie;
      if (cookie !== undefined) self.cookie = cookie.includes('Max-Age=0') ? undefined : cookie.split(';')[0];
      return JSON.parse(JSON.stringify(reply)) as WireReply;
    },
    async ask<T>(action: string, input?: unknown): Promise<T> {
      const reply = await self.call(action, input);
      if (!reply.ok) throw new AppError(reply.error);
      return reply.data as T;
    },
    begin: () => self.ask<Asked>('desk.begin', { secret }),
    collect: () => self.ask<{ readonly state: string }>('desk.collect', { secret }),
  };
  return self;
}

/** The whole round: the picture is scanned, the digits are read, the phone says yes, the computer takes it up. */
export async function signIn(system: System, pc: Computer, who: Somebody): Promise<Asked> {
  const asked = await pc.begin();
  const id = askingIn(deskLinkOf(asked.id)) ?? '';
  await system.as(who).desk.look({ id });
  await system.as(who).desk.confirm({ requestId: tap(), id, code: asked.code.slice(-4) });
  expect(await pc.collect()).toEqual({ state: 'IN' });
  return asked;
}
