/** A box from its announcement to its removal, over both stores. */
import { DAY_MS, HOUR_MS } from '@/domain/basics/civil-time';
import { MAIN } from '@/domain/voting/box';
import { checkFile, type PublishedFile } from '@/domain/voting/published-file';
import { bucketOf } from '@/domain/voting/receipt';
import { sha256 } from '@platform/ballot-box/close-box';
import { announcedBox } from '@platform/ballot-box/announce';
import { boxJobs } from '../../../cloudfunctions/clock/box-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { accountOf, householdOf, people, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { announced, ballotId, BOX, boxNow, closed, clock, insides, opened, plan, receiptFrom, seeded } from './kit';

let system: System;
afterEach(() => system.close());

const random = seeded(1);

function cast(who: Somebody, code: string, receipt = receiptFrom(random), box = BOX) {
  return system.as(who).voting.cast({ ballotId: ballotId(people[who], box), receipt, choices: { [MAIN]: code } });
}

describe('a ballot box', () => {
  beforeEach(async () => {
    system = await harness();
  });

  it('a box goes its whole way: drawn, shown, frozen, voted in, counted, published, and its ballots removed', async () => {
    const shown = await announced(system);
    expect(shown).toMatchObject({ state: 'SHOWN', eligible: 12 });
    expect((await system.as('vacantVillager').voting.roll({ boxId: BOX })).names).toContain('王小军');
    const box = await opened2();
    expect(box).toMatchObject({ state: 'OPEN', eligible: 12, shards: 1 });

    const mine = receiptFrom(random);
    expect(await cast('villager', 'C', mine)).toEqual({ cast: true });
    await cast('head', 'C');
    await cast('deputy', 'A');
    expect((await system.as('villager').voting.mine({})).items).toMatchObject([{ boxId: BOX, cast: true }]);
    expect((await system.as('vacantVillager').voting.mine({})).items).toMatchObject([{ boxId: BOX, cast: false }]);
    await expect(system.as('duty').voting.result({ boxId: BOX })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await closed(system);
    const result = await system.as('villager').voting.result({ boxId: BOX });
    expect(result).toMatchObject({ outcome: { kind: 'OPINION', first: ['C'] }, counts: { eligible: 12, present: 3, byQuestion: { main: { A: 1, B: 0, C: 2, D: 0 } } }, buckets: 1 });
    expect((await system.as('villager').voting.receipts({ boxId: BOX, bucket: bucketOf(mine, result.buckets) })).receipts).toContain(mine);
    const file = JSON.parse((await system.as('villager').voting.file({ boxId: BOX })).text) as PublishedFile;
    expect(checkFile(file, sha256)).toEqual([]);
    expect(file).toMatchObject({ ballots: { main: ['A', 'C', 'C'] }, closedOn: '2026-12-04' });

    system.moveTo(result.ballotsUntil - 1);
    await clock(system);
    expect((await insides(system)).ballots).toHaveLength(3);
    system.moveTo(result.ballotsUntil);
    await clock(system);
    expect(await insides(system)).toMatchObject({ receipts: [], ballots: [], cast: expect.arrayContaining([people.villager]) as unknown });
    expect((await system.as('villager').voting.result({ boxId: BOX })).counts?.present).toBe(3);
    await expect(system.as('villager').voting.file({ boxId: BOX })).rejects.toMatchObject({ code: 'BALLOTS_REMOVED' });
    system.pass(5 * 366 * DAY_MS);
    await clock(system);
    expect((await insides(system)).rows).toEqual([]);
    expect((await boxNow(system)).dueAt).toBeUndefined();
  });

  /** On from where it is shown. */
  async function opened2() {
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    system.moveTo(plan().opensAt);
    return boxNow(system);
  }

  it('a cast is eight store operations, one that was cast before five', async () => {
    await opened(system);
    const receipt = receiptFrom(random);
    await cast('villager', 'B', receipt);
    expect(system.lastLine()).toMatchObject({ action: 'voting.cast', outcome: 'OK', reads: 5, writes: 3 });
    await cast('villager', 'B', receipt);
    expect(system.lastLine()).toMatchObject({ outcome: 'OK', reads: 4, writes: 0 });
    await expect(cast('villager', 'B')).rejects.toMatchObject({ code: 'ALREADY_CAST' });
    expect(await insides(system)).toMatchObject({ receipts: [receipt], ballots: ['B'], cast: [people.villager] });
  });

  it('every other action keeps within eight', async () => {
    await announced(system);
    await system.as('villager').voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'ADD', text: '漏了我儿子', personId: people.son });
    const [objection] = (await system.as('duty').voting.objections({ boxId: BOX, open: true })).items;
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId: objection?.objectionId ?? '', accept: true, text: '加上了' });
    await system.as('villager').voting.onRoll({ boxId: BOX });
    await system.as('villager').voting.myObjections();
    await clock(system);
    await opened2();
    await cast('villager', 'B');
    await closed(system);
    await system.as('villager').voting.object({ requestId: tap(), boxId: BOX, about: 'OTHER', text: '再数一遍' });
    await system.as('villager').voting.file({ boxId: BOX });
    const dear = system.lines.filter(({ action, reads, writes }) => action.startsWith('voting.') && reads + writes > 8);
    expect(dear).toEqual([]);
  });
});

describe('a ballot', () => {
  beforeEach(async () => {
    system = await harness();
  });

  it('is not cast before the box opens, nor after it closes, nor with what is no option', async () => {
    await announced(system);
    await expect(cast('villager', 'B')).rejects.toMatchObject({ code: 'NOT_OPEN_YET' });
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    system.moveTo(plan().opensAt - 1);
    await expect(cast('villager', 'B')).rejects.toMatchObject({ code: 'NOT_OPEN_YET', data: { opensAt: plan().opensAt } });
    system.moveTo(plan().opensAt);
    for (const choice of ['X', '-']) await expect(cast('villager', choice)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(system.as('villager').voting.cast({ ballotId: ballotId(people.villager), receipt: receiptFrom(random), choices: {} })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    system.moveTo(plan().closesAt - 1);
    const receipt = receiptFrom(random);
    await cast('villager', 'B', receipt);
    system.moveTo(plan().closesAt);
    await expect(cast('head', 'B')).rejects.toMatchObject({ code: 'BOX_CLOSED' });
    // Its reply was lost a moment before.
    expect(await cast('villager', 'B', receipt)).toEqual({ cast: true });
    expect((await insides(system)).ballots).toEqual(['B']);
  });

  it('whose request was under way when the box closed is counted or refused, never half', async () => {
    await opened(system);
    await closed(system);
    // The request began before the closing and comes to the store after the lists were sealed.
    system.moveTo(plan().closesAt - 1);
    await expect(cast('villager', 'B')).rejects.toMatchObject({ code: 'BOX_CLOSED' });
    expect(await insides(system)).toMatchObject({ receipts: [], ballots: [], cast: [] });
  });

  it('is one\'s own: another\'s is not even there, and a slip in the receipt is found', async () => {
    await opened(system);
    await expect(system.as('villager').voting.cast({ ballotId: ballotId(people.head), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('otherHead').voting.cast({ ballotId: ballotId(people.otherHead), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const receipt = receiptFrom(random);
    const slip = (receipt.startsWith('0') ? '1' : '0') + receipt.slice(1);
    await expect(cast('villager', 'B', slip)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('needs a sure binding', async () => {
    await opened(system);
    await expect(cast('farVillager', 'B')).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    expect((await system.as('farVillager').voting.mine({})).items[0]).not.toHaveProperty('cast');
  });

  it('is cast by nobody for another, not even by a surely bound member of the family', async () => {
    await system.store.insert('accounts', { _id: 'wx:daughter', bindings: [{ personId: people.villager, level: 'VERIFIED', relation: 'FAMILY', at: 0 }], actingFor: people.villager, inboxSeenAt: 0 });
    await opened(system);
    const input = { ballotId: ballotId(people.villager), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } };
    await expect(system.phone('wx:daughter').voting.cast(input)).rejects.toMatchObject({ code: 'OWN_PHONE_ONLY' });
    expect(await system.phone('wx:daughter').voting.ballot({ ballotId: input.ballotId })).toMatchObject({ canCast: false });
    expect((await system.phone('wx:daughter').voting.mine({})).items[0]).not.toHaveProperty('cast');
    expect((await insides(system)).cast).toEqual([]);
  });

  it('does not take another\'s receipt', async () => {
    await opened(system);
    const receipt = receiptFrom(random);
    await cast('villager', 'B', receipt);
    await expect(cast('head', 'C', receipt)).rejects.toMatchObject({ code: 'RECEIPT_TAKEN' });
    expect(await insides(system)).toMatchObject({ receipts: [receipt], ballots: ['B'], cast: [people.villager] });
  });
});

describe('the roll (VOTE-10, 11)', () => {
  beforeEach(async () => {
    system = await harness();
  });

  it('tells whoever is not on it why, and until when it can be put right', async () => {
    await announced(system, plan({ electorate: { villages: [VILLAGE], except: [people.deputy] } }));
    const correctBy = plan().opensAt - DAY_MS;
    expect(await system.as('villager').voting.onRoll({ boxId: BOX })).toEqual({ on: true, correctBy });
    expect(await system.as('deputy').voting.onRoll({ boxId: BOX })).toMatchObject({ on: false, why: 'EXCEPTED' });
    expect(await system.as('otherHead').voting.onRoll({ boxId: BOX })).toMatchObject({ on: false, why: 'ELSEWHERE' });
  });

  it('is put right by an accepted objection, and the box waits until it is answered', async () => {
    await announced(system, plan({ electorate: { villages: [VILLAGE] } }));
    await system.store.remove('boxRolls', ballotId(people.vacantVillager));
    expect(await system.as('vacantVillager').voting.onRoll({ boxId: BOX })).toMatchObject({ on: false, why: 'MISSED' });
    await system.as('vacantVillager').voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'ADD', text: '漏了我' });
    await clock(system);
    expect((await system.as('duty').notices.list({})).items.map(({ kind }) => kind)).toContain('BOX_OBJECTION');

    // Nobody answers: the box is put off, and the town hears of it.
    system.moveTo(plan().opensAt);
    await clock(system);
    expect(await boxNow(system)).toMatchObject({ state: 'SHOWN' });
    expect((await system.as('town').notices.list({})).items.map(({ kind }) => kind)).toContain('BOX_OBJECTION_LATE');
    const [objection] = (await system.as('duty').voting.objections({ boxId: BOX, open: true })).items;
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId: objection?.objectionId ?? '', accept: true, text: '对不起，补上了' });
    await clock(system);
    const box = await boxNow(system);
    expect(box).toMatchObject({ state: 'OPEN', opensAt: plan().opensAt + DAY_MS, closesAt: plan().closesAt + DAY_MS, eligible: 12 });
    expect((await system.as('vacantVillager').notices.list({})).items.map(({ kind }) => kind)).toContain('BOX_ANSWERED');
    system.moveTo(box.opensAt);
    expect(await cast('vacantVillager', 'B')).toEqual({ cast: true });
  });

  it('is not added to by who has no vote, nor changed once it is frozen, nor answered by who asked', async () => {
    await announced(system, plan({ electorate: { villages: [VILLAGE], except: [people.deputy] } }));
    await system.as('deputy').voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'ADD', text: '加上我' });
    await system.as('duty').voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'REMOVE', personId: people.son, text: '外出了' });
    const open = (await system.as('duty').voting.objections({ boxId: BOX, open: true })).items;
    const [deputys, dutys] = [open.find(({ about }) => about === 'ADD'), open.find(({ about }) => about === 'REMOVE')];
    const answer = (who: Somebody, objectionId = '') => system.as(who).voting.answerObjection({ requestId: tap(), objectionId, accept: true, text: '好' });
    await expect(answer('duty', deputys?.objectionId)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE_FOR_ROLL', data: { why: 'EXCEPTED' } });
    await expect(answer('duty', dutys?.objectionId)).rejects.toMatchObject({ code: 'OWN_WORK' });
    await answer('secondDuty', dutys?.objectionId);
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId: deputys?.objectionId ?? '', accept: false, text: '自己不评自己' });
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    expect(await boxNow(system)).toMatchObject({ state: 'OPEN', eligible: 10 });
    await expect(system.as('son').voting.mine({})).rejects.toMatchObject({ code: 'NOT_BOUND' });
    await expect(system.as('villager').voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'REMOVE', text: '不投了' })).rejects.toMatchObject({ code: 'ROLL_FROZEN' });
  });

  it('gives a household one vote, by its representative; another member of it has none', async () => {
    await announced(system, plan({ unit: 'HOUSEHOLD' }));
    const box = await boxNow(system);
    expect(box.eligible).toBe(11);
    // 王秀兰 is 户代表 of her household, her son is not.
    const row = await system.store.get('boxRolls', ballotId(householdOf('villager')));
    expect(row).toMatchObject({ voter: people.villager, household: householdOf('villager') });
    await system.as('villager').voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'REPRESENTATIVE', personId: people.son, text: '让我儿子投' });
    const [objection] = (await system.as('duty').voting.objections({ boxId: BOX, open: true })).items;
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId: objection?.objectionId ?? '', accept: true, text: '改好了' });
    await clock(system);
    expect(await system.as('villager').voting.onRoll({ boxId: BOX })).toMatchObject({ on: false, why: 'NOT_REPRESENTATIVE', representative: '王小军' });
    await system.as('duty').people.me();
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    system.moveTo(plan().opensAt);
    await expect(system.as('villager').voting.cast({ ballotId: ballotId(householdOf('villager')), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('head').voting.cast({ ballotId: ballotId(householdOf('head')), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } })).toEqual({ cast: true });
  });
});

describe('a result', () => {
  beforeEach(async () => {
    system = await harness();
  });

  it('shows nothing at all below k: no count, no receipts, no file, no turnout (DEP-21)', async () => {
    await opened(system, plan({ rule: { kind: 'OPINION', k: 3 } }));
    await cast('villager', 'B');
    await cast('head', 'B');
    const box = await closed(system);
    expect(box.result).toMatchObject({ outcome: { kind: 'HIDDEN', k: 3 } });
    expect(JSON.stringify(box.result)).not.toMatch(/present|receiptsRoot|eligible/);
    const result = await system.as('villager').voting.result({ boxId: BOX });
    expect(result).toMatchObject({ outcome: { kind: 'HIDDEN', k: 3 }, buckets: 0 });
    expect(result.counts).toBeUndefined();
    await expect(system.as('villager').voting.file({ boxId: BOX })).rejects.toMatchObject({ code: 'TOO_FEW_TO_SHOW' });
    await expect(system.as('villager').voting.receipts({ boxId: BOX, bucket: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await system.as('villager').voting.mine({})).items[0]?.cast).toBe(true);
  });

  it('that does not add up is not published', async () => {
    await opened(system);
    await cast('villager', 'B');
    await system.store.update('boxRolls', ballotId(people.head), { set: { state: 'CAST' } });
    expect(await closed(system)).toMatchObject({ state: 'HELD' });
    await expect(system.as('villager').voting.result({ boxId: BOX })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await insides(system)).ballots).toEqual(['B']);
  });

  it('can be objected to by who was on the roll, while there is time', async () => {
    await opened(system);
    await closed(system);
    const object = (who: Somebody) => system.as(who).voting.object({ requestId: tap(), boxId: BOX, about: 'NOT_COUNTED', text: '我投了的' });
    await object('villager');
    await expect(object('otherHead')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    system.moveTo((await boxNow(system)).result?.objectionsUntil ?? 0);
    await expect(object('head')).rejects.toMatchObject({ code: 'OBJECTIONS_OVER' });
  });

  it('is counted once by two clocks at once, whenever they meet', async () => {
    await announced(system);
    for (const moment of [plan().opensAt - DAY_MS, plan().opensAt, plan().closesAt, plan().closesAt + HOUR_MS]) {
      system.moveTo(moment);
      if (moment === plan().opensAt) await cast('villager', 'D');
      await Promise.all([clock(system), clock(system), clock(system)]);
    }
    const box = await boxNow(system);
    expect(box).toMatchObject({ state: 'PUBLISHED', eligible: 12, result: { counts: { present: 1, eligible: 12 } } });
    const audit = await system.store.find('audit', { where: { target: `box:${BOX}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 100 });
    expect(audit.items.map(({ action }) => action).sort()).toEqual(['box.frozen', 'box.published']);
  });

  it('keeps comments for the presidium, each apart from its ballot', async () => {
    await opened(system, plan({ commentMax: 200 }));
    await system.as('villager').voting.cast({ ballotId: ballotId(people.villager), receipt: receiptFrom(random), choices: { [MAIN]: 'B' }, comment: '多来走走' });
    await closed(system);
    await expect(system.as('duty').voting.comments({ boxId: BOX })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system.store.update('people', people.town, { set: { roles: [{ role: 'PRESIDIUM', area: VILLAGE.slice(0, 9), from: '2024-01-01' }] } });
    expect(await system.phone(accountOf('town')).voting.comments({ boxId: BOX })).toEqual({ comments: ['多来走走'] });
  });
});

describe('many boxes that are due at once', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `box-deputy-${at}`);
  beforeEach(async () => {
    system = await harness();
    for (const id of ids) {
      const box = announcedBox(plan({ id }), { now: system.now() });
      if (!box.ok) throw new Error('these boxes are allowed');
      await system.store.insert('boxes', box.value);
    }
  });

  it('go on side by side, no more steps a round than are allowed, and all of them get there', async () => {
    const once = await runClock(system.platform, boxJobs, { maxRounds: 1, batch: 5 });
    expect(once).toMatchObject({ did: { 'boxes.step': 5 }, failed: [], more: true });
    // A box of this village takes two steps until it is shown.
    const states = await Promise.all(ids.map(async (id) => (await boxNow(system, id)).state));
    expect(states.filter((state) => state === 'SHOWN').length).toBeLessThanOrEqual(2);
    await clock(system);
    for (const id of ids) expect(await boxNow(system, id)).toMatchObject({ state: 'SHOWN', eligible: 12 });
  });

  it('are not held up by one that cannot go on', async () => {
    const broken = ids[3] ?? '';
    const { store } = system;
    const unreadable: typeof store = Object.assign(Object.create(store) as typeof store, {
      get: ((collection, id) => (id === broken ? Promise.reject(new Error('this one cannot be read')) : store.get(collection, id))) satisfies typeof store.get,
    });
    expect((await runClock({ ...system.platform, store: unreadable }, boxJobs)).failed).toContain('boxes.step');
    const states = await Promise.all(ids.map(async (id) => (await boxNow(system, id)).state));
    expect(states).toEqual(ids.map((id) => (id === broken ? 'DRAWING' : 'SHOWN')));
  });
});
