import { HOUR_MS } from '@/domain/basics/civil-time';
import { people, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

function cost(): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}

async function codeFor(who: Somebody): Promise<string> {
  const { codeId } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people[who] });
  expect(cost()).toBeLessThanOrEqual(8);
  const { code } = await system.as('secondDuty').people.confirmCode({ requestId: tap(), codeId });
  expect(cost()).toBeLessThanOrEqual(8);
  return code;
}

const use = (account: string, code: string, relation: 'SELF' | 'FAMILY' = 'SELF', requestId = tap()) => system.phone(account).people.bindByCode({ requestId, code, relation });

describe('a binding code', () => {
  it('is issued by one officer, confirmed by another, and verifies whoever types it', async () => {
    const { codeId, needsConfirmBy, expiresAt } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people.son });
    expect(needsConfirmBy).toBe('杨晓梅，或者县名册管理员');
    expect(expiresAt).toBe(system.now() + 72 * HOUR_MS);
    expect((await system.as('secondDuty').people.codesToConfirm()).items).toEqual([
      { codeId, person: '王小军', issuedBy: '马建业', at: system.now(), expiresAt },
    ]);
    expect((await system.as('clerk').people.codesToConfirm()).items).toHaveLength(1);
    const { code, person } = await system.as('secondDuty').people.confirmCode({ requestId: tap(), codeId });
    expect(person).toBe('王小军');
    expect(code).toMatch(/^[3479ACDEFHJKMNPRTWXY]{5}-[3479ACDEFHJKMNPRTWXY]{5}$/);
    expect(await use('wx:new', code.toLowerCase().replace('-', ' '))).toEqual({ person: { id: people.son, name: '王小军', level: 'VERIFIED' } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await system.as('secondDuty').people.codesToConfirm()).items).toEqual([]);
  });

  it('is not confirmed by who issued it, nor shown to them for it', async () => {
    const { codeId } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people.son });
    expect((await system.as('duty').people.codesToConfirm()).items).toEqual([]);
    await expect(system.as('duty').people.confirmCode({ requestId: tap(), codeId })).rejects.toMatchObject({ code: 'OWN_WORK' });
  });

  it('is not confirmed by the person it is for', async () => {
    const { codeId } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people.secondDuty });
    await expect(system.as('secondDuty').people.confirmCode({ requestId: tap(), codeId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('clerk').people.confirmCode({ requestId: tap(), codeId })).toMatchObject({ person: '杨晓梅' });
  });

  it('is not issued for oneself, nor by another village, nor for nobody', async () => {
    await expect(system.as('duty').people.issueCode({ requestId: tap(), personId: people.duty })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('otherHead').people.issueCode({ requestId: tap(), personId: people.son })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('duty').people.issueCode({ requestId: tap(), personId: people.otherHead })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('duty').people.issueCode({ requestId: tap(), personId: 'person-forged' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('works once', async () => {
    const code = await codeFor('son');
    await use('wx:new', code);
    await expect(use('wx:second', code)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
  });

  it('answers again when the reply was lost', async () => {
    const code = await codeFor('son');
    const first = await use('wx:new', code);
    expect(await use('wx:new', code)).toEqual(first);
  });

  it('is taken by one of two phones that type it at once', async () => {
    const code = await codeFor('son');
    const answers = await Promise.allSettled([use('wx:one', code), use('wx:two', code)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('lives 72 hours', async () => {
    const code = await codeFor('son');
    system.pass(72 * HOUR_MS);
    await expect(use('wx:new', code)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
  });

  it('must be confirmed before it runs out', async () => {
    const { codeId } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people.son });
    system.pass(72 * HOUR_MS);
    await expect(system.as('secondDuty').people.confirmCode({ requestId: tap(), codeId })).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
  });

  it('is read out again to the same officer\'s repeated tap, and to nobody else', async () => {
    const { codeId } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people.son });
    const requestId = tap();
    const first = await system.as('secondDuty').people.confirmCode({ requestId, codeId });
    expect(await system.as('secondDuty').people.confirmCode({ requestId, codeId })).toEqual(first);
    await expect(system.as('clerk').people.confirmCode({ requestId: tap(), codeId })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('stands in the store only as its HMAC', async () => {
    const code = await codeFor('son');
    const kept = JSON.stringify((await system.store.find('bindingCodes', { where: { expiresAt: { gt: 0 } }, orderBy: [{ field: 'expiresAt', direction: 'asc' }], limit: 10 })).items);
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.replace('-', ''));
  });

  it('is guessed five times a day', async () => {
    for (const left of [4, 3, 2, 1, 0]) {
      await expect(use('wx:guess', `AAAA-AAAA${left}3`)).rejects.toMatchObject({ code: 'NO_MATCH', data: { triesLeft: left } });
    }
    await expect(use('wx:guess', await codeFor('son'))).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  });

  it('verifies a weakly bound phone, whose person then has their offices', async () => {
    await system.store.update('people', people.head, { set: { account: { id: `demo:${people.head}`, level: 'WEAK', at: 1 } } });
    expect((await system.as('head').people.me()).person?.desks).toEqual([]);
    expect(await system.as('head').people.bindByCode({ requestId: tap(), code: await codeFor('head'), relation: 'SELF' })).toMatchObject({ person: { level: 'VERIFIED' } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await system.as('head').people.me()).person?.desks).toMatchObject([{ duty: '中心户长', kind: 'GRID' }]);
  });

  it('lets a phone act for a relative of another household, verified', async () => {
    expect(await system.as('head').people.bindByCode({ requestId: tap(), code: await codeFor('vacantVillager'), relation: 'FAMILY' })).toMatchObject({ person: { id: people.head } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await system.as('head').people.actFor({ personId: people.vacantVillager })).toMatchObject({ person: { level: 'VERIFIED' } });
  });

  it('does not replace a phone that is the person already: it asks', async () => {
    const code = await codeFor('villager');
    await expect(use('wx:new', code)).rejects.toMatchObject({ code: 'ALREADY_BOUND' });
    expect((await system.as('villager').people.claims()).items).toMatchObject([{ level: 'VERIFIED' }]);
    await system.as('duty').people.unbindLost({ requestId: tap(), personId: people.villager });
    expect(await use('wx:new', code)).toMatchObject({ person: { level: 'VERIFIED' } });
  });
});

describe('an application to be put on the roster', () => {
  const apply = (requestId = tap()) => system.phone('wx:new').people.apply({ requestId, name: '钱多多', village: VILLAGE, phone: '13900009999', text: '嫁到一组' });

  it('is filed once, with the phone sealed, and shows as applied', async () => {
    const requestId = tap();
    const first = await apply(requestId);
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await apply(requestId)).toEqual(first);
    expect(await apply()).toEqual(first);
    expect((await system.phone('wx:new').people.me()).applied).toBe(true);
    expect((await system.as('duty').people.applications({ village: VILLAGE })).items).toEqual([
      { applicationId: first.applicationId, name: '钱多多', phoneMasked: '139****9999', text: '嫁到一组', at: system.now() },
    ]);
    expect(JSON.stringify(await system.store.get('applications', first.applicationId))).not.toContain('13900009999');
  });

  it('makes the account over to a person when it is accepted, weakly, and the phone takes it up', async () => {
    const { applicationId } = await apply();
    const requestId = tap();
    const answer = () => system.as('duty').people.answerApplication({ requestId, applicationId, accept: true, text: '加好了', personId: people.son });
    expect(await answer()).toEqual({ done: true });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await answer()).toEqual({ done: true });
    const me = await system.phone('wx:new').people.me();
    expect(me).toMatchObject({ applied: false, family: [{ id: people.son, level: 'WEAK', relation: 'SELF', acting: false }] });
    expect(await system.phone('wx:new').people.actFor({ personId: people.son })).toMatchObject({ person: { id: people.son, level: 'WEAK' } });
  });

  it('never makes over a person who is bound, or of another village', async () => {
    const { applicationId } = await apply();
    const accept = (personId: string) => system.as('duty').people.answerApplication({ requestId: tap(), applicationId, accept: true, text: '好', personId });
    await expect(accept(people.villager)).rejects.toMatchObject({ data: { fields: [{ path: 'personId', problem: 'ALREADY_BOUND' }] } });
    await expect(accept(people.otherHead)).rejects.toMatchObject({ data: { fields: [{ path: 'personId', problem: 'NO_PERSON' }] } });
    await expect(accept('person-forged')).rejects.toMatchObject({ data: { fields: [{ path: 'personId', problem: 'NO_PERSON' }] } });
  });

  it('is answered by its own village, once', async () => {
    const { applicationId } = await apply();
    const refuse = (who: Somebody) => system.as(who).people.answerApplication({ requestId: tap(), applicationId, accept: false, text: '请到联合村' });
    await expect(refuse('otherHead')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await refuse('duty');
    await expect(refuse('secondDuty')).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect((await system.phone('wx:new').notices.list({})).items.map(({ kind }) => kind)).toEqual(['APPLICATION_REFUSED']);
  });

  it('names a village that is there', async () => {
    await expect(system.phone('wx:new').people.apply({ requestId: tap(), name: '钱多多', village: '610921999999', text: '在' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
