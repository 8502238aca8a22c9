/**
 * How a call of a browser is answered, wherever HTTP arrives: on the local server and through CloudBase's HTTP access. The
 * page must be ours; the cookie says which session; the answer renews it, sets it or takes it away.
 */
import { MINUTE_MS } from '@/domain/basics/civil-time';
import type { WireReply } from '@/contract/wire';
import type { Platform } from '../context';
import type { Main } from '../serve';
import { Browser } from './browser';
import { openClaim, sealClaim, type DeskClaim } from './claim';
import { clearedCookie, sealedIn, sessionCookie } from './cookie';
import type { DeskSite } from './site';

export interface BrowserCall {
  /** A request's header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  /** The body, which must have come as JSON. */
  readonly event: object;
}

export interface BrowserAnswer {
  readonly reply: WireReply;
  /** The value of `Set-Cookie`, where there is one. */
  readonly cookie?: string;
}

type Parts = Pick<Platform, 'sealer' | 'settings' | 'clock' | 'log'>;

/** Our pages send it with every call. A page of another site cannot, unless this server said that it may, which it never does. */
export const OWN_HEADER = 'x-desk';
/** A cookie of a minute ago need not be written anew. */
const RENEW_MS = MINUTE_MS;

export async function answerBrowser(main: Main, { header, event }: BrowserCall, site: DeskSite, parts: Parts): Promise<BrowserAnswer> {
  const origin = ownOrigin(header, site);
  const { sealer, settings, clock, log } = parts;
  if (origin === undefined) {
    // It did not come from our own page, so it is nobody's, whatever cookie the browser sent along; `main` never hears of it.
    log({ action: 'browser.?', outcome: 'NOT_SIGNED_IN' });
    return { reply: { ok: false, error: { code: 'NOT_SIGNED_IN' } } };
  }
  const sealed = sealedIn(site, header('cookie'));
  const claim = sealed === undefined ? undefined : openClaim(sealer, sealed, clock(), settings.desk);
  const browser = new Browser({ claim, userAgent: header('user-agent') ?? '', site: new URL(origin).host });
  const reply = await main(event, browser);
  const cookie = cookieFor(browser, reply, sealed !== undefined);
  return cookie === undefined ? { reply } : { reply, cookie };

  function cookieFor({ cookie: outcome }: Browser, answered: WireReply, had: boolean): string | undefined {
    if (had && !answered.ok && answered.error.code === 'NOT_SIGNED_IN') return clearedCookie(site);
    switch (outcome.kind) {
      case 'IN':
        return written(outcome.claim);
      case 'OUT':
        return clearedCookie(site);
      case 'KEPT':
        return claim !== undefined && clock() - claim.seenAt >= RENEW_MS ? written({ ...claim, seenAt: clock() }) : undefined;
      case 'LEFT_ALONE':
        return undefined;
    }
  }

  function written(kept: DeskClaim): string {
    return sessionCookie(site, sealClaim(sealer, kept));
  }
}

/** The origin of the page that sent this, if it is ours beyond doubt; undefined otherwise. */
function ownOrigin(header: BrowserCall['header'], site: DeskSite): string | undefined {
  const origin = header('origin');
  const fetchSite = header('sec-fetch-site');
  if (header(OWN_HEADER) === undefined || origin === undefined || !site.allows(origin)) return undefined;
  // Older browsers do not send it; one that does cannot be made to lie by a page.
  return fetchSite === undefined || fetchSite === 'same-origin' ? origin : undefined;
}
