/** People look at what the content check gave no answer to (WX-09). */
import { DAY_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { noteMediaVerdict, mediaVerdictIn } from '../../../cloudfunctions/clock/media-checked';
import { accountOf, COUNTY, GRID, OTHER_TOWN, OTHER_VILLAGE, people, TOWN, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { filed, on, operations, report, turn, uploaded } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
  system.wechat.set({ check: 'UNKNOWN' });
});
afterEach(() => system.close());

const WORDS = '水沟堵了三天，味道很大。';

async function waiting(): Promise<string> {
  const uploadId = await uploaded(system, 'villager', { 'photo-1': { check: 'PENDING' }, 'photo-2': { check: 'REFUSED' } });
  const issueId = await filed(system, 'villager', { attachments: { uploadId, photos: ['photo-1', 'photo-2'] } });
  await unanswered();
  return issueId;
}

/** Half an hour in which nobody answers. */
async function unanswered(): Promise<void> {
  for (let nth = 0; nth < 4; nth += 1) {
    system.pass(16 * MINUTE_MS);
    await turn(system);
  }
}

const listed = async (who: 'duty' | 'secondDuty' = 'duty') => (await system.as(who).issues.toReview({ area: VILLAGE })).items;
const decide = (issueId: string, decision: 'SHOW' | 'KEEP', parts: string[]) => system.as('duty').issues.review({ ...on(issueId), decision, parts });

describe('the desk\'s list', () => {
  it('has nothing before the check had its half hour, and then the words and the pictures without an answer', async () => {
    const issueId = await filed(system);
    system.pass(10 * MINUTE_MS);
    await turn(system);
    expect(await listed()).toEqual([]);
    await unanswered();
    expect(await listed()).toMatchObject([{ issueId, place: '堰坪村一组一格', parts: [{ part: 'REPORT', by: '一位村民', text: WORDS }] }]);
    expect(operations(system)).toBeLessThanOrEqual(8);
  });

  it('has no picture that was refused, and names the reporter to nobody', async () => {
    await waiting();
    const [item] = await listed();
    expect(item?.parts.map(({ part }) => part)).toEqual(['REPORT', 'FILE:photo-1']);
    expect(item?.parts[1]?.file).toMatchObject({ kind: 'IMAGE', id: expect.stringContaining('photo-1') as string });
    expect(JSON.stringify(item)).not.toContain('王秀兰');
  });

  it('is nobody\'s to show what they wrote themselves: a colleague does, or it is kept (ORG-08)', async () => {
    const open = await filed(system);
    const stored = await system.store.get('issues', open);
    if (stored === undefined) throw new Error('the issue is lost');
    await system.store.replace('issues', { ...stored, published: true, owner: { ...stored.owner, post: VILLAGE } });
    await system.as('duty').issues.accept(on(open));
    await system.as('duty').issues.progress({ ...on(open), text: '已经有人去看了' });
    await unanswered();
    const own = (await listed()).find((item) => item.issueId === open)?.parts.map(({ part }) => part) ?? [];
    expect(own).toHaveLength(1);
    await expect(decide(open, 'SHOW', own)).rejects.toMatchObject({ code: 'OWN_WORK' });
    expect(await system.as('secondDuty').issues.review({ ...on(open), decision: 'SHOW', parts: own })).toEqual({ done: true });
  });

  it('holds nobody up for what the officer wrote beside it: each part says whether it is the reader\'s own', async () => {
    const issueId = await filed(system);
    const stored = await system.store.get('issues', issueId);
    if (stored === undefined) throw new Error('the issue is lost');
    await system.store.replace('issues', { ...stored, owner: { ...stored.owner, post: VILLAGE } });
    await system.as('duty').issues.accept(on(issueId));
    await system.as('duty').issues.progress({ ...on(issueId), text: '已经有人去看了' });
    await unanswered();
    const parts = (await listed())[0]?.parts ?? [];
    expect(parts.map(({ kind, own }) => [kind, own])).toEqual([['REPORT', false], ['STEP', true]]);
    expect((await listed('secondDuty'))[0]?.parts.map(({ own }) => own)).toEqual([false, false]);
    await decide(issueId, 'SHOW', parts.filter(({ own }) => !own).map(({ part }) => part));
    expect((await system.as('supervisor').issues.get({ issueId })).text).toBe(WORDS);
  });

  it('still has it days later, when nobody asks the check any more', async () => {
    const issueId = await waiting();
    for (let day = 0; day < 3; day += 1) {
      system.pass(DAY_MS);
      await turn(system);
    }
    expect((await system.store.get('issues', issueId))?.timers.PUBLISH).toBeUndefined();
    expect(await listed()).toMatchObject([{ issueId }]);
  });

  it('loses what the check lets pass after all, and what is withdrawn', async () => {
    const issueId = await filed(system);
    const other = await filed(system, 'villager', { text: '另一件' });
    await unanswered();
    expect(await listed()).toHaveLength(2);
    await system.as('villager').issues.withdraw(on(other));
    system.wechat.set({ check: 'PASSED' });
    system.pass(60 * MINUTE_MS);
    await turn(system);
    expect(await listed()).toEqual([]);
    expect(await system.store.get('issues', issueId)).toMatchObject({ published: true });
    await expect(decide(issueId, 'KEEP', ['REPORT'])).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await system.store.get('issues', other)).toMatchObject({ published: false });
  });
});

describe('what the desk decides', () => {
  it('shows the village words and pictures, once, with a row in the audit', async () => {
    const issueId = await waiting();
    const decision = { ...on(issueId), decision: 'SHOW' as const, parts: ['REPORT', 'FILE:photo-1'] };
    await system.as('duty').issues.review(decision);
    expect(operations(system)).toBeLessThanOrEqual(8);
    await system.as('duty').issues.review(decision);
    await expect(system.as('duty').issues.review({ ...decision, decision: 'KEEP' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect(await listed()).toEqual([]);
    expect(await system.as('supervisor').issues.get({ issueId })).toMatchObject({ text: WORDS, photos: [{ id: 'photo-1' }] });
    const rows = await system.store.find('audit', { where: { target: `issue:${issueId}` }, limit: 50 });
    expect(rows.items.filter(({ action }) => action === 'issues.review')).toMatchObject([{ person: people.duty, detail: { decision: 'SHOW' } }]);
    system.pass(DAY_MS);
    await turn(system);
    expect(await system.store.get('issues', issueId)).toMatchObject({ published: true, visibility: 'VILLAGE' });
  });

  it('keeps a report to the handlers, tells its reporter, and no later answer of the check brings it out', async () => {
    const issueId = await waiting();
    await decide(issueId, 'KEEP', ['REPORT', 'FILE:photo-1']);
    expect(operations(system)).toBeLessThanOrEqual(8);
    system.wechat.set({ check: 'PASSED' });
    for (let nth = 0; nth < 3; nth += 1) {
      system.pass(60 * MINUTE_MS);
      await turn(system);
    }
    expect(await system.store.get('issues', issueId)).toMatchObject({ published: false, visibility: 'HANDLERS' });
    await expect(system.as('supervisor').issues.get({ issueId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('villager').issues.get({ issueId })).toMatchObject({ text: WORDS });
    const told = await system.store.find('notices', { where: { to: `person:${people.villager}` }, limit: 20 });
    expect(told.items.filter(({ kind }) => kind === 'ISSUE_NOT_PUBLISHED')).toHaveLength(1);
  });

  it('keeps a picture and shows the words, and later words of a handler are decided on their own', async () => {
    const issueId = await waiting();
    await decide(issueId, 'SHOW', ['REPORT']);
    await decide(issueId, 'KEEP', ['FILE:photo-1']);
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.progress({ ...on(issueId), text: '到现场看过了。' });
    await unanswered();
    const [item] = await listed();
    expect(item?.parts).toMatchObject([{ kind: 'STEP', by: '陈守田', text: '到现场看过了。' }]);
    await decide(issueId, 'KEEP', [item?.parts[0]?.part ?? '']);
    system.wechat.set({ check: 'PASSED' });
    system.pass(DAY_MS);
    await turn(system);
    const seen = await system.as('supervisor').issues.get({ issueId });
    expect(seen.photos).toEqual([]);
    expect(seen.steps.map(({ text }) => text)).not.toContain('到现场看过了。');
    expect((await system.as('villager').issues.get({ issueId })).steps.map(({ text }) => text)).toContain('到现场看过了。');
  });

  it('is about what was seen: words that came since go on waiting', async () => {
    const issueId = await waiting();
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.progress({ ...on(issueId), text: '后来写的。' });
    await decide(issueId, 'SHOW', ['REPORT', 'FILE:photo-1']);
    expect((await listed())[0]?.parts.map(({ text }) => text)).toEqual(['后来写的。']);
  });

  it('of two officers at once, one decides and the other learns of it', async () => {
    const issueId = await waiting();
    const outcomes = await Promise.allSettled([
      system.as('duty').issues.review({ ...on(issueId), decision: 'SHOW', parts: ['REPORT', 'FILE:photo-1'] }),
      system.as('secondDuty').issues.review({ ...on(issueId), decision: 'KEEP', parts: ['REPORT', 'FILE:photo-1'] }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CHANGED_MEANWHILE' } });
  });
});

describe('where the village has nobody else than who wrote it (ORG-08)', () => {
  const listedAbove = async () => (await system.as('town').issues.toReview({ area: TOWN })).items;
  const toldAbove = async () => (await system.store.find('notices', { where: { to: `post:${TOWN}` }, limit: 20 })).items.filter(({ kind }) => kind === 'ISSUE_UNCHECKED');

  /** Those who sit at the village's desk, by name. */
  async function desk(...names: readonly ('duty' | 'secondDuty')[]): Promise<void> {
    const village = await system.store.get('villages', VILLAGE);
    await system.store.update('villages', VILLAGE, { set: { desk: village?.desk.filter(({ personId }) => names.some((who) => people[who] === personId)) ?? [] } });
  }

  /** The villager's report and the officer's own words wait. */
  async function withOwnWords(): Promise<string> {
    const issueId = await filed(system);
    await system.store.update('issues', issueId, { set: { 'owner.post': VILLAGE } });
    await system.as('duty').issues.accept(on(issueId));
    await system.as('duty').issues.progress({ ...on(issueId), text: '已经有人去看了' });
    await unanswered();
    return issueId;
  }

  it('the town\'s desk decides on the only officer\'s own words, is told of them, and on nothing else', async () => {
    await desk('duty');
    const issueId = await withOwnWords();
    expect(await toldAbove()).toHaveLength(1);
    const above = await listedAbove();
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(above).toMatchObject([{ issueId, parts: [{ kind: 'STEP', by: '马建业', text: '已经有人去看了', own: false }] }]);
    expect((await listed())[0]?.parts.map(({ part, own }) => [part, own])).toEqual([['REPORT', false]]);

    const own = above[0]?.parts.map(({ part }) => part) ?? [];
    for (const decision of ['SHOW', 'KEEP'] as const) await expect(decide(issueId, decision, own)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const asked = { ...on(issueId), decision: 'SHOW' as const, parts: own };
    for (const parts of [['REPORT'], ['REPORT', ...own]]) await expect(system.as('town').issues.review({ ...asked, parts })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system.as('town').issues.review(asked);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await system.as('town').issues.review(asked)).toEqual({ done: true });
    expect(await listedAbove()).toEqual([]);
    await decide(issueId, 'SHOW', ['REPORT']);
    expect((await system.as('supervisor').issues.get({ issueId })).steps.map(({ text }) => text)).toContain('已经有人去看了');
  });

  it('has nothing to decide while a second officer sits there, nor told of it', async () => {
    await withOwnWords();
    expect(await listedAbove()).toEqual([]);
    expect(await toldAbove()).toEqual([]);
    await desk('duty');
    expect(await listedAbove()).toHaveLength(1);
  });

  it.each([
    ['whose last day was yesterday', { since: '2026-01-01', to: '2026-11-24' }, 1],
    ['whose last day is today', { since: '2026-01-01', to: '2026-11-25' }, 0],
    ['who begins tomorrow', { since: '2026-11-26' }, 1],
  ] as const)('an officer %s is not one', async (_who, time, above) => {
    await withOwnWords();
    const [first] = (await system.store.get('villages', VILLAGE))?.desk ?? [];
    await system.store.update('villages', VILLAGE, { set: { desk: [first, { personId: people.secondDuty, name: '杨晓梅', ...time }] } });
    expect(await listedAbove()).toHaveLength(above);
  });

  it('decides on everything where the desk is empty, and on what its only officer wrote down for a villager', async () => {
    await desk();
    const issueId = await waiting();
    expect((await listedAbove())[0]?.parts.map(({ part }) => part)).toEqual(['REPORT', 'FILE:photo-1']);
    await system.as('town').issues.review({ ...on(issueId), decision: 'KEEP', parts: ['REPORT', 'FILE:photo-1'] });
    expect(operations(system)).toBeLessThanOrEqual(8);
    await desk('duty');
    const { issueId: written } = await system.as('duty').issues.submitFor({ ...report(), personId: people.villager, consent: 'SPOKEN' });
    await unanswered();
    expect((await listedAbove()).map((item) => item.issueId)).toEqual([written]);
  });

  it('is no other town\'s, nor the county\'s', async () => {
    await desk('duty');
    await withOwnWords();
    await expect(system.as('town').issues.toReview({ area: OTHER_TOWN })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as('county').issues.toReview({ area: COUNTY })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as('town').issues.toReview({ area: GRID })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('nobody else decides', () => {
  it('the town\'s desk, of what the village\'s has', async () => {
    const issueId = await waiting();
    expect((await system.as('town').issues.toReview({ area: VILLAGE })).items).toEqual([]);
    await expect(system.as('town').issues.review({ ...on(issueId), decision: 'SHOW', parts: ['REPORT'] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['villager', 'head', 'groupHead', 'partHead', 'otherHead', 'supervisor', 'legal', 'police', 'county', 'clerk'] as const)('%s', async (who) => {
    const issueId = await waiting();
    await expect(system.as(who).issues.toReview({ area: VILLAGE })).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_BOUND/) as string });
    await expect(system.as(who).issues.review({ ...on(issueId), decision: 'SHOW', parts: ['REPORT'] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.store.get('issues', issueId)).toMatchObject({ published: false });
  });

  it('nor the desk of another village', async () => {
    await waiting();
    await expect(system.as('duty').issues.toReview({ area: OTHER_VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['a restricted matter', { restricted: true }],
    ['a matter about the officer', { aboutId: people.duty }],
    ['a matter kept from the desk', { barredPosts: [VILLAGE] }],
  ])('nor anybody on %s', async (_what, kept) => {
    const issueId = await waiting();
    await system.store.update('issues', issueId, { set: kept });
    expect(await listed()).toEqual([]);
    await expect(decide(issueId, 'SHOW', ['REPORT'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it.each([['pass', 'PASSED'], ['risky', 'REFUSED'], ['review', 'PENDING']] as const)('WeChat\'s %s of a picture leaves it %s', async (suggest, check) => {
  const uploadId = await uploaded(system, 'villager', { 'photo-1': { check: 'PENDING' } });
  const upload = `${accountOf('villager')}:${uploadId}`;
  const traceId = tap();
  await system.store.insert('mediaChecks', { _id: traceId, upload, file: 'photo-1', at: system.now() });
  const verdict = mediaVerdictIn({ Event: 'wxa_media_check', trace_id: traceId, result: { suggest } });
  if (verdict === undefined) throw new Error('a verdict');
  await noteMediaVerdict(system.platform, verdict);
  expect((await system.store.get('uploads', upload))?.files['photo-1']?.check).toBe(check);
});
