/** EVT-05, EVT-06, EVT-07; CAL-01..04. */
import { atTime, DAY_MS, endOfDay, HOUR_MS, MINUTE_MS, startOfDay } from '@/domain/basics/civil-time';
import { acceptBy, dueOf, firstStepBy, handleLimit, pauseOf, ratingUntil, remindAt, reopenUntil } from '@/domain/issues/deadlines';
import type { Category } from '@/domain/issues/issue';
import { longestExtension } from '@/domain/settings/event-limits';
import { settings } from '../../fixtures/issues';
import { COUNTY, GRID, GROUP, PART, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

describe('the accept limit (EVT-05)', () => {
  it.each([
    ['URGENT', GRID, 30 * MINUTE_MS], ['URGENT', VILLAGE, 30 * MINUTE_MS], ['URGENT', TOWN, 30 * MINUTE_MS],
    ['MAJOR', GRID, 4 * HOUR_MS], ['MAJOR', COUNTY, 4 * HOUR_MS],
    ['NORMAL', GRID, DAY_MS], ['NORMAL', GROUP, DAY_MS],
  ] as const)('%s at %s', (urgency, post, ms) => {
    expect(acceptBy(settings, urgency, post, WEDNESDAY_9)).toBe(WEDNESDAY_9 + ms);
  });

  it.each([PART, VILLAGE, TOWN, COUNTY, `${TOWN}/legal`])('NORMAL at %s is the end of the next working day', (post) => {
    expect(acceptBy(settings, 'NORMAL', post, WEDNESDAY_9)).toBe(endOfDay('2026-11-26'));
  });

  it('gives a department the time to respond of the whistle (EVT-07)', () => {
    const department = `${COUNTY}/WATER`;
    expect(acceptBy(settings, 'URGENT', department, WEDNESDAY_9)).toBe(WEDNESDAY_9 + HOUR_MS);
    expect(acceptBy(settings, 'NORMAL', department, WEDNESDAY_9)).toBe(endOfDay('2026-11-26'));
  });
});

describe('the handle limit (EVT-06)', () => {
  it('of worked example 11: ERRAND accepted on 2026-09-30 is due at the end of 2026-10-13', () => {
    const accepted = atTime('2026-09-30', '15:00');
    expect(dueOf(handleLimit(settings, 'ERRAND', accepted), settings)).toEqual({ dueAt: endOfDay('2026-10-13'), calendarIncomplete: false });
  });

  it.each<[Category, string]>([
    ['CONSULT', '2026-11-26'], ['SANITATION', '2026-11-30'], ['PATROL', '2026-11-30'], ['ERRAND', '2026-12-02'],
    ['SUGGEST', '2026-12-09'], ['COMPLAINT', '2026-12-09'], ['EMERGENCY', '2026-12-07'], ['DISPUTE', '2026-12-25'],
  ])('%s accepted on Wednesday 2026-11-25 is due with %s', (category, day) => {
    expect(dueOf(handleLimit(settings, category, WEDNESDAY_9), settings).dueAt).toBe(endOfDay(day));
  });

  it('never gives more working days than the cap', () => {
    const generous = { ...settings, event: { ...settings.event, workdays: { ...settings.event.workdays, SUGGEST: 40 } } };
    expect(handleLimit(generous, 'SUGGEST', WEDNESDAY_9).of).toEqual({ unit: 'WORKDAY', n: 15 });
  });

  it('counts again when the calendar is filled, and says so before (CAL-03)', () => {
    const limit = handleLimit(settings, 'SUGGEST', atTime('2026-12-28', '10:00'));
    expect(dueOf(limit, settings)).toEqual({ dueAt: endOfDay('2027-01-11'), calendarIncomplete: true });
    const filled = { calendar: { holidays: ['2027-01-01'], workdays: [], coveredYears: [2027] } };
    expect(dueOf(limit, filled)).toEqual({ dueAt: endOfDay('2027-01-12'), calendarIncomplete: false });
  });

  it('adds an extension after the last day, on the calendar', () => {
    const limit = { ...handleLimit(settings, 'SANITATION', WEDNESDAY_9), more: [{ unit: 'WORKDAY' as const, n: 3 }] };
    expect(dueOf(limit, settings).dueAt).toBe(endOfDay('2026-12-03'));
  });

  it.each<[Category, number]>([['CONSULT', 1], ['SANITATION', 3], ['ERRAND', 5], ['SUGGEST', 5], ['EMERGENCY', 7], ['DISPUTE', 0]])(
    'of %s can be extended by %i working days: as long again, within the cap',
    (category, most) => expect(longestExtension(settings, category)).toBe(most),
  );
});

describe('a pause', () => {
  const limit = handleLimit(settings, 'SANITATION', WEDNESDAY_9);
  it.each([
    ['within a day', '2026-11-25', undefined],
    ['over a night', '2026-11-26', { unit: 'WORKDAY', n: 1 }],
    ['over a weekend', '2026-11-30', { unit: 'WORKDAY', n: 3 }],
  ])('%s', (_case, to, added) => {
    expect(pauseOf(limit, WEDNESDAY_9, atTime(to, '10:00'), settings)).toEqual(added);
  });

  it('of a dispute takes natural days', () => {
    expect(pauseOf(handleLimit(settings, 'DISPUTE', WEDNESDAY_9), WEDNESDAY_9, atTime('2026-11-30', '10:00'), settings)).toEqual({ unit: 'DAY', n: 5 });
  });
});

describe('what is owed early', () => {
  it('is control of a hazard within one working day, a plan of a department within three', () => {
    expect(firstStepBy(settings, { category: 'EMERGENCY' }, GRID, WEDNESDAY_9)).toBe(endOfDay('2026-11-26'));
    expect(firstStepBy(settings, { category: 'ERRAND' }, `${COUNTY}/WATER`, WEDNESDAY_9)).toBe(endOfDay('2026-11-30'));
    expect(firstStepBy(settings, { category: 'ERRAND' }, GRID, WEDNESDAY_9)).toBeUndefined();
  });
});

describe('the reporter\'s time (EVT-13)', () => {
  const doneAt = atTime('2026-11-25', '23:59');
  it('counts natural days after the day it was done', () => {
    expect(ratingUntil(settings, doneAt)).toBe(endOfDay('2026-12-02'));
    expect(reopenUntil(settings, doneAt)).toBe(endOfDay('2026-12-10'));
  });
});

it('reminds on the morning of the day before, not when that has passed', () => {
  const dueAt = endOfDay('2026-11-27');
  expect(remindAt(settings, dueAt, WEDNESDAY_9)).toBe(atTime('2026-11-26', '08:00'));
  expect(remindAt(settings, dueAt, startOfDay('2026-11-27'))).toBeUndefined();
});
