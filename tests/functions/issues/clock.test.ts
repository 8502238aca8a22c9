/** The clock over a real store: checks, silence, counts, topics; run twice and at once (EVT-12, EVT-13, EVT-15, WX-08). */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { countedOf, NO_COUNTS, counted, sumOf, type Counts } from '@/domain/issues/rates';
import type { Store } from '@platform/store';
import { countIssues } from '../../../cloudfunctions/clock/issues-count';
import { runDueIssues } from '../../../cloudfunctions/clock/issues-due';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { countySettings } from '../../../config/county/settings';
import { COUNTY, GRID, TOWN, VILLAGE } from '../../fixtures/village';
import { harness, type System } from '../harness';
import { filed, on, turn, uploaded } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const issueOf = async (issueId: string) => {
  const issue = await system.store.get('issues', issueId);
  if (issue === undefined) throw new Error('the issue is lost');
  return issue;
};

describe('what the village may read', () => {
  it('appears once the check answers, words and pictures each on its own', async () => {
    system.wechat.set({ check: 'UNKNOWN' });
    const uploadId = await uploaded(system, 'villager', { 'photo-1': { check: 'PENDING' } });
    const issueId = await filed(system, 'villager', { attachments: { uploadId, photos: ['photo-1'] } });
    system.pass(MINUTE_MS);
    await turn(system);
    expect(await issueOf(issueId)).toMatchObject({ published: false, nextDue: 'PUBLISH' });
    system.wechat.set({ check: 'PASSED' });
    system.pass(10 * MINUTE_MS);
    await turn(system);
    expect(await issueOf(issueId)).toMatchObject({ published: true, shownFiles: [] });
    await system.store.update('uploads', `demo:person-wang-xiulan:${uploadId}`, { set: { 'files.photo-1.check': 'PASSED' } });
    system.pass(30 * MINUTE_MS);
    await turn(system);
    expect(await issueOf(issueId)).toMatchObject({ shownFiles: ['photo-1'] });
  });

  it('is looked at by the village\'s desk when no answer came for half an hour, told once', async () => {
    system.wechat.set({ check: 'UNKNOWN' });
    const issueId = await filed(system);
    const told = async () => (await system.store.find('notices', { where: { to: `post:${VILLAGE}` }, limit: 10 })).items.filter(({ kind }) => kind === 'ISSUE_UNCHECKED');
    const hour = async () => {
      for (let n = 0; n < 3; n += 1) {
        system.pass(20 * MINUTE_MS);
        await turn(system);
      }
    };
    await hour();
    const [first] = await told();
    // Its message was tried at once; what became of it stays, and what the desk has read stays read (WX-07).
    expect(first?.delivery).not.toBe('PENDING');
    await system.as('duty').notices.seen({ upTo: system.now() });
    await hour();
    await hour();
    expect(await told()).toEqual([first]);
    expect((await system.as('duty').notices.list({})).items.filter(({ unread }) => unread)).toEqual([]);
    expect(await issueOf(issueId)).toMatchObject({ published: false, open: true });
  });

  it('includes what the handler wrote, after the check', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.progress({ ...on(issueId), text: '到现场看过了。' });
    expect((await system.as('supervisor').issues.get({ issueId })).steps.at(-1)?.text).toBeUndefined();
    await turn(system);
    expect((await system.as('supervisor').issues.get({ issueId })).steps.at(-1)?.text).toBe('到现场看过了。');
  });
});

it('tells neighbours who joined in when it is done, as many as they are', async () => {
  const issueId = await filed(system);
  for (const who of ['partyMember', 'deputy', 'supervisor', 'vacantVillager'] as const) await system.as(who).issues.support(on(issueId));
  await system.as('head').issues.accept(on(issueId));
  await system.as('head').issues.finish({ ...on(issueId), text: '挖通了。' });
  await turn(system);
  const told = await Promise.all(['person-li-guoping', 'person-zhou-guifang', 'person-zheng-laifu', 'person-zhao-chunhua'].map((id) => system.store.find('notices', { where: { to: `person:${id}` }, limit: 10 })));
  for (const { items } of told) expect(items.map(({ kind }) => kind)).toEqual(['ISSUE_DONE_NEARBY']);
  expect((await issueOf(issueId)).untold).toBeUndefined();
});

it('a week of silence closes it as not rated', async () => {
  const issueId = await filed(system);
  await system.as('head').issues.accept(on(issueId));
  await system.as('head').issues.finish({ ...on(issueId), text: '挖通了。' });
  system.pass(8 * DAY_MS);
  await turn(system);
  expect(await issueOf(issueId)).toMatchObject({ stage: 'ARCHIVED' });
  const { now } = await system.as('duty').issues.overview({ month: '2026-11' });
  expect(now.satisfied).toEqual({ numerator: 0, denominator: 0, left: 1 });
  expect(now.onTime).toEqual({ numerator: 1, denominator: 1, left: 0 });
});

/** What the counts should be, from the issues themselves. */
async function truth(): Promise<Counts> {
  const all = await system.store.find('issues', { where: { town: TOWN }, orderBy: [{ field: 'createdAt', direction: 'desc' }], limit: 100 });
  return sumOf(all.items.flatMap((issue) => countedOf(issue) ?? []).map(({ flags }) => counted(NO_COUNTS, flags, 1)));
}

async function held(area: string): Promise<Counts> {
  const tallies = await system.store.find('tallies', { where: { area }, limit: 100 });
  return sumOf(tallies.items.flatMap(({ counts }) => Object.values(counts)));
}

describe('the counts (EVT-15)', () => {
  it('are exact at every level, however often and wherever they are taken', async () => {
    for (let n = 0; n < 6; n += 1) {
      const issueId = await filed(system, n % 2 === 0 ? 'villager' : 'vacantVillager', { text: `第${n}件事`, category: n % 3 === 0 ? 'ERRAND' : 'SANITATION', sensitive: n === 5 });
      if (n < 3) await system.as(n % 2 === 0 ? 'head' : 'groupHead').issues.accept(on(issueId));
      await Promise.all([turn(system), turn(system)]);
    }
    system.pass(20 * DAY_MS);
    await Promise.all([turn(system), turn(system)]);
    await turn(system);
    const right = await truth();
    expect(right.reported).toBe(5);
    for (const area of [VILLAGE, TOWN, COUNTY]) expect(await held(area)).toEqual(right);
  });

  it('survive a clock that dies between any two of its writes', async () => {
    for (let n = 0; n < 3; n += 1) await filed(system, 'villager', { text: `第${n}件事` });
    for (let survives = 0; survives < 40; survives += 1) {
      const turnOut = await runClock({ ...system.platform, store: dyingAfter(system.store, survives) }, [runDueIssues, countIssues]);
      if (turnOut.failed.length === 0) break;
    }
    await turn(system);
    expect(await held(TOWN)).toEqual(await truth());
    const topics = await system.store.find('topics', { where: { village: VILLAGE }, limit: 10 });
    expect(topics.items).toHaveLength(1);
    expect(topics.items[0]?.issueIds).toHaveLength(3);
  });

  it('keep a complaint from the counts of the desk it is about', async () => {
    await filed(system, 'villager', { category: 'COMPLAINT', aboutId: 'person-ma-jianye', text: '值班员不办事' });
    await turn(system);
    expect((await held(VILLAGE)).reported).toBe(0);
    expect((await held(TOWN)).reported).toBe(1);
  });
});

it('three of a kind in one grid become one topic, the fourth joins it (EVT-12)', async () => {
  for (let n = 0; n < 4; n += 1) {
    await filed(system, n % 2 === 0 ? 'villager' : 'partyMember', { text: `水沟又堵了，第${n}次` });
    await turn(system);
    const { items } = await system.as('duty').issues.topics({});
    expect(items.map(({ count }) => count)).toEqual(n < 2 ? [] : [n + 1]);
  }
  const { items } = await system.as('supervisor').issues.topics({ area: VILLAGE });
  expect(items[0]).toMatchObject({ category: 'SANITATION', title: '堰坪村一组一格：卫生环境' });
  expect(JSON.stringify(items)).not.toContain('水沟');
  await expect(system.as('villager').issues.topics({ area: VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('a flood of one kind is in its topics whole, a hundred in each (EVT-12)', async () => {
  const sending = { ...countySettings().sending, reports: { hour: 1000, day: 1000 } };
  await system.close();
  system = await harness({ settings: { sending } });
  for (let n = 0; n < 40; n += 1) await filed(system, 'villager', { text: `水沟又堵了，第${n}次` });
  for (let n = 0; n < 3; n += 1) await turn(system);
  const { items } = await system.store.find('topics', { where: { village: VILLAGE }, limit: 10 });
  expect(items.map(({ issueIds, numbers }) => [issueIds.length, numbers.length])).toEqual([[40, 40]]);
  const open = await system.store.find('issues', { where: { village: VILLAGE }, limit: 100 });
  expect(open.items.filter(({ topicId }) => topicId !== items[0]?._id)).toEqual([]);
});

it('looks at nothing twice: a turn with nothing due takes nothing', async () => {
  await filed(system);
  await turn(system);
  const { did } = await turn(system);
  expect(did).toMatchObject({ 'issues.due': 0, 'issues.count': 0 });
  expect((await system.store.find('issues', { where: { 'owner.post': GRID, open: true }, limit: 10 })).items).toHaveLength(1);
  system.pass(HOUR_MS);
});

/** A store whose process dies after so many writes: the transaction under way leaves nothing. */
function dyingAfter(store: Store, writes: number): Store {
  let left = writes;
  const dies = async <T>(write: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new Error('the process died');
    left -= 1;
    return write();
  };
  return {
    ...store,
    get: (collection, id) => store.get(collection, id),
    find: (collection, query) => store.find(collection, query),
    count: (collection, where) => store.count(collection, where),
    insertMany: (collection, docs) => dies(() => store.insertMany(collection, docs)),
    insert: (collection, doc) => dies(() => store.insert(collection, doc)),
    replace: (collection, doc) => dies(() => store.replace(collection, doc)),
    update: (collection, id, change) => dies(() => store.update(collection, id, change)),
    remove: (collection, id) => dies(() => store.remove(collection, id)),
    close: () => store.close(),
    transaction: (body) => store.transaction((tx) => body({
      get: (collection, id) => tx.get(collection, id),
      insert: (collection, doc) => dies(() => tx.insert(collection, doc)),
      replace: (collection, doc) => dies(() => tx.replace(collection, doc)),
      update: (collection, id, change) => dies(() => tx.update(collection, id, change)),
      remove: (collection, id) => dies(() => tx.remove(collection, id)),
    })),
  };
}
