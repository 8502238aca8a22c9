/** What those on a roll hear of their box, over both stores: everybody alike, in bounded batches, in the inbox alone. */
import { DAY_MS } from '@/domain/basics/civil-time';
import { MAIN } from '@/domain/voting/box';
import { tellRoll } from '@platform/ballot-box/tell-roll';
import type { Notice } from '@platform/records';
import { people, VILLAGE } from '../../fixtures/village';
import { harness, type System } from '../harness';
import { accountAt, announced, ballotId, BOX, boxNow, clock, closed, opened, personOf, plan, receiptFrom, seeded, withCrowd } from './kit';

let system: System;
afterEach(() => system.close());

const CROWD = 40;
const random = seeded(7);

async function toldTo(person: string): Promise<readonly Notice[]> {
  const { items } = await system.store.find('notices', { where: { to: `person:${person}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 100 });
  return items.filter(({ kind }) => kind.startsWith('BOX_')).reverse();
}

const kindsTo = async (person: string) => (await toldTo(person)).map(({ kind }) => kind);

describe('news of a ballot box', () => {
  beforeEach(async () => {
    system = await harness({ fixture: withCrowd(CROWD) });
  });

  it('tells everybody on the roll that it is shown, that the box opens, that it closes in a day, and that the result is out', async () => {
    await announced(system);
    expect(await kindsTo(personOf(3))).toEqual(['BOX_SHOWN']);
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    expect(await kindsTo(personOf(3))).toEqual(['BOX_SHOWN']);
    system.moveTo(plan().opensAt);
    await clock(system);
    system.moveTo(plan().closesAt - DAY_MS - 1);
    await clock(system);
    expect(await kindsTo(personOf(3))).toEqual(['BOX_SHOWN', 'BOX_OPEN']);
    system.moveTo(plan().closesAt - DAY_MS);
    await clock(system);
    expect(await kindsTo(personOf(3))).toEqual(['BOX_SHOWN', 'BOX_OPEN', 'BOX_CLOSING']);
    await closed(system);
    const all = await toldTo(personOf(CROWD - 1));
    expect(all.map(({ kind }) => kind)).toEqual(['BOX_SHOWN', 'BOX_OPEN', 'BOX_CLOSING', 'BOX_PUBLISHED']);
    expect(all[0]).toMatchObject({ data: { title: plan().title, boxId: BOX }, delivery: 'INBOX_ONLY' });
    expect(all.some((one) => 'nextTryAt' in one)).toBe(false);
    expect(await kindsTo(people.otherHead)).toEqual([]);
    const box = await boxNow(system);
    expect(box.news).toBeUndefined();
    expect(box.tellAt).toBeUndefined();
  });

  it('says the same, at the same moment, to who has voted and to who has not', async () => {
    await opened(system);
    for (let at = 0; at < CROWD; at += 2) await system.phone(accountAt(at)).voting.cast({ ballotId: ballotId(personOf(at)), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } });
    system.moveTo(plan().closesAt - DAY_MS);
    await clock(system);
    const heard = await Promise.all(Array.from({ length: CROWD }, (_, at) => toldTo(personOf(at))));
    const shapes = new Set(heard.map((notices) => JSON.stringify(notices.map(({ _id: _id, to: _to, ...rest }) => rest))));
    expect(shapes.size).toBe(1);
    expect(heard[0]?.map(({ kind }) => kind)).toEqual(['BOX_SHOWN', 'BOX_OPEN', 'BOX_CLOSING']);
  });

  it('is told once by three clocks at once, and by one that died in the middle', async () => {
    await announced(system);
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    system.moveTo(plan().opensAt);
    const [first] = [await boxNow(system)];
    await Promise.all([tellRoll({ store: system.store, settings: system.platform.settings, now: system.now() }, first), tellRoll({ store: system.store, settings: system.platform.settings, now: system.now() }, first)]);
    expect((await boxNow(system)).news).toMatchObject({ what: 'OPEN', after: expect.any(String) as string });
    await Promise.all([clock(system), clock(system), clock(system)]);
    for (const at of [0, 15, 16, CROWD - 1]) expect((await kindsTo(personOf(at))).filter((kind) => kind === 'BOX_OPEN')).toEqual(['BOX_OPEN']);
  });

  it('costs a batch three reads and one transaction, however many are on the roll', async () => {
    await announced(system);
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    system.moveTo(plan().opensAt);
    const find = jest.spyOn(system.store, 'find');
    const transaction = jest.spyOn(system.store, 'transaction');
    await tellRoll({ store: system.store, settings: system.platform.settings, now: system.now() }, await boxNow(system));
    expect(find.mock.calls.map(([collection, query]) => [collection, query.limit])).toEqual([['boxRolls', 16], ['people', 16]]);
    expect(JSON.stringify(find.mock.calls[0]?.[1])).not.toContain('state');
    expect(transaction).toHaveBeenCalledTimes(1);
  });

  it('is not told when it holds no longer: a clock that stood still for days says nothing stale', async () => {
    await announced(system);
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    system.moveTo(plan().closesAt);
    await clock(system);
    expect(await kindsTo(personOf(0))).toEqual(['BOX_SHOWN', 'BOX_PUBLISHED']);
  });

  it('goes to nobody without an inbox, and a short box is not called to mind a second time', async () => {
    await system.store.update('people', people.vacantVillager, { unset: ['account'] });
    const short = plan({ closesAt: plan().opensAt + DAY_MS });
    await opened(system, short);
    await closed(system);
    expect(await kindsTo(people.vacantVillager)).toEqual([]);
    expect(await kindsTo(people.villager)).toEqual(['BOX_SHOWN', 'BOX_OPEN', 'BOX_PUBLISHED']);
  });

  it('waits for the day on which the roll is to be shown', async () => {
    await announced(system, plan({ rollShownAt: plan().rollShownAt + DAY_MS, opensAt: plan().opensAt + DAY_MS }));
    expect(await kindsTo(personOf(0))).toEqual([]);
    system.pass(DAY_MS);
    await clock(system);
    expect(await kindsTo(personOf(0))).toEqual(['BOX_SHOWN']);
  });
});

describe('the notice board', () => {
  beforeEach(async () => {
    system = await harness();
  });

  it('shows the boxes around one’s village to whoever lives there, on the roll or not, until they are over', async () => {
    await announced(system, plan({ electorate: { villages: [VILLAGE], except: [people.villager] } }));
    expect((await system.as('villager').voting.nearby()).items).toMatchObject([{ boxId: BOX, state: 'SHOWN' }]);
    expect(system.lastLine()).toMatchObject({ reads: 3, writes: 0 });
    expect((await system.as('otherHead').voting.nearby()).items).toEqual([]);
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    expect((await system.as('villager').voting.nearby()).items).toMatchObject([{ state: 'OPEN' }]);
    await closed(system);
    expect((await system.as('villager').voting.nearby()).items).toEqual([]);
  });
});
