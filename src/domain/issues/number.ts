/** The number people quote on the telephone: month, day and four digits, `1120-0361`. */
import { civilDateOf } from '../basics/civil-time';
import type { EpochMs, IssueId } from '../basics/ids';

/**
 * Derived from the issue's id, so that a repeated tap gets the same one without counting anywhere. Two issues of one day
 * can share a number; what is opened by it is always looked up with the village, and decided by the id.
 */
export function numberOf(id: IssueId, createdAt: EpochMs): string {
  const [, month = '', day = ''] = civilDateOf(createdAt).split('-');
  return `${month}${day}-${String(hash(id) % 10_000).padStart(4, '0')}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}
