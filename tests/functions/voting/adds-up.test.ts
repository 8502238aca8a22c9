/** What a count rests on, taken apart one piece at a time, and what of a count is published (VOTE-12, DEP-21). */
import { addCivilDays, addCivilMonths, civilDateOf, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import { MAIN } from '@/domain/voting/box';
import type { PublishedFile } from '@/domain/voting/published-file';
import { shardId } from '@platform/ballot-box/freeze-roll';
import type { ChoiceShard, ReceiptShard } from '@platform/ballot-box/records';
import { commentsIn, receiptsIn } from '@platform/ballot-box/shards';
import { people, type Somebody } from '../../fixtures/village';
import { harness, type System } from '../harness';
import { accountAt, ballotId, BOX, boxNow, clock, closed, insides, opened, personOf, plan, receiptFrom, seeded, withCrowd } from './kit';

let system: System;

const random = seeded(41);
const cast = (who: Somebody, choices: Readonly<Record<string, string>>, comment?: string) =>
  system.as(who).voting.cast({ ballotId: ballotId(people[who]), receipt: receiptFrom(random), choices: { ...choices }, ...(comment === undefined ? {} : { comment }) });

/** Somebody who can write to the store, and changes one thing. */
async function lists(): Promise<{ readonly receipts: ReceiptShard; readonly choices: ChoiceShard }> {
  const [receipts, choices] = [await system.store.get('boxReceipts', shardId(BOX, 0)), await system.store.get('boxChoices', shardId(BOX, 0))];
  if (receipts === undefined || choices === undefined) throw new Error('a box has lists');
  return { receipts, choices };
}

describe('a box of which one piece was changed behind its back is held', () => {
  afterEach(() => system.close());

  it.each<[string, () => Promise<unknown>]>([
    ['a name taken off the frozen roll', () => system.store.remove('boxRolls', ballotId(people.deputy))],
    ['a ballot taken out', async () => {
      const { choices } = await lists();
      await system.store.replace('boxChoices', { ...choices, choices: { [MAIN]: (choices.choices[MAIN] ?? []).slice(1) } });
    }],
    ['a ballot put in', async () => {
      const { choices } = await lists();
      await system.store.replace('boxChoices', { ...choices, choices: { [MAIN]: [...(choices.choices[MAIN] ?? []), 'ffffffffffffffffB'] } });
    }],
    ['a receipt taken out', async () => {
      const { receipts } = await lists();
      await system.store.replace('boxReceipts', { ...receipts, receipts: receipts.receipts.slice(1) });
    }],
    ['one receipt in place of another', async () => {
      const { receipts } = await lists();
      const [first = ''] = receipts.receipts;
      await system.store.replace('boxReceipts', { ...receipts, receipts: [first, first] });
    }],
    ['a row turned to cast', () => system.store.update('boxRolls', ballotId(people.deputy), { set: { state: 'CAST' } })],
  ])('%s', async (_what, change) => {
    system = await harness();
    await opened(system);
    await cast('villager', { [MAIN]: 'B' });
    await cast('head', { [MAIN]: 'C' });
    await change();
    const box = await closed(system);
    expect([box.state, box.result]).toEqual(['HELD', undefined]);
  });
});

describe('what is published', () => {
  afterEach(() => system.close());

  it('has nothing of a question that fewer than k answered: not in the result, not in the file', async () => {
    system = await harness();
    const options = [{ code: 'B', text: '好' }, { code: 'A', text: '弃权' }];
    await opened(system, plan({ rule: { kind: 'OPINION', k: 3 }, questions: [MAIN, 'few', 'many'].map((id) => ({ id, text: id, options })) }));
    await cast('villager', { [MAIN]: 'B', few: 'B', many: 'B' });
    await cast('head', { [MAIN]: 'B', few: 'B', many: 'B' });
    await cast('deputy', { [MAIN]: 'A', few: '-', many: 'B' });
    await closed(system);
    const result = await system.as('villager').voting.result({ boxId: BOX });
    expect(result.counts?.byQuestion).toEqual({ [MAIN]: { A: 1, B: 2 }, many: { A: 0, B: 3 } });
    const file = JSON.parse((await system.as('villager').voting.file({ boxId: BOX })).text) as PublishedFile;
    expect(file.ballots).toEqual({ [MAIN]: ['A', 'B', 'B'], many: ['B', 'B', 'B'] });
    expect(file.questions.map(({ id }) => id)).toEqual([MAIN, 'many']);
  });

  it('has a comment as long as it may be, and none that is longer', async () => {
    system = await harness();
    await opened(system, plan({ commentMax: 4 }));
    await expect(cast('villager', { [MAIN]: 'B' }, '多来走走吧')).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'comment', problem: 'TOO_LONG' }] } });
    expect(await cast('villager', { [MAIN]: 'B' }, '多来走走')).toEqual({ cast: true });
  });
});

describe('what is kept, and until when (PRV-10, PUB-04)', () => {
  afterEach(() => system.close());

  it('ballots for ninety days beyond the fifteen of objections, the roll for a term, to the moment', async () => {
    system = await harness({ fixture: withCrowd(150) });
    await opened(system);
    await cast('villager', { [MAIN]: 'B' });
    const { publishedAt = 0, objectionsUntil, ballotsUntil, rollUntil = 0 } = (await closed(system)).result ?? {};
    const today = civilDateOf(publishedAt);
    const { privacy, consult, head } = system.platform.settings;
    expect([consult.publishDays, privacy.ballotDays]).toEqual([15, 90]);
    expect([objectionsUntil, ballotsUntil]).toEqual([endOfDay(addCivilDays(today, 15)), endOfDay(addCivilDays(today, 105))]);
    expect(rollUntil).toBe(startOfDay(addCivilMonths(today, 12 * head.termYears)));
    system.moveTo(rollUntil - 1);
    await clock(system);
    expect(await insides(system)).toMatchObject({ receipts: [], ballots: [], rows: expect.objectContaining({ length: 162 }) as unknown });
    system.moveTo(rollUntil);
    await clock(system);
    expect((await insides(system)).rows).toEqual([]);
    expect((await boxNow(system)).result?.counts?.present).toBe(1);
  });
});

describe('the lists of a box, read', () => {
  it('come in the order of values, whichever of them one stands in', () => {
    const list = (at: number) => ({ _id: shardId(BOX, at), box: BOX, sealed: true });
    expect(receiptsIn([{ ...list(0), receipts: ['B', 'D'] }, { ...list(1), receipts: ['A', 'C'] }])).toEqual(['A', 'B', 'C', 'D']);
    const comments = (at: number, ...entries: readonly string[]) => ({ ...list(at), choices: {}, comments: entries });
    expect(commentsIn([comments(0, '2222222222222222二', '4444444444444444四'), comments(1, '1111111111111111一', '3333333333333333三')])).toEqual(['一', '二', '三', '四']);
  });
});

describe('the lists of a box', () => {
  afterEach(() => system.close());

  it('share what comes in: none is left out', async () => {
    system = await harness({ fixture: withCrowd(90) });
    await opened(system);
    for (let at = 0; at < 90; at += 1) await system.phone(accountAt(at)).voting.cast({ ballotId: ballotId(personOf(at)), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } });
    const { receiptShards, choiceShards } = await insides(system);
    expect(choiceShards).toHaveLength(4);
    for (const { choices } of choiceShards) expect(choices[MAIN]?.length ?? 0).toBeGreaterThan(0);
    for (const { receipts } of receiptShards) expect(receipts.length).toBeGreaterThan(0);
  });
});
