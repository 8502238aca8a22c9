import { HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { notice, toAccount, toPerson, toPost } from '@platform/notices';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { sendOutbox } from '../../../cloudfunctions/clock/send-outbox';
import { sweepUploads } from '../../../cloudfunctions/clock/sweep-uploads';
import { accountOf, GRID, people, TOWN, VACANT_GRID, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';
import { adapter, harness, type System } from '../harness';

describe(`the outbox over ${adapter}`, () => {
  let system: System;
  beforeEach(async () => {
    system = await harness();
  });
  afterEach(() => system.close());

  async function tell(to: string, cause = to): Promise<string> {
    const one = notice({ to, kind: 'ASSIGNED', at: WEDNESDAY_9, cause });
    await system.store.insert('notices', one);
    return one._id;
  }
  const turn = () => runClock(system.platform, [sendOutbox]);

  it.each([
    ['a person', toPerson(people.head), ['head']],
    ['an account', toAccount(accountOf('villager')), ['villager']],
    ['the head of a grid', toPost(GRID), ['head']],
    ['every officer of a village desk', toPost(VILLAGE), ['duty', 'secondDuty']],
    ['the town desk, not its other officers', toPost(TOWN), ['town']],
    ['the two who receive restricted matters', toPost(`${TOWN}/legal`), ['legal', 'police']],
    ['a department', toPost('610921/WATER'), ['department']],
  ] as const)('reaches %s', async (_case, to, who) => {
    const id = await tell(to);
    await turn();
    expect(system.wechat.sent.map((message) => message.to)).toEqual(who.map(accountOf));
    expect(await system.store.get('notices', id)).toMatchObject({ delivery: 'SENT', tries: 1 });
    expect((await system.store.get('notices', id))?.nextTryAt).toBeUndefined();
    await turn();
    expect(system.wechat.sent).toHaveLength(who.length);
  });

  it.each([
    ['an issue', { issueId: 'i1' }, 'packages/issue/progress/index?id=i1'],
    ['a matter that is talked over', { consultationId: 'c1' }, 'packages/consult/topic/index?id=c1'],
    ['anything else', {}, 'packages/inbox/list/index'],
  ])('leads to %s', async (_what, of, page) => {
    await system.store.insert('notices', notice({ to: toPerson(people.head), kind: 'ASSIGNED', at: WEDNESDAY_9, cause: 'x', ...of }));
    await turn();
    expect(system.wechat.sent).toMatchObject([{ page }]);
  });

  it('does not try again whom no message can reach', async () => {
    const id = await tell(toPost(VACANT_GRID));
    await turn();
    expect(await system.store.get('notices', id)).toMatchObject({ delivery: 'NO_CONSENT' });
    const son = await tell(toPerson(people.son));
    system.wechat.set({ send: 'NO_CONSENT' });
    await turn();
    expect(await system.store.get('notices', son)).toMatchObject({ delivery: 'NO_CONSENT' });
  });

  it('tries what failed again after longer and longer, and gives up in the end', async () => {
    const id = await tell(toPerson(people.head));
    system.wechat.set({ send: 'FAILED' });
    const waits: number[] = [];
    for (;;) {
      await turn();
      const kept = await system.store.get('notices', id);
      if (kept?.nextTryAt === undefined) break;
      waits.push((kept.nextTryAt - system.now()) / MINUTE_MS);
      system.moveTo(kept.nextTryAt);
    }
    expect(waits).toEqual([1, 5, 30, 120, 720]);
    expect(await system.store.get('notices', id)).toMatchObject({ delivery: 'GIVEN_UP', tries: 6 });
  });

  it('is sent once by two clocks at once', async () => {
    for (let n = 0; n < 12; n += 1) await tell(toPerson(people.head), `n${n}`);
    await Promise.all([turn(), turn()]);
    expect(system.wechat.sent).toHaveLength(12);
  });

  it('is tried again after a clock that died between taking and sending', async () => {
    const id = await tell(toPerson(people.head));
    const dying = { ...system.platform, wechat: { ...system.wechat, sendSubscribeMessage: () => Promise.reject(new Error('killed')) } };
    await runClock(dying, [sendOutbox]);
    expect(system.wechat.sent).toHaveLength(0);
    system.pass(MINUTE_MS);
    await turn();
    expect(await system.store.get('notices', id)).toMatchObject({ delivery: 'SENT', tries: 2 });
  });
});

describe('a turn of the clock', () => {
  let system: System;
  beforeEach(async () => {
    system = await harness();
  });
  afterEach(() => system.close());

  it('goes on with the other jobs when one fails, and says so without what it failed on', async () => {
    await system.store.insert('notices', notice({ to: toPerson(people.head), kind: 'ASSIGNED', at: WEDNESDAY_9, cause: 'x' }));
    const broken = { name: 'broken', run: () => Promise.reject(new Error('王秀兰')) };
    const outcome = await runClock(system.platform, [broken, sendOutbox]);
    expect(outcome).toEqual({ did: { broken: 0, 'outbox.send': 1 }, failed: ['broken'], more: false });
    expect(system.lines).toMatchObject([{ action: 'clock.broken', outcome: 'FAILED' }, { action: 'clock.outbox.send', did: 1 }]);
    expect(JSON.stringify(system.lines)).not.toContain('王秀兰');
  });

  it('takes batch after batch until nothing is left, or says that there is more', async () => {
    for (let n = 0; n < 7; n += 1) await system.store.insert('notices', notice({ to: toPerson(people.head), kind: 'ASSIGNED', at: WEDNESDAY_9, cause: `${n}` }));
    expect(await runClock(system.platform, [sendOutbox], { batch: 2, maxRounds: 2 })).toMatchObject({ did: { 'outbox.send': 4 }, more: true });
    expect(await runClock(system.platform, [sendOutbox], { batch: 2 })).toMatchObject({ did: { 'outbox.send': 3 }, more: false });
  });

  it('finds every job served by an index, and nothing to do in a quiet village', async () => {
    const outcome = await runClock(system.platform, jobs);
    expect(outcome.failed).toEqual([]);
    expect(Object.values(outcome.did).every((count) => count === 0)).toBe(true);
  });
});

describe('files that nobody claimed', () => {
  let system: System;
  const _id = 'demo:someone:draft-1';
  beforeEach(async () => {
    system = await harness();
    await system.files.keep('file-a', Buffer.from('a photo'), 'image/jpeg');
    await system.store.insert('uploads', { _id, account: 'demo:someone', createdAt: WEDNESDAY_9, sweepAt: WEDNESDAY_9 + 24 * HOUR_MS, files: { 'file-a': { purpose: 'ISSUE_PHOTO', state: 'READY', bytes: 7 } } });
  });
  afterEach(() => system.close());
  const sweep = () => runClock(system.platform, [sweepUploads]);

  it('stay for 24 hours and then go, with their document', async () => {
    system.pass(24 * HOUR_MS - 1);
    await sweep();
    expect(await system.files.read('file-a')).toBeDefined();
    system.pass(1);
    await sweep();
    expect(await system.files.read('file-a')).toBeUndefined();
    expect(await system.store.get('uploads', _id)).toBeUndefined();
  });

  it('stay for good once a report claimed them', async () => {
    await system.store.update('uploads', _id, { set: { claimedBy: 'issue:i' }, unset: ['sweepAt'] });
    system.pass(48 * HOUR_MS);
    await sweep();
    expect(await system.files.read('file-a')).toBeDefined();
  });

  it('are removed by the next sweep when one was killed half way', async () => {
    system.pass(25 * HOUR_MS);
    const killed = { ...system.platform, files: { ...system.files, remove: () => Promise.reject(new Error('killed')) } };
    expect((await runClock(killed, [sweepUploads])).failed).toEqual(['uploads.sweep']);
    expect(await system.store.get('uploads', _id)).toMatchObject({ claimedBy: 'sweep' });
    system.pass(10 * MINUTE_MS);
    await sweep();
    expect(await system.store.get('uploads', _id)).toBeUndefined();
    expect(await system.files.read('file-a')).toBeUndefined();
  });
});
