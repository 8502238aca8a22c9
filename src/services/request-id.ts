/** Ids of taps and drafts. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 22;

/**
 * A new id for one tap or draft: 22 letters and digits.
 *
 * It only has to differ from the other ids of this account, so where the phone has no source of randomness that a
 * program may use at once, `Math.random` is enough; it is not a secret.
 */
export function newRequestId(): string {
  const bytes = new Uint8Array(LENGTH);
  if (process.env.TARO_ENV === 'h5' && typeof crypto !== 'undefined') crypto.getRandomValues(bytes);
  else for (let at = 0; at < LENGTH; at += 1) bytes[at] = Math.floor(Math.random() * 256);
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
