import { HOUR_MS, MINUTE_MS, startOfDay } from '@/domain/basics/civil-time';
import { fullUntil, withOneMore, type SentCount } from '@/domain/people/sending';

const atCivil = (day: string, hour: number, minute = 0): number => startOfDay(day) + hour * HOUR_MS + minute * MINUTE_MS;

const LIMIT = { hour: 3, day: 5 };

function sent(...moments: readonly number[]): SentCount | undefined {
  return moments.reduce<SentCount | undefined>(withOneMore, undefined);
}

describe('how much one account may send', () => {
  const nine = atCivil('2026-11-25', 9, 10);

  it.each([
    ['nothing yet', [], undefined],
    ['one below the hour\'s limit', [nine, nine], undefined],
    ['exactly at the hour\'s limit', [nine, nine, nine], atCivil('2026-11-25', 10)],
    ['at the day\'s limit, spread over its hours', [atCivil('2026-11-25', 0), atCivil('2026-11-25', 6), atCivil('2026-11-25', 7), atCivil('2026-11-25', 8), nine], atCivil('2026-11-26', 0)],
    ['one below the day\'s limit', [atCivil('2026-11-25', 6), atCivil('2026-11-25', 7), atCivil('2026-11-25', 8), nine], undefined],
    ['a full day before this one', [1, 2, 3, 4, 5].map((hour) => atCivil('2026-11-24', hour)), undefined],
  ])('with %s', (_what, moments, until) => {
    expect(fullUntil(sent(...moments), LIMIT, nine)).toBe(until);
  });

  it('goes on with the first moment of the next hour, and not one before', () => {
    const full = sent(nine, nine, nine);
    const next = atCivil('2026-11-25', 10);
    expect(fullUntil(full, LIMIT, next - 1)).toBe(next);
    expect(fullUntil(full, LIMIT, next)).toBeUndefined();
  });

  it('goes on with the first moment of the next day, in this country\'s time', () => {
    const late = atCivil('2026-11-25', 23, 59);
    const full = sent(atCivil('2026-11-25', 20), atCivil('2026-11-25', 21), atCivil('2026-11-25', 22), late, late);
    const next = atCivil('2026-11-26', 0);
    expect(fullUntil(full, LIMIT, next - 1)).toBe(next);
    expect(fullUntil(full, LIMIT, next)).toBeUndefined();
    expect(withOneMore(full, next)).toEqual({ hour: next, inHour: 1, day: '2026-11-26', inDay: 1 });
  });
});
