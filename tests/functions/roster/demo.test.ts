/** The demo county: made up the same every time, whole, and loaded through the import. */
import { parseIdNumber } from '@/domain/people/id-number';
import { ROLES } from '@/domain/people/roles';
import { ensureDemoCounty } from '../../../local/demo/county';
import { demoPeople, personaIds } from '../../../local/demo/people';
import { makeVillage } from '../../../local/demo/make-village';
import { sheetsOf, villagesOfSize } from '../../../local/demo/make-sheets';
import { PERSONAS, VILLAGE } from '../../../local/demo/personas';
import { COUNTY_SIZES, planVillage, share } from '../../../local/demo/village-plan';
import { harness, type System } from '../harness';

describe('the made-up county', () => {
  it('has the published size: 160 villages in 10 towns, 4,876 grids, 313,000 people (rulebook 1.1)', () => {
    const towns = villagesOfSize('county');
    const villages = towns.flat();
    expect(towns).toHaveLength(10);
    expect(villages).toHaveLength(160);
    expect(villages.reduce((sum, { index }) => sum + planVillage(index).length, 0)).toBe(4_876);
    expect(villages.reduce((sum, { index }) => sum + share(COUNTY_SIZES.people, COUNTY_SIZES.villages, index), 0)).toBe(313_000);
    for (const village of villages.slice(0, 3)) expect(makeVillage(village).residents).toHaveLength(share(COUNTY_SIZES.people, COUNTY_SIZES.villages, village.index));
  });

  it('is the same whenever it is made', () => {
    const [town] = villagesOfSize('village');
    expect(sheetsOf(town ?? []).map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(sheetsOf(town ?? []).map(({ bytes }) => Buffer.from(bytes).toString('base64')));
  });

  it('gives every person an ID number with a right check digit, and no two the same', () => {
    const numbers = villagesOfSize('town').flat().slice(0, 3).flatMap((village) => makeVillage(village).residents.map((cells) => cells[4] ?? ''));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => !parseIdNumber(number, '2026-11-25').ok)).toEqual([]);
  });

  it('uses phone numbers that are plainly made up', () => {
    const phones = villagesOfSize('county').flat().flatMap((village) => (village.isSeat ? makeVillage(village).heads.map((cells) => cells[5] ?? '') : [])).filter((phone) => phone !== '');
    expect(phones.every((phone) => /^1390000\d{4}$/.test(phone))).toBe(true);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('has a persona of every role', () => {
    const roles = new Set(PERSONAS.flatMap((persona) => persona.roles.map(({ role }) => role)));
    expect(ROLES.filter((role) => !roles.has(role))).toEqual([]);
  });
});

describe('the demo of one village', () => {
  let system: System;
  beforeAll(async () => {
    system = await harness({ fixture: (fixture) => ({ ...fixture, accounts: [], people: [], households: [], villages: [], offices: [] }) });
    await ensureDemoCounty(system.platform, 'village', 1);
  }, 120_000);
  afterAll(() => system.close());

  it('comes through the import: the village is in force by a load, every persona is on its roster', async () => {
    const village = await system.store.get('villages', VILLAGE);
    // From its first load on a village is looked at for its talk on policies (CON-01).
    expect(village?.talkDueAt).toBeDefined();
    expect(village?.rosterLoad).toBeDefined();
    for (const [name, id] of personaIds(system.platform)) expect([name, (await system.store.get('people', id))?.name]).toEqual([name, PERSONAS.find((persona) => persona.id === name)?.name]);
    expect(await demoPeople(system.platform)).toHaveLength(PERSONAS.length);
  });

  it('has vacant posts, groups too large, and a stand-in (LNS-05, GRD-05)', async () => {
    const grids = (await system.store.get('villages', VILLAGE))?.grids ?? [];
    expect(grids.filter(({ head }) => head === undefined).length).toBeGreaterThan(1);
    expect(grids.filter(({ level, households, code }) => level === 2 && households > 30 && !grids.some((cell) => cell.code.startsWith(`${code}.`)))).toHaveLength(2);
    expect(grids.find(({ standIn }) => standIn !== undefined)?.standIn?.name).toBe('田小雨');
  });

  it('has matters that people have handled', async () => {
    const { items } = await system.store.find('issues', { where: { village: VILLAGE }, orderBy: [{ field: 'createdAt', direction: 'desc' }], limit: 100 });
    expect(items.length).toBeGreaterThan(8);
    expect(items.every(({ steps }) => steps[0]?.kind === 'REPORTED')).toBe(true);
    expect(new Set(items.map(({ stage }) => stage)).size).toBeGreaterThan(2);
  });

  it('is not loaded twice', async () => {
    const before = await system.store.get('villages', VILLAGE);
    await ensureDemoCounty(system.platform, 'village', 1);
    expect(await system.store.get('villages', VILLAGE)).toEqual(before);
  });
});
