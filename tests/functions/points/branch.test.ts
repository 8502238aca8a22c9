/** A branch's year: opened, categories settled, published, closed, and what its village sees of it (PTY-02, 03, 10, 15). */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { countySettings } from '../../../config/county/settings';
import { householdOf, people, TOWN, VILLAGE } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { branch, claims, clock, confirmedPledge, cost, costs, CYCLE, kindsTold, opened, posted, totalOf } from './kit';

let system: System;
afterEach(() => system.close());

const secretary = () => system.as('supervisor').points;
const seen = async () => (await secretary().branch({ village: VILLAGE })).members;
const inCycle = { village: VILLAGE, cycle: CYCLE };

describe('opening the cycle (PTY-02, 03)', () => {
  it('draws the members from the roster with a proposed category: who holds an office is A, else B, in the order of names', async () => {
    system = await branch();
    await secretary().openCycle({ requestId: tap(), ...inCycle });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await system.as('supervisor').points.branch({ village: VILLAGE })).toMatchObject({ drawing: true, members: [] });
    await clock(system);
    expect((await seen()).map(({ name, category, score }) => `${name} ${category} ${score.total}`)).toEqual(['陈守田 B 600', '李国平 B 600', '刘长根 A 600', '郑来福 A 600', '周福林 B 600']);
    expect(await kindsTold(system, 'supervisor')).toContain('POINTS_DRAWN');
    await expect(secretary().openCycle({ requestId: tap(), ...inCycle })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    await expect(secretary().openCycle({ requestId: tap(), village: VILLAGE, cycle: 2027 })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    await expect(system.as('groupHead').points.openCycle({ requestId: tap(), ...inCycle })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('settles the categories; a change after that needs the day of the decision and the reason, and keeps the history', async () => {
    system = await branch();
    await secretary().openCycle({ requestId: tap(), ...inCycle });
    await clock(system);
    await secretary().saveGroups({ requestId: tap(), village: VILLAGE, groups: ['一组', '二组'] });
    const put = (more: object) => system.as('groupHead').points.setMember({ requestId: tap(), ...inCycle, personId: people.partyMember, category: 'C', ...more });
    await put({ group: '一组' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await totalOf(system, 'partyMember')).toBe(650);
    await expect(put({ group: '八组' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(system.as('groupHead').points.setMember({ requestId: tap(), ...inCycle, personId: people.groupHead, category: 'D' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await system.as('partyMember').points.mine({})).toMatchObject({ settled: false, group: '一组' });
    await secretary().settleCategories({ requestId: tap(), ...inCycle });
    await clock(system);
    expect(await system.as('partyMember').points.mine({})).toMatchObject({ settled: true });
    expect(await kindsTold(system, 'partyMember')).toContain('POINTS_SETTLED');
    await expect(put({ category: 'D', group: '一组' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await put({ category: 'D', group: '一组', decidedOn: '2026-03-09', reason: '做了手术' });
    expect(await totalOf(system, 'partyMember')).toBe(750);
    expect((await system.store.get('pointYears', `${people.partyMember}:${CYCLE}`))?.categories).toMatchObject([{ category: 'B', by: 'clock' }, { category: 'C' }, { category: 'D', decidedOn: '2026-03-09', reason: '做了手术' }]);
  });
});

describe('a publication (PTY-10)', () => {
  it('is of a period that is over, of the cycle under way, and of members who are all there', async () => {
    system = await opened();
    await expect(secretary().publish({ requestId: tap(), village: VILLAGE, cycle: CYCLE - 1, n: 4 })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    system.moveTo(startOfDay('2026-03-31') + 9 * HOUR_MS);
    await expect(secretary().publish({ requestId: tap(), ...inCycle, n: 1 })).rejects.toMatchObject({ code: 'TOO_EARLY' });
    system.moveTo(startOfDay('2026-04-01'));
    await system.store.update('branches', VILLAGE, { set: { drawing: {} } });
    await expect(secretary().publish({ requestId: tap(), ...inCycle, n: 1 })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    await system.store.update('branches', VILLAGE, { unset: ['drawing'] });
    await secretary().publish({ requestId: tap(), ...inCycle, n: 1 });
  });

  it('comes after the quarter, is called for, shows names in order, and is open to objection for five working days', async () => {
    system = await opened();
    await posted(system, 'partyMember');
    await expect(secretary().publish({ requestId: tap(), ...inCycle, n: 1 })).rejects.toMatchObject({ code: 'TOO_EARLY', data: { from: '2026-04-01' } });
    system.moveTo(startOfDay('2026-04-01') + 9 * HOUR_MS);
    await clock(system);
    expect(await kindsTold(system, 'supervisor')).toContain('POINTS_PUBLISH_DUE');
    expect((await secretary().publications({ village: VILLAGE })).due).toEqual({ n: 1, by: '2026-04-10' });
    await secretary().publish({ requestId: tap(), ...inCycle, n: 1 });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(secretary().publish({ requestId: tap(), ...inCycle, n: 1 })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    await clock(system);
    expect(await kindsTold(system, 'head')).toContain('POINTS_PUBLISHED');
    const [shown] = (await system.as('head').points.publications({ village: VILLAGE })).items;
    expect(shown?.rows.map(({ name, total }) => `${name} ${total}`)).toEqual(['陈守田 600', '李国平 630', '刘长根 600', '郑来福 600', '周福林 600']);
    expect(shown).toMatchObject({ mayObject: true, mayAnswer: false });

    await system.as('head').points.objectTo({ requestId: tap(), ...inCycle, n: 1, about: people.partyMember, text: '那天调解的是我' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect((await system.as('partyMember').points.publications({ village: VILLAGE })).items[0]?.objections).toEqual([]);
    const [objection] = (await secretary().publications({ village: VILLAGE })).items[0]?.objections ?? [];
    await secretary().answerObjection({ requestId: tap(), ...inCycle, n: 1, objectionId: objection?.id ?? '', answer: '两个人都在场，查过了' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(secretary().answerObjection({ requestId: tap(), ...inCycle, n: 1, objectionId: objection?.id ?? '', answer: '再想想' })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    expect((await system.as('head').points.publications({ village: VILLAGE })).items[0]?.objections).toMatchObject([{ own: true, answer: '两个人都在场，查过了' }]);
    expect(await kindsTold(system, 'head')).toContain('POINTS_OBJECTION_ANSWERED');
    await system.as('head').points.objectTo({ requestId: tap(), ...inCycle, n: 1, about: people.supervisor, text: '少了一次会' });
    const own = (await secretary().publications({ village: VILLAGE })).items[0]?.objections.find(({ about }) => about === people.supervisor);
    await expect(secretary().answerObjection({ requestId: tap(), ...inCycle, n: 1, objectionId: own?.id ?? '', answer: '没有' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // 4 to 6 April are a holiday: the fifth working day is 9 April.
    system.moveTo(startOfDay('2026-04-10'));
    await expect(system.as('head').points.objectTo({ requestId: tap(), ...inCycle, n: 1, about: people.partyMember, text: '再说' })).rejects.toMatchObject({ code: 'TOO_LATE' });
    expect((await system.as('town').points.branches({ town: TOWN })).items.find(({ village }) => village === VILLAGE)).toEqual({ village: VILLAGE, name: '堰坪村党支部', cycle: CYCLE, settled: true, published: [1], overdue: false });
    expect(cost(system)).toBeLessThanOrEqual(8);
  });
});

describe('what a member says within the branch', () => {
  it('is limited by the account as reports are: the one too many is refused and leaves nothing, a repeat is not counted', async () => {
    const sending = { ...countySettings().sending, branchWords: { hour: 2, day: 3 } };
    system = await opened({ settings: { sending } });
    system.moveTo(startOfDay('2026-04-01') + 9 * HOUR_MS);
    await secretary().publish({ requestId: tap(), ...inCycle, n: 1 });
    const objection = () => ({ requestId: tap(), ...inCycle, n: 1, about: people.partyMember, text: '少了一笔' });
    const first = objection();
    await system.as('head').points.objectTo(first);
    expect(cost(system)).toBeLessThanOrEqual(8);
    await system.as('head').points.objectTo(first);
    await system.as('head').points.objectTo(objection());
    await expect(system.as('head').points.objectTo(objection())).rejects.toMatchObject({ code: 'SENT_ENOUGH', data: { what: 'BRANCH_WORD' } });
    await system.as('head').points.objectTo(first);
    expect((await system.store.get('pointPublications', `${VILLAGE}:${CYCLE}:1`))?.objections).toHaveLength(2);
    await system.as('partyMember').points.objectTo(objection());
    system.pass(HOUR_MS);
    await system.as('head').points.objectTo(objection());
  });
});

describe('closing the cycle (PTY-03)', () => {
  it('once it is over and published: nothing new is taken, what waits is decided or expires, the next begins at its base', async () => {
    system = await opened();
    await posted(system, 'partyMember');
    const decided = await claims(system, 'head', { on: '2026-03-10' });
    const lying = await claims(system, 'partyMember', { on: '2026-03-10' });
    await expect(secretary().closeCycle({ requestId: tap(), ...inCycle })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    system.moveTo(startOfDay('2027-01-04') + 9 * HOUR_MS);
    await clock(system);
    await expect(secretary().closeCycle({ requestId: tap(), ...inCycle })).rejects.toMatchObject({ code: 'NOT_PUBLISHED' });
    await secretary().publish({ requestId: tap(), ...inCycle, n: 4 });
    const { objectionsUntil = 0 } = (await system.store.get('pointPublications', `${VILLAGE}:${CYCLE}:4`)) ?? {};
    await expect(secretary().closeCycle({ requestId: tap(), ...inCycle })).rejects.toMatchObject({ code: 'OBJECTIONS_OPEN', data: { until: objectionsUntil, unanswered: 0 } });
    // An objection is answered, or recorded, first (PTY-10); one about the secretary is for somebody else, and holds nothing up.
    await system.as('head').points.objectTo({ requestId: tap(), ...inCycle, n: 4, about: people.partyMember, text: '少了一笔' });
    await system.as('head').points.objectTo({ requestId: tap(), ...inCycle, n: 4, about: people.supervisor, text: '少了一次会' });
    system.moveTo(objectionsUntil);
    await expect(secretary().closeCycle({ requestId: tap(), ...inCycle })).rejects.toMatchObject({ code: 'OBJECTIONS_OPEN', data: { unanswered: 1 } });
    const objection = (await secretary().publications({ village: VILLAGE })).items[0]?.objections.find(({ about }) => about === people.partyMember);
    await secretary().answerObjection({ requestId: tap(), ...inCycle, n: 4, objectionId: objection?.id ?? '', answer: '查过了，没有少' });
    await secretary().closeCycle({ requestId: tap(), ...inCycle });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await kindsTold(system, 'partyMember')).toContain('POINTS_CLOSED');
    await expect(claims(system, 'partyMember', { on: '2026-12-30' })).rejects.toMatchObject({ code: 'NOT_IN_CYCLE' });
    await system.as('partHead').points.check({ requestId: tap(), entryId: decided.entryId, verdict: { kind: 'RIGHT' } });
    await secretary().approve({ requestId: tap(), entryId: decided.entryId, verdict: { kind: 'POST' } });

    await secretary().openCycle({ requestId: tap(), village: VILLAGE, cycle: 2027 });
    await clock(system);
    expect(await system.as('partyMember').points.mine({})).toMatchObject({ cycle: 2027, cycles: [2027, 2026], score: { total: 600 } });
    system.pass(20 * DAY_MS);
    await clock(system);
    expect(await system.as('partyMember').points.entry({ entryId: lying.entryId })).toMatchObject({ state: 'EXPIRED', may: ['APPEAL'] });
    expect(await system.as('partyMember').points.mine({ cycle: 2026 })).toMatchObject({ closed: true, score: { total: 630, pending: 0 } });
    expect(await system.as('head').points.mine({ cycle: 2026 })).toMatchObject({ score: { total: 630 } });
    expect(await kindsTold(system, 'partyMember')).toContain('POINTS_EXPIRED');
    // Nobody looked at it, which is no reason against it: that is appealed like a refusal, and put right in the year that is closed (PTY-14).
    await system.as('partyMember').points.appeal({ requestId: tap(), entryId: lying.entryId, text: '两家都可以作证' });
    await system.as('groupHead').points.decideAppeal({ requestId: tap(), entryId: lying.entryId, upheld: true, answer: '问过了，是真的' });
    await clock(system);
    expect(await system.as('partyMember').points.mine({ cycle: 2026 })).toMatchObject({ closed: true, score: { total: 660, pending: 0 } });
    expect((await system.store.get('branches', VILLAGE))?.closing).toBeUndefined();
  });

  it('removes a ledger after two cycles beside the current one, contacts after two years (PRV-10)', async () => {
    system = await opened();
    await posted(system, 'partyMember');
    await system.as('partyMember').points.recordContact({ requestId: tap(), mode: 'VISIT', purposes: ['LISTEN'], on: '2026-03-09', households: [householdOf('villager')] });
    system.moveTo(startOfDay('2028-12-31'));
    await clock(system);
    expect(await system.store.count('pointEntries', { year: `${people.partyMember}:${CYCLE}` })).toBe(1);
    expect(await system.store.count('partyContacts', { personId: people.partyMember })).toBe(0);
    system.moveTo(startOfDay('2029-01-01'));
    await clock(system);
    expect(await system.store.get('pointYears', `${people.partyMember}:${CYCLE}`)).toBeUndefined();
    expect(await system.store.count('pointEntries', { year: `${people.partyMember}:${CYCLE}` })).toBe(0);
  });
});

describe('what the village sees (PTY-15)', () => {
  it('is pledges and what was done for them, never points, unless county and branch opened them', async () => {
    system = await opened({ scope: 'VILLAGE' });
    const pledgeId = await confirmedPledge(system, 'partyMember');
    await posted(system, 'partyMember', { pledgeId, text: '给王家调解，她儿子欠了钱' });
    const shown = () => system.as('villager').points.village({ village: VILLAGE });
    const own = async () => (await shown()).members.find(({ name }) => name === '李国平');
    expect(await own()).toEqual({ personId: people.partyMember, name: '李国平', pledges: [{ text: '每月走访联系的人家', target: 12, unit: '次', done: 1, due: '2026-12-31' }], deeds: [{ on: '2026-03-08', text: '每月走访联系的人家' }] });
    expect(JSON.stringify(await shown())).not.toContain('欠了钱');
    await secretary().saveGroups({ requestId: tap(), village: VILLAGE, groups: ['一组'] });
    // The secretary's to change, with the branch's decision; everybody of the branch knows how it stands.
    expect(await secretary().branch({ village: VILLAGE })).toMatchObject({ seenBy: { most: 'VILLAGE' }, may: expect.arrayContaining(['SHARE']) as string[] });
    for (const who of ['groupHead', 'partHead', 'partyMember'] as const) expect((await system.as(who).points.branch({ village: VILLAGE })).may).not.toContain('SHARE');
    await expect(secretary().saveGroups({ requestId: tap(), village: VILLAGE, villageSees: '2026-03-11' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(system.as('groupHead').points.saveGroups({ requestId: tap(), village: VILLAGE, villageSees: '2026-03-01' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await secretary().saveGroups({ requestId: tap(), village: VILLAGE, villageSees: '2026-03-01' });
    await clock(system);
    expect(await system.as('partyMember').points.branch({ village: VILLAGE })).toMatchObject({ groups: ['一组'], seenBy: { most: 'VILLAGE', since: '2026-03-01' } });
    expect(await own()).toMatchObject({ total: 630 });
    expect(await system.as('partyMember').points.mine({})).toMatchObject({ seenBy: 'VILLAGE' });
    await secretary().saveGroups({ requestId: tap(), village: VILLAGE, groups: [], villageSees: null });
    expect((await own())?.total).toBeUndefined();
    await expect(system.as('otherHead').points.village({ village: VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as('villager').points.branch({ village: VILLAGE })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stays the branch’s where the county has not opened it, whatever the branch decides', async () => {
    system = await opened();
    expect((await secretary().branch({ village: VILLAGE })).may).not.toContain('SHARE');
    await expect(secretary().saveGroups({ requestId: tap(), village: VILLAGE, groups: [], villageSees: '2026-03-01' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    // As after a county that allowed it once.
    await system.store.update('branches', VILLAGE, { set: { villageSees: { decidedOn: '2026-03-01' } } });
    expect((await system.as('villager').points.village({ village: VILLAGE })).members.every(({ total }) => total === undefined)).toBe(true);
    expect((await secretary().branch({ village: VILLAGE })).seenBy).toEqual({ most: 'BRANCH' });
  });

  it('as deeds is what members claimed and what stands: nothing that was taken back, nothing that the branch recorded', async () => {
    system = await opened();
    const deeds = async () => (await system.as('villager').points.village({ village: VILLAGE })).members.find(({ name }) => name === '李国平')?.deeds;
    const entryId = await posted(system, 'partyMember');
    const { entryIds: [recorded = ''] } = await system.as('partHead').points.record({ requestId: tap(), village: VILLAGE, on: '2026-03-05', item: 'volunteer', people: [people.partyMember], text: '一起清了沟' });
    await clock(system);
    await secretary().approve({ requestId: tap(), entryId: recorded, verdict: { kind: 'POST' } });
    expect(await deeds()).toEqual([{ on: '2026-03-08', text: '调解好一起纠纷' }]);
    const { entryId: back } = await system.as('groupHead').points.reverse({ requestId: tap(), entryId, reason: '记重了' });
    await secretary().approve({ requestId: tap(), entryId: back, verdict: { kind: 'POST' } });
    expect(await deeds()).toEqual([]);
  });
});

describe('all actions together', () => {
  it('the scheme is the county’s, with what is left under each cap', async () => {
    system = await opened();
    await posted(system, 'partyMember');
    const { items, from, to } = await system.as('partyMember').points.items({});
    expect({ from, to }).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(items.find(({ id }) => id === 'mediate')).toMatchObject({ sectionName: '调解纠纷', tenths: 30, cap: 90, left: 60 });
    for (const [action, most] of costs(system)) expect([action, most <= 8]).toEqual([action, true]);
  });
});
