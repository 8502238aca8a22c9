import type { PersonId } from '@/domain/basics/ids';
import { bindingCodeFrom } from '@/domain/people/binding-code';
import type { Sealer } from './seal';

/** Under which id a confirmed code is found: its HMAC, so that the store never holds the code. */
export function codeKeyOf(sealer: Sealer, code: string): string {
  return `key-${sealer.key('binding-code', code).slice(0, 32)}`;
}

/**
 * The code itself: derived with the key outside the store, so that the second officer's repeated tap reads out the same
 * code although nobody keeps it.
 */
export function codeOf(sealer: Sealer, codeId: string, confirmedBy: PersonId): string {
  return bindingCodeFrom(sealer.key('make-binding-code', codeId, confirmedBy));
}
