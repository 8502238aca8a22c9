/**
 * A receipt (查票码): 128 random bits that the phone makes and keeps before it sends. Written in Crockford's base 32,
 * without the letters that are misread, with two characters that catch a slip: seven groups of four that can be read aloud.
 */
import { assert } from '../basics/assert';
import type { Branded } from '../basics/ids';

/** 28 characters without dashes: 26 of the code, two that check them. */
export type Receipt = Branded<'Receipt'>;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECEIPT_BYTES = 16;
const DATA_LENGTH = 26;
const CHECK_BASE = 32;
/** The greatest prime that two characters can hold: every slip in one place and every swap of neighbours is caught. */
const CHECK_MODULUS = 1021;

export const RECEIPT_SHAPE = /^[0-9A-HJKMNP-TV-Z]{28}$/;

/** The receipt of 16 random bytes. */
export function receiptOf(bytes: readonly number[] | Uint8Array): Receipt {
  assert(bytes.length === RECEIPT_BYTES, 'a receipt has 16 random bytes');
  let data = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      data += ALPHABET.charAt((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  data += ALPHABET.charAt((held << (5 - bits)) & 31);
  return data + checkOf(data);
}

/** Whether a text is a receipt: its shape, and its check. */
export function isReceipt(text: string): boolean {
  return RECEIPT_SHAPE.test(text) && checkOf(text.slice(0, DATA_LENGTH)) === text.slice(DATA_LENGTH);
}

/** What a person typed, as a receipt if it is one: dashes, spaces and case do not matter, O is 0, I and L are 1. */
export function readReceipt(typed: string): Receipt | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return isReceipt(text) ? text : undefined;
}

/** `7K3F-9QXM-…`, seven groups. */
export function formatReceipt(receipt: Receipt): string {
  return (receipt.match(/.{4}/g) ?? []).join('-');
}

/**
 * Which of a box's receipt lists a receipt stands in. It follows from the first characters alone, so that a phone can
 * ask for the list without saying which of its codes it looks for, and the lists together are in order.
 */
export function bucketOf(receipt: Receipt, buckets: number): number {
  let prefix = 0;
  for (const character of receipt.slice(0, 4)) prefix = prefix * CHECK_BASE + ALPHABET.indexOf(character);
  return Math.floor((prefix * buckets) / CHECK_BASE ** 4);
}

function checkOf(data: string): string {
  let sum = 0;
  for (const character of data) sum = (sum * CHECK_BASE + ALPHABET.indexOf(character) + 1) % CHECK_MODULUS;
  return ALPHABET.charAt(Math.floor(sum / CHECK_BASE)) + ALPHABET.charAt(sum % CHECK_BASE);
}
