/** The number of a resident's identity card (GB 11643-1999, CODE-06): 17 digits and a check character. */
import { addCivilMonths, isCivilDate } from '../basics/civil-time';
import type { CivilDate } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import { tidyCell } from '../basics/text';

export interface IdNumber {
  /** 18 characters, the last may be `X`. */
  readonly number: string;
  readonly bornOn: CivilDate;
  readonly sex: 'F' | 'M';
}

export type IdNumberProblem =
  | { readonly code: 'ID_NUMBER_MISSING' }
  /** A spreadsheet turned it into a rounded figure; its last digits are lost. */
  | { readonly code: 'ID_NUMBER_ROUNDED' }
  | { readonly code: 'ID_NUMBER_LENGTH'; readonly length: number }
  | { readonly code: 'ID_NUMBER_CHARACTERS' }
  /** Digits 7 to 14 are no day, or one that has not come. */
  | { readonly code: 'ID_NUMBER_BIRTH_DATE' }
  | { readonly code: 'ID_NUMBER_CHECK_DIGIT' };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const SHAPE = /^[1-9]\d{16}[\dX]$/;
/** Nobody on a roster was born before. */
const EARLIEST_BIRTH = '1900-01-01';

/**
 * Reads an ID number as people write it: spaces, full-width digits and a small `x` are put right. The first thing wrong
 * with it is the answer.
 */
export function parseIdNumber(text: string, today: CivilDate): Result<IdNumber, IdNumberProblem> {
  const number = tidyCell(text).replace(/ /g, '').toUpperCase();
  if (number === '') return refused({ code: 'ID_NUMBER_MISSING' });
  if (/^\d(\.\d+)?E\+?\d+$/.test(number)) return refused({ code: 'ID_NUMBER_ROUNDED' });
  if (number.length !== 18) return refused({ code: 'ID_NUMBER_LENGTH', length: number.length });
  if (!SHAPE.test(number)) return refused({ code: 'ID_NUMBER_CHARACTERS' });
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCivilDate(bornOn) || bornOn < EARLIEST_BIRTH || bornOn > today) return refused({ code: 'ID_NUMBER_BIRTH_DATE' });
  if (checkCharacterOf(number) !== number.charAt(17)) return refused({ code: 'ID_NUMBER_CHECK_DIGIT' });
  return ok({ number, bornOn, sex: Number(number.charAt(16)) % 2 === 1 ? 'M' : 'F' });
}

/** The check character that belongs to the first 17 digits. */
export function checkCharacterOf(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  return CHECKS.charAt(sum % 11);
}

/** `610921********1234`: the only form that is shown (PRV-12). */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, 6)}********${number.slice(-4)}`;
}

/** What weak binding asks for: the last four characters, a small `x` made big. */
export function lastFourOf(number: string): string {
  return number.slice(-4).toUpperCase();
}

/**
 * Full years on a day: a year more from the birthday on. Who was born on 29 February has it on the 28th where there is
 * no 29th (民法典 art. 202).
 */
export function ageOn(bornOn: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day >= addCivilMonths(bornOn, 12 * years) ? years : years - 1;
}

/** PRV-04: everything about a child under fourteen is sensitive and needs a guardian's consent. */
export function isUnder14(bornOn: CivilDate, day: CivilDate): boolean {
  return ageOn(bornOn, day) < 14;
}

/** 民法典 art. 17: an adult is eighteen or older. */
export function isAdult(bornOn: CivilDate, day: CivilDate): boolean {
  return ageOn(bornOn, day) >= 18;
}
