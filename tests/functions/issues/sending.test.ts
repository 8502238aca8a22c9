/** One account buries nobody's desk, and nobody in need is stopped. */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { countySettings } from '../../../config/county/settings';
import { accountOf, GRID, people, VILLAGE, WEDNESDAY_9, type Somebody } from '../../fixtures/village';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { computer, signIn } from '../desk/computer';
import { harness, tap, type System } from '../harness';
import { filed, on, operations, report, turn, uploaded } from './kit';

const few = { hour: 2, day: 3 };
const sending = { ...countySettings().sending, reports: few, onBehalf: few, supports: few, requests: few, applicationsPerDay: 2, remarksPerDay: 2 };
const TEN = WEDNESDAY_9 + HOUR_MS;
const THURSDAY = startOfDay('2026-11-26');

let system: System;
afterEach(() => system.close());

const full = (what: string, next: number) => ({ code: 'SENT_ENOUGH', data: { what, next } });

async function sentBy(who: Somebody): Promise<unknown> {
  return (await system.store.get('accounts', accountOf(who)))?.sent;
}

describe('what one account may send', () => {
  beforeEach(async () => {
    system = await harness({ settings: { sending } });
  });

  it('the one report too many is refused until the next hour, the day\'s last until the next day, and nothing of it is kept', async () => {
    await filed(system);
    await filed(system);
    await expect(filed(system)).rejects.toMatchObject({ code: 'SENT_ENOUGH', data: { what: 'REPORT', next: TEN, phone: '12345' } });
    expect(await system.store.count('issues', { reporterId: people.villager })).toBe(2);

    system.moveTo(TEN);
    await filed(system);
    await expect(filed(system)).rejects.toMatchObject(full('REPORT', THURSDAY));
    system.moveTo(THURSDAY);
    await filed(system);
    expect(await sentBy('villager')).toMatchObject({ REPORT: { inHour: 1, inDay: 1 } });
  });

  it('a repeat of the tap is not counted, and is answered when no more are taken', async () => {
    const first = report();
    const { issueId } = await system.as('villager').issues.submit(first);
    await system.as('villager').issues.submit(first);
    expect(await sentBy('villager')).toMatchObject({ REPORT: { inHour: 1 } });
    await filed(system);
    expect(await system.as('villager').issues.submit(first)).toMatchObject({ issueId });
    expect(await sentBy('villager')).toMatchObject({ REPORT: { inHour: 2 } });
  });

  it('two at the same moment count as two', async () => {
    await filed(system);
    system.moveTo(WEDNESDAY_9 + 1);
    await Promise.allSettled([filed(system), filed(system)]);
    await expect(filed(system)).rejects.toMatchObject({ code: 'SENT_ENOUGH' });
    expect(await sentBy('villager')).toMatchObject({ REPORT: { inHour: await system.store.count('issues', { reporterId: people.villager }) } });
  });
});

describe('what is never stopped', () => {
  beforeEach(async () => {
    system = await harness({ settings: { sending } });
  });

  it('an urgent report, from who has no room left, and it takes none', async () => {
    await filed(system);
    await filed(system);
    for (let nth = 0; nth < 5; nth += 1) await filed(system, 'villager', { urgency: 'URGENT', category: 'EMERGENCY' });
    expect(await sentBy('villager')).toMatchObject({ REPORT: { inHour: 2 } });
  });

  it('joining in with an urgent matter', async () => {
    const ids = await Promise.all(['villager', 'partyMember', 'deputy', 'head'].map((who) => filed(system, who as Somebody, { urgency: 'URGENT', category: 'EMERGENCY' })));
    for (const issueId of ids) await system.as('supervisor').issues.support(on(issueId));
    expect(await sentBy('supervisor')).toBeUndefined();
  });

  it('more words on an urgent matter', async () => {
    const issueId = await filed(system, 'villager', { urgency: 'URGENT', category: 'EMERGENCY' });
    for (let nth = 0; nth < 4; nth += 1) await system.as('villager').issues.add({ ...on(issueId), text: '水又涨了' });
  });
});

describe('each kind has room of its own', () => {
  beforeEach(async () => {
    system = await harness({ settings: { sending } });
  });

  it('a visitor is counted from their first report on', async () => {
    const visitor = system.phone('wx:new');
    const one = () => visitor.issues.submit(report({ place: { kind: 'GRID', grid: GRID } }));
    await one();
    expect(operations(system)).toBeLessThanOrEqual(8);
    await one();
    await expect(one()).rejects.toMatchObject(full('REPORT', TEN));
  });

  it('reports with photos are told at once and counted by the clock, in eight operations', async () => {
    for (let nth = 0; nth < 2; nth += 1) {
      const uploadId = await uploaded(system, 'villager', { [`photo-${nth}`]: {} });
      const issueId = await filed(system, 'villager', { attachments: { uploadId, photos: [`photo-${nth}`] } });
      expect(operations(system)).toBe(8);
      expect((await system.store.get('issues', issueId))?.untold).toBeUndefined();
    }
    expect(await sentBy('villager')).toBeUndefined();
    await turn(system);
    await turn(system);
    expect(await sentBy('villager')).toMatchObject({ REPORT: { inHour: 2, inDay: 2 } });
    await expect(filed(system)).rejects.toMatchObject(full('REPORT', TEN));
  });

  it('what the clock counts late does not begin an hour that is over anew', async () => {
    const uploadId = await uploaded(system, 'villager', { 'photo-1': {} });
    await filed(system, 'villager', { attachments: { uploadId, photos: ['photo-1'] } });
    system.moveTo(TEN);
    await filed(system);
    await turn(system);
    await expect(filed(system)).rejects.toMatchObject(full('REPORT', TEN + HOUR_MS));
  });

  it('reports on somebody\'s behalf are the writer\'s, not the villager\'s', async () => {
    const one = () => system.as('head').issues.submitFor({ ...report(), personId: people.son, consent: 'SPOKEN' });
    await one();
    await one();
    expect(operations(system)).toBeLessThanOrEqual(8);
    await turn(system);
    await expect(one()).rejects.toMatchObject(full('ON_BEHALF', TEN));
    await filed(system, 'head');
  });

  it('joining in counts once a matter', async () => {
    const ids = [await filed(system), await filed(system, 'partyMember'), await filed(system, 'deputy')];
    const neighbour = system.as('supervisor');
    const join = on(ids[0] ?? '');
    await neighbour.issues.support(join);
    expect(operations(system)).toBeLessThanOrEqual(8);
    await neighbour.issues.support(join);
    await neighbour.issues.support(on(ids[0] ?? ''));
    expect(await sentBy('supervisor')).toMatchObject({ SUPPORT: { inHour: 1 } });
    await neighbour.issues.support(on(ids[1] ?? ''));
    await expect(neighbour.issues.support(on(ids[2] ?? ''))).rejects.toMatchObject(full('SUPPORT', TEN));
    expect((await system.store.get('issues', ids[2] ?? ''))?.supporters).toEqual([]);
  });

  it('remarks are counted by the matter and the day', async () => {
    const issueId = await filed(system);
    const add = { ...on(issueId), text: '还没人来' };
    await system.as('villager').issues.add(add);
    await system.as('villager').issues.add(add);
    await system.as('villager').issues.add({ ...on(issueId), text: '味道更大了' });
    await expect(system.as('villager').issues.add({ ...on(issueId), text: '再说一句' })).rejects.toMatchObject(full('REMARK', THURSDAY));
    await system.as('villager').issues.add(add);
    system.moveTo(THURSDAY);
    await system.as('villager').issues.add({ ...on(issueId), text: '今天还是老样子' });
  });

  it('requests and feedback share one room', async () => {
    const tapOnce = { requestId: tap(), text: '字太小' };
    await system.as('villager').people.sendFeedback(tapOnce);
    await system.as('villager').people.sendFeedback(tapOnce);
    await system.as('villager').people.askRights({ requestId: tap(), kind: 'EXPLAIN', text: '为什么存我的生日' });
    expect(operations(system)).toBeLessThanOrEqual(8);
    await expect(system.as('villager').people.sendFeedback({ requestId: tap(), text: '颜色太暗' })).rejects.toMatchObject(full('REQUEST', TEN));
    await system.as('villager').people.sendFeedback(tapOnce);
  });

  it('applications are counted by the day, answered ones too', async () => {
    const visitor = system.phone('wx:new');
    const one = (requestId: string) => visitor.people.apply({ requestId, village: VILLAGE, name: '张三', text: '住三组' });
    for (const requestId of [tap(), tap()]) {
      const { applicationId } = await one(requestId);
      expect(operations(system)).toBeLessThanOrEqual(8);
      await one(requestId);
      await system.as('duty').people.answerApplication({ requestId: tap(), applicationId, accept: false, text: '名册上没有' });
    }
    await expect(one(tap())).rejects.toMatchObject(full('APPLICATION', THURSDAY));
    system.pass(DAY_MS);
    await one(tap());
  });

  it('deleting the account makes no new room', async () => {
    await filed(system);
    await filed(system);
    await system.as('villager').people.deleteAccount({ requestId: tap() });
    await expect(system.as('villager').issues.submit(report({ place: { kind: 'GRID', grid: GRID } }))).rejects.toMatchObject(full('REPORT', TEN));
  });
});

describe('who tries to get around it', () => {
  beforeEach(async () => {
    system = await harness({ settings: { sending } });
  });

  it('has no more room after deleting the account, until the day is over', async () => {
    const visitor = system.phone('wx:teenager');
    const one = () => visitor.issues.submit(report({ place: { kind: 'GRID', grid: GRID } }));
    await one();
    await one();
    await visitor.people.deleteAccount({ requestId: tap() });
    await runClock(system.platform, jobs);
    await expect(one()).rejects.toMatchObject(full('REPORT', TEN));
    system.moveTo(THURSDAY);
    await runClock(system.platform, jobs);
    expect(await system.store.get('accounts', 'wx:teenager')).toBeUndefined();
  });

  it('has as much room at a computer as on the phone', async () => {
    const pc = computer(system);
    await signIn(system, pc, 'duty');
    await filed(system, 'duty');
    expect(await pc.ask('issues.submit', report())).toMatchObject({ number: expect.any(String) as string });
    await expect(pc.ask('issues.submit', report())).rejects.toMatchObject({ code: 'SENT_ENOUGH' });
    await expect(filed(system, 'duty')).rejects.toMatchObject({ code: 'SENT_ENOUGH' });
  });

  it('spends none of the checks that WeChat gives a day', async () => {
    await filed(system);
    await filed(system);
    const check = jest.spyOn(system.wechat, 'checkText');
    await expect(filed(system)).rejects.toMatchObject({ code: 'SENT_ENOUGH' });
    expect(check).not.toHaveBeenCalled();
  });

  it('is not written anew by the clock once they are gone (PRV-06)', async () => {
    const uploadId = await uploaded(system, 'villager', { 'photo-1': {} });
    const issueId = await filed(system, 'villager', { attachments: { uploadId, photos: ['photo-1'] } });
    expect((await system.store.get('issues', issueId))?.uncounted).toMatchObject({ isNew: false });
    await system.store.remove('accounts', accountOf('villager'));
    await turn(system);
    expect(await system.store.get('accounts', accountOf('villager'))).toBeUndefined();
  });
});
