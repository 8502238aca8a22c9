import { addCivilDays } from '@/domain/basics/civil-time';
import { ageOn, checkCharacterOf, isAdult, isUnder14, lastFourOf, maskIdNumber, parseIdNumber } from '@/domain/people/id-number';
import { fc } from '../../fixtures/properties';

const today = '2026-11-23';

describe('an ID number (CODE-06)', () => {
  it.each([
    ['610921199001010012', '1990-01-01', 'M'],
    ['610921196811230021', '1968-11-23', 'F'],
    ['610921201307081059', '2013-07-08', 'M'],
    ['610921195503152071', '1955-03-15', 'M'],
  ])('%s gives the birth date %s and the sex %s', (number, bornOn, sex) => {
    expect(parseIdNumber(number, today)).toEqual({ ok: true, value: { number, bornOn, sex } });
  });

  it('ends in X for the remainder of two, and may be written small or full-width', () => {
    const digits = Array.from({ length: 1000 }, (_, serial) => `61092119900101${String(serial).padStart(3, '0')}`).find(
      (candidate) => checkCharacterOf(candidate) === 'X',
    );
    expect(digits).toBeDefined();
    for (const written of [`${digits}x`, `${digits}X`, `${digits}Ｘ`, ` ${digits} x`]) {
      expect(parseIdNumber(written, today)).toMatchObject({ ok: true, value: { number: `${digits}X` } });
    }
  });

  it.each([
    ['nothing', ' 　', { code: 'ID_NUMBER_MISSING' }],
    ['a figure a spreadsheet rounded', '6.10921E+17', { code: 'ID_NUMBER_ROUNDED' }],
    ['a digit short', '61092119900101001', { code: 'ID_NUMBER_LENGTH', length: 17 }],
    ['a digit more', '6109211990010100122', { code: 'ID_NUMBER_LENGTH', length: 19 }],
    ['the old form of fifteen digits', '610921900101001', { code: 'ID_NUMBER_LENGTH', length: 15 }],
    ['a letter', '61092119900101O012', { code: 'ID_NUMBER_CHARACTERS' }],
    ['an X before the end', '6109211990010100X2', { code: 'ID_NUMBER_CHARACTERS' }],
    ['a region that begins with 0', '010921199001010012', { code: 'ID_NUMBER_CHARACTERS' }],
    ['the thirtieth of February', '610921199002300012', { code: 'ID_NUMBER_BIRTH_DATE' }],
    ['a birth tomorrow', '610921202611240012', { code: 'ID_NUMBER_BIRTH_DATE' }],
    ['a birth in 1899', '610921189912310012', { code: 'ID_NUMBER_BIRTH_DATE' }],
    ['a wrong check digit', '610921199001010013', { code: 'ID_NUMBER_CHECK_DIGIT' }],
  ])('is refused for %s', (_, text, reason) => {
    expect(parseIdNumber(text, today)).toEqual({ ok: false, reason });
  });

  it('catches every single wrong digit and every swap of two neighbours, which GB 11643 is made for', () => {
    const serial = fc.integer({ min: 0, max: 999 }).map((n) => `61092119681123${String(n).padStart(3, '0')}`);
    fc.assert(
      fc.property(serial, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const wrong = (Number(digits.charAt(place)) + shift) % 10;
        const changed = digits.slice(0, place) + String(wrong) + digits.slice(place + 1);
        expect(checkCharacterOf(changed)).not.toBe(checkCharacterOf(digits));
        if (place < 16 && digits.charAt(place) !== digits.charAt(place + 1)) {
          const swapped = digits.slice(0, place) + digits.charAt(place + 1) + digits.charAt(place) + digits.slice(place + 2);
          expect(checkCharacterOf(swapped)).not.toBe(checkCharacterOf(digits));
        }
      }),
    );
  });

  it('is shown masked, and its last four are what weak binding asks for (PRV-12)', () => {
    expect(maskIdNumber('610921196811230021')).toBe('610921********0021');
    expect(lastFourOf('61092119681123002x')).toBe('002X');
  });
});

describe('age', () => {
  it.each([
    ['2013-07-08', '2026-11-23', 13],
    ['2013-07-08', '2027-07-07', 13],
    ['2013-07-08', '2027-07-08', 14],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['2026-11-23', '2026-11-23', 0],
  ])('of one born on %s is on %s %i', (bornOn, day, age) => {
    expect(ageOn(bornOn, day)).toBe(age);
  });

  it('of the child of CODE-06 stays under fourteen until 2027-07-08 (PRV-04)', () => {
    expect(isUnder14('2013-07-08', '2027-07-07')).toBe(true);
    expect(isUnder14('2013-07-08', '2027-07-08')).toBe(false);
  });

  it('of an adult is eighteen from the birthday on', () => {
    expect(isAdult('2008-11-24', '2026-11-23')).toBe(false);
    expect(isAdult('2008-11-23', '2026-11-23')).toBe(true);
  });

  it('never goes down from one day to the next, and goes up by one a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 10_000 }), (birth, later) => {
        const bornOn = addCivilDays('1930-01-01', birth);
        const day = addCivilDays(bornOn, later);
        const step = ageOn(bornOn, addCivilDays(day, 1)) - ageOn(bornOn, day);
        expect([0, 1]).toContain(step);
        expect(Math.abs(ageOn(bornOn, day) - Math.floor(later / 365.2425))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
