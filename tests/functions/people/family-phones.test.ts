/** Whoever is acted for by a relative's phone sees that, and ends it. */
import { accountOf, idNumberOf, nameOf, people, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { operations, report } from '../issues/kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

/** 王秀兰's phone may act for her son, who has a phone of his own. */
async function motherActsForSon(): Promise<void> {
  await system.store.update('people', people.son, { set: { account: { id: accountOf('son'), level: 'WEAK', at: 1 } } });
  await system.store.insert('accounts', { _id: accountOf('son'), bindings: [{ personId: people.son, level: 'WEAK', relation: 'SELF', at: 1 }], actingFor: people.son, inboxSeenAt: 0 });
  await system.as('villager').people.bindByName({ requestId: tap(), name: nameOf('son'), idLast4: idNumberOf('son').slice(-4), relation: 'FAMILY' });
}

it('sees the phone by its owner\'s name, without its account', async () => {
  await motherActsForSon();
  const { items } = await system.as('son').people.familyPhones();
  expect(items).toMatchObject([{ name: '王秀兰', at: system.now() }]);
  expect(operations(system)).toBeLessThanOrEqual(8);
  expect(JSON.stringify(items)).not.toContain(accountOf('villager'));
  expect((await system.as('villager').people.familyPhones()).items).toEqual([]);
});

it('ends it once, and the phone acts for its owner again and is told', async () => {
  await motherActsForSon();
  await system.as('villager').people.actFor({ personId: people.son });
  const [phone] = (await system.as('son').people.familyPhones()).items;
  const end = { requestId: tap(), ref: phone?.ref ?? '' };
  expect(await system.as('son').people.endFamilyPhone(end)).toEqual({ done: true });
  expect(operations(system)).toBeLessThanOrEqual(8);
  expect(await system.as('son').people.endFamilyPhone(end)).toEqual({ done: true });
  await expect(system.as('son').people.endFamilyPhone({ ...end, ref: 'another' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });

  expect((await system.as('son').people.familyPhones()).items).toEqual([]);
  expect((await system.as('villager').people.me()).family.map(({ id, acting }) => [id, acting])).toEqual([[people.villager, true]]);
  await expect(system.as('villager').people.actFor({ personId: people.son })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await system.as('villager').notices.list({})).items.map(({ kind }) => kind)).toContain('FAMILY_ENDED');
  const rows = await system.store.find('audit', { where: { target: `person:${people.son}` }, limit: 20 });
  expect(rows.items.filter(({ action }) => action === 'people.endFamilyPhone')).toHaveLength(1);
  expect(await system.as('villager').issues.submit(report())).toMatchObject({ owner: { name: '陈守田' } });
});

it('is not ended by the phone that acts, by a stranger, nor by who is nobody here', async () => {
  await motherActsForSon();
  const [phone] = (await system.as('son').people.familyPhones()).items;
  const ref = phone?.ref ?? '';
  await expect(system.as('head').people.endFamilyPhone({ requestId: tap(), ref })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(system.phone('wx:new').people.endFamilyPhone({ requestId: tap(), ref })).rejects.toMatchObject({ code: 'NOT_BOUND' });
  await system.as('villager').people.actFor({ personId: people.son });
  await expect(system.as('villager').people.familyPhones()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(system.as('villager').people.endFamilyPhone({ requestId: tap(), ref })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('goes when the phone unbinds by itself', async () => {
  await motherActsForSon();
  await system.as('villager').people.unbind({ requestId: tap(), personId: people.son });
  expect((await system.as('son').people.familyPhones()).items).toEqual([]);
  expect((await system.store.get('accounts', accountOf('villager')))?.family).toBeUndefined();
});

describe('who has no phone of their own (A11Y-09)', () => {
  /** 王秀兰's phone acts for her son, who has none. */
  async function actedFor(): Promise<string> {
    await system.as('villager').people.bindByName({ requestId: tap(), name: nameOf('son'), idLast4: idNumberOf('son').slice(-4), relation: 'FAMILY' });
    await system.as('villager').people.actFor({ personId: people.son });
    return refSeenBy('duty');
  }

  const seenBy = (who: Somebody) => system.as(who).people.person({ personId: people.son });
  const refSeenBy = async (who: Somebody) => (await seenBy(who)).familyPhones?.[0]?.ref ?? '';
  const kindsFor = async (to: string) => (await system.store.find('notices', { where: { to }, limit: 20 })).items.map(({ kind }) => kind);

  it.each(['duty', 'clerk'] as const)('is freed of a phone by %s in one step, once; both sides are told, and it is on record', async (who) => {
    await actedFor();
    const seen = await seenBy(who);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(seen.familyPhones).toMatchObject([{ name: '王秀兰', at: system.now() }]);
    expect(JSON.stringify(seen)).not.toContain(accountOf('villager'));

    const end = { requestId: tap(), personId: people.son, ref: seen.familyPhones?.[0]?.ref ?? '' };
    expect(await system.as(who).people.endFamilyPhoneFor(end)).toEqual({ done: true });
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await system.as(who).people.endFamilyPhoneFor(end)).toEqual({ done: true });
    await expect(system.as(who).people.endFamilyPhoneFor({ ...end, personId: people.villager })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await expect(system.as(who).people.endFamilyPhoneFor({ ...end, requestId: tap() })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    expect((await seenBy(who)).familyPhones).toEqual([]);
    expect((await system.as('villager').people.me()).family.map(({ id, acting }) => [id, acting])).toEqual([[people.villager, true]]);
    expect(await kindsFor(`account:${accountOf('villager')}`)).toEqual(['FAMILY_ENDED_AT_DESK']);
    expect((await kindsFor(`person:${people.son}`)).sort()).toEqual(['FAMILY_BOUND', 'FAMILY_ENDED_FOR_YOU']);
    const rows = await system.store.find('audit', { where: { target: `person:${people.son}` }, limit: 20 });
    expect(rows.items.filter(({ action }) => action === 'people.endFamilyPhoneFor')).toMatchObject([{ person: people[who] }]);
  });

  it('keeps the phones of others that act for them, and what that phone does for others', async () => {
    const ref = await actedFor();
    await system.store.insert('accounts', { _id: 'wx:aunt', bindings: [{ personId: people.son, level: 'WEAK', relation: 'FAMILY', at: 7 }], family: [people.son], inboxSeenAt: 0 });
    await system.store.update('accounts', accountOf('villager'), { set: { bindings: [...((await system.store.get('accounts', accountOf('villager')))?.bindings ?? []), { personId: people.deputy, level: 'WEAK', relation: 'FAMILY', at: 8 }], family: [people.son, people.deputy] } });
    await system.as('duty').people.endFamilyPhoneFor({ requestId: tap(), personId: people.son, ref });
    expect((await seenBy('duty')).familyPhones).toMatchObject([{ name: '', at: 7 }]);
    expect((await system.as('villager').people.me()).family.map(({ id }) => id)).toEqual([people.villager, people.deputy]);
  });

  it.each(['head', 'otherHead', 'villager', 'supervisor', 'town', 'county'] as const)('is not for %s to free, nor are the phones theirs to see', async (who) => {
    const ref = await actedFor();
    if (who === 'head') expect(await seenBy(who)).not.toHaveProperty('familyPhones');
    await expect(system.as(who).people.endFamilyPhoneFor({ requestId: tap(), personId: people.son, ref })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await seenBy('duty')).familyPhones).toHaveLength(1);
  });

  it.each([
    ['a phone that acts for somebody else', async () => ({ personId: people.deputy, ref: await refSeenBy('duty') })],
    ['an account written out', () => Promise.resolve({ personId: people.son, ref: accountOf('villager') })],
    ['a name that was tampered with', async () => ({ personId: people.son, ref: (await refSeenBy('duty')).slice(0, -4) })],
    ['a phone that is the person\'s own', async () => ({ personId: people.villager, ref: await refSeenBy('duty') })],
    ['nobody on the roster', async () => ({ personId: 'person-nobody', ref: await refSeenBy('duty') })],
  ] as const)('%s is nothing to end', async (_what, asked) => {
    await actedFor();
    await expect(system.as('duty').people.endFamilyPhoneFor({ requestId: tap(), ...(await asked()) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await system.store.get('accounts', accountOf('villager')))?.family).toEqual([people.son]);
  });

  it('an officer does not end it for themselves here: their own phone does', async () => {
    await system.store.insert('accounts', { _id: 'wx:wife', bindings: [{ personId: people.duty, level: 'WEAK', relation: 'FAMILY', at: 7 }], family: [people.duty], inboxSeenAt: 0 });
    expect(await system.as('duty').people.person({ personId: people.duty })).not.toHaveProperty('familyPhones');
    const ref = (await system.as('duty').people.familyPhones()).items[0]?.ref ?? '';
    await expect(system.as('duty').people.endFamilyPhoneFor({ requestId: tap(), personId: people.duty, ref })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('duty').people.endFamilyPhone({ requestId: tap(), ref })).toEqual({ done: true });
  });
});
