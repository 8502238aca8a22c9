/** Deputies who leave, are elected again or come to nobody's mind; archives that grow; accounts that send without end. */
import { addCivilDays, civilDateOf, DAY_MS } from '@/domain/basics/civil-time';
import { countySettings } from '../../../config/county/settings';
import { people, TOWN } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { clock, cost, entered, kindsTold, office, roundOpen, type Entered } from './kit';

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
