/** Whoever is acted for by a relative's phone sees that, and ends it. */
import { accountOf, idNumberOf, nameOf, people } from '../../fixtures/village';
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
