/**
 * Codes for verified binding: read out by an officer, typed by a villager. Nobody should have to ask "is that an O or a
 * zero?", so the alphabet leaves out every pair that is mixed up: 0/O/Q, 1/I/L, 2/Z, 5/S, 8/B, U/V, and 6/G.
 */
import { tidyCell } from '../basics/text';
import { assert } from '../basics/assert';

const ALPHABET = '3479ACDEFHJKMNPRTWXY';
/** 20 characters to the power of ten: more than 43 bits, with five tries a day and 72 hours to live. */
const LENGTH = 10;
const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A code from random or keyed bytes, given as hex: at least 16 bytes, so that no character is likelier than another. */
export function bindingCodeFrom(hex: string): string {
  assert(/^[0-9a-f]{32,}$/.test(hex), 'a code is made from at least 16 bytes of hex');
  let rest = BigInt(`0x${hex}`);
  let code = '';
  for (let n = 0; n < LENGTH; n += 1) {
    code += ALPHABET.charAt(Number(rest % BigInt(ALPHABET.length)));
    rest /= BigInt(ALPHABET.length);
  }
  return code;
}

/** What was typed as a code: spaces, dashes, small and full-width letters put right; undefined if it cannot be one. */
export function readBindingCode(text: string): string | undefined {
  const code = tidyCell(text).toUpperCase().replace(/[ \-－—–]/g, '');
  return SHAPE.test(code) ? code : undefined;
}

/** As it is shown and read out, in two halves: `KFD7M-3XTAP`. */
export function showBindingCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
