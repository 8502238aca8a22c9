/** Rolls on which something goes wrong: a late clock, somebody who died, neighbours who ask for ever (VOTE-10, 11). */
import { DAY_MS, HOUR_MS } from '@/domain/basics/civil-time';
import { countySettings } from '../../../config/county/settings';
import { householdOf, people, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { announced, ballotId, BOX, boxNow, clock, closed, plan } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const asks = (who: Somebody, about: 'ADD' | 'REMOVE' | 'REPRESENTATIVE', somebody: Somebody, requestId = tap()) =>
  system.as(who).voting.askCorrection({ requestId, boxId: BOX, about, personId: people[somebody], text: '请改一下' });

const kindsTold = async (who: Somebody) => (await system.as(who).notices.list({})).items.map(({ kind }) => kind);

async function granted(requestId = tap()) {
  const [one] = (await system.as('duty').voting.objections({ boxId: BOX, open: true })).items;
  const input = { requestId, objectionId: one?.objectionId ?? '', accept: true, text: '改好了' };
  await system.as('duty').voting.answerObjection(input);
  return input;
}

describe('the time for putting a roll right', () => {
  it('ends a day before the box opens, also while an earlier objection still waits: nobody holds a ballot up for ever', async () => {
    await announced(system);
    await asks('villager', 'REMOVE', 'farVillager');
    system.moveTo(plan().opensAt - DAY_MS - 1);
    await asks('head', 'REMOVE', 'farVillager');
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    expect(await boxNow(system)).toMatchObject({ state: 'SHOWN' });
    await expect(asks('head', 'REMOVE', 'vacantVillager')).rejects.toMatchObject({ code: 'ROLL_FROZEN' });
    expect(await system.as('head').voting.onRoll({ boxId: BOX })).toEqual({ on: true });
  });

  it('is answered alike when the same tap comes again after it', async () => {
    await announced(system);
    const input = { requestId: tap(), boxId: BOX, about: 'REMOVE' as const, name: '吴大山', text: '搬走了' };
    const first = await system.as('villager').voting.askCorrection(input);
    const { reads = 99, writes = 99 } = system.lastLine() ?? {};
    expect(reads + writes).toBeLessThanOrEqual(8);
    await granted();
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    expect(await system.as('villager').voting.askCorrection(input)).toEqual(first);
  });

  it('is not used up by one account: a few an hour, and an officer puts a whole roll right', async () => {
    await announced(system);
    const { hour } = countySettings().sending.requests;
    for (let nth = 0; nth < hour; nth += 1) await asks('villager', 'REMOVE', 'farVillager');
    await expect(asks('villager', 'REMOVE', 'farVillager')).rejects.toMatchObject({ code: 'SENT_ENOUGH', data: { what: 'REQUEST' } });
    for (let nth = 0; nth <= hour; nth += 1) await asks('duty', 'REMOVE', 'farVillager');
    expect(await boxNow(system)).toMatchObject({ rollObjections: 2 * hour + 1 });
  });

  it('is five days whatever the clock: a roll that was drawn late puts the box off by whole days', async () => {
    system.moveTo(plan().rollShownAt + 3 * DAY_MS + 2 * HOUR_MS);
    expect(await announced(system)).toMatchObject({ state: 'SHOWN', rollShownAt: system.now(), opensAt: plan().opensAt + 3 * DAY_MS, closesAt: plan().closesAt + 3 * DAY_MS, dueAt: plan().opensAt + 2 * DAY_MS });
  });
});

describe('an answer to an objection', () => {
  it('is the same when it is sent again, after the roll is frozen too', async () => {
    await announced(system);
    await asks('villager', 'REMOVE', 'farVillager');
    const answered = await granted();
    system.moveTo(plan().opensAt - DAY_MS);
    await clock(system);
    expect(await boxNow(system)).toMatchObject({ state: 'OPEN' });
    expect(await system.as('duty').voting.answerObjection(answered)).toEqual({ done: true });
    await expect(system.as('duty').voting.answerObjection({ ...answered, requestId: tap() })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });
});

it('whoever is taken off a roll at somebody else’s word is told, and can say that it is wrong', async () => {
  await announced(system);
  system.pass(HOUR_MS);
  await asks('head', 'REMOVE', 'vacantVillager');
  await granted();
  await clock(system);
  expect(await kindsTold('vacantVillager')).toEqual(['BOX_TAKEN_OFF', 'BOX_SHOWN']);
  expect(await system.as('vacantVillager').voting.onRoll({ boxId: BOX })).toMatchObject({ on: false, why: 'MISSED' });
  await asks('vacantVillager', 'ADD', 'vacantVillager');
  await granted();
  await clock(system);
  expect(await system.as('vacantVillager').voting.onRoll({ boxId: BOX })).toMatchObject({ on: true });
  // Who asks for themselves is answered, and not told twice.
  await asks('groupHead', 'REMOVE', 'groupHead');
  await granted();
  await clock(system);
  expect(await kindsTold('groupHead')).toEqual(['BOX_ANSWERED', 'BOX_SHOWN']);
});

describe('the roll of households (VOTE-10)', () => {
  beforeEach(async () => {
    await announced(system, plan({ unit: 'HOUSEHOLD' }));
  });
  const row = (who: Somebody) => system.store.get('boxRolls', ballotId(householdOf(who)));

  it('keeps the vote of a household whose representative is taken off: the next of them has it', async () => {
    await asks('head', 'REMOVE', 'villager');
    await granted();
    await clock(system);
    expect(await row('villager')).toMatchObject({ voter: people.son, name: '王小军', household: householdOf('villager'), state: 'OPEN' });
    expect(await kindsTold('villager')).toContain('BOX_TAKEN_OFF');
  });

  it('loses a household in which nobody is left to vote', async () => {
    await asks('villager', 'REMOVE', 'head');
    await granted();
    await clock(system);
    expect(await row('head')).toBeUndefined();
  });

  it('is not changed by what is asked of a member who does not stand on it', async () => {
    await asks('head', 'REMOVE', 'son');
    await granted();
    await clock(system);
    expect(await row('villager')).toMatchObject({ voter: people.villager });
    // Who votes for a household its own members say, not a neighbour who calls somebody missing.
    await asks('head', 'ADD', 'son');
    await granted();
    await clock(system);
    expect(await row('villager')).toMatchObject({ voter: people.villager });
  });
});

it('what was objected to goes with the roll, a term later (PRV-10)', async () => {
  await announced(system);
  await asks('villager', 'REMOVE', 'farVillager');
  await granted();
  system.moveTo(plan().opensAt);
  await clock(system);
  const { result } = await closed(system);
  system.moveTo((result?.rollUntil ?? 0) - 1);
  await clock(system);
  expect((await system.as('villager').voting.myObjections()).items).toHaveLength(1);
  system.pass(1);
  await clock(system);
  expect((await system.as('villager').voting.myObjections()).items).toEqual([]);
});

it('the notice board shows a village its own box beside a hundred of the town’s deputies (VOTE-11)', async () => {
  await announced(system);
  const box = await boxNow(system);
  const closesAt = box.closesAt + 10 * DAY_MS;
  for (let at = 0; at < 101; at += 1) await system.store.insert('boxes', { ...box, _id: `box-deputy-${at}`, kind: 'DEPUTY', area: TOWN, electorate: { villages: [`${TOWN}299`] }, closesAt });
  for (let at = 0; at < 51; at += 1) await system.store.insert('boxes', { ...box, _id: `box-member-${at}`, kind: 'MEMBER', closesAt });
  await system.store.insert('boxes', { ...box, _id: 'box-of-our-deputy', kind: 'DEPUTY', area: TOWN, electorate: { villages: [`${TOWN}299`, VILLAGE] }, closesAt });
  expect((await system.as('villager').voting.nearby()).items.map(({ boxId }) => boxId)).toEqual(['box-of-our-deputy', BOX]);
  // A branch's own boxes are for its members, beside the village's.
  const { items } = await system.as('partyMember').voting.nearby();
  expect(items.slice(0, 2).map(({ boxId }) => boxId)).toEqual(['box-of-our-deputy', BOX]);
  expect(items.slice(2).every(({ kind }) => kind === 'MEMBER')).toBe(true);
});
