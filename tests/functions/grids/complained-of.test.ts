/** Somebody complained of comes to the very post that has the complaint (EVT-11): neither it nor its number nor its notices reach them. */
import { DAY_MS } from '@/domain/basics/civil-time';
import { GRID, GROUP, PART, people, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { filed, on, operations, turn } from '../issues/kit';

const TODAY = '2026-11-25';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const about = (who: Somebody) => filed(system, 'villager', { category: 'COMPLAINT', visibility: 'HANDLERS', text: '他占着公家的地', aboutId: people[who] });
const appoint = (post: string, who: Somebody, by: Somebody = 'clerk') => system.as(by).grids.appoint({ requestId: tap(), post, personId: people[who], from: TODAY, despite: true });

async function issueOf(issueId: string) {
  const issue = await system.store.get('issues', issueId);
  if (issue === undefined) throw new Error('the issue is lost');
  return issue;
}

/** All that a phone can list, as one text. */
async function seenBy(who: Somebody): Promise<string> {
  const phone = system.as(who);
  const lists = [];
  for (const show of ['ALL', 'OVERDUE', 'TODAY', 'UNACCEPTED', 'DECIDE', 'CLOSED'] as const) lists.push(await phone.issues.queue({ show }));
  lists.push(await phone.notices.list({}));
  return JSON.stringify(lists);
}

describe.each([
  ['before the clock has run', 0],
  ['after it', 2],
])('the new head, %s', (_when, turns) => {
  it('reads nothing of it, counts nothing of it, and is sent nothing', async () => {
    const issueId = await about('supervisor');
    const { number } = await issueOf(issueId);
    await system.as('villager').issues.add({ ...on(issueId), text: '补充一句' });
    expect((await issueOf(issueId)).owner.post).toBe(GRID);

    await appoint(GRID, 'supervisor');
    for (let nth = 0; nth < turns; nth += 1) await turn(system);
    const seen = await seenBy('supervisor');
    expect(seen).not.toContain(number);
    expect(seen).not.toContain(issueId);
    expect((await system.as('supervisor').issues.queue({ show: 'ALL' })).counts.all).toBe(0);
    const { count } = await system.as('supervisor').notices.unread();
    expect(count).toBe((await system.as('supervisor').notices.list({})).items.filter(({ unread }) => unread).length);
    await expect(system.as('supervisor').issues.get({ issueId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await turn(system);
    const sent = system.wechat.sent.filter(({ to }) => to === `demo:${people.supervisor}`);
    expect(JSON.stringify(sent)).not.toContain(number);
  });
});

describe('the matter', () => {
  it('goes up at once to the next post that may have it, and both who get it and who reported it are told', async () => {
    const issueId = await about('supervisor');
    await system.as('head').issues.accept(on(issueId));
    await appoint(GRID, 'supervisor');
    await turn(system);
    const issue = await issueOf(issueId);
    expect(issue).toMatchObject({ owner: { post: GROUP }, stage: 'ASSIGNED', open: true, barredPosts: expect.arrayContaining([GRID]) as string[] });
    expect(issue.acceptBy).toBeGreaterThan(system.now());
    expect(issue.steps.at(-1)).toMatchObject({ kind: 'HANDED_OVER', from: { post: GRID }, to: { post: GROUP } });
    const kinds = async (to: string) => (await system.store.find('notices', { where: { to }, limit: 20 })).items.map(({ kind }) => kind);
    expect(await kinds(`post:${GROUP}`)).toContain('ISSUE_HANDED_UP_TO_YOU');
    expect(await kinds(`person:${people.villager}`)).toContain('ISSUE_HANDED_UP');
    // The head who leaves had it, and has it no more; nobody was told of an open matter that is not theirs.
    const given = (await system.store.find('notices', { where: { to: `person:${people.supervisor}` }, limit: 20 })).items.find(({ kind }) => kind === 'POST_GIVEN');
    expect(given?.data.open).toBe(0);
    expect(await system.as('groupHead').issues.get({ issueId })).toMatchObject({ text: '他占着公家的地' });
  });

  it('passes over every post below the new one, to above it', async () => {
    const issueId = await about('supervisor');
    await appoint(PART, 'supervisor');
    await turn(system);
    expect(await issueOf(issueId)).toMatchObject({ owner: { post: VILLAGE } });
    for (const who of ['head', 'groupHead', 'supervisor'] as const) await expect(system.as(who).issues.get({ issueId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('from a village\'s desk goes to the town, and leaves the village\'s counts', async () => {
    const issueId = await about('supervisor');
    await turn(system);
    const held = async (area: string) => (await system.store.find('tallies', { where: { area }, limit: 10 })).items.map(({ counts }) => [counts.COMPLAINT?.reported ?? 0, counts.COMPLAINT?.open ?? 0]).flat().reduce((a, b) => a + b, 0);
    expect(await held(VILLAGE)).toBe(2);
    await system.as('clerk').grids.appoint({ requestId: tap(), post: VILLAGE, personId: people.supervisor, from: TODAY, despite: true });
    await turn(system);
    await turn(system);
    expect(await issueOf(issueId)).toMatchObject({ owner: { post: TOWN } });
    expect(await held(VILLAGE)).toBe(0);
    expect(await held(TOWN)).toBe(2);
  });

  it('leaves a post below the new one, and is never handed up to it', async () => {
    const issueId = await about('supervisor');
    await appoint(GROUP, 'supervisor');
    await turn(system);
    // GRID lies below GROUP: whoever answers there now stands under the person complained of.
    expect(await issueOf(issueId)).toMatchObject({ owner: { post: PART } });
  });

  it('is kept from a stand-in before their days begin', async () => {
    const issueId = await about('supervisor');
    await system.as('head').grids.standIn({ requestId: tap(), post: GRID, personId: people.supervisor, from: '2026-11-28', to: '2026-12-05', text: '看病' });
    await turn(system);
    expect(await issueOf(issueId)).toMatchObject({ owner: { post: GROUP } });
    system.pass(4 * DAY_MS);
    await turn(system);
    expect(await seenBy('supervisor')).not.toContain((await issueOf(issueId)).number);
  });

  it('that is done and waits for its rating is barred too, and reopens above', async () => {
    const issueId = await about('supervisor');
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.finish({ ...on(issueId), text: '说过他了。' });
    await appoint(GRID, 'supervisor');
    await turn(system);
    await system.as('villager').issues.rate({ ...on(issueId), solved: 'NO', satisfaction: 'UNSATISFIED' });
    expect(await issueOf(issueId)).toMatchObject({ owner: { post: GROUP }, open: true });
    expect(await seenBy('supervisor')).not.toContain((await issueOf(issueId)).number);
  });

  it('stands the same after a second turn and after two at once', async () => {
    const issueId = await about('supervisor');
    await appoint(GRID, 'supervisor');
    await Promise.all([turn(system), turn(system)]);
    const once = await issueOf(issueId);
    await turn(system);
    expect((await issueOf(issueId)).steps).toHaveLength(once.steps.length);
    expect((await system.store.find('notices', { where: { to: `post:${GROUP}` }, limit: 20 })).items.filter(({ kind }) => kind === 'ISSUE_HANDED_UP_TO_YOU')).toHaveLength(1);
  });

  it('about somebody else is handed over as ever', async () => {
    const issueId = await about('partyMember');
    await system.as('head').issues.accept(on(issueId));
    await appoint(GRID, 'supervisor');
    await turn(system);
    expect(await issueOf(issueId)).toMatchObject({ owner: { post: GRID, personId: people.supervisor } });
    expect(await seenBy('supervisor')).toContain((await issueOf(issueId)).number);
  });

  it('costs who opens the app no more than eight operations', async () => {
    await about('supervisor');
    await appoint(GRID, 'supervisor');
    await system.as('supervisor').people.me();
    expect(operations(system)).toBeLessThanOrEqual(8);
  });
});
