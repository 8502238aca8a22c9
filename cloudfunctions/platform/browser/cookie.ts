/** The one cookie there is: a session's. */
import type { DeskSite } from './site';

/**
 * `__Host-`: a browser takes it only over TLS, from this very host and for all of it, so that no neighbouring host can plant
 * one (session fixation). It has no age: it goes with the browser's window, and is worth nothing after the idle limit.
 */
function nameOf(site: DeskSite): string {
  return site.secure ? '__Host-desk' : 'desk';
}

function written(site: DeskSite, value: string, more = ''): string {
  return `${nameOf(site)}=${value}; Path=/; HttpOnly; SameSite=Strict${site.secure ? '; Secure' : ''}${more}`;
}

export function sessionCookie(site: DeskSite, sealed: string): string {
  return written(site, sealed);
}

export function clearedCookie(site: DeskSite): string {
  return written(site, '', '; Max-Age=0');
}

/** Longer than any of ours. */
const MAX_LENGTH = 2_000;

/** The sealed claim in a request's `Cookie` header. */
export function sealedIn(site: DeskSite, header: string | undefined): string | undefined {
  const begins = `${nameOf(site)}=`;
  const found = (header ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(begins));
  const value = found?.slice(begins.length);
  return value === undefined || value === '' || value.length > MAX_LENGTH ? undefined : value;
}
