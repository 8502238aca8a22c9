import {
  addCivilDays,
  addCivilMonths,
  atTime,
  civilDateOf,
  civilDaysBetween,
  DAY_MS,
  dueDay,
  endOfDay,
  dueWithVerb,
  formatDateTime,
  formatDay,
  formatDayFromNow,
  formatDue,
  formatMoment,
  formatTime,
  isCivilDate,
  startOfDay,
  weekdayOf,
} from '@/domain/basics/civil-time';
import { fc } from '../../fixtures/properties';

const anyDate = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addCivilDays('1990-01-01', days));

/** Every day of three centuries, as the standard's own way of writing a day has them. */
const DAYS = Array.from({ length: 110_000 }, (_, day) => new Date(Date.UTC(1900, 0, 1) + day * DAY_MS).toISOString().slice(0, 10));

describe('counting days from 1900 to 2200', () => {
  it('goes from each day to the next, and says of each instant the same day as ISO 8601', () => {
    expect(DAYS.at(-1)).toMatch(/^2201-/);
    const after = DAYS.slice(0, -1).map((date) => addCivilDays(date, 1));
    expect(after).toEqual(DAYS.slice(1));
    expect(DAYS.map((date) => civilDateOf(endOfDay(date) - 1))).toEqual(DAYS);
    expect(DAYS.map((date) => civilDateOf(startOfDay(date)))).toEqual(DAYS);
  });

  it('goes any number of days there and back', () => {
    const day = fc.integer({ min: 0, max: DAYS.length - 1 });
    fc.assert(fc.property(day, day, (from, to) => {
      expect(addCivilDays(DAYS[from] ?? '', to - from)).toBe(DAYS[to]);
      expect(civilDaysBetween(DAYS[from] ?? '', DAYS[to] ?? '')).toBe(to - from);
    }));
  });

  it('ends where the calendar of the machine does', () => {
    expect(() => civilDateOf(9e15)).toThrow('broken invariant');
  });
});

describe('civil time in Asia/Shanghai', () => {
  it.each([
    ['2026-11-22T16:00:00Z', '2026-11-23'],
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-23T15:59:59.999Z', '2026-11-23'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
  ])('%s falls on %s', (instant, date) => {
    expect(civilDateOf(Date.parse(instant))).toBe(date);
  });

  it('ends a day with the instant that begins the next (24:00)', () => {
    expect(endOfDay('2026-10-13')).toBe(startOfDay('2026-10-14'));
    expect(endOfDay('2026-10-13')).toBe(Date.parse('2026-10-13T16:00:00Z'));
    expect(dueDay(endOfDay('2026-10-13'))).toBe('2026-10-13');
  });

  it('places every instant of a day on that day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: DAY_MS - 1 }), (date, ms) => {
        expect(civilDateOf(startOfDay(date) + ms)).toBe(date);
      }),
    );
  });

  it('counts days the same way it adds them', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(civilDaysBetween(date, addCivilDays(date, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-11-23', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026/01/01', false],
    ['', false],
    ['2026-01-01T00:00', false],
  ])('takes %s for a date: %s', (text, is) => {
    expect(isCivilDate(text)).toBe(is);
  });

  it('crashes on what is no date, rather than compute with it', () => {
    expect(() => startOfDay('2026-02-30')).toThrow('broken invariant');
    expect(() => civilDateOf(Number.NaN)).toThrow('broken invariant');
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-28', 6],
    ['2026-11-29', 7],
  ])('%s is day %i of the week', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });
});

describe('months later (民法典 202)', () => {
  it.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-09-01', 1, '2026-10-01'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addCivilMonths(from, months)).toBe(to);
  });
});

describe('a time of day', () => {
  it('is an instant of that day', () => {
    expect(atTime('2026-11-23', '17:30')).toBe(Date.parse('2026-11-23T09:30:00Z'));
    expect(atTime('2026-11-23', '24:00')).toBe(endOfDay('2026-11-23'));
  });
  it.each(['24:01', '25:00', '8:30', '08:60', ''])('refuses %s', (time) => {
    expect(() => atTime('2026-11-23', time)).toThrow('broken invariant');
  });
});

describe('days and moments as people read them', () => {
  const now = Date.parse('2026-11-23T02:00:00Z'); // 10:00 here

  it.each([
    ['2026-11-25', '11月25日（周三）'],
    ['2026-11-29', '11月29日（周日）'],
    ['2027-01-04', '2027年1月4日（周一）'],
  ])('writes %s as %s', (date, words) => {
    expect(formatDay(date, '2026-11-23')).toBe(words);
  });

  it.each([
    ['2026-11-20', '11月20日（周五）'],
    ['2026-11-21', '前天'],
    ['2026-11-22', '昨天'],
    ['2026-11-23', '今天'],
    ['2026-11-24', '明天'],
    ['2026-11-25', '后天'],
    ['2026-11-26', '11月26日（周四）'],
  ])('calls %s on the 23rd %s', (date, words) => {
    expect(formatDayFromNow(date, now)).toBe(words);
  });

  it('writes moments without a leading zero, and in full for the record', () => {
    const morning = Date.parse('2026-11-23T00:30:00Z');
    expect(formatTime(morning)).toBe('8:30');
    expect(formatMoment(morning, now)).toBe('今天 8:30');
    expect(formatMoment(morning - DAY_MS, now)).toBe('昨天 8:30');
    expect(formatMoment(morning - 7 * DAY_MS, now)).toBe('11月16日（周一）8:30');
    expect(formatDateTime(morning)).toBe('2026-11-23 08:30');
  });

  it('names the last day of a limit that ends with a day, and the moment of one that does not', () => {
    expect(formatDue(endOfDay('2026-11-23'), now)).toBe('今天');
    expect(formatDue(endOfDay('2026-11-27'), now)).toBe('11月27日（周五）');
    expect(formatDue(Date.parse('2026-11-23T06:30:00Z'), now)).toBe('今天 14:30');
  });

  it('keeps the figures of a limit apart from what is to be done by then, and nothing else', () => {
    expect(dueWithVerb(Date.parse('2026-11-23T06:30:00Z'), '接', now)).toBe('今天 14:30 接');
    expect(dueWithVerb(endOfDay('2026-11-23'), '办好', now)).toBe('今天办好');
    expect(dueWithVerb(endOfDay('2026-11-27'), '办好', now)).toBe('11月27日（周五）办好');
  });
});
