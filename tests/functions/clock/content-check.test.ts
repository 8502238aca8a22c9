/** WX-06..09 from the tap to the neighbour's screen, with a WeChat that refuses, falls silent, answers late or has run out of quota. */
import { DAY_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { clockMain } from '../../../cloudfunctions/clock/clock-main';
import { jpeg } from '../../fixtures/media';
import { accountOf, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { filed, on, turn } from '../issues/kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const neighboursSee = async () => (await system.as('supervisor').issues.village({})).items.map(({ issueId }) => issueId);
const noticesOf = async (to: string) => (await system.store.find('notices', { where: { to }, limit: 50 })).items;

/** A report with a photo that went the whole way: ticket, quarantine, look, kept. */
async function withPhoto(): Promise<{ readonly issueId: string; readonly photo: string }> {
  const uploadId = tap();
  const bytes = jpeg();
  const { fileId, ticket } = await system.as('villager').files.begin({ uploadId, fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: bytes.length });
  await system.send(ticket, bytes);
  await system.as('villager').files.finish({ uploadId, fileId });
  return { issueId: await filed(system, 'villager', { attachments: { uploadId, photos: [fileId] } }), photo: fileId };
}

/** WeChat's event, as its message push brings it to the clock. */
function verdict(traceId: string | undefined, suggest: 'pass' | 'risky'): Promise<unknown> {
  const main = clockMain(() => Promise.resolve({ platform: system.platform, identify: () => undefined }));
  return main({ MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, result: { suggest, label: 100 } });
}

const photosFor = async (who: 'supervisor' | 'head', issueId: string) => (await system.as(who).issues.get({ issueId })).photos.length;

describe('a public text', () => {
  it('whose check does not answer is filed all the same, shown to its handler, and to the village only once it passed', async () => {
    system.wechat.set({ check: 'SILENT' });
    const issueId = await filed(system);
    expect(await neighboursSee()).toEqual([]);
    expect((await system.as('head').issues.get({ issueId })).text).toContain('水沟');
    system.wechat.set({ check: 'PASSED' });
    system.pass(10 * MINUTE_MS);
    await turn(system);
    expect(await neighboursSee()).toEqual([issueId]);
  }, 15_000);

  it('beyond the day’s quota waits, is looked at by the desk, and is shown once there is quota again', async () => {
    system.wechat.set({ quota: 0 });
    const issueId = await filed(system);
    for (let n = 0; n < 4; n += 1) {
      system.pass(20 * MINUTE_MS);
      await turn(system);
    }
    expect(await neighboursSee()).toEqual([]);
    expect((await noticesOf(`post:${VILLAGE}`)).filter(({ kind }) => kind === 'ISSUE_UNCHECKED')).toHaveLength(1);
    system.wechat.set({ quota: 1_000 });
    system.pass(DAY_MS / 2);
    await turn(system);
    expect(await neighboursSee()).toEqual([issueId]);
  });

  it('of a handler is asked about in the handler\'s name, who was in the app just now, and not in the reporter\'s (WX-08)', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.accept(on(issueId));
    system.pass(DAY_MS);
    const check = jest.spyOn(system.wechat, 'checkText');
    await system.as('head').issues.progress({ ...on(issueId), text: '到现场看过了' });
    await turn(system);
    expect(check.mock.calls).toEqual([[accountOf('head'), '到现场看过了']]);
    // The account is kept only until the answer is there.
    expect((await system.store.get('issues', issueId))?.steps.some(({ author }) => author !== undefined)).toBe(false);
  });

  it('that is refused stays with its handlers', async () => {
    system.wechat.set({ check: 'UNKNOWN' });
    const issueId = await filed(system);
    system.wechat.set({ check: 'REFUSED' });
    system.pass(10 * MINUTE_MS);
    await turn(system);
    expect(await neighboursSee()).toEqual([]);
    expect((await system.as('head').issues.get({ issueId })).issueId).toBe(issueId);
  });
});

describe('a photo', () => {
  it('is hidden from the village until WeChat’s event says that it passed', async () => {
    system.wechat.set({ media: 'LATER' });
    const { issueId, photo } = await withPhoto();
    expect(system.wechat.asked).toHaveLength(1);
    // WeChat is shown the kept file by a link that opens.
    expect(await system.open(system.wechat.asked[0]?.url)).toBeDefined();
    expect([await photosFor('supervisor', issueId), await photosFor('head', issueId)]).toEqual([0, 1]);
    await verdict(system.wechat.asked[0]?.traceId, 'pass');
    system.pass(10 * MINUTE_MS);
    await turn(system);
    expect(await photosFor('supervisor', issueId)).toBe(1);
    expect((await system.store.get('issues', issueId))?.shownFiles).toEqual([photo]);
  });

  it('that WeChat refuses, or never answers for, stays hidden; the desk is told after half an hour', async () => {
    system.wechat.set({ media: 'LATER' });
    const refused = await withPhoto();
    await verdict(system.wechat.asked[0]?.traceId, 'risky');
    const silent = await withPhoto();
    for (let n = 0; n < 4; n += 1) {
      system.pass(20 * MINUTE_MS);
      await turn(system);
    }
    expect([await photosFor('supervisor', refused.issueId), await photosFor('supervisor', silent.issueId)]).toEqual([0, 0]);
    const told = (await noticesOf(`post:${VILLAGE}`)).filter(({ kind }) => kind === 'ISSUE_UNCHECKED');
    expect(told.map(({ issueId }) => issueId)).toContain(silent.issueId);
  });
});

describe('a message', () => {
  it('beyond the day’s quota is sent later, and stands in the inbox meanwhile (WX-07)', async () => {
    const issueId = await filed(system);
    system.wechat.set({ quota: 0 });
    await turn(system);
    expect(system.wechat.sent).toEqual([]);
    expect((await system.as('head').notices.list({})).items.map((one) => one.issueId)).toContain(issueId);
    system.wechat.set({ quota: 1_000 });
    system.pass(2 * MINUTE_MS);
    await turn(system);
    expect(system.wechat.sent.length).toBeGreaterThan(0);
  });
});
