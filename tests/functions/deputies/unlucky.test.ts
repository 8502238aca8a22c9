/** Deputies who leave, are elected again or come to nobody's mind; archives that grow; accounts that send without end. */
import { addCivilDays, civilDateOf, DAY_MS } from '@/domain/basics/civil-time';
import { rollRowId } from '@platform/ballot-box/roll-row';
import { countySettings } from '../../../config/county/settings';
import { people, TOWN } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { clock, cost, entered, kindsTold, office, rates, roundOpen, roundOver, type Entered } from './kit';

let system: System;
let directory: Entered;
beforeEach(async () => {
  system = await office();
  directory = await entered(system);
});
afterEach(() => system.close());

const presidium = () => system.as('supervisor').deputies;
const page = (mandate = directory.mandate) => system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate });
const ended = (last: string, why: 'TERM_OVER' | 'RESIGNED' | 'DIED' = 'RESIGNED') => presidium().setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'ENDED', last, why } });
const suspended = (from: string) => presidium().setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'SUSPENDED', from } });
const electedAgain = (from: string) => presidium().saveDeputy({ requestId: tap(), town: TOWN, personId: people.deputy, level: 'TOWN', term: '第二十届', constituencyId: directory.constituencyId, stationId: directory.stationId, job: '堰坪村小学教师', from });

async function replied(opinionId: string): Promise<void> {
  await presidium().assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'TOWN', complex: false } });
  await system.as('town').deputies.reply({ requestId: tap(), opinionId, kind: 'DONE', text: '加了一班车' });
}

describe('the reply to a suggestion that no deputy can judge (DEP-08)', () => {
  it('of the station is judged by the presidium, so that it comes to an end', async () => {
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, text: '班车能不能加一班' });
    const [sent] = (await system.as('auditor').deputies.opinions({ town: TOWN, open: true })).items;
    const opinionId = sent?.opinionId ?? '';
    await system.as('auditor').deputies.sortOpinion({ requestId: tap(), opinionId, course: { kind: 'SUGGESTION', title: '加一班班车' } });
    await replied(opinionId);
    expect(await presidium().opinion({ opinionId })).toMatchObject({ state: 'REPLIED', may: ['JUDGE'] });
    for (const who of ['auditor', 'town', 'villager', 'deputy'] as const) await expect(system.as(who).deputies.judge({ requestId: tap(), opinionId, verdict: 'SATISFIED' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await presidium().judge({ requestId: tap(), opinionId, verdict: 'SATISFIED' })).toMatchObject({ state: 'SETTLED', open: false });
    expect(cost(system)).toBeLessThanOrEqual(8);
  });

  it('of a deputy is theirs for thirty days; of one who has left it is the presidium’s then', async () => {
    const { opinionId = '' } = await system.as('deputy').deputies.record({ requestId: tap(), town: TOWN, mandate: directory.mandate, mode: 'VISIT', purposes: ['LISTEN'], on: '2026-11-25', households: 1, heard: { text: '修路', course: { kind: 'SUGGESTION', title: '修路' } } });
    await replied(opinionId);
    await ended('2026-11-25', 'DIED');
    system.pass(30 * DAY_MS - 1);
    await expect(presidium().judge({ requestId: tap(), opinionId, verdict: 'FAIR' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await presidium().opinion({ opinionId })).toMatchObject({ may: [] });
    system.pass(1);
    expect(await presidium().judge({ requestId: tap(), opinionId, verdict: 'FAIR' })).toMatchObject({ state: 'SETTLED' });
  });
});

describe('who serves no longer', () => {
  it('is not written to: the station has it, and their phone is shown no more', async () => {
    expect((await page()).phone).toBeDefined();
    await ended('2026-11-24');
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, mandate: directory.mandate, text: '水沟堵了' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await kindsTold(system, 'auditor')).toEqual(['OPINION_NEW']);
    expect((await page()).phone).toBeUndefined();
  });

  it('or does not for a while: the station has it as well', async () => {
    await suspended('2026-11-25');
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, mandate: directory.mandate, text: '水沟堵了' });
    const { items } = await system.as('auditor').deputies.opinions({ town: TOWN, open: true });
    expect(items.map(({ deputy, may }) => [deputy, may])).toEqual([[undefined, ['SORT']]]);
  });

  it('nor sorts what came before: after a day the station hears of it too (LNS-04)', async () => {
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, mandate: directory.mandate, text: '水沟堵了' });
    await ended('2026-11-25');
    system.pass(DAY_MS);
    await clock(system);
    expect(await kindsTold(system, 'auditor')).toEqual(['OPINION_UNSORTED']);
  });
});

describe('a round', () => {
  it('rates who was elected again once, by the mandate in force when it opens (DEP-11)', async () => {
    await ended('2026-11-20', 'TERM_OVER');
    const { mandate } = await electedAgain('2026-11-21');
    expect(await presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 })).toEqual({ rated: 1, not: 1 });
    await clock(system);
    expect((await system.as('villager').voting.mine({})).items).toHaveLength(1);
    const { items } = await presidium().round({ town: TOWN, year: 2026 });
    expect(items.map((item) => [item.mandate, item.why])).toEqual(expect.arrayContaining([[mandate, undefined], [directory.mandate, 'ELECTED_AGAIN']]));
  });

  it('is not opened for years by a slip: sixty days are the most', async () => {
    const open = (closesOn: string) => presidium().openRound({ requestId: tap(), town: TOWN, year: 2026, opensOn: '2026-12-01', closesOn });
    for (const slip of ['2027-12-20', '2027-01-30']) await expect(open(slip)).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'closesOn' }] } });
    expect(await open('2027-01-29')).toMatchObject({ rated: 1 });
  });

  it('does not rate who has died, however long they served', async () => {
    await ended('2026-11-20', 'DIED');
    await expect(presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 })).rejects.toMatchObject({ code: 'NOBODY_TO_RATE' });
  });

  it('calls a ballot off whose deputy is suspended after it was announced, before anybody votes (DEP-22)', async () => {
    await presidium().openRound({ requestId: tap(), town: TOWN, year: 2026 });
    await clock(system);
    const [mine] = (await system.as('villager').voting.mine({})).items;
    const round = await system.store.get('ratingRounds', `round-${TOWN}-2026`);
    system.moveTo((round?.opensAt ?? 0) - 2 * DAY_MS);
    await suspended(civilDateOf(system.now()));
    system.moveTo((round?.opensAt ?? 0) - DAY_MS);
    await clock(system);
    expect(await system.store.get('boxes', mine?.boxId ?? '')).toMatchObject({ state: 'CANCELLED' });
    // Who was told of the roll hears that nothing comes of it; the roll goes after its term like any other (PRV-10).
    expect(await kindsTold(system, 'villager')).toContain('BOX_CANCELLED');
    expect(await system.store.get('boxes', mine?.boxId ?? '')).toMatchObject({ dueAt: expect.any(Number) as unknown });
    system.moveTo(round?.opensAt ?? 0);
    await clock(system);
    expect((await system.as('villager').voting.mine({})).items).toEqual([]);
    expect((await system.as('villager').voting.waiting()).items).toEqual([]);
    const { items } = await presidium().round({ town: TOWN, year: 2026 });
    expect(items.map(({ mandate, why, boxId }) => [mandate, why, boxId])).toEqual([[directory.mandate, 'SUSPENDED', undefined]]);
    // Nothing is left to confirm, and the round can be published.
    await presidium().publish({ requestId: tap(), town: TOWN, year: 2026 });
  });

  it('that is under way is not called off by what happens later', async () => {
    await roundOpen(system);
    await suspended(civilDateOf(system.now()));
    await clock(system);
    expect((await system.as('villager').voting.waiting()).items).toHaveLength(1);
  });
});

describe('a rating whose ballots do not add up (VOTE-12)', () => {
  const sets = (who: 'supervisor' | 'auditor' | 'villager' = 'supervisor', more: object = {}) =>
    system.as(who).deputies.setAside({ requestId: tap(), town: TOWN, year: 2026, mandate: directory.mandate, reason: '名单和票差一张，查不出来', ...more });
  const publishes = () => presidium().publish({ requestId: tap(), town: TOWN, year: 2026 });

  async function heldRound(): Promise<string> {
    await roundOpen(system);
    for (const who of ['villager', 'head', 'groupHead'] as const) await rates(system, who, 'S');
    const boxId = (await presidium().round({ town: TOWN, year: 2026 })).items[0]?.boxId ?? '';
    await system.store.update('boxRolls', rollRowId(boxId, people.duty), { set: { state: 'CAST' } });
    await roundOver(system);
    return boxId;
  }

  it('is told to the presidium and keeps the round until it is set aside; then the round is published without it', async () => {
    const boxId = await heldRound();
    expect(await kindsTold(system, 'supervisor')).toContain('BOX_HELD');
    expect((await presidium().round({ town: TOWN, year: 2026 })).items).toMatchObject([{ held: true }]);
    await expect(publishes()).rejects.toMatchObject({ code: 'NOT_ALL_CONFIRMED', data: { left: 1 } });
    await expect(sets('auditor')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    system.wechat.set({ check: 'UNKNOWN' });
    await expect(sets()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    system.wechat.set({ check: 'REFUSED' });
    await expect(sets()).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
    system.wechat.set({ check: 'PASSED' });
    const requestId = tap();
    await sets('supervisor', { requestId });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await sets('supervisor', { requestId });
    expect((await presidium().round({ town: TOWN, year: 2026 })).items).toMatchObject([{ why: 'NOT_COUNTABLE', reason: '名单和票差一张，查不出来', held: false }]);
    await clock(system);
    expect((await system.store.find('boxChoices', { where: { box: boxId }, limit: 10 })).items).toEqual([]);
    expect(await kindsTold(system, 'villager')).toContain('BOX_CANCELLED');
    expect(await kindsTold(system, 'deputy')).toContain('RATING_SET_ASIDE');
    await publishes();
    expect(await page()).toMatchObject({ ratings: [], setAside: [{ year: 2026, reason: '名单和票差一张，查不出来' }] });
    await expect(sets()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }, 60_000);

  it('cannot be claimed of one that does, nor by whom it is about', async () => {
    await roundOpen(system);
    await expect(sets()).rejects.toMatchObject({ code: 'COUNT_STANDS' });
    await roundOver(system);
    await expect(sets()).rejects.toMatchObject({ code: 'COUNT_STANDS' });
    await system.store.update('people', people.deputy, { set: { roles: [{ role: 'DEPUTY', area: TOWN, from: '2021-09-01' }, { role: 'PRESIDIUM', area: TOWN, from: '2024-03-01' }] } });
    await expect(system.as('deputy').deputies.setAside({ requestId: tap(), town: TOWN, year: 2026, mandate: directory.mandate, reason: '不作数' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }, 60_000);
});

it('nobody of the presidium enters an honour of their own (ORG-08)', async () => {
  await system.store.update('people', people.deputy, { set: { roles: [{ role: 'DEPUTY', area: TOWN, from: '2021-09-01' }, { role: 'PRESIDIUM', area: TOWN, from: '2024-03-01' }] } });
  const enters = (who: 'deputy' | 'supervisor', heading: 'HONOUR' | 'MEETING') => system.as(who).deputies.addEntry({ requestId: tap(), town: TOWN, heading, on: '2026-01-10', title: '优秀代表', mandates: [directory.mandate], absent: [] });
  await expect(enters('deputy', 'HONOUR')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await enters('deputy', 'MEETING');
  await enters('supervisor', 'HONOUR');
});

it('an archive shows its meetings beside any number of visits (DEP-09)', async () => {
  await presidium().addEntry({ requestId: tap(), town: TOWN, heading: 'MEETING', on: '2026-01-10', title: '镇人代会第三次会议', mandates: [directory.mandate], absent: [] });
  for (let nth = 0; nth < 101; nth += 1) {
    await system.store.insert('deputyEntries', { _id: `visit-${nth}`, town: TOWN, heading: 'CONTACT', on: addCivilDays('2026-02-01', nth), mandates: [directory.mandate], absent: [], at: 1, by: people.deputy, contact: { mode: 'VISIT', purposes: ['LISTEN'], households: 1 } });
  }
  expect((await page()).entries).toMatchObject([{ heading: 'MEETING', title: '镇人代会第三次会议', came: true }]);
  expect(cost(system)).toBeLessThanOrEqual(8);
});

it('a unit finds what waits for it beside any number of replies that nobody has judged yet', async () => {
  const { opinionId = '' } = await system.as('deputy').deputies.record({ requestId: tap(), town: TOWN, mandate: directory.mandate, mode: 'VISIT', purposes: ['LISTEN'], on: '2026-11-25', households: 1, heard: { text: '修路', course: { kind: 'SUGGESTION', title: '修路' } } });
  await presidium().assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'TOWN', complex: false } });
  const waiting = await system.store.get('opinions', opinionId);
  if (waiting === undefined) throw new Error('a suggestion waits');
  const { dueAt: _none, ...answered } = waiting;
  for (let nth = 0; nth < 101; nth += 1) await system.store.insert('opinions', { ...answered, _id: `a-replied-${nth}`, state: 'REPLIED' });
  expect((await system.as('town').deputies.forUnit()).items).toMatchObject([{ opinionId }]);
});

it('one account tells deputies and stations a few things an hour; a repeat of a tap is none of them (DEP-12)', async () => {
  const { hour } = countySettings().sending.requests;
  const sends = (requestId = tap()) => system.as('villager').deputies.sendOpinion({ requestId, town: TOWN, text: '班车能不能加一班' });
  const first = tap();
  const answer = await sends(first);
  for (let nth = 1; nth < hour; nth += 1) await sends();
  await expect(sends()).rejects.toMatchObject({ code: 'SENT_ENOUGH', data: { what: 'REQUEST' } });
  expect(await sends(first)).toEqual(answer);
});
