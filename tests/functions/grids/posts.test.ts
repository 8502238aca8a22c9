import { DAY_MS } from '@/domain/basics/civil-time';
import type { Issue } from '@/domain/issues/issue';
import type { AppError } from '@/services/app-error';
import { postJobs } from '../../../cloudfunctions/clock/post-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { COUNTY, FAR_GRID, GRID, OTHER_GRID, people, phoneOf, TOWN, VACANT_GRID, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';

const TODAY = '2026-11-25';
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
const appoint = (who: Somebody, more: { post: string; personId?: string; from?: string; despite?: boolean; requestId?: string; leaving?: string; source?: 'ELECTED' | 'CONCURRENT'; role?: 'POLICE_LIAISON' }) =>
  system.as(who).grids.appoint({ requestId: tap(), from: TODAY, despite: true, ...more });
const cellOf = async (code: string) => (await system.as('duty').grids.village({ village: VILLAGE })).cells.find((cell) => cell.code === code);
const kindsTold = async (who: Somebody) => (await system.as(who).notices.list({})).items.map(({ kind }) => kind);

/** An open matter that a post has; only what the hand-over looks at. */
function issueOf(id: string, post: string, holder: Somebody): Issue {
  return {
    _id: id,
    village: VILLAGE,
    town: TOWN,
    grid: GRID,
    reporterAccount: 'wx:x',
    owner: { post, personId: people[holder], name: '陈守田', since: 1 },
    open: true,
    dueAt: 5,
    changedAt: 1,
    steps: [],
  } as unknown as Issue;
}

describe('appointing a head', () => {
  it('fills a vacant post: the village shows the new head, who has the desk at once', async () => {
    const { village } = await appoint('duty', { post: VACANT_GRID, personId: people.vacantVillager, source: 'ELECTED', despite: false });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(village?.version).toBe(2);
    expect(village?.cells.find(({ code }) => code === VACANT_GRID)?.head).toEqual({ personId: people.vacantVillager, name: '赵春花', since: TODAY });
    expect((await system.as('vacantVillager').people.me()).person?.desks).toMatchObject([{ post: VACANT_GRID, duty: '中心户长' }]);
    await clock();
    expect(await kindsTold('vacantVillager')).toContain('POST_GIVEN');
  });

  it('replaces a head within eight operations: the old one\'s rights end at once, their grant is closed by the clock, history kept (HHL-07)', async () => {
    await appoint('duty', { post: GRID, personId: people.villager });
    expect(cost()).toBe(8);
    expect((await system.as('head').people.me()).person?.desks).toEqual([]);
    await expect(system.as('head').grids.households({ area: GRID })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await system.as('villager').people.me()).person?.desks).toMatchObject([{ post: GRID }]);
    await clock();
    const old = await system.store.get('people', people.head);
    expect(old?.roles).toEqual([{ role: 'HEAD', area: GRID, from: '2024-03-01', to: '2026-11-24' }]);
    expect(old?.withdrawn).toBeUndefined();
    expect(await kindsTold('head')).toEqual(['POST_ENDED']);
  });

  it('leaves a post vacant, and the desk is told with how much waits', async () => {
    await system.store.insert('issues', issueOf('i1', GRID, 'head'));
    await appoint('duty', { post: GRID });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await cellOf(GRID))?.head).toBeUndefined();
    await clock();
    const [told] = (await system.as('secondDuty').notices.list({})).items;
    expect(told).toMatchObject({ kind: 'POST_VACANT', data: { duty: '中心户长', area: '一格', open: 1 } });
  });

  it('hands every open matter over by name, in as many batches as it takes, once each (HHL-07)', async () => {
    await system.store.insertMany('issues', Array.from({ length: 25 }, (_, n) => issueOf(`i${n}`, GRID, 'head')));
    await system.store.insert('issues', issueOf('other', VACANT_GRID, 'head'));
    await appoint('duty', { post: GRID, personId: people.villager });
    await clock();
    await clock();
    for (let n = 0; n < 25; n += 1) {
      const issue = await system.store.get('issues', `i${n}`);
      expect(issue?.owner).toMatchObject({ post: GRID, personId: people.villager, name: '王秀兰' });
      expect(issue?.steps.map(({ kind }) => kind)).toEqual(['HANDED_OVER']);
    }
    expect((await system.store.get('issues', 'other'))?.steps).toEqual([]);
    expect((await system.store.get('villages', VILLAGE))?.followUps).toBeUndefined();
  });

  it('hands over to the last of two changes made before the clock ran', async () => {
    await system.store.insert('issues', issueOf('i1', GRID, 'head'));
    await appoint('duty', { post: GRID, personId: people.villager });
    await appoint('duty', { post: GRID, personId: people.supervisor });
    await clock();
    expect((await system.store.get('issues', 'i1'))?.owner.personId).toBe(people.supervisor);
    for (const who of ['head', 'villager'] as const) {
      expect((await system.as(who).people.me()).person?.desks).toEqual([]);
      expect((await system.store.get('people', people[who]))?.withdrawn).toBeUndefined();
    }
  });

  it('gives the post back to somebody who is appointed again before the clock ran', async () => {
    await appoint('duty', { post: GRID, personId: people.villager });
    await appoint('duty', { post: GRID, personId: people.head });
    await clock();
    expect((await system.as('head').people.me()).person?.desks).toMatchObject([{ post: GRID }]);
    expect((await system.as('villager').people.me()).person?.desks).toEqual([]);
  });

  it('calls a vacant post to mind after ten days, while it is vacant (HHL-07)', async () => {
    await appoint('duty', { post: GRID });
    await clock();
    system.pass(10 * DAY_MS - 1);
    await clock();
    expect(await kindsTold('secondDuty')).toEqual(['POST_VACANT']);
    system.pass(1);
    await clock();
    await clock();
    expect(await kindsTold('secondDuty')).toEqual(['POST_STILL_VACANT', 'POST_VACANT']);
    expect((await system.store.get('villages', VILLAGE))?.followUpAt).toBeUndefined();
  });

  it('does not, once it is filled', async () => {
    await appoint('duty', { post: GRID });
    await clock();
    await appoint('duty', { post: GRID, personId: people.villager });
    system.pass(11 * DAY_MS);
    await clock();
    expect(await kindsTold('secondDuty')).not.toContain('POST_STILL_VACANT');
  });

  it('answers the same tap again and refuses it with other content', async () => {
    const requestId = tap();
    const first = await appoint('duty', { requestId, post: VACANT_GRID, personId: people.vacantVillager });
    expect(await appoint('duty', { requestId, post: VACANT_GRID, personId: people.vacantVillager })).toEqual(first);
    await expect(appoint('duty', { requestId, post: VACANT_GRID, personId: people.villager })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('leaves one head when two are appointed at once', async () => {
    await Promise.all([appoint('duty', { post: VACANT_GRID, personId: people.vacantVillager }), appoint('secondDuty', { post: VACANT_GRID, personId: people.villager })]);
    await clock();
    const head = (await cellOf(VACANT_GRID))?.head?.personId;
    const holders: string[] = [];
    for (const who of ['vacantVillager', 'villager'] as const) {
      if ((await system.as(who).people.me()).person?.desks.length === 1) holders.push(people[who]);
    }
    expect(holders).toEqual([head]);
  });

  it.each([
    ['a level-3 head who was neither elected nor is a member or deputy (GRD-07)', VACANT_GRID, people.vacantVillager, 'HEAD_NOT_ENTITLED'],
    ['a level-2 head who does not lead the group (GRD-04)', `${VILLAGE}-1.2`, people.farVillager, 'HEAD_NOT_GROUP_LEADER'],
    ['a head of another grid of the level (GRD-09)', VACANT_GRID, people.head, 'HEADS_TOO_MANY'],
  ])('warns of %s, and does it when told so', async (_case, post, personId, code) => {
    const refusal = await appoint('duty', { post, personId, despite: false }).catch((error: unknown) => error as AppError);
    expect(refusal).toMatchObject({ code: 'NOT_ELIGIBLE' });
    expect(JSON.stringify((refusal as AppError).data)).toContain(code);
    expect((await cellOf(post))?.head).toBeUndefined();
    expect((await appoint('duty', { post, personId })).village?.cells.find((cell) => cell.code === post)?.head?.personId).toBe(personId);
  });

  it.each([
    ['somebody of another village', { post: VACANT_GRID, personId: people.otherHead }, { fields: [{ path: 'personId', problem: 'NO_PERSON' }] }],
    ['nobody on the roster', { post: VACANT_GRID, personId: 'person-forged' }, { fields: [{ path: 'personId', problem: 'NO_PERSON' }] }],
    ['a day that has not come', { post: VACANT_GRID, personId: people.villager, from: '2026-11-26' }, { fields: [{ path: 'from', problem: 'DATE' }] }],
  ])('refuses %s', async (_case, input, data) => {
    await expect(appoint('duty', input)).rejects.toMatchObject({ code: 'INVALID_INPUT', data });
  });

  it('refuses a post that is none', async () => {
    await expect(appoint('duty', { post: `${VILLAGE}-9`, personId: people.villager })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(appoint('clerk', { post: `${COUNTY}/NOBODY`, personId: people.villager })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['villager', GRID], ['head', GRID], ['otherHead', OTHER_GRID], ['duty', OTHER_GRID], ['supervisor', GRID],
  ] as const)('is not for %s over %s', async (who, post) => {
    await expect(appoint(who, { post, personId: people.deputy })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is not done by an officer for themselves', async () => {
    await expect(appoint('duty', { post: VACANT_GRID, personId: people.duty })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a desk', () => {
  it('takes another officer and lets one go', async () => {
    await appoint('town', { post: VILLAGE, personId: people.supervisor, leaving: people.duty });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await system.as('secondDuty').grids.village({ village: VILLAGE })).desk.map(({ name }) => name)).toEqual(['杨晓梅', '郑来福']);
    expect((await system.as('duty').people.me()).person?.desks).toEqual([]);
    expect((await system.as('supervisor').people.me()).person?.desks).toMatchObject([{ kind: 'VILLAGE' }]);
  });

  it('is never left without an officer', async () => {
    await appoint('town', { post: VILLAGE, leaving: people.duty });
    await expect(appoint('town', { post: VILLAGE, leaving: people.secondDuty })).rejects.toMatchObject({ code: 'LAST_OF_DESK' });
  });

  it('keeps one officer when both are let go at once', async () => {
    const answers = await Promise.allSettled([appoint('town', { post: VILLAGE, leaving: people.duty }), appoint('clerk', { post: VILLAGE, leaving: people.secondDuty })]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await system.store.get('villages', VILLAGE))?.desk).toHaveLength(1);
  });

  it('of a town, its legal post and a department are filled by the clerk', async () => {
    await appoint('clerk', { post: TOWN, personId: people.deputy });
    expect(cost()).toBeLessThanOrEqual(8);
    await appoint('clerk', { post: `${TOWN}/legal`, personId: people.supervisor, role: 'POLICE_LIAISON', leaving: people.police });
    await appoint('clerk', { post: `${COUNTY}/WATER`, personId: people.villager, leaving: people.department });
    await clock();
    expect((await system.as('deputy').people.me()).person?.desks.map(({ kind }) => kind)).toContain('TOWN');
    expect((await system.as('supervisor').people.me()).person?.roles.map(({ role }) => role)).toEqual(['SUPERVISION', 'POLICE_LIAISON']);
    expect((await system.as('villager').people.me()).person?.desks).toMatchObject([{ kind: 'DEPARTMENT', post: `${COUNTY}/WATER` }]);
    for (const who of ['police', 'department'] as const) expect((await system.as(who).people.me()).person?.desks).toEqual([]);
    await expect(appoint('clerk', { post: `${COUNTY}/WATER`, leaving: people.villager })).rejects.toMatchObject({ code: 'LAST_OF_DESK' });
  });
});

describe('a stand-in', () => {
  const standIn = (who: Somebody, more: { post?: string; personId?: string; from?: string; to?: string; requestId?: string } = {}) =>
    system.as(who).grids.standIn({ requestId: tap(), post: GRID, personId: people.villager, from: '2026-11-26', to: '2026-11-27', ...more });
  const desksOf = async (who: Somebody) => ((await system.as(who).people.me()).person?.desks ?? []).map(({ post }) => post);

  it('holds the post on its days, both included, and on no other', async () => {
    await standIn('head');
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await desksOf('villager')).toEqual([]);
    system.pass(DAY_MS);
    expect(await desksOf('villager')).toEqual([GRID]);
    const { lines } = await system.as('supervisor').people.contacts();
    expect(lines.find(({ line }) => line === 'HEAD')).toMatchObject({ name: '王秀兰', standInFor: '陈守田' });
    system.pass(DAY_MS);
    expect(await desksOf('villager')).toEqual([GRID]);
    system.pass(DAY_MS);
    expect(await desksOf('villager')).toEqual([]);
    expect((await system.as('supervisor').people.contacts()).lines.find(({ line }) => line === 'HEAD')).toMatchObject({ name: '陈守田' });
  });

  it('is told the days by the clock', async () => {
    await standIn('head');
    await clock();
    expect((await system.as('villager').notices.list({})).items[0]).toMatchObject({ kind: 'STAND_IN_GIVEN', data: { duty: '中心户长', from: '2026-11-26', to: '2026-11-27' } });
    expect((await system.store.get('villages', VILLAGE))?.followUps).toBeUndefined();
  });

  it('gives way to another one at once', async () => {
    await standIn('head', { from: TODAY });
    await standIn('head', { from: TODAY, personId: people.supervisor });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await desksOf('villager')).toEqual([]);
    expect(await desksOf('supervisor')).toEqual([GRID]);
    await clock();
    expect((await system.store.get('people', people.villager))?.roles.filter(({ role }) => role === 'HEAD')).toEqual([]);
  });

  it('ends when the head is back early', async () => {
    await standIn('head', { from: TODAY });
    const { village } = await system.as('head').grids.standIn({ requestId: tap(), post: GRID, from: TODAY, to: TODAY });
    expect(village?.cells.find(({ code }) => code === GRID)?.standIn).toBeUndefined();
    expect(await desksOf('villager')).toEqual([]);
  });

  it('can become the head', async () => {
    await standIn('head', { from: TODAY });
    await appoint('duty', { post: GRID, personId: people.villager });
    system.pass(5 * DAY_MS);
    expect(await desksOf('villager')).toEqual([GRID]);
  });

  it('must end before somebody else becomes the head', async () => {
    await standIn('head', { from: TODAY });
    await expect(appoint('duty', { post: GRID, personId: people.supervisor })).rejects.toMatchObject({ data: { fields: [{ path: 'post', problem: 'STAND_IN_FIRST' }] } });
  });

  it('goes when the post becomes vacant', async () => {
    await standIn('head', { from: TODAY });
    await appoint('duty', { post: GRID });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await desksOf('villager')).toEqual([]);
  });

  it('stands in at a desk for the officer who asks', async () => {
    await standIn('duty', { post: VILLAGE, from: TODAY });
    const { desk } = await system.as('duty').grids.village({ village: VILLAGE });
    expect(desk.map(({ name, to }) => [name, to])).toEqual([['马建业', undefined], ['杨晓梅', undefined], ['王秀兰', '2026-11-27']]);
    expect(await desksOf('villager')).toEqual([VILLAGE]);
    await system.as('duty').grids.standIn({ requestId: tap(), post: VILLAGE, from: TODAY, to: TODAY });
    expect(await desksOf('villager')).toEqual([]);
  });

  it.each([
    ['before it begins', { to: '2026-11-25' }, { path: 'to', problem: 'DATE' }],
    ['in the past', { from: '2026-11-20', to: '2026-11-24' }, { path: 'to', problem: 'DATE' }],
    ['with the head themselves', { personId: people.head }, { path: 'personId', problem: 'HOLDER' }],
    ['with somebody of another village', { personId: people.otherHead }, { path: 'personId', problem: 'NO_PERSON' }],
  ])('is refused %s', async (_case, more, problem) => {
    await expect(standIn('head', more)).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [problem] } });
  });

  it('is refused for a vacant post, which needs a head', async () => {
    await expect(standIn('duty', { post: FAR_GRID })).rejects.toMatchObject({ data: { fields: [{ path: 'post', problem: 'VACANT' }] } });
  });

  it.each(['villager', 'groupHead', 'otherHead'] as const)('is not named by %s', async (who) => {
    await expect(standIn(who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('agreeing that a phone is shown', () => {
  it('is the owner\'s own, and surely theirs', async () => {
    await expect(system.as('farVillager').grids.setPhoneShown({ requestId: tap(), shown: true })).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await system.store.update('accounts', `demo:${people.villager}`, { set: { bindings: [{ personId: people.son, level: 'VERIFIED', relation: 'FAMILY', at: 1 }], actingFor: people.son } });
    await expect(system.as('villager').grids.setPhoneShown({ requestId: tap(), shown: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('shows and hides the number in the posts', async () => {
    await system.as('legal').grids.setPhoneShown({ requestId: tap(), shown: true });
    await clock();
    const office = await system.store.get('offices', TOWN);
    expect(office?.officers.find(({ personId }) => personId === people.legal)?.phoneSealed).toBeDefined();
    await system.as('head').grids.setPhoneShown({ requestId: tap(), shown: false });
    expect((await cellOf(GRID))?.head?.phone).toBeUndefined();
    await system.as('head').grids.setPhoneShown({ requestId: tap(), shown: true });
    expect((await cellOf(GRID))?.head?.phone).toBe(phoneOf('head'));
  });
});

