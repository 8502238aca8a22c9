import {
  atMostOf,
  FOUR_FIFTHS,
  formatPercent,
  HALF_OR_MORE,
  isAsStrictAs,
  MAJORITY,
  neededOf,
  ONE_FIFTH,
  ONE_TENTH,
  ONE_THIRD,
  reaches,
  shareOf,
  TWO_THIRDS,
  type Threshold,
} from '@/domain/basics/ratio';
import { fc } from '../../fixtures/properties';

const anyThreshold: fc.Arbitrary<Threshold> = fc.record({
  kind: fc.constantFrom('AT_LEAST' as const, 'MORE_THAN' as const),
  of: fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 })),
});

describe('a threshold (rulebook section 0)', () => {
  it.each([
    ['过半数 of 802 adults', 401, 802, MAJORITY, false],
    ['过半数 of 801 adults', 401, 801, MAJORITY, true],
    ['一半以上', 10, 20, HALF_OR_MORE, true],
    ['2/3 of 240 households', 160, 240, TWO_THIRDS, true],
    ['2/3 of 240 households, one short', 159, 240, TWO_THIRDS, false],
    ['2/3 of 31 members', 21, 31, TWO_THIRDS, true],
    ['2/3 of 31 members, one short', 20, 31, TWO_THIRDS, false],
    ['4/5 of 31 members', 26, 31, FOUR_FIFTHS, true],
    ['4/5 of 31 members, one short', 24, 31, FOUR_FIFTHS, false],
    ['1/3 of 31', 11, 31, ONE_THIRD, true],
    ['1/3 of 31, one short', 10, 31, ONE_THIRD, false],
    ['1/5 of 26', 6, 26, ONE_FIFTH, true],
    ['1/10 of 801', 81, 801, ONE_TENTH, true],
    ['1/10 of 801, one short', 80, 801, ONE_TENTH, false],
    ['200 of 401 present (section 9, 1)', 200, 401, MAJORITY, false],
    ['201 of 401 present (section 9, 1)', 201, 401, MAJORITY, true],
    ['a tie (VOTE-12)', 5, 10, MAJORITY, false],
    ['nobody of nobody', 0, 0, HALF_OR_MORE, false],
  ])('%s: %i of %i', (_, part, whole, threshold, answer) => {
    expect(reaches(part, whole, threshold)).toBe(answer);
  });

  it.each([
    [801, MAJORITY, 401],
    [240, TWO_THIRDS, 160],
    [31, TWO_THIRDS, 21],
    [31, ONE_THIRD, 11],
    [90, TWO_THIRDS, 60],
    [300, TWO_THIRDS, 200],
    [21, MAJORITY, 11],
  ])('of %i needs %j (section 9, 1-4)', (whole, threshold, needed) => {
    expect(neededOf(whole, threshold)).toBe(needed);
  });

  it('needs exactly the smallest count that reaches it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), anyThreshold, (whole, threshold) => {
        const needed = neededOf(whole, threshold);
        expect(reaches(needed, whole, threshold)).toBe(true);
        if (needed > 1) expect(reaches(needed - 1, whole, threshold)).toBe(false);
      }),
    );
  });

  it('is as strict as another when nothing reaches it that does not reach the other', () => {
    fc.assert(
      fc.property(anyThreshold, anyThreshold, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (a, b, part, whole) => {
        if (isAsStrictAs(a, b) && reaches(part, whole, a)) expect(reaches(part, whole, b)).toBe(true);
      }),
    );
  });

  it('takes 过半数 for stricter than 一半以上, not the other way round', () => {
    expect(isAsStrictAs(MAJORITY, HALF_OR_MORE)).toBe(true);
    expect(isAsStrictAs(HALF_OR_MORE, MAJORITY)).toBe(false);
    expect(isAsStrictAs(TWO_THIRDS, { kind: 'AT_LEAST', of: [4, 6] })).toBe(true);
  });

  it('refuses what is no count', () => {
    expect(() => reaches(1.5, 3, MAJORITY)).toThrow('broken invariant');
    expect(() => reaches(-1, 3, MAJORITY)).toThrow('broken invariant');
  });
});

describe('at most a share', () => {
  it('lets 10 of 31 party members be excellent (section 9, 5)', () => {
    expect(atMostOf(31, [1, 3])).toBe(10);
  });
});

describe('a share to show', () => {
  it.each([
    [27, 30, 900, '90%'],
    [1, 3, 333, '33.3%'],
    [2, 3, 667, '66.7%'],
    [0, 7, 0, '0%'],
    [7, 7, 1000, '100%'],
    [1999, 2000, 999, '99.9%'],
    [1, 5000, 1, '0.1%'],
    [1, 2000, 1, '0.1%'],
  ])('%i of %i is %i tenths: %s', (numerator, denominator, percentTenths, words) => {
    const share = shareOf(numerator, denominator);
    expect(share).toEqual({ numerator, denominator, percentTenths });
    expect(formatPercent(share)).toBe(words);
  });
  it('is nothing when there is nothing to divide by', () => {
    expect(shareOf(0, 0).percentTenths).toBeUndefined();
    expect(formatPercent(shareOf(0, 0))).toBe('—');
  });
});
