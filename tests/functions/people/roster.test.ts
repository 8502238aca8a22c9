import { checkCharacterOf } from '@/domain/people/id-number';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { postJobs } from '../../../cloudfunctions/clock/post-jobs';
import { FAR_GRID, GRID, GROUP, householdOf, idNumberOf, OTHER_GRID, OTHER_VILLAGE, PART, people, VACANT_GRID, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const clock = () => runClock(system.platform, [postJobs]);
function cost(): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}
async function counts(village: string, grid: string) {
  const cell = (await system.store.get('villages', village))?.grids.find(({ code }) => code === grid);
  return [cell?.households, cell?.people];
}
/** A made-up number with a right check digit. */
function madeUp(bornOn: string, order = '991'): string {
  const digits = `610921${bornOn}${order}`;
  return `${digits}${checkCharacterOf(digits)}`;
}
const newcomer = (more = {}) => ({
  requestId: tap(),
  village: VILLAGE,
  name: '钱多多',
  idNumber: madeUp('19900101'),
  phone: '139 0000 9999',
  household: { kind: 'EXISTING' as const, id: householdOf('villager') },
  reason: 'MARRIED_IN' as const,
  ...more,
});

describe('adding a person', () => {
  it('puts them into a household and its grid\'s counts, and they can bind at once', async () => {
    const before = await counts(VILLAGE, GRID);
    const row = await system.as('duty').people.addPerson(newcomer());
    expect(cost()).toBeLessThanOrEqual(8);
    expect(row).toMatchObject({ name: '钱多多', age: 36, sex: 'M', idMasked: `610921********${madeUp('19900101').slice(-4)}`, phoneMasked: '139****9999', grid: GRID, gridName: '一格', household: { number: '0001' }, status: 'ACTIVE' });
    expect(await counts(VILLAGE, GRID)).toEqual([before[0], (before[1] ?? 0) + 1]);
    expect((await system.store.get('households', householdOf('villager')))?.memberIds).toContain(row.id);
    expect(await system.phone('wx:new').people.bindByName({ requestId: tap(), name: '钱多多', idLast4: madeUp('19900101').slice(-4), relation: 'SELF' })).toMatchObject({ person: { id: row.id } });
  });

  it('makes a household where it is new, and counts it up to the village part', async () => {
    const household = { kind: 'NEW' as const, grid: VACANT_GRID, number: '０１０９', address: '河边9号' };
    const before = [await counts(VILLAGE, VACANT_GRID), await counts(VILLAGE, GROUP), await counts(VILLAGE, PART)];
    await system.as('duty').people.addPerson(newcomer({ household }));
    expect(cost()).toBeLessThanOrEqual(8);
    const after = [await counts(VILLAGE, VACANT_GRID), await counts(VILLAGE, GROUP), await counts(VILLAGE, PART)];
    expect(after).toEqual(before.map(([households = 0, persons = 0]) => [households + 1, persons + 1]));
    await expect(system.as('duty').people.addPerson(newcomer({ household, idNumber: madeUp('19900102') }))).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'household.number', problem: 'NUMBER_TAKEN' }] } });
  });

  it('answers the same tap from what was added and refuses it with other content', async () => {
    const input = newcomer();
    const first = await system.as('duty').people.addPerson(input);
    expect(await system.as('duty').people.addPerson(input)).toEqual(first);
    await expect(system.as('duty').people.addPerson({ ...input, name: '钱少少' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect(await counts(VILLAGE, GRID)).toEqual([9, 11]);
  });

  it('names the village that has the ID number already', async () => {
    await system.as('duty').people.addPerson(newcomer());
    await expect(system.as('clerk').people.addPerson(newcomer({ village: OTHER_VILLAGE, household: { kind: 'EXISTING', id: householdOf('otherHead') } })))
      .rejects.toMatchObject({ code: 'PERSON_EXISTS', data: { village: '堰坪村' } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await counts(OTHER_VILLAGE, OTHER_GRID)).toEqual([8, 8]);
  });

  it('adds one of two officers\' entries of the same person', async () => {
    const answers = await Promise.allSettled([system.as('duty').people.addPerson(newcomer()), system.as('secondDuty').people.addPerson(newcomer())]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await counts(VILLAGE, GRID)).toEqual([9, 11]);
  });

  it.each([
    ['an ID number with a wrong check digit', { idNumber: '610921199001010019' }, { path: 'idNumber', problem: 'ID_NUMBER_CHECK_DIGIT' }],
    ['a name that is none', { name: '<b>' }, { path: 'name', problem: 'NAME_CHARACTER' }],
    ['a household of another village', { household: { kind: 'EXISTING', id: householdOf('otherHead') } }, { path: 'household.id', problem: 'NO_HOUSEHOLD' }],
    ['a forged household', { household: { kind: 'EXISTING', id: 'house-forged' } }, { path: 'household.id', problem: 'NO_HOUSEHOLD' }],
    ['a new household in another village\'s grid', { household: { kind: 'NEW', grid: OTHER_GRID, number: '9', address: '' } }, { path: 'household.grid', problem: 'OTHER_VILLAGE' }],
    ['a new household in a grid that is split', { household: { kind: 'NEW', grid: GROUP, number: '9', address: '' } }, { path: 'household.grid', problem: 'NOT_INNERMOST' }],
  ])('refuses %s and changes nothing', async (_case, more, problem) => {
    await expect(system.as('duty').people.addPerson(newcomer(more) as never)).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [problem] } });
    expect(await counts(VILLAGE, GRID)).toEqual([9, 10]);
  });

  it.each(['head', 'villager', 'town', 'otherHead'] as const)('is not for %s', async (who) => {
    await expect(system.as(who).people.addPerson(newcomer())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is not for the desk of another village', async () => {
    await expect(system.as('duty').people.addPerson(newcomer({ village: OTHER_VILLAGE }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('correcting a person', () => {
  it('changes what weak binding looks for, and a holder\'s name and phone in the posts', async () => {
    await system.as('duty').people.correctPerson({ requestId: tap(), personId: people.head, name: '陈守天', phone: '13900008888', reason: '写错了' });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await system.as('duty').people.person({ personId: people.head })).toMatchObject({ name: '陈守天', phoneMasked: '139****8888' });
    const { cells } = await system.as('duty').grids.village({ village: VILLAGE });
    expect(cells.find(({ code }) => code === GRID)?.head).toMatchObject({ name: '陈守天', phone: '13900008888' });
    await expect(system.phone('wx:x').people.bindByName({ requestId: tap(), name: '陈守田', idLast4: idNumberOf('head').slice(-4), relation: 'SELF' })).rejects.toMatchObject({ code: 'NO_MATCH' });
    await expect(system.phone('wx:x').people.bindByName({ requestId: tap(), name: '陈守天', idLast4: idNumberOf('head').slice(-4), relation: 'SELF' })).rejects.toMatchObject({ code: 'ALREADY_BOUND' });
  });

  it('copies a town officer\'s name to the town by the clock', async () => {
    await system.as('clerk').people.correctPerson({ requestId: tap(), personId: people.town, name: '何慜', reason: '写错了' });
    expect(cost()).toBeLessThanOrEqual(8);
    await clock();
    const office = await system.store.get('offices', '610921107');
    expect(office?.officers.find(({ personId }) => personId === people.town)?.name).toBe('何慜');
    expect((await system.store.get('villages', OTHER_VILLAGE))?.followUpAt).toBeUndefined();
  });

  it('takes another ID number only where nobody has it', async () => {
    const added = await system.as('duty').people.addPerson(newcomer());
    const correct = (idNumber: string) => system.as('duty').people.correctPerson({ requestId: tap(), personId: people.son, idNumber, reason: '写错了' });
    await expect(correct(madeUp('19900101'))).rejects.toMatchObject({ code: 'PERSON_EXISTS', data: { village: '堰坪村' } });
    expect(await correct(madeUp('19850904'))).toEqual({ done: true });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await system.as('duty').people.person({ personId: people.son })).toMatchObject({ id: people.son, age: 41 });
    expect(added.id).not.toBe(people.son);
  });

  it('gives a mistyped number back to whoever really has it', async () => {
    const [mistyped, right] = [madeUp('19900101'), madeUp('19850904')];
    for (const idNumber of [mistyped, right, right]) {
      await system.as('duty').people.correctPerson({ requestId: tap(), personId: people.son, idNumber, reason: '写错了' });
      expect(cost()).toBeLessThanOrEqual(8);
    }
    const added = await system.as('duty').people.addPerson(newcomer({ idNumber: mistyped }));
    expect(added.id).not.toBe(people.son);
    // The right one stays the son's.
    await expect(system.as('duty').people.correctPerson({ requestId: tap(), personId: added.id, idNumber: right, reason: '写错了' })).rejects.toMatchObject({ code: 'PERSON_EXISTS', data: { village: '堰坪村' } });
    expect(cost()).toBeLessThanOrEqual(8);
  });

  it('gives it back when the number before the mistake is put in again, and to another person\'s correction too', async () => {
    const mistyped = madeUp('19900101');
    const correct = (who: 'son' | 'partHead', idNumber: string) => system.as('duty').people.correctPerson({ requestId: tap(), personId: people[who], idNumber, reason: '写错了' });
    await correct('son', mistyped);
    await correct('son', idNumberOf('son'));
    expect(await correct('partHead', mistyped)).toEqual({ done: true });
    await expect(correct('son', mistyped)).rejects.toMatchObject({ code: 'PERSON_EXISTS' });
  });

  it('is not done on one\'s own record', async () => {
    await expect(system.as('duty').people.correctPerson({ requestId: tap(), personId: people.duty, phone: '13900008888', reason: '换号' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('moving', () => {
  it('within the village moves the counts at once and the member lists by the clock, once', async () => {
    const requestId = tap();
    const move = () => system.as('duty').people.moveHousehold({ requestId, personId: people.son, village: VILLAGE, household: { kind: 'EXISTING', id: householdOf('farVillager') } });
    const first = await move();
    expect(cost()).toBeLessThanOrEqual(8);
    expect(first).toMatchObject({ grid: FAR_GRID, household: { id: householdOf('farVillager') } });
    expect(await move()).toEqual(first);
    expect([await counts(VILLAGE, GRID), await counts(VILLAGE, FAR_GRID), await counts(VILLAGE, PART)]).toEqual([[9, 9], [1, 2], [11, 12]]);
    await clock();
    await clock();
    expect((await system.store.get('households', householdOf('villager')))?.memberIds).toEqual([people.villager]);
    expect((await system.store.get('households', householdOf('farVillager')))?.memberIds).toEqual([people.farVillager, people.son]);
    expect((await system.store.get('villages', VILLAGE))?.followUps).toBeUndefined();
  });

  it('to another village leaves the old one\'s counts right, and closes a household that is empty', async () => {
    await system.as('clerk').people.moveHousehold({ requestId: tap(), personId: people.vacantVillager, village: OTHER_VILLAGE, household: { kind: 'NEW', grid: OTHER_GRID, number: '0099', address: '新屋' } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await counts(OTHER_VILLAGE, OTHER_GRID)).toEqual([9, 9]);
    await clock();
    await clock();
    expect(await counts(VILLAGE, VACANT_GRID)).toEqual([0, 0]);
    expect(await counts(VILLAGE, PART)).toEqual([10, 11]);
    expect(await system.store.get('households', householdOf('vacantVillager'))).toBeUndefined();
  });

  it.each([
    ['a head out of their grid', 'head', VILLAGE, householdOf('vacantVillager'), ['中心户长']],
    ['a desk\'s officer out of the village', 'duty', OTHER_VILLAGE, householdOf('otherHead'), ['村值班员']],
  ] as const)('is refused for %s: they hold a post', async (_case, who, village, id, posts) => {
    await expect(system.as('clerk').people.moveHousehold({ requestId: tap(), personId: people[who], village, household: { kind: 'EXISTING', id } }))
      .rejects.toMatchObject({ code: 'HOLDS_POSTS', data: { posts } });
    expect((await system.store.get('people', people[who]))?.householdId).toBe(householdOf(who));
  });

  it('needs the right over both villages', async () => {
    await expect(system.as('duty').people.moveHousehold({ requestId: tap(), personId: people.son, village: OTHER_VILLAGE, household: { kind: 'EXISTING', id: householdOf('otherHead') } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('duty').people.moveHousehold({ requestId: tap(), personId: people.otherHead, village: VILLAGE, household: { kind: 'EXISTING', id: householdOf('villager') } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('leaving', () => {
  const leave = (who: Somebody, more = {}) => system.as('clerk').people.leave({ requestId: tap(), personId: people[who], kind: 'MOVED_AWAY', on: '2026-11-20', ...more });

  it('ends the binding and the count, and the person cannot be found for binding any more', async () => {
    expect(await leave('villager')).toMatchObject({ status: 'MOVED_AWAY', roles: [] });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await counts(VILLAGE, GRID)).toEqual([9, 9]);
    expect((await system.as('villager').people.me()).person).toBeUndefined();
    await expect(system.phone('wx:x').people.bindByName({ requestId: tap(), name: '王秀兰', idLast4: idNumberOf('villager').slice(-4), relation: 'SELF' })).rejects.toMatchObject({ code: 'NO_MATCH' });
    await clock();
    expect(await system.store.get('households', householdOf('villager'))).toMatchObject({ memberIds: [people.son] });
    expect((await system.store.get('households', householdOf('villager')))?.headId).toBeUndefined();
  });

  it('can be taken back by moving to a household again', async () => {
    await leave('son');
    await clock();
    await system.as('duty').people.moveHousehold({ requestId: tap(), personId: people.son, village: VILLAGE, household: { kind: 'EXISTING', id: householdOf('villager') } });
    await clock();
    expect(await counts(VILLAGE, GRID)).toEqual([9, 10]);
    expect((await system.store.get('households', householdOf('villager')))?.memberIds).toEqual([people.villager, people.son]);
  });

  it('is refused while they hold posts, with the posts named', async () => {
    await expect(leave('groupHead')).rejects.toMatchObject({ code: 'HOLDS_POSTS', data: { posts: ['二级网格长'] } });
  });

  it.each(['2026-11-26', '2026-02-30', '1900-01-01'])('is refused on %s', async (on) => {
    await expect(leave('son', { on })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'on', problem: 'DATE' }] } });
  });

  it('counts a household that stood empty in the book from its first member on', async () => {
    await system.store.update('households', householdOf('vacantVillager'), { set: { memberIds: [] } });
    const move = (who: Somebody) => system.as('duty').people.moveHousehold({ requestId: tap(), personId: people[who], village: VILLAGE, household: { kind: 'EXISTING', id: householdOf('vacantVillager') } });
    await move('villager');
    await move('son');
    expect(await counts(VILLAGE, VACANT_GRID)).toEqual([2, 3]);
    await clock();
    expect(await counts(VILLAGE, VACANT_GRID)).toEqual([2, 3]);
    expect(await counts(VILLAGE, GRID)).toEqual([8, 8]);
  });

  it('keeps everything exact when two members leave before the clock has run', async () => {
    await leave('villager');
    await leave('son');
    expect(await counts(VILLAGE, GRID)).toEqual([9, 8]);
    await clock();
    expect(await counts(VILLAGE, GRID)).toEqual([8, 8]);
    expect(await system.store.get('households', householdOf('villager'))).toBeUndefined();
  });
});

describe('looking persons up', () => {
  it('finds by the beginning of a name within the village, masked, and it is on record', async () => {
    const { items } = await system.as('duty').people.search({ village: VILLAGE, name: '王' });
    expect(items.map(({ name }) => name)).toEqual(['王小军', '王秀兰']);
    expect(cost()).toBeLessThanOrEqual(8);
    expect(JSON.stringify(items)).not.toContain(idNumberOf('son'));
    expect((await system.store.find('audit', { where: { target: `area:${VILLAGE}` }, limit: 5 })).items).toHaveLength(1);
  });

  it('is on record each time, also twice in one millisecond', async () => {
    await Promise.all([1, 2].map(() => system.as('duty').people.search({ village: VILLAGE, name: '王' })));
    expect((await system.store.find('audit', { where: { target: `area:${VILLAGE}` }, limit: 5 })).items).toHaveLength(2);
  });

  it('finds by grid, its parts included and its namesakes not', async () => {
    expect((await system.as('groupHead').people.search({ village: VILLAGE, grid: GROUP })).items).toHaveLength(11);
    expect((await system.as('duty').people.search({ village: VILLAGE, grid: FAR_GRID })).items.map(({ name }) => name)).toEqual(['吴大山']);
  });

  it('keeps a head to their own grid', async () => {
    await expect(system.as('head').people.search({ village: VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as('head').people.search({ village: VILLAGE, grid: VACANT_GRID })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await system.as('head').people.search({ village: VILLAGE, grid: GRID })).items).toHaveLength(10);
  });

  it('does not say whether somebody of another village is there', async () => {
    await expect(system.as('duty').people.person({ personId: people.otherHead })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('duty').people.person({ personId: 'person-forged' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('duty').people.person({ personId: people.villager })).toMatchObject({ name: '王秀兰', bound: 'VERIFIED' });
    expect(cost()).toBeLessThanOrEqual(8);
  });
});
