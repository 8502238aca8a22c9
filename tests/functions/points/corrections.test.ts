/** What the branch records, takes back, and puts right on appeal (PTY-06, 08, 14). */
import { DAY_MS } from '@/domain/basics/civil-time';
import { people, VILLAGE, TOWN } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { claims, clock, cost, CYCLE, kindsTold, opened, posted, totalOf } from './kit';

let system: System;
beforeEach(async () => {
  system = await opened();
});
afterEach(() => system.close());

const member = () => system.as('partyMember').points;
const check = (entryId: string, verdict: { kind: 'RIGHT' } | { kind: 'ASK'; text: string } | { kind: 'REFUSE'; reason: string } = { kind: 'RIGHT' }) => system.as('partHead').points.check({ requestId: tap(), entryId, verdict });
const approve = (entryId: string, who: 'supervisor' | 'groupHead' = 'supervisor') => system.as(who).points.approve({ requestId: tap(), entryId, verdict: { kind: 'POST' } });

describe('what the branch records (PTY-08)', () => {
  it('of several members: an entry each, the recorder is the first pair of eyes, another person approves', async () => {
    const requestId = tap();
    const meeting = { requestId, village: VILLAGE, on: '2026-03-05', item: 'absent', people: [people.partyMember, people.head, people.supervisor], text: '三月主题党日没来' };
    const { entryIds } = await system.as('partHead').points.record(meeting);
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await system.as('partHead').points.record(meeting)).toEqual({ entryIds });
    await clock(system);
    const [first = '', , third = ''] = entryIds;
    await approve(first, 'groupHead');
    expect(await totalOf(system, 'partyMember')).toBe(590);
    // The secretary's own goes up.
    await expect(approve(third, 'groupHead')).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    await system.as('town').points.approveAbove({ requestId: tap(), entryId: third, verdict: { kind: 'POST' } });
    expect(await totalOf(system, 'supervisor')).toBe(590);
    await expect(system.as('partHead').points.record({ ...meeting, requestId: tap(), people: [people.villager] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('of whoever records it, among others, waits for two other people (PTY-06)', async () => {
    const meeting = { requestId: tap(), village: VILLAGE, on: '2026-03-05', item: 'volunteer', people: [people.partyMember, people.partHead], text: '一起清了沟' };
    const { entryIds: [, own = ''] } = await system.as('partHead').points.record(meeting);
    await clock(system);
    expect(await system.store.get('pointEntries', own)).toMatchObject({ kind: 'RECORD', state: 'CHECK', queue: 'CHECK' });
    await expect(approve(own)).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    await expect(check(own)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system.as('groupHead').points.check({ requestId: tap(), entryId: own, verdict: { kind: 'RIGHT' } });
    await expect(approve(own, 'groupHead')).rejects.toMatchObject({ code: 'OWN_WORK' });
    await approve(own);
    expect(await totalOf(system, 'partHead')).toBe(620);
  });

  it('is taken back by a reversal that goes the same two ways, once', async () => {
    const entryId = await posted(system, 'partyMember');
    expect(await totalOf(system, 'partyMember')).toBe(630);
    const { entryId: reversal } = await system.as('groupHead').points.reverse({ requestId: tap(), entryId, reason: '记重了' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(system.as('supervisor').points.reverse({ requestId: tap(), entryId, reason: '再来' })).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    await expect(approve(reversal, 'groupHead')).rejects.toMatchObject({ code: 'OWN_WORK' });
    await system.as('supervisor').points.approve({ requestId: tap(), entryId: reversal, verdict: { kind: 'REFUSE', reason: '没有重' } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    // What was refused leaves the original as it was.
    const again = await system.as('groupHead').points.reverse({ requestId: tap(), entryId, reason: '查清楚了' });
    await approve(again.entryId);
    await clock(system);
    expect(await totalOf(system, 'partyMember')).toBe(600);
    expect(await member().entry({ entryId })).toMatchObject({ state: 'POSTED', reversedBy: again.entryId });
    expect(await kindsTold(system, 'partyMember')).toContain('POINTS_REVERSED');
  });
});

describe('an appeal (PTY-14)', () => {
  it('of a refused claim, upheld by somebody who has not looked: an entry of its own puts it right', async () => {
    const { entryId } = await claims(system, 'partyMember');
    await check(entryId, { kind: 'REFUSE', reason: '没听说' });
    await member().appeal({ requestId: tap(), entryId, text: '两家都可以作证' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(member().appeal({ requestId: tap(), entryId, text: '再申诉' })).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    await clock(system);
    expect(await kindsTold(system, 'supervisor')).toContain('POINTS_APPEALED');
    const decided = await system.as('supervisor').points.decideAppeal({ requestId: tap(), entryId, upheld: true, answer: '问过了，是真的' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(decided).toMatchObject({ appeal: { state: 'UPHELD', answer: '问过了，是真的' } });
    await clock(system);
    expect(await totalOf(system, 'partyMember')).toBe(630);
    expect((await kindsTold(system, 'partyMember')).filter((kind) => kind === 'POINTS_APPEAL_DECIDED')).toHaveLength(1);
  });

  it('of a posted deduction comes too late after its days; left lying it goes to the town', async () => {
    const { entryIds: [entryId = ''] } = await system.as('partHead').points.record({ requestId: tap(), village: VILLAGE, on: '2026-03-05', item: 'labour', people: [people.partyMember], text: '没来修路' });
    await clock(system);
    await approve(entryId);
    system.pass(10 * DAY_MS);
    const { appeal } = await member().appeal({ requestId: tap(), entryId, text: '那天我在医院' });
    await expect(system.as('partHead').points.decideAppeal({ requestId: tap(), entryId, upheld: true, answer: '好' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('supervisor').points.decideAppeal({ requestId: tap(), entryId, upheld: true, answer: '好' })).rejects.toMatchObject({ code: 'OWN_WORK' });
    system.moveTo(appeal?.decideBy ?? 0);
    await clock(system);
    expect(await kindsTold(system, 'town')).toContain('POINTS_APPEAL_OVERDUE');
    expect((await system.as('town').points.queueAbove({ town: TOWN, step: 'APPEAL' })).items).toMatchObject([{ may: ['DECIDE_APPEAL'] }]);
    await system.as('town').points.decideAppeal({ requestId: tap(), entryId, upheld: true, answer: '有病历' });
    await clock(system);
    expect(await totalOf(system, 'partyMember')).toBe(600);

    const late = await posted(system, 'head', { on: '2026-03-09' });
    system.pass(16 * DAY_MS);
    await expect(system.as('head').points.appeal({ requestId: tap(), entryId: late, text: '多给一点' })).rejects.toMatchObject({ code: 'TOO_LATE' });
  });
});

describe('an appeal against a reversal that was refused (PTY-14)', () => {
  it('is none: the original is what is appealed, and is put right once', async () => {
    const { entryIds: [entryId = ''] } = await system.as('partHead').points.record({ requestId: tap(), village: VILLAGE, on: '2026-03-05', item: 'labour', people: [people.partyMember], text: '没来修路' });
    await clock(system);
    await approve(entryId);
    const { entryId: reversal } = await system.as('groupHead').points.reverse({ requestId: tap(), entryId, reason: '记错了' });
    await system.as('supervisor').points.approve({ requestId: tap(), entryId: reversal, verdict: { kind: 'REFUSE', reason: '没有错' } });
    expect((await member().entry({ entryId: reversal })).appealUntil).toBeUndefined();
    await expect(member().appeal({ requestId: tap(), entryId: reversal, text: '那天我在医院' })).rejects.toMatchObject({ code: 'ENTRY_STAGE' });
    await member().appeal({ requestId: tap(), entryId, text: '那天我在医院' });
    await system.as('groupHead').points.decideAppeal({ requestId: tap(), entryId, upheld: true, answer: '有病历' });
    await clock(system);
    expect((await system.store.get('pointYears', `${people.partyMember}:${CYCLE}`))?.sums.items).toEqual({ labour: 0 });
  });
});
