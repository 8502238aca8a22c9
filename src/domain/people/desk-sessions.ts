/** The computers of an account as its document keeps them; what holds of them is in `desk-session.ts`. */
import type { EpochMs } from '../basics/ids';

/** A browser that an account's phone signed in. */
export interface DeskSession {
  /** Keyed digest of the secret in the browser's cookie; the secret itself is kept nowhere. */
  readonly secretKey: string;
  /** When the binding was made under which it was signed in: whoever is bound anew signs in anew. */
  readonly boundAt: EpochMs;
  readonly at: EpochMs;
  /** It ends then in any case. */
  readonly endsAt: EpochMs;
  /** What the browser says it is: `Edge，Windows`. */
  readonly browser: string;
}

export type DeskSessions = Readonly<Record<string, DeskSession>>;
