/** What lies beside a cast: pages of others, other records, messages, memory, and what is left once ballots are removed (PRV-10). */
import { readFile } from 'node:fs/promises';
import { MAIN } from '@/domain/voting/box';
import { AppError } from '@/services/app-error';
import type { ChoiceShard } from '@platform/ballot-box/records';
import { withBallot } from '@platform/ballot-box/shards';
import { loadDriver } from '@platform/sqlite/driver';
import { layoutsOf } from '@platform/sqlite/layout';
import { RecentDocuments } from '@platform/sqlite/recent';
import type { CollectionName } from '@platform/store';
import { collections } from '../../../config/cloud/collections';
import { householdOf, people, type Somebody } from '../../fixtures/village';
import { adapter, harness, type Phone, type System } from '../harness';
import { accountAt, ballotId, BOX, boxNow, clock, closed, insides, opened, personOf, plan, receiptFrom, seeded, withCrowd } from './kit';

const COLLECTIONS = Object.keys(collections) as CollectionName[];
const random = seeded(23);

let system: System;

/** A reply, or the refusal in its place. */
async function replyOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code, data: error.data };
    throw error;
  }
}

/** Everything that somebody can ask of a box. */
function askedBy(phone: Phone, row: string): Promise<readonly unknown[]> {
  const { voting, notices } = phone;
  const receipt = receiptFrom(seeded(1));
  return Promise.all([
    voting.box({ boxId: BOX }), voting.mine({}), voting.waiting(), voting.nearby(), voting.onRoll({ boxId: BOX }), voting.roll({ boxId: BOX }), voting.result({ boxId: BOX }),
    voting.file({ boxId: BOX }), voting.receipts({ boxId: BOX, bucket: 0 }), voting.comments({ boxId: BOX }), voting.watched({}), voting.objections({ boxId: BOX, open: true }),
    voting.ballot({ ballotId: row }), voting.cast({ ballotId: row, receipt, choices: { [MAIN]: 'B' } }), notices.list({}),
  ].map(replyOf));
}

describe('a cast', () => {
  afterEach(() => system.close());

  it.each(['PERSON', 'HOUSEHOLD'] as const)('changes no page of anybody else, of the same household or of an office, while the box is open (%s, VOTE-10)', async (unit) => {
    system = await harness();
    await opened(system, plan({ unit }));
    const row = ballotId(unit === 'PERSON' ? people.villager : householdOf('villager'));
    await system.store.insert('accounts', { _id: 'wx:son', bindings: [{ personId: people.son, level: 'VERIFIED', relation: 'SELF', at: 0 }], actingFor: people.son, inboxSeenAt: 0 });
    const others = [system.phone('wx:son'), ...(['head', 'duty', 'supervisor', 'town', 'deputy', 'otherHead'] as const satisfies readonly Somebody[]).map((who) => system.as(who))];
    const seen = () => Promise.all(others.map((phone) => askedBy(phone, row)));
    const before = await seen();
    await system.as('villager').voting.cast({ ballotId: row, receipt: receiptFrom(random), choices: { [MAIN]: 'C' } });
    expect((await insides(system)).cast).toEqual([people.villager]);
    expect(await seen()).toEqual(before);
  });

  it('changes the row, a list of receipts and a list of choices, and nothing else there is; and nobody is sent a message', async () => {
    system = await harness({ fixture: withCrowd(3) });
    await opened(system, plan({ commentMax: 50 }));
    const before = await everything();
    await system.phone(accountAt(1)).voting.cast({ ballotId: ballotId(personOf(1)), receipt: receiptFrom(random), choices: { [MAIN]: 'C' }, comment: '路灯先装' });
    const after = await everything();
    expect(COLLECTIONS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort()).toEqual(['boxChoices', 'boxReceipts', 'boxRolls']);
    const changed = after.boxRolls?.filter((doc, at) => JSON.stringify(doc) !== JSON.stringify(before.boxRolls?.[at]));
    expect(changed).toEqual([{ ...before.boxRolls?.find(({ voter }) => voter === personOf(1)), state: 'CAST' }]);
    await clock(system);
    expect(system.wechat.sent).toEqual([]);
  });
});

/** The documents of every collection, by their ids. */
async function everything(): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>> {
  const documents = await Promise.all(COLLECTIONS.map(async (name) => [name, await allOf(name)] as const));
  return Object.fromEntries(documents.map(([name, docs]) => [name, [...docs].sort((one, other) => (String(one._id) < String(other._id) ? -1 : 1))]));
}

async function allOf(name: CollectionName): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (system.emulator !== undefined) return system.emulator.all(name);
  const connection = (await loadDriver())(system.path);
  const docs = connection.prepare(`SELECT doc FROM "${name}"`).all([]).map(({ doc }) => JSON.parse(String(doc)) as Readonly<Record<string, unknown>>);
  connection.close();
  return docs;
}

describe('a list of choices', () => {
  it('is the same whichever question was answered first', () => {
    const empty: ChoiceShard = { _id: `${BOX}:0`, box: BOX, choices: {}, comments: [], sealed: false };
    const ids = (bytes: number) => 'ab'.repeat(bytes);
    const cast = (...ballots: readonly Readonly<Record<string, string>>[]) => JSON.stringify(ballots.reduce((list, choices) => withBallot(list, choices, undefined, ids), empty));
    const [full, bare] = [{ visits: 'S', [MAIN]: 'S', attend: 'S' }, { attend: '-', [MAIN]: 'S', visits: '-' }];
    expect(cast(bare, full)).toBe(cast(full, bare));
    expect(cast(full)).toBe(cast({ attend: 'S', [MAIN]: 'S', visits: 'S' }));
  });
});

describe('the memory of the embedded store', () => {
  it('keeps no document of a roll or a list: neither who voted last nor what a list was', () => {
    const layouts = layoutsOf(collections);
    for (const name of ['boxRolls', 'boxReceipts', 'boxChoices'] as const) {
      const layout = layouts.get(name);
      if (layout === undefined) throw new Error('every collection has its layout');
      const recent = new RecentDocuments(() => 1);
      let asked = 0;
      const fetch = () => {
        asked += 1;
        return `{"_id":"one","turn":${asked}}`;
      };
      recent.begin();
      recent.write(layout, 'one', '{"_id":"one","turn":0}');
      expect([recent.readInGroup(layout, 'one', fetch), recent.readInGroup(layout, 'one', fetch)]).toEqual([{ _id: 'one', turn: 1 }, { _id: 'one', turn: 2 }]);
      recent.end(true);
      expect([recent.read(layout, 'one', fetch), recent.read(layout, 'one', fetch)]).toEqual([{ _id: 'one', turn: 3 }, { _id: 'one', turn: 4 }]);
    }
  });
});

// There is a file.
if (adapter === 'sqlite') describe('the file of the embedded store', () => {
  afterEach(() => system.close());

  it('has nothing of receipts, choices and comments in it once they are removed', async () => {
    const count = 80;
    system = await harness({ fixture: withCrowd(count) });
    await opened(system, plan({ commentMax: 50 }));
    const receipts = Array.from({ length: count }, () => receiptFrom(random));
    for (const [at, receipt] of receipts.entries()) {
      await system.phone(accountAt(at)).voting.cast({ ballotId: ballotId(personOf(at)), receipt, choices: { [MAIN]: 'B' }, comment: `意见第${at}条` });
    }
    const { choiceShards } = await insides(system);
    const traces = [...receipts, ...choiceShards.flatMap(({ choices, comments }) => [...(choices[MAIN] ?? []), ...comments])];
    await closed(system);
    system.moveTo((await boxNow(system)).result?.ballotsUntil ?? 0);
    await clock(system);
    await system.store.close();
    const file = await readFile(system.path);
    expect(traces).toHaveLength(3 * count);
    expect(traces.filter((trace) => file.includes(trace))).toEqual([]);
    // The counts stay, and so does who stood on the roll.
    expect(file.includes('PUBLISHED') && file.includes(ballotId(personOf(7)))).toBe(true);
  }, 60_000);
});
