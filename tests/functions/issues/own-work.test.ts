/** Nobody rates their own work, nor answers their own question, as the relative for whom their phone acts (ORG-08). */
import { accountOf, idNumberOf, nameOf, people, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { filed, on, operations } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const OWN = { code: 'OWN_WORK' };
const happy = { solved: 'YES', satisfaction: 'SATISFIED' } as const;

/** Somebody's phone acts for 王秀兰 from now on. */
async function actsForVillager(who: Somebody): Promise<void> {
  const family = { personId: people.villager, level: 'VERIFIED', relation: 'FAMILY', at: 1 };
  await system.store.update('accounts', accountOf(who), { set: { bindings: [{ personId: people[who], level: 'VERIFIED', relation: 'SELF', at: 1 }, family] } });
  system.pass(1);
  await system.as(who).people.actFor({ personId: people.villager });
}

async function actsForSelf(who: Somebody): Promise<void> {
  await system.as(who).people.actFor({ personId: people[who] });
}

async function done(): Promise<string> {
  const issueId = await filed(system);
  await system.as('head').issues.accept(on(issueId));
  await system.as('head').issues.finish({ ...on(issueId), text: '挖通了。' });
  return issueId;
}

describe('a head whose phone may act for the reporter', () => {
  it('does not rate what they did, is told so and who can, and nothing is rated', async () => {
    const issueId = await done();
    await actsForVillager('head');
    const seen = await system.as('head').issues.get({ issueId });
    expect(seen).toMatchObject({ mine: true, ownWork: true });
    expect(seen.acts).not.toContain('RATE');
    await expect(system.as('head').issues.rate({ ...on(issueId), ...happy })).rejects.toMatchObject(OWN);
    expect((await system.store.get('issues', issueId))?.rating).toBeUndefined();
  });

  it.each(['villager', 'partyMember'] as const)('%s can, on their own phone', async (who) => {
    const issueId = await done();
    await actsForVillager('head');
    if (who !== 'villager') await actsForVillager(who);
    const seen = await system.as(who).issues.get({ issueId });
    expect(seen.acts).toContain('RATE');
    expect(seen.ownWork).toBeUndefined();
    expect(await system.as(who).issues.rate({ ...on(issueId), ...happy })).toMatchObject({ stage: 'RATED' });
    expect(operations(system)).toBeLessThanOrEqual(8);
  });

  it('rates for them what others did', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.handUp({ ...on(issueId), text: '办不了' });
    await system.as('groupHead').issues.accept(on(issueId));
    await system.as('groupHead').issues.finish({ ...on(issueId), text: '挖通了。' });
    await actsForVillager('head');
    expect(await system.as('head').issues.rate({ ...on(issueId), ...happy })).toMatchObject({ stage: 'RATED' });
  });

  it('does not answer their own question, but one that somebody else asked', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.ask({ ...on(issueId), text: '在哪一段？' });
    await actsForVillager('head');
    expect(await system.as('head').issues.get({ issueId })).toMatchObject({ ownWork: true });
    await expect(system.as('head').issues.answer({ ...on(issueId), text: '桥头那一段' })).rejects.toMatchObject(OWN);
    await system.as('villager').issues.answer({ ...on(issueId), text: '桥头那一段' });

    await actsForSelf('head');
    await system.as('head').issues.handUp({ ...on(issueId), text: '办不了' });
    await system.as('groupHead').issues.accept(on(issueId));
    await system.as('groupHead').issues.ask({ ...on(issueId), text: '堵了几天？' });
    await actsForVillager('head');
    await system.as('head').issues.answer({ ...on(issueId), text: '三天' });
  });

  it('does not rate it either once they have unbound themselves and kept her (ORG-08)', async () => {
    const issueId = await done();
    await actsForVillager('head');
    await system.as('head').people.unbind({ requestId: tap(), personId: people.head });
    await system.as('head').people.actFor({ personId: people.villager });
    expect((await system.as('head').people.me()).family.map(({ id }) => id)).toEqual([people.villager]);
    const seen = await system.as('head').issues.get({ issueId });
    expect(seen).toMatchObject({ mine: true, ownWork: true });
    expect(seen.acts).not.toContain('RATE');
    expect(JSON.stringify(seen)).not.toContain(accountOf('head'));
    await expect(system.as('head').issues.rate({ ...on(issueId), ...happy })).rejects.toMatchObject(OWN);
    // Another of the family can, and the head's phone what was done by others.
    await actsForVillager('partyMember');
    expect(await system.as('partyMember').issues.rate({ ...on(issueId), ...happy })).toMatchObject({ stage: 'RATED' });
  });

  it.each([
    ['taken for lost', async () => { await system.as('duty').people.unbindLost({ requestId: tap(), personId: people.head }); }],
    ['deleted', async () => { await system.as('head').people.deleteAccount({ requestId: tap() }); }],
    ['left behind for a new phone', async () => {
      await system.store.update('people', people.head, { set: { account: { id: 'wx:new', level: 'VERIFIED', at: system.now() } } });
      await system.as('head').people.unbind({ requestId: tap(), personId: people.head });
    }],
  ] as const)('nor as herself, on an account that was %s and is bound to her since', async (_how, leave) => {
    const issueId = await done();
    await leave();
    await system.store.update('people', people.villager, { unset: ['account'] });
    await system.as('head').people.bindByName({ requestId: tap(), name: nameOf('villager'), idLast4: idNumberOf('villager').slice(-4), relation: 'SELF' });
    expect(await system.as('head').issues.get({ issueId })).toMatchObject({ mine: true, ownWork: true });
    await expect(system.as('head').issues.rate({ ...on(issueId), solved: 'NO', satisfaction: 'UNSATISFIED' })).rejects.toMatchObject(OWN);
  });

  it('nor answers, unbound, what they asked themselves', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.ask({ ...on(issueId), text: '在哪一段？' });
    await actsForVillager('head');
    await system.as('head').people.unbind({ requestId: tap(), personId: people.head });
    await system.as('head').people.actFor({ personId: people.villager });
    await expect(system.as('head').issues.answer({ ...on(issueId), text: '桥头那一段' })).rejects.toMatchObject(OWN);
  });

  it('rates as her, unbound, what the account had no part in', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.handUp({ ...on(issueId), text: '办不了' });
    await system.as('groupHead').issues.accept(on(issueId));
    await system.as('groupHead').issues.finish({ ...on(issueId), text: '挖通了。' });
    await actsForVillager('head');
    await system.as('head').people.unbind({ requestId: tap(), personId: people.head });
    await system.as('head').people.actFor({ personId: people.villager });
    expect(await system.as('head').issues.rate({ ...on(issueId), ...happy })).toMatchObject({ stage: 'RATED' });
  });

  it('learns nothing of other people\'s matters by it', async () => {
    const issueId = await filed(system, 'deputy', { visibility: 'HANDLERS' });
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.finish({ ...on(issueId), text: '挖通了。' });
    await actsForVillager('head');
    await expect(system.as('head').issues.rate({ ...on(issueId), ...happy })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('a head who reported it answers what the next post asks, though they had it before', async () => {
  const issueId = await filed(system, 'head');
  await system.as('head').issues.accept(on(issueId));
  await system.as('head').issues.handUp({ ...on(issueId), text: '办不了' });
  await system.as('groupHead').issues.accept(on(issueId));
  await system.as('groupHead').issues.ask({ ...on(issueId), text: '在哪一段？' });
  expect(await system.as('head').issues.answer({ ...on(issueId), text: '桥头' })).not.toHaveProperty('askedBack');
});

describe('the town and the department it called (EVT-07, ORG-02)', () => {
  async function dispatched(): Promise<string> {
    const issueId = await filed(system);
    await system.as('head').issues.handUp({ ...on(issueId), text: '办不了' });
    for (const who of ['groupHead', 'partHead', 'duty'] as const) await system.as(who).issues.handUp({ ...on(issueId), text: '办不了' });
    await system.as('town').issues.accept(on(issueId));
    await system.as('town').issues.dispatch({ ...on(issueId), to: '610921/WATER', assistants: [], text: '请水利局看' });
    return issueId;
  }

  it('presses it, from the list of what is under way, and the department hears of it', async () => {
    const issueId = await dispatched();
    expect((await system.as('town').issues.get({ issueId })).acts).toContain('URGE');
    await system.as('town').issues.urge({ ...on(issueId), text: '三天了，请尽快到场' });
    expect(operations(system)).toBeLessThanOrEqual(8);
    const told = await system.store.find('notices', { where: { to: 'post:610921/WATER' }, limit: 10 });
    expect(told.items.map(({ kind }) => kind)).toContain('ISSUE_URGED');
    expect((await system.as('department').issues.get({ issueId })).steps.at(-1)).toMatchObject({ kind: 'URGED', by: '何敏', text: '三天了，请尽快到场' });
  });

  it('waits with it while the department\'s objection is the town\'s to decide', async () => {
    const issueId = await dispatched();
    await system.as('department').issues.object({ ...on(issueId), text: '不归我', basis: '权责清单' });
    const { acts } = await system.as('town').issues.get({ issueId });
    expect(acts).toContain('DECIDE_OBJECTION');
    expect(acts).not.toContain('URGE');
    await expect(system.as('town').issues.urge({ ...on(issueId), text: '快' })).rejects.toMatchObject({ code: 'ISSUE_STAGE' });
  });

  it('does no more to it than that', async () => {
    const issueId = await dispatched();
    for (const act of ['accept', 'resume'] as const) await expect(system.as('town').issues[act](on(issueId))).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await expect(system.as('duty').issues.urge({ ...on(issueId), text: '快' })).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|CHANGED_MEANWHILE/) as string });
    await expect(system.as('department').issues.urge({ ...on(issueId), text: '快' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('not upwards: what went up to the county is the county\'s', async () => {
    const issueId = await filed(system);
    for (const who of ['head', 'groupHead', 'partHead', 'duty', 'town'] as const) await system.as(who).issues.handUp({ ...on(issueId), text: '办不了' });
    expect((await system.as('town').issues.get({ issueId })).acts).not.toContain('URGE');
    await expect(system.as('town').issues.urge({ ...on(issueId), text: '快' })).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|CHANGED_MEANWHILE/) as string });
  });
});
