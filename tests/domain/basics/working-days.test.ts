import { addCivilDays, civilDaysBetween, DAY_MS, dueDay, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import {
  addPeriodDays,
  addPeriodMonths,
  addWorkingDays,
  dueAfter,
  isWorkingDay,
  isYearCovered,
  minimumPeriodEnd,
  NO_TABLE,
  workingDaysLeft,
  type CalendarTable,
} from '@/domain/basics/working-days';
import { fc } from '../../fixtures/properties';

/** 9:15 in the morning of a day. */
function morning(date: string): number {
  return startOfDay(date) + 9 * 3_600_000 + 15 * 60_000;
}

function daysOf(from: string, to: string): string[] {
  return Array.from({ length: civilDaysBetween(from, to) + 1 }, (_, days) => addCivilDays(from, days));
}

describe('the published calendar of 2026 (CAL-01)', () => {
  const off = [
    ...daysOf('2026-01-01', '2026-01-03'),
    ...daysOf('2026-02-15', '2026-02-23'),
    ...daysOf('2026-04-04', '2026-04-06'),
    ...daysOf('2026-05-01', '2026-05-05'),
    ...daysOf('2026-06-19', '2026-06-21'),
    ...daysOf('2026-09-25', '2026-09-27'),
    ...daysOf('2026-10-01', '2026-10-07'),
  ];
  const makeUp = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

  it('agrees with the notice on every day of the year', () => {
    for (const day of daysOf('2026-01-01', '2026-12-31')) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const expected = makeUp.includes(day) || (weekday !== 0 && weekday !== 6 && !off.includes(day));
      expect([day, isWorkingDay(day, NO_TABLE)]).toEqual([day, expected]);
    }
  });
});

describe('the county table (CAL-03)', () => {
  const table: CalendarTable = {
    holidays: ['2026-11-24', '2026-10-10'],
    workdays: ['2026-11-28', '2026-10-01'],
    coveredYears: [2027],
  };

  it('wins over the published calendar', () => {
    expect(isWorkingDay('2026-11-24', table)).toBe(false);
    expect(isWorkingDay('2026-10-10', table)).toBe(false);
    expect(isWorkingDay('2026-11-28', table)).toBe(true);
    expect(isWorkingDay('2026-10-01', table)).toBe(true);
  });

  it.each([
    [2024, false],
    [2025, true],
    [2026, true],
    [2027, true],
    [2028, false],
  ])('%i is known: %s', (year, known) => {
    expect(isYearCovered(year, table)).toBe(known);
  });

  it('does not take a year for known because some of its days are listed', () => {
    expect(isYearCovered(2027, { holidays: ['2027-01-01'], workdays: [] })).toBe(false);
  });
});

describe('a deadline in working days (CAL-04)', () => {
  it('is 2026-10-13 24:00 for an errand of 5 working days accepted on Wed 2026-09-30 (section 9, 11)', () => {
    const { dueAt, calendarIncomplete } = addWorkingDays(morning('2026-09-30'), 5, NO_TABLE);
    expect(dueAt).toBe(Date.parse('2026-10-13T16:00:00Z'));
    expect(dueDay(dueAt)).toBe('2026-10-13');
    expect(calendarIncomplete).toBe(false);
  });

  it.each([
    ['the first instant of the day', startOfDay('2026-11-23')],
    ['the last', endOfDay('2026-11-23') - 1],
  ])('does not count the start day, begun at %s', (_, from) => {
    expect(dueDay(addWorkingDays(from, 1, NO_TABLE).dueAt)).toBe('2026-11-24');
  });

  it('begins on a day off like on any other', () => {
    expect(dueDay(addWorkingDays(morning('2026-11-28'), 1, NO_TABLE).dueAt)).toBe('2026-11-30');
  });

  it('ends with office hours where the county says so', () => {
    const { dueAt } = addWorkingDays(morning('2026-11-23'), 1, NO_TABLE, { closeOfBusiness: '17:30' });
    expect(dueAt).toBe(Date.parse('2026-11-24T09:30:00Z'));
  });

  it('says so when it runs into a year whose holidays are not known, and still answers', () => {
    const late = addWorkingDays(morning('2026-12-31'), 1, NO_TABLE);
    expect([dueDay(late.dueAt), late.calendarIncomplete]).toEqual(['2027-01-01', true]);
    expect(addWorkingDays(morning('2026-12-30'), 1, NO_TABLE).calendarIncomplete).toBe(false);
  });

  it('does not ask for the holidays of the year that ended with its start day', () => {
    expect(addWorkingDays(morning('2024-12-31'), 1, NO_TABLE).calendarIncomplete).toBe(false);
    expect(addWorkingDays(morning('2024-12-30'), 1, NO_TABLE).calendarIncomplete).toBe(true);
  });

  it('is computed anew once the county filled in the year', () => {
    const filled: CalendarTable = { holidays: ['2027-01-01'], workdays: [], coveredYears: [2027] };
    const { dueAt, calendarIncomplete } = addWorkingDays(morning('2026-12-31'), 1, filled);
    expect([dueDay(dueAt), calendarIncomplete]).toEqual(['2027-01-04', false]);
  });

  it('always ends on a working day with exactly n working days behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 20 }), (offset, n) => {
        const from = addCivilDays('2026-01-01', offset);
        const last = dueDay(addWorkingDays(morning(from), n, NO_TABLE).dueAt);
        expect(isWorkingDay(last, NO_TABLE)).toBe(true);
        const counted = daysOf(addCivilDays(from, 1), last).filter((day) => isWorkingDay(day, NO_TABLE));
        expect(counted).toHaveLength(n);
      }),
    );
  });

  it.each([0, -1, 1.5])('refuses %d working days', (n) => {
    expect(() => addWorkingDays(0, n, NO_TABLE)).toThrow('broken invariant');
  });
});

describe('a civil period (民法典 201-203)', () => {
  it('of 30 days from 2026-09-01 rolls over the holiday to 2026-10-08 (section 9, 10; MED-07)', () => {
    expect(dueDay(addPeriodDays(morning('2026-09-01'), 30, NO_TABLE).dueAt)).toBe('2026-10-08');
  });

  it('of 3 months from 2025-11-30 ends on 2026-02-28, a make-up Saturday, and does not move (section 9, 9; DEP-07)', () => {
    expect(dueDay(addPeriodMonths(morning('2025-11-30'), 3, NO_TABLE).dueAt)).toBe('2026-02-28');
  });

  it('moves off an ordinary weekend', () => {
    expect(dueDay(addPeriodDays(morning('2026-11-23'), 5, NO_TABLE).dueAt)).toBe('2026-11-30');
  });

  it('never ends before the natural day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }), (offset, n) => {
        const from = addCivilDays('2026-01-01', offset);
        expect(addPeriodDays(morning(from), n, NO_TABLE).dueAt).toBeGreaterThanOrEqual(endOfDay(addCivilDays(from, n)));
      }),
    );
  });
});

describe('a minimum period (CAL-04)', () => {
  it('is never shortened and does not move over days off', () => {
    // 15 days of publicity from 2026-11-13 end with Saturday 2026-11-28.
    expect(minimumPeriodEnd(morning('2026-11-13'), 15)).toBe(endOfDay('2026-11-28'));
  });
  it('counts full days after the one it began on', () => {
    expect(minimumPeriodEnd(endOfDay('2026-11-13') - 1, 15) - endOfDay('2026-11-13')).toBe(15 * DAY_MS);
  });
});

describe('a limit as settings write it (EVT-05, EVT-06)', () => {
  it('of minutes runs through nights and holidays', () => {
    const from = startOfDay('2026-10-01') + 23 * 3_600_000 + 50 * 60_000;
    expect(dueAfter(from, { unit: 'MINUTE', n: 30 }, NO_TABLE)).toEqual({ dueAt: from + 1_800_000, calendarIncomplete: false });
  });
  it.each([
    ['WORKDAY', 1, '2026-10-08'],
    ['DAY', 1, '2026-10-08'],
    ['MONTH', 1, '2026-10-30'],
  ] as const)('of %s %i from 2026-09-30 ends on %s', (unit, n, day) => {
    expect(dueDay(dueAfter(morning('2026-09-30'), { unit, n }, NO_TABLE).dueAt)).toBe(day);
  });
});

describe('working days left', () => {
  const due = endOfDay('2026-10-13');
  it.each([
    ['2026-09-30', 5],
    ['2026-10-07', 5],
    ['2026-10-08', 4],
    ['2026-10-10', 2],
    ['2026-10-12', 1],
    ['2026-10-13', 0],
    ['2026-10-14', -1],
    ['2026-10-16', -3],
    ['2026-10-18', -3],
  ])('on %s are %i', (today, left) => {
    expect(workingDaysLeft(morning(today), due, NO_TABLE)).toBe(left);
  });
});
