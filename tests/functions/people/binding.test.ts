import { DAY_MS, HOUR_MS } from '@/domain/basics/civil-time';
import { idNumberOf, nameOf, people, phoneOf, type Somebody } from '../../fixtures/village';
import { harness, tap, type Phone, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const lastFour = (who: Somebody): string => idNumberOf(who).slice(-4);
const bindSon = (phone: Phone, more: { requestId?: string; idLast4?: string; name?: string } = {}) =>
  phone.people.bindByName({ requestId: tap(), name: nameOf('son'), idLast4: lastFour('son'), relation: 'SELF', ...more });

function cost(): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}

describe('weak binding', () => {
  it('finds one person by name and last four, and the phone is that person from then on', async () => {
    const phone = system.phone('wx:new');
    expect(await bindSon(phone)).toEqual({ person: { id: people.son, name: '王小军', level: 'WEAK' } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await phone.people.me()).person).toMatchObject({ id: people.son, level: 'WEAK', roles: [] });
  });

  it('reads a name and a last four as people type them', async () => {
    expect(await bindSon(system.phone('wx:new'), { name: ' 王　小军 ', idLast4: ` ${lastFour('son')} ` })).toMatchObject({ person: { id: people.son } });
  });

  it('is answered again when the reply was lost', async () => {
    const phone = system.phone('wx:new');
    const requestId = tap();
    const first = await bindSon(phone, { requestId });
    expect(await bindSon(phone, { requestId })).toEqual(first);
    expect((await system.store.find('audit', { where: { target: `person:${people.son}` }, limit: 10 })).items).toHaveLength(1);
  });

  it.each([
    ['the last four of somebody else', { name: '王小军', idLast4: '0000' }],
    ['a name nobody has', { name: '不存在', idLast4: '0000' }],
  ])('answers %s with one and the same words, at the same cost', async (_case, input) => {
    const phone = system.phone('wx:guess');
    await expect(phone.people.bindByName({ requestId: tap(), ...input, relation: 'SELF' })).rejects.toMatchObject({ code: 'NO_MATCH', data: { triesLeft: 4 } });
    expect(system.lastLine()).toMatchObject({ reads: 4, writes: 2 });
  });

  it('answers a name and last four that two people share like a wrong one', async () => {
    const son = await system.store.get('people', people.son);
    await system.store.insert('people', { ...son!, _id: 'person-twin' });
    await expect(bindSon(system.phone('wx:guess'))).rejects.toMatchObject({ code: 'NO_MATCH', data: { triesLeft: 4 } });
    expect(system.lastLine()).toMatchObject({ reads: 4, writes: 2 });
  });

  it('lets an account be wrong five times a day, whomever it tries', async () => {
    const phone = system.phone('wx:guess');
    for (const left of [4, 3, 2, 1, 0]) {
      await expect(phone.people.bindByName({ requestId: tap(), name: `某某${'甲乙丙丁戊'.charAt(left)}`, idLast4: '0000', relation: 'SELF' })).rejects.toMatchObject({ data: { triesLeft: left } });
    }
    await expect(bindSon(phone)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES', data: { next: system.now() + 15 * HOUR_MS } });
    system.pass(15 * HOUR_MS);
    expect(await bindSon(phone)).toMatchObject({ person: { id: people.son } });
  });

  it('lets a name be tried wrongly five times a day, from however many accounts', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await expect(bindSon(system.phone(`wx:guess-${n}`), { idLast4: `000${n}` })).rejects.toMatchObject({ code: 'NO_MATCH' });
    }
    await expect(bindSon(system.phone('wx:new'))).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    system.pass(DAY_MS);
    expect(await bindSon(system.phone('wx:new'))).toMatchObject({ person: { id: people.son } });
  });

  it('does not count the same wrong try twice, so that a bad line costs nothing', async () => {
    const phone = system.phone('wx:guess');
    await expect(bindSon(phone, { idLast4: '0001' })).rejects.toMatchObject({ data: { triesLeft: 4 } });
    await expect(bindSon(phone, { idLast4: '0001' })).rejects.toMatchObject({ data: { triesLeft: 4 } });
  });

  it('holds to five tries when twenty arrive at once', async () => {
    const phone = system.phone('wx:guess');
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => bindSon(phone, { idLast4: String(1000 + n) })));
    const codes = answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'OK'));
    expect(codes.filter((code) => code === 'NO_MATCH')).toHaveLength(5);
  });

  it('does not make a phone that is somebody already somebody else', async () => {
    await expect(bindSon(system.as('head'))).rejects.toMatchObject({ code: 'NO_MATCH' });
    expect((await system.store.get('people', people.son))?.account).toBeUndefined();
  });

  it('keeps no digits of what was typed', async () => {
    await bindSon(system.phone('wx:new'));
    await expect(bindSon(system.phone('wx:guess'), { idLast4: '7777' })).rejects.toBeDefined();
    const kept = JSON.stringify([
      await system.store.get('accounts', 'wx:guess'),
      (await system.store.find('audit', { where: { at: { gt: 0 } }, orderBy: [{ field: 'at', direction: 'asc' }], limit: 100 })).items,
    ]);
    expect(kept).not.toContain('7777');
    expect(kept).not.toContain('王小军');
  });
});

describe('a person another account is already', () => {
  const claim = () => system.phone('wx:other').people.bindByName({ requestId: tap(), name: nameOf('villager'), idLast4: lastFour('villager'), relation: 'SELF' });

  it('is never silently replaced: the holder is told and asked', async () => {
    await expect(claim()).rejects.toMatchObject({ code: 'ALREADY_BOUND' });
    expect(cost()).toBeLessThanOrEqual(8);
    const { items } = await system.as('villager').people.claims();
    expect(items).toMatchObject([{ at: system.now(), person: '王秀兰', level: 'WEAK' }]);
    const told = await system.store.find('notices', { where: { to: `person:${people.villager}` }, limit: 10 });
    expect(told.items.map(({ kind }) => kind)).toEqual(['CLAIM']);
    expect((await system.as('villager').people.me()).person?.level).toBe('VERIFIED');
  });

  it('asks the holder once a day, however often it is tried', async () => {
    await expect(claim()).rejects.toMatchObject({ code: 'ALREADY_BOUND' });
    await expect(claim()).rejects.toMatchObject({ code: 'ALREADY_BOUND' });
    expect((await system.as('villager').people.claims()).items).toHaveLength(1);
  });

  it('goes over when the holder agrees, at the level that was proved', async () => {
    await expect(claim()).rejects.toBeDefined();
    const [open] = (await system.as('villager').people.claims()).items;
    expect(await system.as('villager').people.answerClaim({ requestId: tap(), claimId: open!.claimId, allow: true })).toEqual({});
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await system.as('villager').people.me()).person).toBeUndefined();
    const other = system.phone('wx:other');
    expect((await other.people.me()).family).toEqual([{ id: people.villager, name: '王秀兰', level: 'WEAK', relation: 'SELF', acting: false }]);
    expect(await other.people.actFor({ personId: people.villager })).toEqual({ person: { id: people.villager, name: '王秀兰', level: 'WEAK' } });
  });

  it('stays when the holder says no, and the desk hears of it', async () => {
    await expect(claim()).rejects.toBeDefined();
    const [open] = (await system.as('villager').people.claims()).items;
    const requestId = tap();
    const answer = () => system.as('villager').people.answerClaim({ requestId, claimId: open!.claimId, allow: false });
    expect(await answer()).toMatchObject({ person: { id: people.villager } });
    expect(await answer()).toMatchObject({ person: { id: people.villager } });
    expect((await system.as('villager').people.claims()).items).toEqual([]);
    expect((await system.as('duty').notices.list({})).items.map(({ kind }) => kind)).toEqual(['CLAIM_REFUSED']);
  });

  it('is not answered by anybody but its holder, nor known to others', async () => {
    await expect(claim()).rejects.toBeDefined();
    const [open] = (await system.as('villager').people.claims()).items;
    for (const phone of [system.as('head'), system.phone('wx:other'), system.as('duty')]) {
      await expect(phone.people.answerClaim({ requestId: tap(), claimId: open!.claimId, allow: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(system.as('villager').people.answerClaim({ requestId: tap(), claimId: 'claim-forged', allow: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes to one of two accounts that claim it at once', async () => {
    const answers = await Promise.allSettled([bindSon(system.phone('wx:one')), bindSon(system.phone('wx:two'))]);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : []));
    expect(refused).toEqual(['ALREADY_BOUND']);
  });
});

describe('verified binding by phone', () => {
  it('raises a weak binding to a verified one', async () => {
    const phone = system.as('farVillager');
    const bound = await phone.people.bindByPhone({ requestId: tap(), phoneCode: `phone:${phoneOf('farVillager')}`, name: '吴大山', relation: 'SELF' });
    expect(bound).toEqual({ person: { id: people.farVillager, name: '吴大山', level: 'VERIFIED' } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await phone.people.me()).person?.level).toBe('VERIFIED');
  });

  it('needs the number on the roster, and tells the family on one phone apart by name', async () => {
    const phone = system.phone('wx:new');
    const bindAs = (name: string) => phone.people.bindByPhone({ requestId: tap(), phoneCode: `phone:${phoneOf('son')}`, name, relation: 'SELF' });
    await expect(bindAs('王秀兰')).rejects.toMatchObject({ code: 'NO_MATCH' });
    expect(await bindAs('王小军')).toMatchObject({ person: { level: 'VERIFIED' } });
    expect(cost()).toBeLessThanOrEqual(8);
  });

  it('refuses a code WeChat does not know', async () => {
    await expect(system.phone('wx:new').people.bindByPhone({ requestId: tap(), phoneCode: 'forged', name: '王小军', relation: 'SELF' }))
      .rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'phoneCode', problem: 'PHONE_CODE' }] } });
  });
});

describe('acting for family', () => {
  const bindFamily = (phone: Phone, who: Somebody) => phone.people.bindByName({ requestId: tap(), name: nameOf(who), idLast4: lastFour(who), relation: 'FAMILY' });

  it('takes a member of the same household, who is told, and does not change by itself for whom the phone acts', async () => {
    const phone = system.as('villager');
    expect(await bindFamily(phone, 'son')).toMatchObject({ person: { id: people.villager } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await phone.people.me()).family.map(({ id, relation, level, acting }) => ({ id, relation, level, acting }))).toEqual([
      { id: people.villager, relation: 'SELF', level: 'VERIFIED', acting: true },
      { id: people.son, relation: 'FAMILY', level: 'WEAK', acting: false },
    ]);
    expect((await system.store.find('notices', { where: { to: `person:${people.son}` }, limit: 5 })).items.map(({ kind }) => kind)).toEqual(['FAMILY_BOUND']);
    expect(await phone.people.actFor({ personId: people.son })).toEqual({ person: { id: people.son, name: '王小军', level: 'WEAK' } });
    expect((await phone.people.me()).person).toMatchObject({ id: people.son, level: 'WEAK' });
  });

  it('answers for somebody of another household like for nobody', async () => {
    await expect(bindFamily(system.as('villager'), 'head')).rejects.toMatchObject({ code: 'NO_MATCH', data: { triesLeft: 4 } });
    const known = system.lastLine();
    await expect(system.as('villager').people.bindByName({ requestId: tap(), name: '不存在', idLast4: '0000', relation: 'FAMILY' })).rejects.toMatchObject({ code: 'NO_MATCH' });
    expect(system.lastLine()).toMatchObject({ reads: known.reads, writes: known.writes });
  });

  it('gives no office of the one acted for', async () => {
    await system.store.update('people', people.head, { set: { householdId: (await system.store.get('people', people.villager))!.householdId } });
    const phone = system.as('villager');
    await bindFamily(phone, 'head');
    await phone.people.actFor({ personId: people.head });
    expect((await phone.people.me()).person).toMatchObject({ id: people.head, roles: [], desks: [] });
  });

  it('acts for nobody it was not bound to', async () => {
    await expect(system.as('villager').people.actFor({ personId: people.head })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.phone('wx:new').people.actFor({ personId: people.head })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ends with unbinding, and the phone is its owner again', async () => {
    const phone = system.as('villager');
    await bindFamily(phone, 'son');
    await phone.people.actFor({ personId: people.son });
    const requestId = tap();
    expect(await phone.people.unbind({ requestId, personId: people.son })).toMatchObject({ person: { id: people.villager, level: 'VERIFIED' } });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await phone.people.unbind({ requestId, personId: people.son })).toMatchObject({ person: { id: people.villager } });
    await expect(phone.people.unbind({ requestId, personId: people.villager })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });
});

describe('a lost phone', () => {
  it('is nobody\'s after one step, for its owner and for the family', async () => {
    await system.as('villager').people.bindByName({ requestId: tap(), name: nameOf('son'), idLast4: lastFour('son'), relation: 'FAMILY' });
    await system.as('villager').people.actFor({ personId: people.son });
    const requestId = tap();
    expect(await system.as('duty').people.unbindLost({ requestId, personId: people.villager })).toEqual({ done: true });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await system.as('duty').people.unbindLost({ requestId, personId: people.villager })).toEqual({ done: true });
    const lost = await system.as('villager').people.me();
    expect(lost.person).toBeUndefined();
    expect(lost.family).toEqual([]);
    expect((await system.as('villager').notices.list({})).items.map(({ kind }) => kind)).toContain('PHONE_UNBOUND');
    expect(await system.phone('wx:new').people.bindByName({ requestId: tap(), name: '王秀兰', idLast4: lastFour('villager'), relation: 'SELF' })).toMatchObject({ person: { id: people.villager } });
  });

  it.each(['otherHead', 'head', 'villager', 'town'] as const)('is not unbound by %s', async (who) => {
    await expect(system.as(who).people.unbindLost({ requestId: tap(), personId: people.groupHead })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await system.store.get('people', people.groupHead))?.account).toBeDefined();
  });

  it('is not unbound by an officer for themselves', async () => {
    await expect(system.as('duty').people.unbindLost({ requestId: tap(), personId: people.duty })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
