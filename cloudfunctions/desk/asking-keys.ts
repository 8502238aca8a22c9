/** The ids and digests of an asking; of what they are made of nothing is kept. */
import { askingCodeFrom } from '@/domain/people/desk-asking';
import { derivedId } from '@platform/ids';
import type { Sealer } from '@platform/seal';

/** What stands in the picture, and later names the session. The browser's secret cannot be found from it. */
export function askingIdOf(secret: string): string {
  return derivedId('desk', secret);
}

/** The code on the computer's screen: the same again when the browser asks again. */
export function askingCodeOf(sealer: Sealer, askingId: string): string {
  return askingCodeFrom(sealer.key('desk-code', askingId));
}

export function codeKeyOfAsking(sealer: Sealer, code: string): string {
  return sealer.key('desk-typed', code);
}

/** Of the last four digits, each asking's its own. */
export function lastKeyOf(sealer: Sealer, askingId: string, code: string): string {
  return sealer.key('desk-last', askingId, code.slice(-4));
}
