/** What stands between a box and whoever should not read, answer or change it: each guard by itself, over both stores. */
import { DAY_MS } from '@/domain/basics/civil-time';
import { MAIN } from '@/domain/voting/box';
import { announcedBox } from '@platform/ballot-box/announce';
import { beginFreezing, shardId } from '@platform/ballot-box/freeze-roll';
import { boxJobs } from '../../../cloudfunctions/clock/box-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { accountOf, OTHER_VILLAGE, people, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type Phone, type System } from '../harness';
import { announced, ballotId, BOX, boxNow, clock, closed, insides, opened, plan, receiptFrom, seeded } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const random = seeded(31);
const voting = (who: Somebody) => system.as(who).voting;
const cast = (who: Somebody, more: { readonly comment?: string } = {}) => voting(who).cast({ ballotId: ballotId(people[who]), receipt: receiptFrom(random), choices: { [MAIN]: 'B' }, ...more });
const asks = (who: Somebody, about: 'ADD' | 'REMOVE' | 'REPRESENTATIVE', personId: string) => voting(who).askCorrection({ requestId: tap(), boxId: BOX, about, personId, text: '请改一下' });
const answers = (who: Somebody, objectionId: string, accept = true) => voting(who).answerObjection({ requestId: tap(), objectionId, accept, text: '看过了' });
const firstObjection = async () => (await voting('secondDuty').objections({ boxId: BOX, open: true })).items[0]?.objectionId ?? '';

/** The phone of somebody of the town, who is from now on of its presidium. */
async function presidium(): Promise<Phone> {
  await system.store.update('people', people.town, { set: { roles: [{ role: 'PRESIDIUM', area: TOWN, from: '2024-01-01' }] } });
  return system.as('town');
}

describe('a box', () => {
  it('is nobody else’s than its villages’ and its officers’', async () => {
    await opened(system);
    expect(await voting('villager').box({ boxId: BOX })).toMatchObject({ boxId: BOX });
    for (const ask of [() => voting('otherHead').box({ boxId: BOX }), () => voting('otherHead').result({ boxId: BOX }), () => voting('otherHead').receipts({ boxId: BOX, bucket: 0 })]) {
      await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('of the town is hung out in the villages that vote, and in no other', async () => {
    await announced(system, plan({ area: TOWN, electorate: { villages: [OTHER_VILLAGE] } }));
    expect((await voting('otherHead').nearby()).items).toMatchObject([{ boxId: BOX }]);
    expect((await voting('villager').nearby()).items).toEqual([]);
  });

  it('whose roll is still being drawn shows nobody a part of it', async () => {
    const box = announcedBox(plan(), { now: system.now() });
    if (!box.ok) throw new Error('it is allowed');
    await system.store.insert('boxes', box.value);
    await runClock(system.platform, boxJobs, { maxRounds: 1, batch: 1 });
    expect(await boxNow(system)).toMatchObject({ state: 'DRAWING' });
    const [drawn] = (await insides(system)).rows;
    expect(drawn).toBeDefined();
    const reader = system.phone(accountOf((Object.keys(people) as Somebody[]).find((who) => people[who] === drawn?.voter) ?? 'villager'));
    expect((await reader.voting.mine({})).items).toEqual([]);
    await expect(reader.voting.roll({ boxId: BOX })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reader.voting.onRoll({ boxId: BOX })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await reader.voting.nearby()).items).toEqual([]);
  });

  it('does not wait for a vote from its freezing on, but from its opening', async () => {
    await announced(system);
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    expect(await boxNow(system)).toMatchObject({ state: 'OPEN' });
    expect((await voting('villager').waiting()).items).toEqual([]);
    system.moveTo(plan().opensAt);
    expect((await voting('villager').waiting()).items).toMatchObject([{ boxId: BOX }]);
  });

  it.each(['boxReceipts', 'boxChoices'] as const)('takes nothing once either of its lists is sealed (%s)', async (lists) => {
    await opened(system);
    await system.store.update(lists, shardId(BOX, 0), { set: { sealed: true } });
    await expect(cast('villager')).rejects.toMatchObject({ code: 'BOX_CLOSED' });
    expect(await insides(system)).toMatchObject({ receipts: [], ballots: [], cast: [] });
  });

  it('shows no receipt beyond the time for which ballots are kept, however late the clock is that removes them', async () => {
    await opened(system);
    await cast('villager');
    const until = (await closed(system)).result?.ballotsUntil ?? 0;
    system.moveTo(until - 1);
    expect((await voting('villager').receipts({ boxId: BOX, bucket: 0 })).receipts).toHaveLength(1);
    system.moveTo(until);
    await expect(voting('villager').receipts({ boxId: BOX, bucket: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(voting('villager').file({ boxId: BOX })).rejects.toMatchObject({ code: 'BALLOTS_REMOVED' });
    expect(await voting('villager').result({ boxId: BOX })).toMatchObject({ buckets: 0, counts: { present: 1 } });
  });
});

describe('comments (DEP-21)', () => {
  it('are shown to nobody below k ballots', async () => {
    await opened(system, plan({ area: TOWN, commentMax: 50, rule: { kind: 'OPINION', k: 3 } }));
    await cast('villager', { comment: '多来走走' });
    await closed(system);
    await expect((await presidium()).voting.comments({ boxId: BOX })).rejects.toMatchObject({ code: 'TOO_FEW_TO_SHOW' });
  });

  it('are not shown to whom they are about, of the presidium or not', async () => {
    await opened(system, plan({ area: TOWN, commentMax: 50, electorate: { villages: [VILLAGE], except: [people.town] } }));
    await cast('villager', { comment: '多来走走' });
    await closed(system);
    await expect((await presidium()).voting.comments({ boxId: BOX })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an objection', () => {
  it('to a result is made by the voter’s own phone, and holds no box up', async () => {
    await opened(system);
    await closed(system);
    await system.store.insert('accounts', { _id: 'wx:daughter', bindings: [{ personId: people.villager, level: 'VERIFIED', relation: 'FAMILY', at: 0 }], actingFor: people.villager, inboxSeenAt: 0 });
    const input = () => ({ requestId: tap(), boxId: BOX, about: 'CAST_NOT_BY_ME', text: '不是我投的' }) as const;
    await expect(system.phone('wx:daughter').voting.object(input())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await voting('villager').object(input());
    expect(await boxNow(system)).toMatchObject({ rollObjections: 0 });
  });

  it('to a roll is about people of the village, and about who represents a household only within it', async () => {
    await announced(system, plan({ unit: 'HOUSEHOLD' }));
    await expect(asks('villager', 'ADD', people.otherHead)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(asks('villager', 'REPRESENTATIVE', people.head)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await asks('villager', 'REPRESENTATIVE', people.son);
    expect(await boxNow(system)).toMatchObject({ rollObjections: 1 });
  });

  it('that comes while the clock begins to freeze the roll still holds it up', async () => {
    const stale = await announced(system);
    await asks('villager', 'REMOVE', people.head);
    system.moveTo(plan().opensAt - DAY_MS);
    await beginFreezing({ store: system.store, settings: system.platform.settings, now: system.now() }, stale);
    expect(await boxNow(system)).toMatchObject({ state: 'SHOWN', rollObjections: 1 });
  });

  it('is answered once, by nobody whom it is about', async () => {
    await announced(system);
    await asks('villager', 'REMOVE', people.duty);
    const objection = await firstObjection();
    await expect(answers('duty', objection)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await answers('secondDuty', objection, false);
    await expect(answers('secondDuty', objection)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await clock(system);
    expect((await insides(system)).rows.map(({ voter }) => voter)).toContain(people.duty);
    // An answer in good time freezes nothing sooner: the roll stays open to others until its day.
    expect(await boxNow(system)).toMatchObject({ state: 'SHOWN', rollObjections: 0, dueAt: plan().opensAt - DAY_MS });
  });

  it('to a roll that was frozen past it changes nobody’s right any more', async () => {
    const { _id } = await announced(system);
    await asks('villager', 'REMOVE', people.head);
    const objection = await firstObjection();
    // A box waits for its objections; whatever froze it all the same, a late yes is no way onto or off a roll.
    await system.store.update('boxes', _id, { set: { state: 'OPEN' } });
    await expect(answers('secondDuty', objection)).rejects.toMatchObject({ code: 'ROLL_FROZEN' });
    await answers('secondDuty', objection, false);
  });
});
