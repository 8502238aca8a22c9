/** A deputy's picture in the directory (DEP-03): shown once its check let it pass, gone with the mandate (WX-09, SAF-07). */
import type { EpochMs } from '../basics/ids';
import { askAgainAt } from '../issues/publication';
import type { Mandate, Portrait } from './congress';

/** A mandate with another picture, or with none. */
export function withPortrait({ photo: _before, ...rest }: Mandate, photo: Portrait | undefined): Mandate {
  return photo === undefined ? rest : { ...rest, photo };
}

/** Mandates whose picture the clock has to look at: it waits for its check, or the mandate has ended. */
export function portraitsToLookAt(mandates: readonly Mandate[]): readonly (Mandate & { readonly photo: Portrait })[] {
  return mandates.flatMap((mandate) => (mandate.photo !== undefined && (!mandate.photo.shown || mandate.to !== undefined) ? [{ ...mandate, photo: mandate.photo }] : []));
}

/**
 * What becomes of a picture: it is shown, it goes on waiting until `againAt`, or it goes. What the check has not answered for
 * in a day is shown to nobody, so it goes as well and the office is told, as of one that was refused.
 */
export type PortraitFate = { readonly kind: 'SHOWN' | 'REFUSED' | 'ENDED' } | { readonly kind: 'WAITS'; readonly againAt: EpochMs };

export function fateOf({ photo, to }: Mandate & { readonly photo: Portrait }, check: 'PENDING' | 'PASSED' | 'REFUSED' | undefined, now: EpochMs): PortraitFate {
  if (to !== undefined) return { kind: 'ENDED' };
  if (check === 'PASSED') return { kind: 'SHOWN' };
  const againAt = check === 'PENDING' ? askAgainAt(photo.at, now) : undefined;
  return againAt === undefined ? { kind: 'REFUSED' } : { kind: 'WAITS', againAt };
}
