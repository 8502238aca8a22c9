/** From a villager's tap to a closed, rated issue, over both engines (EVT-02, EVT-13). */
import { DAY_MS, HOUR_MS } from '@/domain/basics/civil-time';
import { GRID, GROUP, PART, people } from '../../fixtures/village';
import { adapter, harness, tap, type System } from '../harness';
import { filed, on, operations, report, turn } from './kit';

describe(`the loop over ${adapter}`, () => {
  let system: System;
  beforeEach(async () => {
    system = await harness();
  });
  afterEach(() => system.close());

  it('report, accept, hand up, finish, unsolved, reopened a level higher, solved', async () => {
    const villager = system.as('villager');
    const receipt = await villager.issues.submit(report());
    expect(receipt).toMatchObject({ owner: { name: '陈守田', duty: '中心户长', area: '堰坪村一组一格', phone: '13900000002' }, acceptBy: system.now() + DAY_MS, vacant: [] });
    const { issueId } = receipt;

    const before = await system.as('head').issues.queue({ show: 'UNACCEPTED' });
    expect(before).toMatchObject({ items: [{ issueId, due: 'LATER', nextAct: 'ACCEPT', reporter: '王秀兰' }], counts: { all: 1, unaccepted: 1 } });
    await system.as('head').issues.accept(on(issueId));
    system.pass(HOUR_MS);
    await system.as('head').issues.progress({ ...on(issueId), text: '看过了，要用挖机。' });
    await system.as('head').issues.handUp({ ...on(issueId), text: '要花钱，我这里定不了。' });
    expect(await villager.issues.get({ issueId })).toMatchObject({ stage: 'ASSIGNED', owner: { name: '刘长根', post: GROUP } });
    await expect(system.as('head').issues.finish({ ...on(issueId), text: '好了' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });

    await system.as('groupHead').issues.accept(on(issueId));
    await system.as('groupHead').issues.finish({ ...on(issueId), text: '挖通了。' });
    expect((await villager.issues.mine({})).items).toMatchObject([{ issueId, stage: 'DONE', yourMove: 'RATE', mine: true }]);
    system.pass(DAY_MS);
    const again = await villager.issues.rate({ ...on(issueId), solved: 'NO', satisfaction: 'UNSATISFIED', text: '又堵了' });
    expect(again).toMatchObject({ stage: 'ASSIGNED', side: 'REOPENED', owner: { post: PART, name: '周福林' } });

    await system.as('partHead').issues.accept(on(issueId));
    await system.as('partHead').issues.finish({ ...on(issueId), text: '换了管子。' });
    const closed = await villager.issues.rate({ ...on(issueId), solved: 'YES', satisfaction: 'SATISFIED' });
    expect(closed).toMatchObject({ stage: 'RATED', acts: [], rating: { solved: 'YES' } });
    expect(closed.steps.map(({ kind }) => kind)).toEqual(['REPORTED', 'ACCEPTED', 'PROGRESS', 'HANDED_UP', 'ACCEPTED', 'DONE', 'RATED', 'REOPENED', 'ACCEPTED', 'DONE', 'RATED']);
    expect(Math.max(...system.lines.map(({ reads, writes }) => reads + writes))).toBeLessThanOrEqual(8);
    const audited = await system.store.find('audit', { where: { target: `issue:${issueId}` }, limit: 100 });
    expect(audited.items).toHaveLength(10);
  });

  it('two heads tap 接了 at once: one has it, the other hears who', async () => {
    const issueId = await filed(system, 'villager', { place: { kind: 'VILLAGE', village: '610921107202' } });
    const taps = await Promise.allSettled([system.as('duty').issues.accept(on(issueId)), system.as('secondDuty').issues.accept(on(issueId))]);
    const lost = taps.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    const winner = (await system.store.get('issues', issueId))?.owner.name;
    expect(lost[0]).toMatchObject({ reason: { code: 'ISSUE_ALREADY_ACCEPTED', data: { by: winner } } });
  });

  it('two taps, a lost reply: one issue, one step, the same answer', async () => {
    const input = report();
    const [one, two] = await Promise.all([system.as('villager').issues.submit(input), system.as('villager').issues.submit(input)]);
    expect(two).toEqual(one);
    await expect(system.as('villager').issues.submit({ ...input, text: '路灯不亮' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    const accept = on(one.issueId);
    const first = await system.as('head').issues.accept(accept);
    expect(await system.as('head').issues.accept(accept)).toEqual(first);
    const up = { ...on(one.issueId), text: '办不了' };
    await system.as('head').issues.handUp(up);
    expect(await system.as('head').issues.handUp(up)).toMatchObject({ owner: { post: GROUP } });
    await expect(system.as('head').issues.handUp({ ...up, text: '别的话' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect((await system.store.get('issues', one.issueId))?.steps).toHaveLength(3);
  });

  it('what nobody accepts goes up by the clock, once, and the counts are exact', async () => {
    const issueId = await filed(system);
    system.pass(DAY_MS);
    await Promise.all([turn(system), turn(system)]);
    await turn(system);
    const issue = await system.store.get('issues', issueId);
    expect(issue).toMatchObject({ owner: { post: GROUP }, tallyStale: false });
    expect(issue?.steps.filter(({ kind }) => kind === 'ESCALATED')).toHaveLength(1);
    const told = await system.store.find('notices', { where: { to: `post:${GROUP}` }, limit: 10 });
    expect(told.items.map(({ kind }) => kind)).toEqual(['ISSUE_ESCALATED_TO_YOU']);
    expect(await system.store.get('tallies', '610921107:2026-11')).toMatchObject({ counts: { SANITATION: { reported: 1, responded: 0 } } });
    expect(await system.store.get('tallies', '610921107202:now')).toMatchObject({ counts: { SANITATION: { open: 1 } } });
    await expect(system.as('head').issues.accept(on(issueId))).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('a report under way costs seven operations with the count of what the account sent, an acceptance seven', async () => {
    const issueId = await filed(system);
    expect(operations(system)).toBe(7);
    await system.as('head').issues.accept({ requestId: tap(), issueId });
    expect(operations(system)).toBe(7);
    expect((await system.store.get('issues', issueId))?.owner.personId).toBe(people.head);
    expect((await system.store.get('issues', issueId))?.grid).toBe(GRID);
  });
});
