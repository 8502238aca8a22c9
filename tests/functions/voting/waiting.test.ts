/** What the home page asks: the ballots that wait for me, over both stores (CON-06, VOTE-10..12). */
import { MAIN } from '@/domain/voting/box';
import { accountOf, people, VILLAGE } from '../../fixtures/village';
import { harness, type System } from '../harness';
import { ballotId, announced, BOX, clock, opened, plan, receiptFrom, seeded } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const random = seeded(3);
const waitingFor = async () => (await system.as('villager').voting.waiting()).items.map(({ boxId }) => boxId);
const castAs = (box: string = BOX) => system.as('villager').voting.cast({ ballotId: ballotId(people.villager, box), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } });

describe('the ballots that wait for a voter', () => {
  it('are those that are open and not cast: not while the roll hangs out, not once cast, not after the closing', async () => {
    await announced(system);
    expect(await waitingFor()).toEqual([]);
    await opened(system, plan({ id: 'box-other', opensAt: plan().opensAt, closesAt: plan().closesAt - 1_000 }));
    await clock(system);
    expect(await waitingFor()).toEqual(['box-other', BOX]);
    const { reads, writes } = system.lastLine();
    expect(reads + writes).toBeLessThanOrEqual(8);
    await castAs();
    expect(await waitingFor()).toEqual(['box-other']);
    system.moveTo(plan().closesAt - 1_000);
    expect(await waitingFor()).toEqual([]);
  });

  it('are told to nobody who is not on the roll, and not to a phone whose binding is not sure', async () => {
    await opened(system, plan({ electorate: { villages: [VILLAGE], except: [people.deputy] } }));
    expect((await system.as('deputy').voting.waiting()).items).toEqual([]);
    await expect(system.phone('wx:nobody').voting.waiting()).rejects.toMatchObject({ code: 'NOT_BOUND' });
    const account = await system.store.get('accounts', accountOf('villager'));
    if (account === undefined) throw new Error('the villager has an account');
    await system.store.update('people', people.villager, { set: { account: { id: account._id, level: 'WEAK', at: 0 } } });
    await system.store.replace('accounts', { ...account, bindings: account.bindings.map((one) => ({ ...one, level: 'WEAK' as const })) });
    expect(await waitingFor()).toEqual([]);
    expect((await system.as('villager').voting.mine({})).items).toMatchObject([{ boxId: BOX }]);
  });

  it('are not told to a relative whose phone acts for the voter: who has cast is nobody else’s to know', async () => {
    await opened(system);
    const other = await system.store.get('accounts', accountOf('head'));
    if (other === undefined) throw new Error('the head has an account');
    await system.store.replace('accounts', { ...other, bindings: [...other.bindings, { personId: people.villager, level: 'VERIFIED', relation: 'FAMILY', at: 0 }], actingFor: people.villager });
    expect((await system.as('head').voting.mine({})).items).toMatchObject([{ boxId: BOX }]);
    expect((await system.as('head').voting.waiting()).items).toEqual([]);
  });
});
