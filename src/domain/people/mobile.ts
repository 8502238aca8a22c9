/** Mainland mobile numbers. */
import { ok, refused, type Result } from '../basics/result';
import { tidyCell } from '../basics/text';

export type MobileProblem = { readonly code: 'MOBILE_MISSING' } | { readonly code: 'MOBILE_NOT_A_NUMBER' };

/** Reads a mobile number as people write it, with spaces, dashes, full-width digits or +86; 11 digits come out. */
export function parseMobile(text: string): Result<string, MobileProblem> {
  const plain = tidyCell(text).replace(/[ \-－—–()（）]/g, '');
  if (plain === '') return refused({ code: 'MOBILE_MISSING' });
  const digits = plain.replace(/^(\+|＋|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? ok(digits) : refused({ code: 'MOBILE_NOT_A_NUMBER' });
}

/** `138****1234`: how a number is shown to whom it is not meant for in full (PRV-12). */
export function maskMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}
