/** The address at which desks are opened: from the server's environment, never from what a request says of itself. */
import { assert } from '@/domain/basics/assert';

export interface DeskSite {
  /** Whether a page of this origin is ours. */
  readonly allows: (origin: string) => boolean;
  /** Over TLS: then the cookie is `Secure` and bound to this very host. */
  readonly secure: boolean;
}

/**
 * The site of `CUNLISHI_DESK_ORIGIN`: `https://` and a host, with its port if it is not 443. Undefined where none is set.
 *
 * @throws for anything else; over plain HTTP whoever is on the line could take a session.
 */
export function siteFrom(env: Readonly<Record<string, string | undefined>>): DeskSite | undefined {
  const given = env.CUNLISHI_DESK_ORIGIN?.trim();
  if (given === undefined || given === '') return undefined;
  assert(URL.canParse(given) && new URL(given).origin === given && given.startsWith('https://'), 'CUNLISHI_DESK_ORIGIN is https:// and a host, without a path');
  return { allows: (origin) => origin === given, secure: true };
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A browser on the server's own machine, where nobody is on the line. Another port is another program's page. */
export function loopbackSite(port: () => number): DeskSite {
  return {
    allows(origin) {
      if (!URL.canParse(origin)) return false;
      const { protocol, hostname, port: given } = new URL(origin);
      return protocol === 'http:' && LOOPBACK.has(hostname) && Number(given === '' ? 80 : given) === port();
    },
    secure: false,
  };
}
