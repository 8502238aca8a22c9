/** The composite score (DEP-18): the county's percents of the voters', the performance and the presidium's score. */
import { compositeOf, usesComposite, type GivenScores } from '@/domain/deputies/composite';
import type { Outcome } from '@/domain/voting/tally';

const rated = (scoreTenths: number): Outcome => ({ kind: 'RATING', verdict: 'RATED', needed: 10, rate: { numerator: 9, denominator: 10, percentTenths: 900 }, scoreTenths, grade: 'COMPETENT', interval: { fromTenths: 600, toTenths: 980 } });
const given: GivenScores = { performance: 85, presidium: 80, reason: '按履职档案' };
const scoreOf = (composite: readonly [number, number, number], voters: number, scores: GivenScores): number | undefined => {
  const result = compositeOf({ composite }, rated(voters), scores);
  return result.ok ? result.value?.scoreTenths : undefined;
};

describe('the composite score (DEP-18)', () => {
  it('is not used unless the county counts something beside the voters', () => {
    expect([[100, 0, 0], [99, 1, 0], [60, 30, 10]].map((composite) => usesComposite({ composite: composite as unknown as [number, number, number] }))).toEqual([false, true, true]);
    expect(compositeOf({ composite: [100, 0, 0] }, rated(880), undefined)).toEqual({ ok: true, value: undefined });
    expect(compositeOf({ composite: [100, 0, 0] }, rated(880), given)).toMatchObject({ ok: false, reason: { field: 'scores', problem: 'UNKNOWN' } });
  });

  it('is shown with what it is made of', () => {
    expect(compositeOf({ composite: [60, 30, 10] }, rated(880), given)).toEqual({
      ok: true,
      value: { scoreTenths: 863, reason: '按履职档案', parts: [{ part: 'VOTERS', weight: 60, tenths: 880 }, { part: 'PERFORMANCE', weight: 30, tenths: 850 }, { part: 'PRESIDIUM', weight: 10, tenths: 800 }] },
    });
  });

  it.each<[string, readonly [number, number, number], number, GivenScores, number]>([
    ['nothing of everything', [60, 30, 10], 0, { ...given, performance: 0, presidium: 0 }, 0],
    ['all of everything', [60, 30, 10], 1000, { ...given, performance: 100, presidium: 100 }, 1000],
    ['just below a half is rounded down', [51, 49, 0], 999, { performance: 0, reason: '' }, 509],
    ['a half is rounded up', [50, 50, 0], 1, { performance: 0, reason: '' }, 1],
    ['less than a half is rounded down', [49, 51, 0], 1, { performance: 0, reason: '' }, 0],
    ['without the voters where a county has it so', [0, 50, 50], 1000, { ...given, performance: 90, presidium: 80 }, 850],
  ])('%s', (_what, composite, voters, scores, expected) => {
    expect(scoreOf(composite, voters, scores)).toBe(expected);
  });

  it('has none where the voters’ rating has no result (DEP-14)', () => {
    const none: Outcome = { kind: 'RATING', verdict: 'TOO_FEW', needed: 10 };
    expect(compositeOf({ composite: [60, 30, 10] }, none, undefined)).toEqual({ ok: true, value: undefined });
    expect(compositeOf({ composite: [60, 30, 10] }, none, given)).toMatchObject({ ok: false });
    expect(compositeOf({ composite: [60, 30, 10] }, { kind: 'HIDDEN', k: 10 }, undefined)).toEqual({ ok: true, value: undefined });
  });

  it.each<[string, readonly [number, number, number], GivenScores | undefined, object]>([
    ['nothing given', [60, 30, 10], undefined, { field: 'scores', problem: 'REQUIRED' }],
    ['one figure missing', [60, 30, 10], { performance: 85, reason: '' }, { field: 'scores.presidium', problem: 'REQUIRED' }],
    ['a figure that does not count', [70, 30, 0], given, { field: 'scores.presidium', problem: 'UNKNOWN' }],
    ['more than a hundred', [60, 30, 10], { ...given, performance: 101 }, { field: 'scores.performance', problem: 'RANGE' }],
    ['less than nothing', [60, 30, 10], { ...given, presidium: -1 }, { field: 'scores.presidium', problem: 'RANGE' }],
    ['half a point', [60, 30, 10], { ...given, presidium: 79.5 }, { field: 'scores.presidium', problem: 'RANGE' }],
  ])('is refused with %s', (_what, composite, scores, reason) => {
    expect(compositeOf({ composite }, rated(880), scores)).toEqual({ ok: false, reason });
  });
});
