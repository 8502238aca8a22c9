import { postJobs } from '../../../cloudfunctions/clock/post-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { GRID, householdOf, idNumberOf, people, VACANT_GRID, VILLAGE } from '../../fixtures/village';
import { adapter, harness, tap, type System } from '../harness';

const TODAY = '2026-11-25';

describe(`over ${adapter}`, () => {
  let system: System;
  beforeEach(async () => {
    system = await harness();
  });
  afterEach(() => system.close());
  const outcomes = async (calls: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(calls)).map((one) => (one.status === 'fulfilled' ? 'OK' : (one.reason as { code: string }).code)).sort();

  it('two accounts that become one person at once: one does, the other is asked about', async () => {
    const bind = (account: string) => system.phone(account).people.bindByName({ requestId: tap(), name: '王小军', idLast4: idNumberOf('son').slice(-4), relation: 'SELF' });
    expect(await outcomes([bind('wx:one'), bind('wx:two')])).toEqual(['ALREADY_BOUND', 'OK']);
  });

  it('two officers who leave a desk at once: one stays', async () => {
    const leave = (leaving: string) => system.as('town').grids.appoint({ requestId: tap(), post: VILLAGE, leaving, from: TODAY, despite: true });
    expect(await outcomes([leave(people.duty), leave(people.secondDuty)])).toEqual(['LAST_OF_DESK', 'OK']);
  });

  it('an appointment and a move of the same person at once: the post and the person agree, and neither is lost', async () => {
    const done = await outcomes([
      system.as('duty').grids.appoint({ requestId: tap(), post: VACANT_GRID, personId: people.vacantVillager, from: TODAY, despite: true }),
      system.as('secondDuty').people.moveHousehold({ requestId: tap(), personId: people.vacantVillager, village: VILLAGE, household: { kind: 'EXISTING', id: householdOf('villager') } }),
    ]);
    const person = await system.store.get('people', people.vacantVillager);
    const village = await system.store.get('villages', VILLAGE);
    expect(person?.roles.map(({ area }) => area)).toEqual([VACANT_GRID]);
    expect(village?.grids.find(({ code }) => code === VACANT_GRID)?.head?.personId).toBe(people.vacantVillager);
    // Whoever came second saw what the first had done: a head does not move out of their grid.
    expect(person?.grid).toBe(done.includes('HOLDS_POSTS') ? VACANT_GRID : GRID);
    expect(village?.grids.find(({ code }) => code === GRID)?.people).toBe(done.includes('HOLDS_POSTS') ? 10 : 11);
  });

  it('one tap sent twice at once: made once, answered twice', async () => {
    const requestId = tap();
    const appoint = () => system.as('duty').grids.appoint({ requestId, post: VACANT_GRID, personId: people.vacantVillager, from: TODAY, despite: true });
    expect(await outcomes([appoint(), appoint()])).toEqual(['OK', 'OK']);
    expect((await system.store.get('people', people.vacantVillager))?.roles).toHaveLength(1);
  });

  it('two clocks at once, and a follow-up that a roster load brought back: told once, done once', async () => {
    await system.as('duty').grids.appoint({ requestId: tap(), post: GRID, personId: people.villager, from: TODAY, despite: true });
    const before = await system.store.get('villages', VILLAGE);
    await Promise.all([runClock(system.platform, [postJobs]), runClock(system.platform, [postJobs])]);
    const after = await system.store.get('villages', VILLAGE);
    expect(after?.followUps).toBeUndefined();
    await system.store.replace('villages', { ...after!, followUps: before?.followUps, followUpAt: before?.followUpAt });
    const turn = await runClock(system.platform, [postJobs]);
    expect(turn.failed).toEqual([]);
    expect((await system.store.get('people', people.head))?.roles).toHaveLength(1);
    expect((await system.as('head').notices.list({})).items.map(({ kind }) => kind)).toEqual(['POST_ENDED']);
    expect((await system.as('villager').notices.list({})).items.map(({ kind }) => kind)).toEqual(['POST_GIVEN']);
  });
});
