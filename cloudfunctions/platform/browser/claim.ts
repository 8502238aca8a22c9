/** What a session's cookie holds, sealed with our key: nobody can read it, change it or make one. */
import { idleEnd, type DeskSettings } from '@/domain/people/desk-session';
import type { AccountId, EpochMs } from '@/domain/basics/ids';
import { SealBroken, type Sealer } from '../seal';

export interface DeskClaim {
  readonly account: AccountId;
  readonly session: string;
  /** Of this browser alone; the account keeps its keyed digest. */
  readonly secret: string;
  /** When something was last done in it. So a copied cookie that is not used dies, whatever its owner does. */
  readonly seenAt: EpochMs;
}

/** So that no other sealed field of ours is ever taken for a cookie. */
const MARK = 'desk';

export function sealClaim(sealer: Sealer, { account, session, secret, seenAt }: DeskClaim): string {
  return sealer.seal(JSON.stringify([MARK, account, session, secret, seenAt]));
}

/** The claim of a cookie; undefined for one that is not ours, and for one in which nothing was done for too long. */
export function openClaim(sealer: Sealer, sealed: string, now: EpochMs, settings: DeskSettings): DeskClaim | undefined {
  const claim = claimIn(sealer, sealed);
  return claim !== undefined && now < idleEnd(claim.seenAt, settings) ? claim : undefined;
}

function claimIn(sealer: Sealer, sealed: string): DeskClaim | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(sealer.open(sealed));
  } catch (error) {
    // Somebody else's cookie, a cut one, or one under a key that is gone: nobody is signed in by it.
    if (error instanceof SealBroken || error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(parts) || parts[0] !== MARK) return undefined;
  const [, account, session, secret, seenAt] = parts as readonly unknown[];
  if (typeof account !== 'string' || typeof session !== 'string' || typeof secret !== 'string' || typeof seenAt !== 'number') return undefined;
  return { account, session, secret, seenAt };
}

/** The digest of a session's secret that the account keeps. */
export function secretKeyOf(sealer: Sealer, session: string, secret: string): string {
  return sealer.key('desk-session', session, secret);
}
