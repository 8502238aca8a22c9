/** A year's rating from its opening to its publication, over both stores. */
import { addCivilDays, civilDateOf, DAY_MS, endOfDay } from '@/domain/basics/civil-time';
import { gradeLastYear } from '../../../cloudfunctions/deputies/round';
import { people, TOWN } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { clock, cost, entered, kindsTold, office, rates, roundOpen, roundOver, type Entered } from './kit';

let system: System;
let directory: Entered;
afterEach(() => system.close());

const presidium = () => system.as('supervisor').deputies;
const deputyPage = (year?: number) => system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate: directory.mandate, ...(year === undefined ? {} : { year }) });
const decide = (more: Partial<Parameters<ReturnType<typeof presidium>['confirm']>[0]> = {}) => presidium().confirm({ requestId: tap(), town: TOWN, year: 2026, mandate: directory.mandate, measures: [], ...more });

/** The emulated cloud answers every draw of a roll over its wire. */
const PATIENCE_MS = 60_000;

describe('a round', () => {
  it('a round is opened, voted in, closed, confirmed and published, and the deputy is told', async () => {
    system = await office();
    directory = await entered(system);
    expect(await presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 })).toEqual({ rated: 1, not: 0 });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 })).rejects.toMatchObject({ code: 'ROUND_EXISTS' });
    await clock(system);
    const [shown] = (await system.as('villager').voting.mine({})).items;
    expect(shown).toMatchObject({ kind: 'DEPUTY', title: '2026年评周桂芳', state: 'SHOWN' });
    // DEP-11: on their own roll nobody stands.
    expect((await system.as('deputy').voting.mine({})).items).toEqual([]);
    expect(await system.as('deputy').voting.onRoll({ boxId: shown?.boxId ?? '' })).toMatchObject({ on: false, why: 'EXCEPTED' });
    expect(await system.as('otherHead').voting.onRoll({ boxId: shown?.boxId ?? '' })).toMatchObject({ on: false, why: 'ELSEWHERE' });

    system.moveTo((shown?.opensAt ?? 0) - DAY_MS);
    await clock(system);
    system.moveTo(shown?.opensAt ?? 0);
    for (const who of ['villager', 'head', 'groupHead'] as const) await rates(system, who, 'S');
    await rates(system, 'duty', 'N');
    await expect(rates(system, 'duty', 'S')).rejects.toMatchObject({ code: 'ALREADY_CAST' });

    // Nothing before it closes: not the count, and not a grade.
    expect((await presidium().round({ town: TOWN, year: 2026 })).items[0]?.rating).toBeUndefined();
    await expect(decide({ grade: 'EXCELLENT' })).rejects.toMatchObject({ code: 'NOT_COUNTED_YET' });
    await roundOver(system);
    expect(await kindsTold(system, 'supervisor')).toContain('RATING_CLOSED');
    const { items: [item] } = await presidium().round({ town: TOWN, year: 2026 });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(item).toMatchObject({ rating: { verdict: 'RATED', percentTenths: 750, suggested: 'BASIC', rate: { numerator: 3, denominator: 4 }, counts: { S: 3, B: 0, N: 1, U: 0, eligible: 11, present: 4 } }, proposed: [] });
    expect((await deputyPage()).ratings).toEqual([]);

    await expect(presidium().publish({ requestId: tap(), town: TOWN, year: 2026 })).rejects.toMatchObject({ code: 'NOT_ALL_CONFIRMED', data: { left: 1 } });
    await expect(decide({ grade: 'COMPETENT' })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'reason', problem: 'REQUIRED' }] } });
    await expect(decide({ grade: 'BASIC', measures: ['RECTIFY'], rectifyBy: civilDateOf(system.now()) })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'rectifyBy', problem: 'DATE' }] } });
    await decide({ grade: 'BASIC', measures: ['TALK'] });
    expect(cost(system)).toBeLessThanOrEqual(8);
    const requestId = tap();
    const published = await presidium().publish({ requestId, town: TOWN, year: 2026 });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await presidium().publish({ requestId, town: TOWN, year: 2026 })).toEqual(published);
    await expect(presidium().publish({ requestId: tap(), town: TOWN, year: 2026 })).rejects.toMatchObject({ code: 'ROUND_PUBLISHED' });
    await expect(decide({ grade: 'BASIC' })).rejects.toMatchObject({ code: 'ROUND_PUBLISHED' });

    await clock(system);
    await clock(system);
    expect((await kindsTold(system, 'deputy')).filter((kind) => kind === 'RATING_RESULT')).toHaveLength(1);
    expect((await deputyPage()).ratings).toMatchObject([{ year: 2026, rating: { verdict: 'RATED', counts: { S: 3, N: 1 } }, confirmed: { grade: 'BASIC', measures: ['TALK'], by: '郑来福' }, feedbackBy: endOfDay(addCivilDays(civilDateOf(system.now()), 10)) }]);
    expect(cost(system)).toBeLessThanOrEqual(8);
  }, PATIENCE_MS);
});

describe('below k ballots (DEP-21)', () => {
  it('nothing is shown to anybody, the presidium included, and there is no grade', async () => {
    system = await office({ k: 10 });
    directory = await entered(system);
    await roundOpen(system);
    for (const who of ['villager', 'head', 'groupHead', 'duty'] as const) await rates(system, who, 'S');
    await roundOver(system);
    const { items: [item] } = await presidium().round({ town: TOWN, year: 2026 });
    expect(item?.rating).toEqual({ verdict: 'HIDDEN', needed: 10 });
    await expect(decide({ grade: 'EXCELLENT' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await decide();
    await presidium().publish({ requestId: tap(), town: TOWN, year: 2026 });
    expect((await deputyPage()).ratings).toMatchObject([{ rating: { verdict: 'HIDDEN' } }]);
    expect(JSON.stringify(await deputyPage())).not.toContain('"S"');
  });
});

describe('who is not rated (DEP-10, 22)', () => {
  beforeEach(async () => {
    system = await office();
    directory = await entered(system);
  });

  it('is a suspended deputy, and a round with nobody else is refused', async () => {
    await presidium().setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'SUSPENDED', from: '2026-11-01' } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 })).rejects.toMatchObject({ code: 'NOBODY_TO_RATE' });
  });

  it('after a by-election the successor is rated, and who left after six months as well, by one roll each', async () => {
    await presidium().setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'ENDED', last: '2026-08-31', why: 'RESIGNED' } });
    expect((await system.store.get('people', people.deputy))?.roles).toEqual([{ role: 'DEPUTY', area: TOWN, from: '2021-09-01', to: '2026-08-31' }]);
    await presidium().saveDeputy({ requestId: tap(), town: TOWN, personId: people.partyMember, level: 'TOWN', term: '第十九届', constituencyId: directory.constituencyId, stationId: directory.stationId, job: '农民', from: '2026-09-15' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 })).toEqual({ rated: 2, not: 0 });
    await clock(system);
    expect((await system.as('villager').voting.mine({})).items).toHaveLength(2);
    expect((await system.as('partyMember').voting.mine({})).items.map(({ title }) => title)).toEqual(['2026年评周桂芳']);
  });

  it('is found by the grade of the same person the year before', () => {
    const item = (personId: string, grade: 'BASIC' | 'NOT_COMPETENT') => ({ mandate: `m-${personId}`, personId, name: '', announced: true, confirmed: { outcome: { kind: 'HIDDEN', k: 10 } as const, grade, measures: [], at: 0, by: '' } });
    expect(gradeLastYear([item('person-1', 'NOT_COMPETENT'), item('person-2', 'BASIC')], { personId: 'person-2' })).toBe('BASIC');
    expect(gradeLastYear([item('person-1', 'NOT_COMPETENT')], { personId: 'person-2' })).toBeUndefined();
  });

  it('is of this year: no round of another is opened', async () => {
    for (const year of [2025, 2027]) await expect(presidium().openRound({ requestId: tap(), town: TOWN, year, opensOn: `${year}-12-10`, closesOn: `${year}-12-20` })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'year', problem: 'DATE' }] } });
  });

  it('stands so from no day before the mandate, and keeps the role while another mandate lasts', async () => {
    const ends = (mandate: string, last: string) => presidium().setStanding({ requestId: tap(), town: TOWN, mandate, standing: { kind: 'ENDED', last, why: 'MOVED' } });
    await expect(ends(directory.mandate, '2021-08-31')).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'from', problem: 'DATE' }] } });
    const city = await presidium().saveDeputy({ requestId: tap(), town: TOWN, personId: people.deputy, level: 'CITY', term: '第五届', stationId: directory.stationId, job: '教师', from: '2022-01-15' });
    const role = async () => (await system.store.get('people', people.deputy))?.roles.filter((grant) => grant.role === 'DEPUTY').at(-1);
    await ends(directory.mandate, '2026-03-31');
    expect(await role()).toEqual({ role: 'DEPUTY', area: TOWN, from: '2022-01-15' });
    await ends(city.mandate, '2026-06-30');
    expect(await role()).toMatchObject({ to: '2026-06-30' });
  });

  it('may be of the presidium: then others enter it and its end', async () => {
    await presidium().setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'ENDED', last: '2026-03-31', why: 'MOVED' } });
    // Nobody enters their own mandate.
    await expect(presidium().saveDeputy({ requestId: tap(), town: TOWN, personId: people.supervisor, level: 'TOWN', term: '第十九届', constituencyId: directory.constituencyId, stationId: directory.stationId, job: '农民', from: '2026-01-15' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a deputy who is of the presidium', () => {
  it('sees their own count with everybody else, and decides nothing of their own', async () => {
    system = await office({ deputyRoles: [{ role: 'PRESIDIUM', area: TOWN, from: '2024-03-01' }] });
    directory = await entered(system);
    await roundOpen(system);
    for (const who of ['villager', 'head', 'groupHead'] as const) await rates(system, who, 'S');
    await roundOver(system);
    const itself = system.as('deputy').deputies;
    await expect(itself.confirm({ requestId: tap(), town: TOWN, year: 2026, mandate: directory.mandate, grade: 'EXCELLENT', measures: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(itself.setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'SUSPENDED', from: '2026-11-01' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await decide({ grade: 'EXCELLENT' });
    const read = async (by: typeof itself) => (await by.round({ town: TOWN, year: 2026 })).items[0];
    expect(await read(presidium())).toMatchObject({ rating: { verdict: 'RATED' }, confirmed: { grade: 'EXCELLENT' } });
    const own = await read(itself);
    expect([own?.rating, own?.confirmed, own?.proposed]).toEqual([undefined, undefined, []]);
  }, PATIENCE_MS);
});

describe('a round’s boxes', () => {
  it('are announced once, whoever runs the clock and however often', async () => {
    system = await office();
    directory = await entered(system);
    await presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 });
    await Promise.all([clock(system), clock(system)]);
    await clock(system);
    expect((await system.store.find('boxes', { where: { area: TOWN }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: 10 })).items).toHaveLength(1);
  });

  it('two presidium members at once open one round', async () => {
    system = await office();
    directory = await entered(system);
    const results = await Promise.allSettled([presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 }), presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 })]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a county that counts more than the voters’ rating (DEP-18)', () => {
  it('shows the composite with its parts and the reason, beside the rate', async () => {
    system = await office({ composite: [60, 30, 10] });
    directory = await entered(system);
    await roundOpen(system);
    for (const who of ['villager', 'head', 'groupHead'] as const) await rates(system, who, 'S');
    await roundOver(system);
    expect(await presidium().round({ town: TOWN, year: 2026 })).toMatchObject({ composite: [60, 30, 10] });
    await expect(decide({ grade: 'EXCELLENT' })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'scores', problem: 'REQUIRED' }] } });
    await expect(decide({ grade: 'EXCELLENT', scores: { performance: 85, presidium: 80, reason: ' ' } })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'scores.reason' }] } });
    await decide({ grade: 'EXCELLENT', scores: { performance: 85, presidium: 80, reason: '会议都到了，走访四十户' } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect((await deputyPage()).ratings).toEqual([]);
    await presidium().publish({ requestId: tap(), town: TOWN, year: 2026 });
    expect((await deputyPage()).ratings).toMatchObject([{ rating: { percentTenths: 1000 }, confirmed: { composite: { scoreTenths: 935, reason: '会议都到了，走访四十户', parts: [{ part: 'VOTERS', weight: 60, tenths: 1000 }, { part: 'PERFORMANCE', weight: 30, tenths: 850 }, { part: 'PRESIDIUM', weight: 10, tenths: 800 }] } } }]);
  }, PATIENCE_MS);

  it('is not the usual one: figures of its own are refused', async () => {
    system = await office();
    directory = await entered(system);
    await roundOpen(system);
    for (const who of ['villager', 'head', 'groupHead'] as const) await rates(system, who, 'S');
    await roundOver(system);
    expect((await presidium().round({ town: TOWN, year: 2026 })).composite).toBeUndefined();
    await expect(decide({ grade: 'EXCELLENT', scores: { performance: 85, reason: '按档案' } })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'scores', problem: 'UNKNOWN' }] } });
  }, PATIENCE_MS);
});
