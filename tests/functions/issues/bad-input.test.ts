/** What a phone should not send: each a clear error, nothing lost, nothing half done. */
import { COUNTY, FAR_GRID, GRID, OTHER_GRID, people, TOWN, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { DITCH, filed, on, operations, report, uploaded } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const nothingStored = async () => expect((await system.store.find('issues', { where: { village: VILLAGE }, orderBy: [{ field: 'createdAt', direction: 'desc' }], limit: 10 })).items).toEqual([]);
const field = (path: string, problem: string) => ({ code: 'INVALID_INPUT', data: { fields: [expect.objectContaining({ path, problem })] } });

it.each([
  ['text of 10,000 characters', { text: '沟'.repeat(10_000) }, field('text', 'TOO_LONG')],
  ['text longer than the county allows', { text: '沟'.repeat(501) }, field('text', 'TOO_LONG')],
  ['no words and no voice', { text: '\u0000 \u200b' }, field('text', 'REQUIRED')],
  ['a category that does not exist', { category: 'NO_SUCH' as never }, field('category', 'CHOICE')],
  ['a grid that does not exist', { place: { kind: 'GRID', grid: `${VILLAGE}-9.9.9` } as const }, field('place', 'UNKNOWN')],
  ['a village that does not exist', { place: { kind: 'VILLAGE', village: '610921999999' } as const }, field('place', 'UNKNOWN')],
  ['a forged handler', { category: 'COMPLAINT' as const, aboutId: 'person-nobody' }, field('aboutId', 'UNKNOWN')],
  ['a draft that is not there', { attachments: { uploadId: 'draft-0000000000000000', photos: ['f'] } }, field('attachments', 'UNKNOWN')],
  ['more photos than allowed', { attachments: { uploadId: 'u', photos: Array.from({ length: 10 }, (_, n) => `f${n}`) } }, field('attachments.photos', 'TOO_LONG')],
])('%s', async (_case, more, error) => {
  await expect(system.as('villager').issues.submit(report(more))).rejects.toMatchObject(error);
  await nothingStored();
});

it('keeps markup as text and drops control characters', async () => {
  const issueId = await filed(system, 'villager', { text: '<b>水沟</b>\u0007堵了' });
  expect((await system.as('head').issues.get({ issueId })).text).toBe('<b>水沟</b>堵了');
});

it('takes nobody\'s word for who they are: a person in the input means nothing', async () => {
  const input = { ...report(), personId: people.head, reporterId: people.head };
  await system.call('demo:person-wang-xiulan', 'issues', { procedure: 'submit', input, account: 'demo:person-chen-shoutian', openid: 'x' });
  const [issue] = (await system.as('villager').issues.mine({})).items;
  expect(issue).toMatchObject({ mine: true });
  expect((await system.as('head').issues.mine({})).items).toEqual([]);
});

it('reports for nobody of another village, and for nobody at all', async () => {
  const input = { ...report(), personId: people.otherHead, consent: 'SPOKEN' as const };
  await expect(system.as('head').issues.submitFor(input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(system.as('head').issues.submitFor({ ...input, personId: 'person-nobody' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(system.as('villager').issues.submitFor({ ...input, personId: people.vacantVillager })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('a report to a place whose every post is vacant still has an owner, and the gaps are named', async () => {
  const empty = await harness({ fixture: (all) => ({ ...all, villages: all.villages.map((one) => ({ ...one, grids: one.grids.map(({ head: _head, ...cell }) => cell) })) }) });
  const receipt = await empty.as('farVillager').issues.submit(report());
  expect(receipt).toMatchObject({ owner: { name: '堰坪村值班室', post: VILLAGE }, vacant: ['堰坪村二组一格', '堰坪村二组', '堰坪村上片'] });
  await empty.close();
});

it('a visitor may report, must say where, and follows it by the account', async () => {
  const visitor = system.phone('demo:visitor');
  await expect(visitor.issues.submit(report())).rejects.toMatchObject(field('place', 'REQUIRED'));
  const { issueId } = await visitor.issues.submit(report({ place: { kind: 'GRID', grid: GRID }, visitorName: '过路人' }));
  expect(await visitor.issues.get({ issueId })).toMatchObject({ reporter: '您', owner: { name: '陈守田' } });
  expect((await visitor.issues.mine({})).items).toHaveLength(1);
  expect(await system.as('head').issues.get({ issueId })).toMatchObject({ reporter: '过路人' });
  await system.as('head').issues.accept(on(issueId));
  const told = await system.store.find('notices', { where: { to: 'account:demo:visitor' }, limit: 10 });
  expect(told.items).toMatchObject([{ kind: 'ISSUE_ACCEPTED' }]);
});

describe('files', () => {
  const photos = ['photo-1', 'photo-2'];
  it('are claimed with the report, all in eight operations', async () => {
    const uploadId = await uploaded(system, 'villager', { 'photo-1': {}, 'photo-2': { check: 'PENDING' } });
    const issueId = await filed(system, 'villager', { attachments: { uploadId, photos } });
    expect(operations(system)).toBe(8);
    const upload = await system.store.get('uploads', `demo:person-wang-xiulan:${uploadId}`);
    expect(upload).toMatchObject({ claimedBy: `issue:${issueId}` });
    expect(upload?.sweepAt).toBeUndefined();
    expect((await system.as('head').issues.get({ issueId })).photos).toHaveLength(2);
    expect((await system.as('supervisor').issues.get({ issueId })).photos.map(({ id }) => id)).toEqual(['photo-1']);
    await expect(system.as('villager').issues.submit(report({ attachments: { uploadId, photos } }))).rejects.toMatchObject(field('attachments', 'UNKNOWN'));
  });

  it('that are another\'s, not ready or not pictures are refused, and nothing is kept', async () => {
    const others = await uploaded(system, 'head', { 'photo-1': {} });
    await expect(system.as('villager').issues.submit(report({ attachments: { uploadId: others, photos: ['photo-1'] } }))).rejects.toMatchObject(field('attachments', 'UNKNOWN'));
    const bad = await uploaded(system, 'villager', { 'photo-1': { state: 'EXPECTED' }, 'photo-2': { kind: 'AUDIO' } });
    for (const photo of [...photos, '__proto__']) {
      await expect(system.as('villager').issues.submit(report({ attachments: { uploadId: bad, photos: [photo] } }))).rejects.toMatchObject(field('attachments.photos', 'NOT_READY'));
    }
    await nothingStored();
    expect((await system.store.get('uploads', `demo:person-wang-xiulan:${bad}`))?.claimedBy).toBeUndefined();
  });

  it('a voice note alone says enough', async () => {
    const uploadId = await uploaded(system, 'villager', { voice: { purpose: 'ISSUE_VOICE', kind: 'AUDIO', seconds: 12 } });
    const issueId = await filed(system, 'villager', { text: '', attachments: { uploadId, photos: [], voice: 'voice' } });
    expect(await system.as('head').issues.get({ issueId })).toMatchObject({ title: '卫生环境（语音）', voice: { seconds: 12 } });
  });

  it('handed up with a photo, the notices come with the clock\'s next turn', async () => {
    const issueId = await filed(system);
    const uploadId = await uploaded(system, 'head', { 'photo-9': {} });
    await system.as('head').issues.handUp({ ...on(issueId), text: '办不了', attachments: { uploadId, photos: ['photo-9'] } });
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect((await system.store.get('issues', issueId))?.untold).toHaveLength(2);
  });
});

it('acts refuse what the stage does not have, with where it is', async () => {
  const issueId = await filed(system);
  await expect(system.as('head').issues.finish({ ...on(issueId), text: '好了' })).rejects.toMatchObject({ code: 'ISSUE_STAGE', data: { stage: 'REPORTED' } });
  await expect(system.as('villager').issues.answer({ ...on(issueId), text: '答' })).rejects.toMatchObject({ code: 'ISSUE_STAGE' });
  await expect(system.as('head').issues.reject({ ...on(issueId), channel: '法院', text: '在打官司' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(system.as('head').issues.ask({ ...on(issueId), text: '' })).rejects.toMatchObject(field('text', 'REQUIRED'));
  await expect(system.as('otherHead').issues.accept(on(issueId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(system.as('head').issues.accept(on('issue-nothing'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('a clock before the issue breaks nothing', async () => {
  const issueId = await filed(system);
  system.pass(-3_600_000);
  const taken = await system.as('head').issues.accept(on(issueId));
  expect(taken.stage).toBe('ACCEPTED');
  expect(taken.steps[1]?.at).toBeGreaterThanOrEqual(taken.steps[0]?.at ?? 0);
});

it('words that must not be public are refused before anything is filed; without an answer it is filed and shown later', async () => {
  await expect(system.as('villager').issues.submit(report({ text: '违规测试' }))).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
  await nothingStored();
  expect(await system.as('villager').issues.submit(report({ text: '违规测试', visibility: 'HANDLERS' }))).toMatchObject({ owner: { post: GRID } });
  system.wechat.set({ check: 'UNKNOWN' });
  const issueId = await filed(system, 'villager', { requestId: tap(), text: DITCH });
  expect(await system.store.get('issues', issueId)).toMatchObject({ published: false });
  await expect(system.as('supervisor').issues.get({ issueId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('places elsewhere in the county go to whoever answers there', async () => {
  expect((await system.as('villager').issues.submit(report({ place: { kind: 'GRID', grid: OTHER_GRID } }))).owner.name).toBe('孙国庆');
  expect((await system.as('villager').issues.submit(report({ place: { kind: 'GRID', grid: FAR_GRID } }))).owner.name).toBe('周福林');
  expect((await system.as('villager').issues.submit(report({ category: 'COMPLAINT', aboutId: people.town }))).owner.post).toBe(COUNTY);
  expect((await system.as('villager').issues.submit(report({ sensitive: true }))).owner.post).toBe(`${TOWN}/legal`);
});
