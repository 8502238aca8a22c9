/** The voters' forum (DEP-02): its period and its reminder. */
import { startOfDay } from '@/domain/basics/civil-time';
import { nextPeriod, periodOf, remindAt } from '@/domain/basics/recurring';


describe('a forum (DEP-02)', () => {
  it.each<[string, 'MONTH' | 'QUARTER' | 'YEAR', string, string]>([
    ['2026-01-01', 'QUARTER', '2026-01-01', '2026-03-31'],
    ['2026-03-31', 'QUARTER', '2026-01-01', '2026-03-31'],
    ['2026-04-01', 'QUARTER', '2026-04-01', '2026-06-30'],
    ['2026-12-31', 'QUARTER', '2026-10-01', '2026-12-31'],
    ['2028-02-29', 'MONTH', '2028-02-01', '2028-02-29'],
    ['2026-12-31', 'YEAR', '2026-01-01', '2026-12-31'],
  ])('of %s is one in a %s from %s to %s', (day, forumEvery, from, to) => {
    expect(periodOf(day, forumEvery)).toEqual({ from, to });
  });

  it('of the last quarter is followed by that of the next year', () => {
    expect(nextPeriod(periodOf('2026-11-25', 'QUARTER'), 'QUARTER')).toEqual({ from: '2027-01-01', to: '2027-03-31' });
  });

  it('is called to mind so many days before the last', () => {
    const quarter = periodOf('2026-11-25', 'QUARTER');
    expect(remindAt(quarter, 15)).toBe(startOfDay('2026-12-16'));
    expect(remindAt(quarter, 0)).toBe(startOfDay('2026-12-31'));
    expect(remindAt(quarter, 400)).toBe(startOfDay('2026-10-01'));
  });
});
