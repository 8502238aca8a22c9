/** What may be announced as a box, who stands on its roll, and what is never voted on here. */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { MAIN, MAX_LISTED, type BoxPlan } from '@/domain/voting/box';
import { isAdult, representativeOf, whyNot } from '@/domain/voting/electorate';
import { reminderAt } from '@/domain/voting/news';
import { NOT_HERE, notHereIn } from '@/domain/voting/not-here';
import { faultInChoices, isRollOpen, putOffForRoll, refusalOfPlan, votedInUntil } from '@/domain/voting/plan';
import { legalWayWords, planRefusalWords } from '@/domain/wording/voting';
import type { Household, Person } from '@/domain/people/person';
import { VILLAGE } from '../../fixtures/village';
import { plan as boxPlan } from '../../functions/voting/kit';

const opensAt = startOfDay('2026-12-01');
const plan = (more: Partial<BoxPlan> = {}) => boxPlan({ rollShownAt: opensAt - 5 * DAY_MS, opensAt, closesAt: opensAt + DAY_MS, ...more });

describe('a box', () => {
  it('is announced when its roll is shown for five days', () => {
    expect(refusalOfPlan(plan())).toBeUndefined();
    expect(refusalOfPlan(plan({ rollShownAt: opensAt - 5 * DAY_MS + 1 }))).toEqual({ kind: 'ROLL_TOO_SHORT', earliestOpening: opensAt + 1 });
    expect(refusalOfPlan(plan({ closesAt: opensAt }))).toEqual({ kind: 'CLOSES_BEFORE_IT_OPENS' });
    expect(refusalOfPlan(plan({ electorate: { villages: [] } }))).toEqual({ kind: 'NO_ELECTORATE' });
    const listed = (count: number) => refusalOfPlan(plan({ electorate: { villages: [VILLAGE], only: Array.from({ length: count }, (_, at) => `person-${at}`) } }))?.kind;
    expect([0, 1, MAX_LISTED, MAX_LISTED + 1].map(listed)).toEqual(['NO_ELECTORATE', undefined, undefined, 'NO_ELECTORATE']);
  });

  it('binds online only where the law lets it (VOTE-09)', () => {
    const binding = plan({ legalEffect: 'BINDING_ONLINE' });
    expect(refusalOfPlan(binding)).toEqual({ kind: 'NOT_BINDING_ONLINE' });
    expect(refusalOfPlan(binding, { collective: true, charterBinds: false })).toBeUndefined();
    expect(refusalOfPlan(binding, { collective: false, charterBinds: true })).toBeUndefined();
    expect(refusalOfPlan(plan({ legalEffect: 'RECORD' }), { collective: true, charterBinds: true })).toEqual({ kind: 'RECORDED_ON_SITE' });
  });

  it.each([
    ['村委会换届选举', 'ELECT_COMMITTEE'], ['补选村委会委员', 'ELECT_COMMITTEE'], ['罢免村主任', 'RECALL_COMMITTEE'], ['选举镇人大代表', 'ELECT_DEPUTY'],
    ['罢免镇人大代表周某', 'RECALL_TOWN_DEPUTY'], ['罢免县人大代表', 'RECALL_COUNTY_DEPUTY'],
    ['垃圾清运费，明年每户收多少', undefined], ['评周桂芳代表', undefined], ['村民代表会议议事规则', undefined],
  ] as const)('called %s: %s (VOTE-07, DEP-20)', (title, what) => {
    expect(notHereIn(title)).toBe(what);
    expect(refusalOfPlan(plan({ title }))).toEqual(what === undefined ? undefined : { kind: 'NOT_HERE', what });
  });

  it('is refused with the legal way, in words', () => {
    for (const what of NOT_HERE) expect(legalWayWords(what)).toMatch(/不能在手机上投.*法/);
    expect(legalWayWords('RECALL_TOWN_DEPUTY')).toContain('30 名');
    expect(legalWayWords('RECALL_COUNTY_DEPUTY')).toContain('50 名');
    expect(planRefusalWords({ kind: 'ROLL_TOO_SHORT', earliestOpening: opensAt }, opensAt - DAY_MS)).toContain('明天');
  });

  const question = (codes: string) => [{ id: MAIN, text: '?', options: [...codes].map((code) => ({ code, text: code })) }];
  it.each([
    ['no abstention', { questions: question('BC') }],
    ['a motion without one', { rule: { kind: 'MOTION', k: 1, meeting: {} as never }, questions: question('YN') }],
    ['a rating with something else', { rule: { kind: 'RATING' } as never, questions: question('SBNX') }],
    ['an option of two letters', { questions: [{ id: MAIN, text: '?', options: [{ code: 'AB', text: '' }, { code: 'A', text: '' }] }] }],
    ['nothing to choose', { questions: question('A') }],
    ['an option twice', { questions: question('BBA') }],
    ['more than a motion asks', { rule: { kind: 'MOTION', k: 1, meeting: {} as never }, questions: question('YNAB') }],
    ['more than a rating asks', { rule: { kind: 'RATING' } as never, questions: question('SBNUX') }],
    ['a question twice', { questions: [...question('BA'), { ...question('BA')[0]!, id: 'more' }, { ...question('BA')[0]!, id: 'more' }] }],
    ['no main question', { questions: [{ ...question('BA')[0]!, id: 'other' }] }],
  ] as readonly (readonly [string, Partial<BoxPlan>])[])('with %s is a mistake of ours', (_what, more) => {
    expect(() => refusalOfPlan(plan(more))).toThrow('broken invariant');
  });
});

describe('the times of a box (VOTE-10, 11)', () => {
  const closesAt = opensAt + 3 * DAY_MS;

  it('its roll is put right until a day before it opens, and only while it is shown', () => {
    expect(isRollOpen({ state: 'SHOWN', opensAt }, opensAt - DAY_MS - 1)).toBe(true);
    expect(isRollOpen({ state: 'SHOWN', opensAt }, opensAt - DAY_MS)).toBe(false);
    for (const state of ['DRAWING', 'FREEZING', 'OPEN'] as const) expect(isRollOpen({ state, opensAt }, opensAt - 3 * DAY_MS)).toBe(false);
  });

  it.each<[string, number, number]>([
    ['in time', opensAt - 5 * DAY_MS, 0],
    ['an hour late, as a long roll may take', opensAt - 5 * DAY_MS + HOUR_MS, 0],
    ['more than an hour late', opensAt - 5 * DAY_MS + HOUR_MS + 1, DAY_MS],
    ['a day late', opensAt - 4 * DAY_MS, DAY_MS],
    ['after it was to open', opensAt + 1, 6 * DAY_MS],
  ])('a roll that is shown %s puts it off by whole days', (_what, shownAt, delay) => {
    expect(putOffForRoll(opensAt, shownAt)).toBe(delay);
  });

  it('it is voted in for as long later as its roll waits for an answer', () => {
    expect(votedInUntil({ state: 'SHOWN', opensAt, closesAt }, opensAt - DAY_MS)).toBe(closesAt);
    expect(votedInUntil({ state: 'SHOWN', opensAt, closesAt }, opensAt - DAY_MS + 5)).toBe(closesAt + 5);
    expect(votedInUntil({ state: 'DRAWING', opensAt, closesAt }, opensAt)).toBe(closesAt + DAY_MS);
    for (const state of ['OPEN', 'COUNTING', 'PUBLISHED', 'HELD'] as const) expect(votedInUntil({ state, opensAt, closesAt }, closesAt + DAY_MS)).toBe(closesAt);
  });
});

describe('what a phone sends', () => {
  const questions = [{ id: MAIN, codes: ['S', 'B'] }, { id: 'visits', codes: ['S', 'B'] }];
  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['everything', { main: 'S', visits: 'B' }, undefined],
    ['a question left out', { main: 'S', visits: '-' }, undefined],
    ['the main question left out', { main: '-', visits: 'S' }, MAIN],
    ['a question forgotten', { main: 'S' }, 'visits'],
    ['another option', { main: 'X', visits: '-' }, MAIN],
    ['another question', { main: 'S', visits: '-', more: 'S' }, 'more'],
    ['an object\'s own machinery', { main: 'S', visits: '-', toString: 'S' }, 'toString'],
    ['nothing', {}, MAIN],
  ])('%s', (_what, choices, fault) => expect(faultInChoices(questions, choices)).toBe(fault));
});

describe('the roll', () => {
  const person = (more: Partial<Person>): Person => ({
    _id: 'person-1', name: '王秀兰', sex: 'F', bornOn: '1958-04-12', idSealed: '', weakKey: '', phoneShown: false, village: '610921107202', householdId: 'house-1',
    grid: '610921107202-1.1.1', roles: [], status: 'ACTIVE', changedAt: 0, ...more,
  });
  const everyone = { villages: ['610921107202'] };

  it('takes whoever is 18 on the day it opens, that birthday included (VOTE-11)', () => {
    expect(isAdult({ bornOn: '2008-12-01' }, '2026-12-01')).toBe(true);
    expect(isAdult({ bornOn: '2008-12-02' }, '2026-12-01')).toBe(false);
    expect(isAdult({ bornOn: '2008-02-29' }, '2026-02-28')).toBe(false);
    expect(whyNot(everyone, person({ bornOn: '2008-12-02' }), opensAt)).toBe('UNDER_18');
  });

  it.each<[string, Parameters<typeof whyNot>[0], Partial<Person>, ReturnType<typeof whyNot>]>([
    ['a villager', everyone, {}, undefined],
    ['who moved away', everyone, { status: 'MOVED_AWAY' }, 'LEFT'],
    ['of another village', everyone, { village: '610921107203' }, 'ELSEWHERE'],
    ['of another grid', { ...everyone, within: '610921107202-1.1.10' }, {}, 'ELSEWHERE'],
    ['of the grid', { ...everyone, within: '610921107202-1.1' }, {}, undefined],
    ['who is rated', { ...everyone, except: ['person-1'] }, {}, 'EXCEPTED'],
    ['who was not asked', { ...everyone, only: ['person-2'] }, {}, 'NOT_LISTED'],
    ['who is no voter there (DEP-12)', { ...everyone, role: { role: 'VOTER', area: '610921107' } }, {}, 'NO_ROLE'],
    ['who is', { ...everyone, role: { role: 'VOTER', area: '610921107' } }, { roles: [{ role: 'VOTER', area: '610921107', from: '2026-01-01' }] }, undefined],
    ['who is a voter elsewhere', { ...everyone, role: { role: 'VOTER', area: '610921107' } }, { roles: [{ role: 'VOTER', area: '610921108', from: '2026-01-01' }] }, 'NO_ROLE'],
    ['who was until yesterday', { ...everyone, role: { role: 'VOTER', area: '610921107' } }, { roles: [{ role: 'VOTER', area: '610921107', from: '2026-01-01', to: '2026-11-30' }] }, 'NO_ROLE'],
  ])('%s', (_who, electorate, more, why) => expect(whyNot(electorate, person(more), opensAt)).toBe(why));

  it('lets a household be represented by whom it designated, else the householder, else its eldest adult (VOTE-10)', () => {
    const household: Household = { _id: 'house-1', village: '610921107202', grid: '610921107202-1.1.1', number: '1', address: '', headId: 'person-2', memberIds: ['person-1', 'person-2', 'person-3'], liaisons: [], changedAt: 0 };
    const [old, head, child] = [person({}), person({ _id: 'person-2', bornOn: '1985-01-01' }), person({ _id: 'person-3', bornOn: '2015-01-01' })];
    const rep = person({ _id: 'person-1', roles: [{ role: 'HOUSEHOLD_REP', area: '610921107202', from: '2024-01-01' }] });
    expect(representativeOf(everyone, household, [rep, head, child], opensAt)?._id).toBe('person-1');
    expect(representativeOf(everyone, household, [old, head, child], opensAt)?._id).toBe('person-2');
    expect(representativeOf(everyone, household, [old, { ...head, status: 'DECEASED' }, child], opensAt)?._id).toBe('person-1');
    expect(representativeOf(everyone, household, [child], opensAt)).toBeUndefined();
    // Without a householder the eldest; of those born on one day always the same, however they are read.
    const [young, elder, twin] = [person({ _id: 'person-4', bornOn: '2000-01-01' }), person({ _id: 'person-6', bornOn: '1950-01-01' }), person({ _id: 'person-5', bornOn: '1950-01-01' })];
    for (const members of [[young, elder, twin], [twin, young, elder]]) expect(representativeOf(everyone, household, members, opensAt)?._id).toBe('person-5');
    expect(representativeOf(everyone, household, [young, old], opensAt)?._id).toBe('person-1');
    expect(representativeOf(everyone, household, [{ ...old, householdId: 'house-2' }], opensAt)).toBeUndefined();
  });
});

it('everybody is reminded a day before a box closes that is open for two days, and of no shorter one', () => {
  expect(reminderAt({ opensAt: 0, closesAt: 2 * DAY_MS })).toBe(DAY_MS);
  expect(reminderAt({ opensAt: 0, closesAt: 2 * DAY_MS - 1 })).toBeUndefined();
});
