import { startOfDay } from '@/domain/basics/civil-time';
import { problemOfConstituency, problemOfMandate, type Congress, type Constituency, type Mandate } from '@/domain/deputies/congress';
import { BALLOT_QUESTIONS, boxPlanOf, electorateOf, isConfirmed, proposedMeasures, refusalOfConfirmation, roundOf, suggestedGrade, whyNotInRound, whyNotRated, type Confirmed } from '@/domain/deputies/round';
import { refusalOfPlan } from '@/domain/voting/plan';
import { deputyRule } from '@/domain/voting/rule';
import { outcomeOf, shownCounts, type Counts } from '@/domain/voting/tally';
import { countySettings } from '../../../config/county/settings';

const TOWN = '610921107';
const VILLAGE = '610921107202';
const settings = countySettings().deputy;
const THIRD: Constituency = { id: 'c3', name: '第 3 选区', level: 'TOWN', areas: [VILLAGE], roll: 'RESIDENTS', seats: 2, from: '2021-09-01' };

function mandate(more: Partial<Mandate> = {}): Mandate {
  return { id: 'm1', personId: 'person-gui', name: '周桂芳', level: 'TOWN', term: '第十九届', constituencyId: 'c3', stationId: 's1', job: '教师', from: '2021-09-01', suspensions: [], ...more };
}

function congress(...mandates: readonly Mandate[]): Congress {
  return { _id: TOWN, name: '漩涡镇', stations: [{ id: 's1', name: '站', address: '街上', hours: '周三' }], constituencies: [THIRD], mandates, version: 1, changedAt: 0 };
}

const counted = (S: number, B: number, N: number, U: number, eligible = 400): Counts => ({ eligible, present: S + B + N + U, invalid: 0, byQuestion: { main: { S, B, N, U } } });
const outcome = (counts: Counts) => outcomeOf(deputyRule(settings), counts);

describe('who is rated in a year (DEP-10, 22)', () => {
  it.each<[string, Partial<Mandate>, ReturnType<typeof whyNotRated>]>([
    ['a town deputy in office', {}, undefined],
    ['a county deputy in office', { level: 'COUNTY' }, undefined],
    ['a city deputy, who was not elected by voters', { level: 'CITY' }, 'HIGHER_LEVEL'],
    ['one who is suspended when the round opens', { suspensions: [{ from: '2026-05-01' }] }, 'SUSPENDED'],
    ['one whose suspension ended the day before', { suspensions: [{ from: '2026-05-01', to: '2026-11-30' }] }, undefined],
    ['one who left after six full months', { to: '2026-06-30' }, undefined],
    ['one who left a day earlier', { to: '2026-06-29' }, 'SERVED_TOO_SHORT'],
    ['one who came in April and left after six months', { from: '2026-04-15', to: '2026-10-14' }, undefined],
    ['one who came in April and left a day earlier', { from: '2026-04-15', to: '2026-10-13' }, 'SERVED_TOO_SHORT'],
    ['one elected in the middle of the year, in office', { from: '2026-09-01' }, undefined],
    ['one who takes office while the round runs', { from: '2026-12-05' }, 'NOT_YET'],
    ['one who takes office on the day it opens', { from: '2026-12-01' }, undefined],
    ['one who left last year', { to: '2025-12-31' }, 'ELSEWHERE'],
    ['one who left on the first day of this', { to: '2026-01-01' }, 'SERVED_TOO_SHORT'],
  ])('%s', (_who, more, why) => {
    expect(whyNotRated(mandate(more), 2026, '2026-12-01')).toBe(why);
  });

  it('lists whoever is not rated with the reason, in the order of names', () => {
    const made = roundOf(congress(mandate(), mandate({ id: 'm2', name: '艾明', personId: 'p2', level: 'CITY' })), 2026, { opensOn: '2026-12-01', closesOn: '2026-12-20' }, ({ id }) => `box-${id}`, startOfDay('2026-11-25'));
    expect(made).toMatchObject({ ok: true, value: { items: [{ name: '艾明', why: 'HIGHER_LEVEL' }, { name: '周桂芳', boxId: 'box-m1' }] } });
  });

  it('is refused where there is nobody to rate, or the roll would be shown for less than five days', () => {
    const dates = { opensOn: '2026-12-01', closesOn: '2026-12-20' };
    expect(roundOf(congress(mandate({ level: 'CITY' })), 2026, dates, () => 'b', startOfDay('2026-11-25'))).toEqual({ ok: false, reason: { kind: 'NOBODY_TO_RATE' } });
    expect(roundOf(congress(mandate()), 2026, dates, () => 'b', startOfDay('2026-11-26')).ok).toBe(true);
    expect(roundOf(congress(mandate()), 2026, dates, () => 'b', startOfDay('2026-11-26') + 1)).toEqual({ ok: false, reason: { kind: 'ROLL_TOO_SHORT', earliest: '2026-12-02' } });
  });
});

describe('a round’s dates and its end', () => {
  it.each<[string, string, string]>([
    ['of another year', '2027-01-05', '2027-01-20'],
    ['that end before they begin', '2026-12-20', '2026-12-01'],
  ])('%s are refused', (_what, opensOn, closesOn) => {
    expect(roundOf(congress(mandate()), 2026, { opensOn, closesOn }, () => 'b', startOfDay('2026-11-25'))).toEqual({ ok: false, reason: { kind: 'DATES' } });
  });

  it('is there once everything that was counted is confirmed; who is not rated has nothing to confirm', () => {
    const made = roundOf(congress(mandate(), mandate({ id: 'm2', personId: 'p2', level: 'CITY' })), 2026, { opensOn: '2026-12-01', closesOn: '2026-12-20' }, () => 'b', startOfDay('2026-11-25'));
    if (!made.ok) throw new Error('a round');
    expect(isConfirmed(made.value)).toBe(false);
    const confirmed: Confirmed = { outcome: { kind: 'HIDDEN', k: 10 }, measures: [], at: 0, by: '郑来福' };
    expect(isConfirmed({ ...made.value, items: made.value.items.map((item) => (item.boxId === undefined ? item : { ...item, confirmed })) })).toBe(true);
  });
});

describe('a deputy’s ballot (DEP-11, 13)', () => {
  it('is for the roll of the constituency, and never for the deputy', () => {
    expect(electorateOf(THIRD, 'person-gui')).toEqual({ villages: [VILLAGE], except: ['person-gui'] });
    expect(electorateOf({ ...THIRD, roll: 'REGISTERED' }, 'p')).toEqual({ villages: [VILLAGE], role: { role: 'VOTER', area: VILLAGE }, except: ['p'] });
    expect(electorateOf({ ...THIRD, areas: [`${VILLAGE}-1`] }, 'p')).toEqual({ villages: [VILLAGE], within: `${VILLAGE}-1`, except: ['p'] });
  });

  it('can be announced as it is planned', () => {
    const made = roundOf(congress(mandate()), 2026, { opensOn: '2026-12-01', closesOn: '2026-12-20' }, () => 'box-1', startOfDay('2026-11-25'));
    if (!made.ok) throw new Error('a round');
    const [item] = made.value.items;
    if (item?.boxId === undefined) throw new Error('an item');
    const plan = boxPlanOf(made.value, { ...item, boxId: item.boxId }, THIRD, settings);
    expect(refusalOfPlan(plan)).toBeUndefined();
    expect(plan.closesAt).toBe(startOfDay('2026-12-21'));
    expect(BALLOT_QUESTIONS.map(({ options }) => options.map(({ code }) => code).join(''))).toEqual(Array(6).fill('SBNU'));
  });
});

describe('whoever holds two mandates (DEP-11)', () => {
  const day = '2026-12-01';
  const old = mandate({ to: '2026-11-20', ended: 'TERM_OVER' });
  const why = (one: Mandate, ...others: readonly Mandate[]) => whyNotInRound(one, congress(one, ...others), 2026, day);

  it('one after the other, is rated by the one in force', () => {
    const next = mandate({ id: 'm2', from: '2026-11-21' });
    expect([why(old, next), why(next, old)]).toEqual(['ELECTED_AGAIN', undefined]);
    expect(why(mandate(), next)).toBe('ELECTED_AGAIN');
  });

  it.each<[string, Partial<Mandate>]>([
    ['at another level', { level: 'COUNTY', from: '2026-11-21' }],
    ['and another person', { personId: 'p2', from: '2026-11-21' }],
    ['that begins after the opening', { from: '2026-12-02' }],
  ])('%s, is rated for each', (_what, more) => {
    expect(why(old, mandate({ id: 'm2', ...more }))).toBeUndefined();
  });

  it('is not rated who has died', () => {
    expect(why(mandate({ to: '2026-11-20', ended: 'DIED' }))).toBe('DIED');
  });
});

describe('what follows from a count (DEP-14..17, 21)', () => {
  it('is example 6 of the rulebook', () => {
    const counts = counted(18, 9, 3, 5);
    expect(outcome(counts)).toMatchObject({ verdict: 'RATED', needed: 30, rate: { numerator: 27, denominator: 30, percentTenths: 900 }, scoreTenths: 810, grade: 'EXCELLENT' });
    expect(proposedMeasures(outcome(counts), 'EXCELLENT', counts, undefined, settings.act)).toEqual([]);
  });

  it('is example 7: a small constituency needs fewer ballots, and shows nothing below k', () => {
    expect(outcome(counted(10, 1, 0, 0, 60))).toMatchObject({ verdict: 'TOO_FEW', needed: 12 });
    expect(outcome(counted(10, 2, 0, 0, 60))).toMatchObject({ verdict: 'RATED', needed: 12 });
    expect(outcome(counted(9, 0, 0, 0, 20))).toEqual({ kind: 'HIDDEN', k: 10 });
    expect(shownCounts(deputyRule(settings), counted(9, 0, 0, 0, 20))).toBeUndefined();
  });

  it.each<[string, Counts, readonly string[], 'NOT_COMPETENT' | undefined]>([
    ['30 % 不满意 exactly', counted(21, 0, 9, 0), [], undefined],
    ['more than 30 %', counted(20, 0, 10, 0), ['TALK'], undefined],
    ['不了解 does not count', counted(21, 0, 9, 20), [], undefined],
    ['more than 30 % of those who know the deputy', counted(20, 0, 10, 20), ['TALK'], undefined],
    ['50 % exactly', counted(15, 0, 15, 0), ['TALK'], undefined],
    ['more than 50 %, which is 不称职', counted(14, 0, 16, 0), ['TALK', 'RECTIFY'], undefined],
    ['不称职 two years running', counted(14, 0, 16, 0), ['TALK', 'RECTIFY', 'CIRCULATE'], 'NOT_COMPETENT'],
    ['too few ballots', counted(1, 0, 16, 0), [], undefined],
  ])('%s proposes %j', (_what, counts, measures, lastYear) => {
    const result = outcome(counts);
    expect(proposedMeasures(result, suggestedGrade(result), counts, lastYear, settings.act)).toEqual(measures);
  });

  it('a grade other than the suggested one needs a reason, a rectification its day, and no result has no grade', () => {
    const rated = outcome(counted(18, 9, 3, 5));
    expect(refusalOfConfirmation(rated, { measures: [] })).toBe('GRADE_NEEDED');
    expect(refusalOfConfirmation(rated, { grade: 'COMPETENT', measures: [] })).toBe('REASON_NEEDED');
    expect(refusalOfConfirmation(rated, { grade: 'COMPETENT', reason: '两次会议没到', measures: [] })).toBeUndefined();
    expect(refusalOfConfirmation(rated, { grade: 'EXCELLENT', measures: ['RECTIFY'] })).toBe('DATE_NEEDED');
    const hidden = outcome(counted(9, 0, 0, 0, 20));
    expect(refusalOfConfirmation(hidden, { grade: 'COMPETENT', measures: [] })).toBe('NO_GRADE_WITHOUT_RESULT');
    expect(refusalOfConfirmation(hidden, { measures: [] })).toBeUndefined();
  });
});

describe('what is entered into the directory (DEP-01)', () => {
  it.each<[string, Partial<Constituency>, string | undefined]>([
    ['three seats', { seats: 3 }, undefined],
    ['four seats', { seats: 4 }, 'SEATS'],
    ['several whole villages', { areas: [VILLAGE, '610921107203'] }, undefined],
    ['a part of one village', { areas: [`${VILLAGE}-1`] }, undefined],
    ['parts of two villages', { areas: [`${VILLAGE}-1`, '610921107203-1'] }, 'AREAS'],
    ['a village of another town', { areas: ['610921103201'] }, 'AREAS'],
    ['registered voters of two villages', { roll: 'REGISTERED', areas: [VILLAGE, '610921107203'] }, 'REGISTERED_ONE_AREA'],
  ])('a constituency of %s: %s', (_what, more, problem) => {
    expect(problemOfConstituency({ ...THIRD, ...more }, TOWN)).toBe(problem);
  });

  it('a by-election in the middle of a year fills a seat only once it is free', () => {
    const full = congress(mandate(), mandate({ id: 'm2', personId: 'p2' }));
    const next = mandate({ id: 'm3', personId: 'p3', from: '2026-07-01' });
    expect(problemOfMandate(next, full)).toBe('SEATS_TAKEN');
    const left = congress(mandate({ to: '2026-06-30', ended: 'RESIGNED' }), mandate({ id: 'm2', personId: 'p2' }));
    expect(problemOfMandate(next, left)).toBeUndefined();
    expect(problemOfMandate(mandate({ id: 'm4', personId: 'p2', from: '2026-07-01' }), left)).toBe('HAS_MANDATE');
    expect(problemOfMandate(mandate({ id: 'm5', personId: 'p5', constituencyId: 'c9' }), left)).toBe('NO_CONSTITUENCY');
    expect(problemOfMandate(mandate({ id: 'm5', personId: 'p5', level: 'CITY', constituencyId: undefined }), left)).toBeUndefined();
  });
});
