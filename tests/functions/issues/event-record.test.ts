/** The province's record of an event: what a desk adds, and the table (EVT-18). */
import { OTHER_TOWN, TOWN, VILLAGE } from '../../fixtures/village';
import { harness, type System } from '../harness';
import { filed, on, operations } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const MONTH = '2026-11';
const table = async (who: 'town' | 'duty' = 'town', area = TOWN) => (await system.as(who).issues.exportCsv({ area, month: MONTH, kind: 'EVENTS' })).csv;

it('is derived until a desk says more, and said again it changes nothing', async () => {
  const issueId = await filed(system, 'villager', { peopleAffected: 3 });
  expect((await system.as('town').issues.get({ issueId })).event).toEqual({ people: 3, level: 'ORDINARY' });
  const input = { ...on(issueId), event: { people: 12, parties: 'PERSONS' as const, mode: 'PEOPLES_MEDIATION' as const } };
  const first = await system.as('duty').issues.addEvent(input);
  expect(operations(system)).toBeLessThanOrEqual(8);
  expect(first.event).toEqual({ people: 12, level: 'ORDINARY', parties: 'PERSONS', mode: 'PEOPLES_MEDIATION' });
  const stored = await system.store.get('issues', issueId);
  await system.as('duty').issues.addEvent(input);
  expect(await system.store.get('issues', issueId)).toEqual(stored);
  await expect(system.as('duty').issues.addEvent({ ...input, event: { people: 2 } })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  // What is left out is derived again.
  expect((await system.as('town').issues.addEvent({ ...on(issueId), event: {} })).event).toEqual({ people: 3, level: 'ORDINARY' });
});

it('is no step of the matter: limits, steps and counts stay', async () => {
  const issueId = await filed(system);
  const before = await system.store.get('issues', issueId);
  await system.as('duty').issues.addEvent({ ...on(issueId), event: { level: 'MAJOR' } });
  const after = await system.store.get('issues', issueId);
  expect({ ...after, event: undefined, taps: before?.taps, changedAt: before?.changedAt }).toEqual({ ...before, event: undefined });
});

it('is kept by the desks of village and town, and seen by nobody else', async () => {
  const issueId = await filed(system);
  for (const who of ['villager', 'head', 'groupHead', 'county', 'clerk', 'otherHead'] as const) await expect(system.as(who).issues.addEvent({ ...on(issueId), event: { people: 2 } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const who of ['villager', 'head'] as const) expect((await system.as(who).issues.get({ issueId })).event).toBeUndefined();
  const hidden = await filed(system, 'villager', { sensitive: true, visibility: 'HANDLERS' });
  await expect(system.as('town').issues.addEvent({ ...on(hidden), event: { people: 2 } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('goes out as a table of a line a matter, without a person, anybody’s words, or a place nearer than the village', async () => {
  const issueId = await filed(system, 'villager', { text: '隔壁张三家的水沟堵了', placeText: '水井旁' });
  await filed(system, 'villager', { sensitive: true, visibility: 'HANDLERS', text: '家里的事' });
  await system.as('head').issues.accept(on(issueId));
  await system.as('head').issues.finish({ ...on(issueId), text: '张三让人清了' });
  await system.as('duty').issues.addEvent({ ...on(issueId), event: { parties: 'PERSONS', mode: 'SETTLED' } });
  const csv = await table();
  const { number } = await system.as('town').issues.get({ issueId });
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFF事件名称,发生日期,发生地点,事件规模,事件类别,涉及人数,涉及单位,事件来源,事件级别,当事人,化解方式,化解责任人,化解时限,是否化解,办理结果,办结时间',
    `堰坪村卫生环境 ${number},2026-11-25 09:00,堰坪村,个体,卫生环境,1,,群众上报,一般,个人和个人,自行和解,中心户长,2026-11-30,,办结,2026-11-25 09:00`,
  ]);
  expect(csv.split('\r\n')).toHaveLength(3);
  expect(csv).not.toMatch(/张三|王秀兰|陈守田|水井|一格/);
  expect(await table('duty', VILLAGE)).toContain(number);
  await expect(table('town', OTHER_TOWN)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await system.store.find('audit', { where: { target: `area:${TOWN}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 })).items).toMatchObject([{ action: 'issues.exportCsv', detail: { kind: 'EVENTS', month: MONTH } }]);
});
