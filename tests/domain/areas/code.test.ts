import {
  AREA_LEVELS,
  chainOf,
  countyOf,
  isAreaCode,
  isWithin,
  levelOf,
  parentOf,
  townOf,
  villageOf,
} from '@/domain/areas/code';
import { fc } from '../../fixtures/properties';

const number = fc.integer({ min: 1, max: 999 });
const digits = (length: number) => fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const anyVillage = fc.tuple(digits(6), digits(3), digits(3)).map((parts) => parts.join(''));
const anyArea = fc
  .tuple(anyVillage, fc.array(number, { maxLength: 3 }), fc.constantFrom(6, 9, 12))
  .map(([village, grids, length]) => (grids.length > 0 ? `${village}-${grids.join('.')}` : village.slice(0, length)));

describe('an area\'s code (CODE-01..04)', () => {
  it.each([
    ['610921', 'COUNTY'],
    ['610921107', 'TOWN'],
    ['610921107203', 'VILLAGE'],
    ['610921107203-1', 'GRID1'],
    ['610921107203-1.2', 'GRID2'],
    ['610921107203-1.2.3', 'GRID3'],
    ['610921107203-12.20.999', 'GRID3'],
  ])('%s names a %s', (code, level) => {
    expect(isAreaCode(code)).toBe(true);
    expect(levelOf(code)).toBe(level);
  });

  it.each([
    '', '61092', '6109211', '61092110720', '6109211072031', '610921-1', '610921107-1', '610921107203-', '610921107203-0',
    '610921107203-01', '610921107203-1000', '610921107203-1.', '610921107203-1.2.3.4', '610921107203-1.2.3/legal', ' 610921', '６１０９２１',
  ])('%j is none, and its level is a broken invariant', (text) => {
    expect(isAreaCode(text)).toBe(false);
    expect(() => levelOf(text)).toThrow('broken invariant');
  });

  it('tells an area from its neighbour whose code begins alike', () => {
    expect(isWithin('610921107203-1.20', '610921107203-1.2')).toBe(false);
    expect(isWithin('610921107203-1.2', '610921107203-1.20')).toBe(false);
    expect(isWithin('610921107203-12', '610921107203-1')).toBe(false);
    expect(isWithin('610921107203-1.2.30', '610921107203-1.2.3')).toBe(false);
  });

  it.each([
    ['610921107203-1.2.3', '610921107203-1.2', true],
    ['610921107203-1.2.3', '610921107203', true],
    ['610921107203-1.2.3', '610921', true],
    ['610921107203', '610921107203', true],
    ['610921107', '610921107203', false],
    ['610921108203', '610921107', false],
  ])('%s lies within %s: %s', (inner, outer, within) => {
    expect(isWithin(inner, outer)).toBe(within);
  });

  it('lies within exactly the areas of its own chain', () => {
    fc.assert(
      fc.property(anyArea, anyArea, (a, b) => {
        expect(isWithin(a, b)).toBe(chainOf(a).includes(b));
      }),
    );
  });

  it('goes up level by level to the county, which lies in nothing', () => {
    fc.assert(
      fc.property(anyArea, (code) => {
        const chain = chainOf(code);
        expect(chain.map(levelOf)).toEqual(AREA_LEVELS.slice(AREA_LEVELS.indexOf(levelOf(code))));
        expect(chain.at(-1)).toBe(countyOf(code));
        expect(parentOf(countyOf(code))).toBeUndefined();
      }),
    );
  });

  it('names its town and village, and crashes when it has none', () => {
    expect(townOf('610921107203-1.2')).toBe('610921107');
    expect(villageOf('610921107203-1.2')).toBe('610921107203');
    expect(() => townOf('610921')).toThrow('broken invariant');
    expect(() => villageOf('610921107')).toThrow('broken invariant');
  });
});
