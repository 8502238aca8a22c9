/** A branch's year: members drawn, categories, late joiners, transfers, leavers, vetoes, publications, contacts, the close (PTY-01..03, 09, 10, 15, LNS-03, 04). */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import type { RoleGrant } from '@/domain/people/roles';
import { countySettings } from '../../../config/county/settings';
import { householdOf, OTHER_VILLAGE, people, TOWN, VILLAGE, type Fixture } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { branch, claims, clock, confirmedPledge, cost, costs, CYCLE, kindsTold, opened, pledges, posted, totalOf } from './kit';

let system: System;
afterEach(() => system.close());

const secretary = () => system.as('supervisor').points;
const seen = async (who: 'partyMember' | 'supervisor' = 'supervisor') => (await system.as(who).points.branch({ village: VILLAGE })).members;
const inCycle = { village: VILLAGE, cycle: CYCLE };

/** 李国平 is a member of the other village's branch as well, as the clerk enters it before they move; 孙国庆 is its secretary. */
function neighbours(fixture: Fixture): Fixture {
  const more: Readonly<Record<string, readonly RoleGrant[]>> = {
    [people.partyMember]: [{ role: 'PARTY_MEMBER', area: OTHER_VILLAGE, from: '2024-03-01' }],
    [people.otherHead]: [{ role: 'BRANCH_SECRETARY', area: OTHER_VILLAGE, from: '2024-03-01' }, { role: 'PARTY_MEMBER', area: OTHER_VILLAGE, from: '2024-03-01' }],
    // Joined the Party, and comes on the roster as a member of this branch, only later.
    [people.villager]: [],
  };
  return { ...fixture, people: fixture.people.map((person) => ({ ...person, roles: [...person.roles, ...(more[person._id] ?? [])] })) };
}

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

describe('members who come and go (PTY-01)', () => {
  beforeEach(async () => {
    system = await opened({ fixture: neighbours });
    await system.as('otherHead').points.openCycle({ requestId: tap(), village: OTHER_VILLAGE, cycle: CYCLE });
    await clock(system);
  });
  const moves = (from = '2026-06-01') => system.as('otherHead').points.addMember({ requestId: tap(), village: OTHER_VILLAGE, cycle: CYCLE, personId: people.partyMember, category: 'A', from });

  it('to another branch the year goes along; what was done before is verified where it was done', async () => {
    await posted(system, 'partyMember');
    const { entryId } = await claims(system, 'partyMember');
    system.moveTo(startOfDay('2026-06-02') + 9 * HOUR_MS);
    await moves();
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await system.as('partyMember').points.mine({})).toMatchObject({ branch: { village: OTHER_VILLAGE, name: '联合村党支部' }, category: 'B', score: { total: 630 } });
    await expect(moves()).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    expect((await seen()).map(({ name }) => name)).not.toContain('李国平');
    await system.as('partHead').points.check({ requestId: tap(), entryId, verdict: { kind: 'RIGHT' } });
    await secretary().approve({ requestId: tap(), entryId, verdict: { kind: 'POST' } });
    expect(await totalOf(system, 'partyMember')).toBe(660);
    const before = await claims(system, 'partyMember', { on: '2026-05-31' });
    const after = await claims(system, 'partyMember', { on: '2026-06-01' });
    expect((await system.store.get('pointEntries', before.entryId))?.branch).toBe(VILLAGE);
    expect((await system.store.get('pointEntries', after.entryId))?.branch).toBe(OTHER_VILLAGE);
    await expect(secretary().member({ personId: people.partyMember })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('otherHead').points.member({ personId: people.partyMember })).toMatchObject({ score: { total: 660 } });
  });

  it('a late joiner has thirty days for pledges from joining; who is not on the roster as a member is not taken', async () => {
    system.moveTo(startOfDay('2026-06-02') + 9 * HOUR_MS);
    const joins = () => secretary().addMember({ requestId: tap(), ...inCycle, personId: people.villager, category: 'B', from: '2026-06-01' });
    await expect(joins()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const person = await system.store.get('people', people.villager);
    if (person !== undefined) await system.store.replace('people', { ...person, roles: [...person.roles, { role: 'PARTY_MEMBER', area: VILLAGE, from: '2026-05-20' }] });
    expect((await secretary().candidates({ village: VILLAGE, name: '王秀兰' })).items).toMatchObject([{ personId: people.villager, born: 1958 }]);
    await joins();
    expect(cost(system)).toBeLessThanOrEqual(8);
    await pledges(system, 'villager');
    await expect(pledges(system, 'partyMember')).rejects.toMatchObject({ code: 'PLEDGE_WINDOW' });
    system.pass(31 * DAY_MS);
    await expect(pledges(system, 'villager')).rejects.toMatchObject({ code: 'PLEDGE_WINDOW', data: { to: '2026-07-01' } });
  });

  it('a late joiner claims nothing of the days before they joined, and nothing is recorded of them', async () => {
    system.moveTo(startOfDay('2026-06-02') + 9 * HOUR_MS);
    const person = await system.store.get('people', people.villager);
    if (person !== undefined) await system.store.replace('people', { ...person, roles: [...person.roles, { role: 'PARTY_MEMBER', area: VILLAGE, from: '2026-05-20' }] });
    await secretary().addMember({ requestId: tap(), ...inCycle, personId: people.villager, category: 'B', from: '2026-06-01' });
    await expect(claims(system, 'villager', { on: '2026-05-31' })).rejects.toMatchObject({ code: 'NOT_IN_CYCLE', data: { from: '2026-06-01', to: '2026-12-31' } });
    await expect(system.as('partHead').points.record({ requestId: tap(), village: VILLAGE, on: '2026-05-31', item: 'absent', people: [people.villager], text: '没来' })).rejects.toMatchObject({ code: 'NOT_IN_CYCLE' });
    await claims(system, 'villager', { on: '2026-06-01' });
  });

  it('the secretary puts themselves on the list in the category that their office says, and in no other (PTY-06)', async () => {
    await system.store.remove('pointYears', `${people.supervisor}:${CYCLE}`);
    const joins = (category: 'A' | 'D') => secretary().addMember({ requestId: tap(), ...inCycle, personId: people.supervisor, category, from: '2026-03-01' });
    await expect(joins('D')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await joins('A');
    expect(await totalOf(system, 'supervisor')).toBe(600);
  });

  it('whoever left, and a veto, is the office’s to see: a member sees the members (PTY-15)', async () => {
    await system.store.update('pointYears', `${people.groupHead}:${CYCLE}`, { set: { vetoes: [{ id: 'v1', kind: 'idle', decidedOn: '2026-03-01', evidence: '六个月没来', by: people.supervisor, at: 0, state: 'CONFIRMED' }] } });
    await secretary().leaveBranch({ requestId: tap(), ...inCycle, personId: people.head, on: '2026-03-09', why: 'NO_LONGER_MEMBER' });
    expect((await seen('partyMember')).map(({ name }) => name)).not.toContain('陈守田');
    expect((await seen('partyMember')).find(({ name }) => name === '刘长根')).toMatchObject({ vetoed: false });
    expect((await seen()).find(({ name }) => name === '陈守田')).toMatchObject({ left: true });
    expect((await seen()).find(({ name }) => name === '刘长根')).toMatchObject({ vetoed: true });
  });

  it('who left can still claim what they did before, and nothing after', async () => {
    system.moveTo(startOfDay('2026-06-02') + 9 * HOUR_MS);
    await secretary().leaveBranch({ requestId: tap(), ...inCycle, personId: people.head, on: '2026-05-20', why: 'MOVED_OUT' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await claims(system, 'head', { on: '2026-05-20' });
    await expect(claims(system, 'head', { on: '2026-05-21' })).rejects.toMatchObject({ code: 'NOT_IN_CYCLE' });
    expect((await seen()).find(({ name }) => name === '陈守田')).toMatchObject({ left: true });
    expect((await system.as('villager').points.village({ village: VILLAGE })).members.map(({ name }) => name)).not.toContain('陈守田');
  });
});

describe('a member of another branch', () => {
  it('is recorded on, placed, vetoed and let go by that branch alone, whoever knows their id (PTY-01)', async () => {
    system = await opened();
    await system.store.update('pointYears', `${people.head}:${CYCLE}`, { set: { branch: OTHER_VILLAGE } });
    const invalid = { code: 'INVALID_INPUT' };
    const personId = people.head;
    await expect(secretary().record({ requestId: tap(), village: VILLAGE, on: '2026-03-05', item: 'absent', people: [personId], text: '没来' })).rejects.toMatchObject(invalid);
    await expect(secretary().setMember({ requestId: tap(), ...inCycle, personId, category: 'B' })).rejects.toMatchObject(invalid);
    await expect(secretary().leaveBranch({ requestId: tap(), ...inCycle, personId, on: '2026-03-09', why: 'MOVED_OUT' })).rejects.toMatchObject(invalid);
    await expect(secretary().recordVeto({ requestId: tap(), ...inCycle, personId, kind: 'discipline', decidedOn: '2026-03-01', evidence: '决定书' })).rejects.toMatchObject(invalid);
    // Nor is anything entered of what the scheme and the branch do not have.
    await expect(secretary().recordVeto({ requestId: tap(), ...inCycle, personId: people.partyMember, kind: 'late', decidedOn: '2026-03-01', evidence: '决定书' })).rejects.toMatchObject(invalid);
    await expect(secretary().setMember({ requestId: tap(), ...inCycle, personId: people.partyMember, category: 'B', group: '没有的小组' })).rejects.toMatchObject(invalid);
  });
});

describe('a veto (PTY-09)', () => {
  it('is entered with evidence, confirmed by the town and lifted by it; the points stay as they are', async () => {
    system = await opened();
    const enters = () => system.as('groupHead').points.recordVeto({ requestId: tap(), ...inCycle, personId: people.partyMember, kind: 'discipline', decidedOn: '2026-03-01', evidence: '县纪委决定书' });
    await enters();
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(enters()).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    expect(await kindsTold(system, 'town')).toContain('VETO_TO_CONFIRM');
    const [waiting] = (await system.as('town').points.vetoes({ town: TOWN })).items;
    expect(waiting).toMatchObject({ name: '李国平', veto: { name: '受到党纪政务处分', state: 'WAITING' } });
    const decide = (decision: 'CONFIRMED' | 'LIFTED' | 'REFUSED', reason?: string) => system.as('town').points.decideVeto({ requestId: tap(), personId: people.partyMember, cycle: CYCLE, vetoId: waiting?.veto.id ?? '', decision, ...(reason === undefined ? {} : { reason }) });
    await expect(system.as('supervisor').points.decideVeto({ requestId: tap(), personId: people.partyMember, cycle: CYCLE, vetoId: waiting?.veto.id ?? '', decision: 'CONFIRMED' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await decide('CONFIRMED');
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect((await seen()).find(({ name }) => name === '李国平')).toMatchObject({ vetoed: true, score: { total: 600 } });
    await expect(decide('LIFTED')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await decide('LIFTED', '复议撤销');
    expect(await kindsTold(system, 'partyMember')).toEqual(expect.arrayContaining(['VETO_CONFIRMED', 'VETO_LIFTED']));
    expect((await seen()).find(({ name }) => name === '李国平')).toMatchObject({ vetoed: false });
    expect((await system.as('town').points.vetoes({ town: TOWN })).items).toEqual([]);
    // One that the town refuses never stood against the member: of it they hear nothing.
    await system.as('groupHead').points.recordVeto({ requestId: tap(), ...inCycle, personId: people.head, kind: 'idle', decidedOn: '2026-03-01', evidence: '没来' });
    const [{ veto: { id: refused } } = { veto: { id: '' } }] = (await system.as('town').points.vetoes({ town: TOWN })).items;
    await system.as('town').points.decideVeto({ requestId: tap(), personId: people.head, cycle: CYCLE, vetoId: refused, decision: 'REFUSED', reason: '病了' });
    expect((await kindsTold(system, 'head')).filter((kind) => kind.startsWith('VETO'))).toEqual([]);
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
    await expect(secretary().closeCycle({ requestId: tap(), ...inCycle })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    await secretary().publish({ requestId: tap(), ...inCycle, n: 4 });
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
    expect(await system.as('partyMember').points.entry({ entryId: lying.entryId })).toMatchObject({ state: 'EXPIRED', may: [] });
    expect(await system.as('partyMember').points.mine({ cycle: 2026 })).toMatchObject({ closed: true, score: { total: 630, pending: 0 } });
    expect(await system.as('head').points.mine({ cycle: 2026 })).toMatchObject({ score: { total: 630 } });
    expect(await kindsTold(system, 'partyMember')).toContain('POINTS_EXPIRED');
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

describe('a contact with linked households (LNS-03, 04, BUR-03, 07)', () => {
  it('is a contact, what was heard a matter of the village, and for a pledge a claim, all in one step', async () => {
    system = await opened();
    const pledgeId = await confirmedPledge(system, 'partyMember');
    const { households } = await system.as('partyMember').points.mine({});
    expect(households).toEqual([{ householdId: householdOf('villager'), number: '0001', head: '王秀兰', address: '0001号' }]);
    expect(cost(system)).toBeLessThanOrEqual(8);
    const requestId = tap();
    const visit = { requestId, mode: 'VISIT' as const, purposes: ['LISTEN', 'POLICY'] as ('LISTEN' | 'POLICY')[], on: '2026-03-09', households: households.map(({ householdId }) => householdId), heard: { text: '门口的沟堵了', category: 'SANITATION' as const }, pledgeId };
    const made = await system.as('partyMember').points.recordContact(visit);
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await system.as('partyMember').points.recordContact(visit)).toEqual(made);
    await expect(system.as('partyMember').points.recordContact({ ...visit, mode: 'REMOTE' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await clock(system);
    expect(await system.store.get('issues', made.issueId ?? '')).toMatchObject({ reporterId: people.partyMember, owner: { post: VILLAGE }, stage: 'REPORTED' });
    expect(await system.as('partyMember').points.mine({})).toMatchObject({ contacts: [{ households: 1, mode: 'VISIT', issueId: made.issueId }], entries: [{ entryId: made.entryId, state: 'CHECK', amount: 1, text: '听意见、讲政策' }] });
    // No words and no pledge are needed.
    await system.as('partyMember').points.recordContact({ requestId: tap(), mode: 'REMOTE', purposes: ['RETURN'], on: '2026-03-10', households: [householdOf('villager')] });
    expect((await system.as('partyMember').points.mine({})).contacts).toHaveLength(2);
    await expect(system.as('villager').points.recordContact({ ...visit, requestId: tap() })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('linked households', () => {
  it('are the member’s own: of others nothing is recorded, whoever’s id was found out', async () => {
    system = await opened();
    const visit = { requestId: tap(), mode: 'VISIT' as const, purposes: ['LISTEN' as const], on: '2026-03-09' };
    for (const more of [{}, { heard: { text: '门口的沟堵了', category: 'SANITATION' as const } }, { pledgeId: await confirmedPledge(system, 'partyMember') }]) {
      const stranger = { ...visit, ...more, requestId: tap(), households: [householdOf('villager'), householdOf('vacantVillager')] };
      await expect(system.as('partyMember').points.recordContact(stranger)).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'households', problem: 'NOT_LINKED' }] } });
      await expect(system.as('head').points.recordContact({ ...visit, ...more, requestId: tap(), households: [householdOf('villager')] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(await system.store.count('partyContacts', { personId: people.partyMember })).toBe(0);
    expect(await system.store.count('pointEntries', { year: `${people.partyMember}:${CYCLE}` })).toBe(0);
    expect(await system.store.count('issues', { reporterId: people.partyMember })).toBe(0);
  });

  it('have a phone to ring where its owner agreed to it, for the member alone (LNS-03, PRV-05)', async () => {
    system = await opened();
    const phone = async () => (await system.as('partyMember').points.mine({})).households[0]?.phone;
    const agree = (shown: boolean) => system.store.update('people', people.villager, { set: { phoneShown: shown, phoneSealed: system.platform.sealer.seal('13800000001') } });
    await agree(false);
    expect(await phone()).toBeUndefined();
    await agree(true);
    expect(await phone()).toBe('13800000001');
    expect(cost(system)).toBeLessThanOrEqual(8);
    // The branch's office does not serve that household.
    for (const who of ['supervisor', 'partHead'] as const) expect((await system.as(who).points.member({ personId: people.partyMember })).households).toEqual([{ householdId: householdOf('villager'), number: '0001', head: '王秀兰', address: '0001号' }]);
    await system.store.update('people', people.villager, { set: { status: 'MOVED_AWAY' } });
    expect(await phone()).toBeUndefined();
  });

  it('come and go as the village links them, and are found by the member', async () => {
    system = await opened();
    const link = (on: boolean) => system.as('duty').grids.link({ requestId: tap(), householdId: householdOf('vacantVillager'), personId: people.partyMember, line: 'PARTY', on });
    const heads = async () => (await system.as('partyMember').points.mine({})).households.map(({ head }) => head);
    await link(true);
    expect(await heads()).toEqual(['王秀兰', '赵春花']);
    await link(false);
    expect(await heads()).toEqual(['王秀兰']);
    expect((await system.store.get('households', householdOf('vacantVillager')))?.linkKeys).toEqual([]);
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
