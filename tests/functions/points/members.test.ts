/** A branch's members: late joiners, transfers, leavers, vetoes, and the households they are linked with (PTY-01, 09, 15, LNS-03, 04). */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import type { RoleGrant } from '@/domain/people/roles';
import { householdOf, OTHER_VILLAGE, people, TOWN, VILLAGE, type Fixture } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { claims, clock, confirmedPledge, cost, CYCLE, kindsTold, opened, pledges, posted, totalOf } from './kit';

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
    // Nor is somebody shown who is no member.
    expect((await secretary().candidates({ village: VILLAGE, name: '王秀兰' })).items).toEqual([]);
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

  it('who lives in another village is found by the branch whose member they are, and by no other', async () => {
    const found = (who: 'otherHead' | 'supervisor', village: string, name: string) => system.as(who).points.candidates({ village, name });
    expect((await found('otherHead', OTHER_VILLAGE, '李国平')).items).toMatchObject([{ personId: people.partyMember, from: '堰坪村党支部' }]);
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect((await found('otherHead', OTHER_VILLAGE, '陈守田')).items).toEqual([]);
    expect((await found('supervisor', VILLAGE, '孙国庆')).items).toEqual([]);
    await expect(found('supervisor', OTHER_VILLAGE, '李国平')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('nobody joins on a day before the cycle, nor a cycle that the branch has not begun (PTY-02, 03)', async () => {
    await system.store.remove('pointYears', `${people.head}:${CYCLE}`);
    const joins = (more: { readonly cycle?: number; readonly from: string }) => secretary().addMember({ requestId: tap(), ...inCycle, personId: people.head, category: 'B', ...more });
    const day = { code: 'INVALID_INPUT', data: { fields: [{ path: 'from', problem: 'DATE' }] } };
    await expect(joins({ from: '2025-12-31' })).rejects.toMatchObject(day);
    // Nor on one to come.
    await expect(joins({ from: '2026-03-11' })).rejects.toMatchObject(day);
    await expect(joins({ cycle: CYCLE - 1, from: '2025-12-31' })).rejects.toMatchObject({ code: 'CYCLE_STAGE' });
    for (const cycle of [CYCLE - 1, CYCLE]) expect(await system.store.get('pointYears', `${people.head}:${cycle}`)).toBeUndefined();
    await joins({ from: '2026-01-01' });
    expect(await system.store.get('pointYears', `${people.head}:${CYCLE}`)).toMatchObject({ branches: [{ branch: VILLAGE, from: '2026-01-01' }], categories: [{ by: people.supervisor }] });
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

  it('is decided by nobody who entered it, by whatever second office, nor by the member themselves', async () => {
    // 郑来福 is the secretary, and of the town's Party office as well; so is 李国平, whom it is about.
    const alsoTown = (fixture: Fixture): Fixture => ({ ...fixture, people: fixture.people.map((person) => ([people.supervisor, people.partyMember] as string[]).includes(person._id) ? { ...person, roles: [...person.roles, { role: 'TOWN_PARTY', area: TOWN, from: '2024-03-01' }] } : person) });
    system = await opened({ fixture: alsoTown });
    await secretary().recordVeto({ requestId: tap(), ...inCycle, personId: people.partyMember, kind: 'discipline', decidedOn: '2026-03-01', evidence: '县纪委决定书' });
    const [{ veto } = { veto: { id: '' } }] = (await system.as('town').points.vetoes({ town: TOWN })).items;
    const decides = (who: 'supervisor' | 'partyMember' | 'town', decision: 'CONFIRMED' | 'REFUSED' | 'LIFTED') => system.as(who).points.decideVeto({ requestId: tap(), personId: people.partyMember, cycle: CYCLE, vetoId: veto.id, decision, reason: '查过了' });
    const stands = async () => (await system.store.get('pointYears', `${people.partyMember}:${CYCLE}`))?.vetoes[0]?.state;
    for (const decision of ['CONFIRMED', 'REFUSED'] as const) {
      await expect(decides('supervisor', decision)).rejects.toMatchObject({ code: 'OWN_WORK' });
      await expect(decides('partyMember', decision)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await stands()).toBe('WAITING');
    await decides('town', 'CONFIRMED');
    await expect(decides('supervisor', 'LIFTED')).rejects.toMatchObject({ code: 'OWN_WORK' });
    await expect(decides('partyMember', 'LIFTED')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await stands()).toBe('CONFIRMED');
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
