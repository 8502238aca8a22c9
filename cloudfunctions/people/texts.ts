/** Reading what people wrote: made plain, there, and not endless. */
import { lengthOf, normaliseText } from '@/domain/basics/text';
import { parseIdNumber, type IdNumber } from '@/domain/people/id-number';
import { parseMobile } from '@/domain/people/mobile';
import { parseName } from '@/domain/people/name';
import type { CivilDate } from '@/domain/basics/ids';
import { invalidField } from '@platform/refuse';

/** A text that must say something, of at most `max` characters as people count them. Refuses with `INVALID_INPUT`. */
export function readText(path: string, text: string, max: number): string {
  const plain = normaliseText(text);
  if (plain === '') throw invalidField(path, 'REQUIRED');
  if (lengthOf(plain) > max) throw invalidField(path, 'TOO_LONG', max);
  return plain;
}

/** A person's name. Refuses with `INVALID_INPUT`. */
export function readName(path: string, text: string): string {
  const name = parseName(text);
  if (!name.ok) throw invalidField(path, name.reason.code);
  return name.value;
}

/** A mobile number, or nothing where none was given. Refuses with `INVALID_INPUT`. */
export function readPhone(path: string, text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const phone = parseMobile(text);
  if (!phone.ok) throw invalidField(path, phone.reason.code);
  return phone.value;
}

/** An ID number with its check digit (CODE-06). Refuses with `INVALID_INPUT`. */
export function readIdNumber(path: string, text: string, today: CivilDate): IdNumber {
  const number = parseIdNumber(text, today);
  if (!number.ok) throw invalidField(path, number.reason.code);
  return number.value;
}
