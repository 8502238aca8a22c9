/** The way of a pledge and of a deed: promised, done, looked at by two others, posted or refused (PTY-04..07). */
import { DAY_MS } from '@/domain/basics/civil-time';
import { people, VILLAGE, TOWN } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { claims, clock, confirmedPledge, cost, CYCLE, kindsTold, MARCH, opened, pledges, totalOf } from './kit';

let system: System;
beforeEach(async () => {
  system = await opened();
});
afterEach(() => system.close());

const member = () => system.as('partyMember').points;
const check = (entryId: string, verdict: { kind: 'RIGHT' } | { kind: 'ASK'; text: string } | { kind: 'REFUSE'; reason: string } = { kind: 'RIGHT' }) => system.as('partHead').points.check({ requestId: tap(), entryId, verdict });
const approve = (entryId: string, who: 'supervisor' | 'groupHead' = 'supervisor') => system.as(who).points.approve({ requestId: tap(), entryId, verdict: { kind: 'POST' } });

describe('a pledge (PTY-04)', () => {
  it('is sent in the window, returned with the reason, put otherwise, and confirmed by somebody else', async () => {
    const requestId = tap();
    const words = { requestId, type: 'PUBLIC_GOOD' as const, text: '打扫公共沟渠', target: 4, unit: '次', due: '2026-12-31' };
    const { id } = await member().pledge(words);
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await member().pledge(words)).toMatchObject({ id, state: 'SENT' });
    await expect(member().pledge({ ...words, target: 5 })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect(await kindsTold(system, 'groupHead')).toContain('PLEDGES_WAITING');
    expect((await system.as('groupHead').points.pledgesWaiting({ village: VILLAGE })).items).toMatchObject([{ name: '李国平', pledge: { id, text: '打扫公共沟渠' }, own: false }]);
    await system.as('groupHead').points.decidePledge({ requestId: tap(), personId: people.partyMember, cycle: CYCLE, pledgeId: id, decision: { kind: 'RETURNED', reason: '写清楚哪一段' } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await kindsTold(system, 'partyMember')).toContain('PLEDGE_RETURNED');
    // The branch asked for it, so no window closes on it.
    system.moveTo(MARCH + 60 * DAY_MS);
    await member().pledge({ ...words, requestId: tap(), pledgeId: id, text: '打扫一组的沟渠' });
    await system.as('supervisor').points.decidePledge({ requestId: tap(), personId: people.partyMember, cycle: CYCLE, pledgeId: id, decision: { kind: 'CONFIRMED' } });
    expect((await member().mine({})).pledges).toMatchObject([{ text: '打扫一组的沟渠', state: 'CONFIRMED', done: 0 }]);
    await expect(system.as('supervisor').points.decidePledge({ requestId: tap(), personId: people.partyMember, cycle: CYCLE, pledgeId: id, decision: { kind: 'CONFIRMED' } })).rejects.toMatchObject({ code: 'PLEDGE_STAGE' });
    expect((await system.as('groupHead').points.pledgesWaiting({ village: VILLAGE })).items).toEqual([]);
  });

  it('is not made after the window, nor more than the category has, nor for a day outside the cycle', async () => {
    for (const text of ['一', '二', '三', '四', '五']) await pledges(system, 'partyMember', { text });
    await expect(pledges(system, 'partyMember')).rejects.toMatchObject({ code: 'PLEDGE_COUNT', data: { min: 2, max: 5 } });
    await expect(member().pledge({ requestId: tap(), type: 'OTHER', text: '明年的事', target: 1, unit: '次', due: '2027-01-01' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const [first] = (await member().mine({})).pledges;
    await member().withdrawPledge({ requestId: tap(), pledgeId: first?.id ?? '' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await pledges(system, 'partyMember');
    system.moveTo(MARCH + 22 * DAY_MS);
    await expect(pledges(system, 'head')).rejects.toMatchObject({ code: 'PLEDGE_WINDOW', data: { from: '2026-01-01', to: '2026-03-31' } });
  });

  it('is confirmed by nobody for themselves', async () => {
    const pledgeId = await pledges(system, 'groupHead');
    await expect(system.as('groupHead').points.decidePledge({ requestId: tap(), personId: people.groupHead, cycle: CYCLE, pledgeId, decision: { kind: 'CONFIRMED' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what waits for the member (the home page)', () => {
  const waiting = async () => (await member().waiting()).items;

  it('is pledges to be made, one that came back, and what the branch asked, in five operations', async () => {
    expect(await waiting()).toEqual([{ kind: 'PLEDGE', missing: 2, until: '2026-03-31' }]);
    expect(cost(system)).toBeLessThanOrEqual(5);
    const pledgeId = await pledges(system, 'partyMember');
    await pledges(system, 'partyMember', { text: '讲政策' });
    expect(await waiting()).toEqual([]);
    await system.as('groupHead').points.decidePledge({ requestId: tap(), personId: people.partyMember, cycle: CYCLE, pledgeId, decision: { kind: 'RETURNED', reason: '写清楚哪几户' } });
    const { entryId } = await claims(system, 'partyMember');
    for (let more = 0; more < 21; more += 1) await claims(system, 'partyMember', { on: '2026-03-09', item: 'visit' });
    await check(entryId, { kind: 'ASK', text: '哪两家？' });
    const { entryId: others } = await claims(system, 'head');
    await check(others, { kind: 'ASK', text: '在哪里？' });
    // However many came after it: a question is not lost below a page.
    expect(await waiting()).toEqual([{ kind: 'ASKED', entryId, text: '哪两家？' }, { kind: 'RETURNED', pledgeId, text: '每月走访联系的人家' }]);
    expect(cost(system)).toBeLessThanOrEqual(5);
    system.moveTo(MARCH + 60 * DAY_MS);
    expect((await waiting()).map(({ kind }) => kind)).toEqual(['ASKED', 'RETURNED']);
    expect(await system.as('groupHead').points.waiting()).toEqual({ items: [] });
    await expect(system.as('villager').points.waiting()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is nothing where the branch has opened no year, nor for who has left but what they are asked', async () => {
    await system.store.remove('pointYears', `${people.head}:${CYCLE}`);
    expect(await system.as('head').points.waiting()).toEqual({ items: [] });
    expect(cost(system)).toBeLessThanOrEqual(3);
    await system.as('supervisor').points.leaveBranch({ requestId: tap(), village: VILLAGE, cycle: CYCLE, personId: people.partyMember, on: '2026-03-09', why: 'MOVED_OUT' });
    expect(await waiting()).toEqual([]);
  });
});

describe('a deed (PTY-05, 06)', () => {
  it('is never points before two other people looked; then it counts, and the pledge with it', async () => {
    const pledgeId = await confirmedPledge(system, 'partyMember');
    const requestId = tap();
    const deed = { requestId, on: '2026-03-08', item: 'visit', pledgeId, amount: 3, text: '走访了三户' };
    const { entryId } = await member().claim(deed);
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await member().claim(deed)).toMatchObject({ entryId, state: 'CHECK', waitsFor: 'GROUP' });
    await expect(member().claim({ ...deed, amount: 4 })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect(await member().mine({})).toMatchObject({ score: { total: 600, pending: 5 }, entries: [{ state: 'CHECK', may: ['WITHDRAW'] }] });
    await clock(system);
    expect(await member().mine({})).toMatchObject({ score: { total: 600, pending: 5 } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await kindsTold(system, 'partHead')).toContain('POINTS_TO_CHECK');

    await check(entryId);
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await totalOf(system, 'partyMember')).toBe(600);
    const [waiting] = (await system.as('supervisor').points.queue({ village: VILLAGE, step: 'APPROVE' })).items;
    expect(waiting).toMatchObject({ entryId, first: { name: '周福林', as: 'GROUP' }, pledge: { text: '每月走访联系的人家' }, may: ['APPROVE', 'REFUSE'] });
    await approve(entryId);
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await member().mine({})).toMatchObject({ score: { total: 605, bonus: 5, pending: 0 }, pledges: [{ done: 3 }], entries: [{ state: 'POSTED', second: { name: '郑来福', as: 'SECRETARY' }, may: ['APPEAL'] }] });
    expect(await kindsTold(system, 'partyMember')).toContain('POINTS_POSTED');
    // Once.
    await expect(approve(entryId, 'groupHead')).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    expect(await totalOf(system, 'partyMember')).toBe(605);
  });

  it('is not claimed for a pledge nobody confirmed, a day outside the cycle or to come, or what is taken off', async () => {
    const pledgeId = await pledges(system, 'partyMember');
    await expect(claims(system, 'partyMember', { pledgeId })).rejects.toMatchObject({ code: 'PLEDGE_NOT_CONFIRMED' });
    await expect(claims(system, 'partyMember', { on: '2025-12-31' })).rejects.toMatchObject({ code: 'NOT_IN_CYCLE', data: { from: '2025-01-01', to: '2025-12-31' } });
    await expect(claims(system, 'partyMember', { on: '2026-03-11' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(claims(system, 'partyMember', { item: 'absent' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(claims(system, 'villager')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is verified by nobody who did it or looked before, by whatever second office', async () => {
    const own = await claims(system, 'partHead');
    await expect(check(own.entryId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { entryId } = await claims(system, 'partyMember');
    await system.as('groupHead').points.check({ requestId: tap(), entryId, verdict: { kind: 'RIGHT' } });
    await expect(approve(entryId, 'groupHead')).rejects.toMatchObject({ code: 'OWN_WORK' });
    await expect(system.as('partHead').points.approve({ requestId: tap(), entryId, verdict: { kind: 'POST' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await approve(entryId);
    expect(await totalOf(system, 'partyMember')).toBe(630);
  });

  it('of the secretary goes up to the town, and nobody of the branch decides it', async () => {
    const { entryId } = await claims(system, 'supervisor');
    await check(entryId);
    await expect(approve(entryId, 'groupHead')).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    await clock(system);
    expect(await kindsTold(system, 'town')).toContain('POINTS_TO_APPROVE');
    expect((await system.as('town').points.queueAbove({ town: TOWN, step: 'ABOVE' })).items).toMatchObject([{ entryId, waitsFor: 'TOWN', may: ['APPROVE', 'REFUSE'] }]);
    await system.as('town').points.approveAbove({ requestId: tap(), entryId, verdict: { kind: 'POST' } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    // 郑来福 is of the supervision committee too, category A.
    expect(await totalOf(system, 'supervisor')).toBe(630);
  });

  it('looked at by two at once is decided by one of them', async () => {
    const { entryId } = await claims(system, 'partyMember');
    const both = await Promise.allSettled([check(entryId), system.as('groupHead').points.check({ requestId: tap(), entryId, verdict: { kind: 'REFUSE', reason: '没有这回事' } })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ENTRY_STAGE' } });
  });

  it('is asked about once, answered, and then decided; refused with the reason', async () => {
    const { entryId } = await claims(system, 'partyMember');
    await check(entryId, { kind: 'ASK', text: '哪两家？' });
    expect(await member().entry({ entryId })).toMatchObject({ state: 'ASKED', waitsFor: 'MEMBER', asked: { text: '哪两家？' }, may: ['ANSWER', 'WITHDRAW'] });
    await member().answerAsked({ requestId: tap(), entryId, text: '一组的两家' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(check(entryId, { kind: 'ASK', text: '再问' })).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    await check(entryId, { kind: 'REFUSE', reason: '是邻村的事' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await kindsTold(system, 'partyMember')).toEqual(expect.arrayContaining(['POINTS_ASKED', 'POINTS_REFUSED']));
    expect(await member().mine({})).toMatchObject({ score: { total: 600, pending: 0 }, entries: [{ state: 'REFUSED', refused: { reason: '是邻村的事', name: '周福林' } }] });
  });

  it('is taken back by the member alone while it waits', async () => {
    const { entryId } = await claims(system, 'partyMember');
    await expect(system.as('head').points.withdrawClaim({ requestId: tap(), entryId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await clock(system);
    await member().withdrawClaim({ requestId: tap(), entryId });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await member().mine({})).toMatchObject({ score: { total: 600, pending: 0 }, entries: [{ state: 'WITHDRAWN' }] });
  });

  it('that nobody decides is called to mind and goes on waiting', async () => {
    const { entryId } = await claims(system, 'partyMember');
    const { dueAt = 0 } = await member().entry({ entryId });
    for (const part of [0.76, 0.91, 1]) {
      system.moveTo(MARCH + Math.ceil((dueAt - MARCH) * part));
      await clock(system);
    }
    expect((await kindsTold(system, 'partHead')).filter((kind) => kind.startsWith('POINTS_')).sort()).toEqual(['POINTS_AT_75', 'POINTS_AT_90', 'POINTS_OVERDUE', 'POINTS_SETTLED', 'POINTS_TO_CHECK'].sort());
    expect(await kindsTold(system, 'groupHead')).toContain('POINTS_OVERDUE');
    expect(await member().entry({ entryId })).toMatchObject({ state: 'CHECK', waitsFor: 'GROUP', dueAt });
  });
});

describe('a tap that comes a second time', () => {
  it('answers whoever looked, decided or took back as the first did', async () => {
    const { entryId } = await claims(system, 'partyMember');
    const looks = { requestId: tap(), entryId, verdict: { kind: 'RIGHT' as const } };
    const posts = { requestId: tap(), entryId, verdict: { kind: 'POST' as const } };
    for (let time = 0; time < 2; time += 1) expect(await system.as('partHead').points.check(looks)).toMatchObject({ state: 'APPROVE' });
    for (let time = 0; time < 2; time += 1) expect(await system.as('supervisor').points.approve(posts)).toMatchObject({ state: 'POSTED' });
    const takes = { requestId: tap(), entryId, reason: '记重了' };
    const [first, second] = [await system.as('supervisor').points.reverse(takes), await system.as('supervisor').points.reverse(takes)];
    expect(second?.entryId).toBe(first?.entryId);
    expect(await totalOf(system, 'partyMember')).toBe(630);
    const enters = { requestId: tap(), village: VILLAGE, cycle: CYCLE, personId: people.partyMember, kind: 'crime', decidedOn: '2026-03-01', evidence: '判决书' };
    for (let time = 0; time < 2; time += 1) await system.as('supervisor').points.recordVeto(enters);
    const [waiting] = (await system.as('town').points.vetoes({ town: TOWN })).items;
    const confirms = { requestId: tap(), personId: people.partyMember, cycle: CYCLE, vetoId: waiting?.veto.id ?? '', decision: 'CONFIRMED' as const };
    for (let time = 0; time < 2; time += 1) expect(await system.as('town').points.decideVeto(confirms)).toEqual({ done: true });
  });
});
