/** Text as it arrives from phones and spreadsheets, made plain before anything is decided on it. */

/** What cannot be seen and changes how text compares or runs: zero-width marks and direction switches. The joiner of emoji stays. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
const CONTROL_BUT_NEWLINE = /(?!\n)[\p{Cc}\p{Cs}]/gu;
/** Every kind of space, U+3000 and U+00A0 included; and the tab. */
const SPACES = /[\p{Zs}\t]+/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * What a person typed, on several lines: composed (NFC), without control characters and invisible marks, spaces
 * collapsed, lines trimmed, at most one empty line in a row. Doing it twice changes nothing more.
 */
export function normaliseText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(CONTROL_BUT_NEWLINE, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same for a single line: line ends become spaces. */
export function normaliseLine(text: string): string {
  return normaliseText(text.replace(LINE_ENDS, ' ').replace(/\n/g, ' '));
}

/**
 * A cell of a spreadsheet: a single line with full-width digits and letters made half-width, so that １３９ and 139 are the
 * same number. Chinese punctuation stays as it is.
 */
export function tidyCell(text: string): string {
  if (PLAIN.test(text)) return text;
  return normaliseLine(text).replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH));
}

/** Visible ASCII and the common Han characters, which is nearly every cell there is: nothing to tidy. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]*$/;
/** From a full-width form to its ASCII twin. */
const FULL_WIDTH = 0xfee0;

const JOINER = '\u200D';
/** Marks that belong to the character before them, skin tones of emoji included. */
const CLINGS = /^[\p{M}\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]$/u;
const FLAG_HALF = /^[\u{1F1E6}-\u{1F1FF}]$/u;

/** Visible ASCII, spaces, Han characters and their punctuation: one unit is one character. */
const ONE_EACH = /^[\n\x20-\x7e\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;

/**
 * How many characters a person counts: a rare character outside the first plane is one, an emoji with its skin tone, its
 * family or its flag is one. Written out because old phones have no `Intl.Segmenter`.
 */
export function lengthOf(text: string): number {
  if (ONE_EACH.test(text)) return text.length;
  let length = 0;
  let joined = false;
  let halfFlag = false;
  for (const character of text) {
    if (character === JOINER) {
      joined = length > 0;
      continue;
    }
    if (CLINGS.test(character) && length > 0) continue;
    const flag = FLAG_HALF.test(character);
    if (!joined && !(flag && halfFlag)) length += 1;
    halfFlag = flag && !halfFlag;
    joined = false;
  }
  return length;
}
