/** A browser at a computer, as one call of it: what it brings, and what its answer takes back. */
import type { DeskClaim } from './claim';

export interface BrowserParts {
  /** The session that its cookie stands for, by our own seal and not idle; whether it still holds, the account says. */
  readonly claim?: DeskClaim | undefined;
  /** What it calls itself; a stranger may have written it. */
  readonly userAgent: string;
  /** The address that stands in it, as people read it: `desk.hanyin.gov.cn`. */
  readonly site: string;
}

/** What the answer does with the browser's cookie. `KEPT` renews it now and then: something was done. */
export type CookieOutcome = { readonly kind: 'KEPT' } | { readonly kind: 'LEFT_ALONE' } | { readonly kind: 'IN'; readonly claim: DeskClaim } | { readonly kind: 'OUT' };

/**
 * Made by the doors that speak HTTP, and handed to `main` in place of a platform's context. A class, so that nothing that
 * arrives from outside can be taken for one.
 */
export class Browser {
  #cookie: CookieOutcome = { kind: 'KEPT' };

  constructor(private readonly parts: BrowserParts) {}

  get claim(): DeskClaim | undefined {
    return this.parts.claim;
  }
  get userAgent(): string {
    return this.parts.userAgent;
  }
  get site(): string {
    return this.parts.site;
  }
  get cookie(): CookieOutcome {
    return this.#cookie;
  }

  signIn(claim: DeskClaim): void {
    this.#cookie = { kind: 'IN', claim };
  }
  signOut(): void {
    this.#cookie = { kind: 'OUT' };
  }
  /** This call was none of a person's doing: it does not put off the end of a session nobody uses. */
  leaveAlone(): void {
    this.#cookie = { kind: 'LEFT_ALONE' };
  }
}
