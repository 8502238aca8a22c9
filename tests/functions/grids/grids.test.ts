import type { Household, Person } from '@/domain/people/person';
import { FAR_GRID, GRID, GROUP, householdOf, OTHER_GRID, OTHER_VILLAGE, PART, people, phoneOf, VACANT_GRID, VILLAGE } from '../../fixtures/village';
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

describe('checking a village\'s grids', () => {
  const check = (after?: string) => system.as('duty').grids.check({ village: VILLAGE, after });

  it('finds vacant posts, sizes outside the limits, and heads that may not head, and blocks nothing', async () => {
    const { findings } = await check();
    expect(cost()).toBeLessThanOrEqual(8);
    const seen = findings.map(({ code, area }) => `${code} ${area}`);
    expect(seen).toEqual(expect.arrayContaining([
      `POST_VACANT ${VACANT_GRID}`, `POST_VACANT ${FAR_GRID}`, `POST_VACANT ${VILLAGE}-1.2`,
      `GRID_TOO_SMALL ${GRID}`, `HEAD_NOT_OF_COMMITTEES ${PART}`,
    ]));
    expect(seen).not.toContain(`POST_VACANT ${GRID}`);
  });

  it('counts a household as linked through its head, and lists those of grids without one (LNS-01)', async () => {
    const { coverage } = await check();
    expect(coverage).toMatchObject({ households: 11, linked: 9 });
    expect([...coverage.unlinked].sort((a, b) => (a.number < b.number ? -1 : 1))).toEqual([
      { id: householdOf('vacantVillager'), number: '0101', grid: VACANT_GRID },
      { id: householdOf('farVillager'), number: '0201', grid: FAR_GRID },
    ]);
    await system.as('duty').grids.link({ requestId: tap(), householdId: householdOf('vacantVillager'), personId: people.partyMember, line: 'PARTY', on: true });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await check()).coverage).toMatchObject({ linked: 10, unlinked: [{ id: householdOf('farVillager') }] });
  });

  it('does not count a liaison who moved away', async () => {
    await system.as('duty').grids.link({ requestId: tap(), householdId: householdOf('vacantVillager'), personId: people.partyMember, line: 'PARTY', on: true });
    await system.as('clerk').people.leave({ requestId: tap(), personId: people.partyMember, kind: 'DECEASED', on: '2026-11-25' });
    expect((await check()).coverage.unlinked).toHaveLength(2);
  });

  it('reads a village with many households without a head in parts of bounded cost', async () => {
    const model = await system.store.get('households', householdOf('vacantVillager'));
    const many = Array.from({ length: 450 }, (_, n): Household => ({ ...model!, _id: `house-${String(n).padStart(3, '0')}`, number: `9${n}`, memberIds: [] }));
    await system.store.insertMany('households', many);
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const part = await check(after);
      expect(cost()).toBeLessThanOrEqual(8);
      expect(part.findings.length > 0).toBe(after === undefined);
      for (const { id } of part.coverage.unlinked) seen.add(id);
      after = part.next;
    } while (after !== undefined);
    expect(seen.size).toBe(452);
  });

  it('proposes how to split a group that is too large (GRD-05, GRD-06)', async () => {
    await system.store.update('villages', OTHER_VILLAGE, {
      set: { grids: [{ code: `${OTHER_VILLAGE}-1`, level: 1, name: '全村', households: 97, people: 370 },
        { code: `${OTHER_VILLAGE}-1.1`, level: 2, name: '一组', households: 62, people: 240 },
        { code: `${OTHER_VILLAGE}-1.2`, level: 2, name: '二组', households: 35, people: 130 }] },
    });
    const { plans } = await system.as('clerk').grids.check({ village: OTHER_VILLAGE });
    expect(plans).toEqual([
      { area: `${OTHER_VILLAGE}-1.1`, name: '一组', households: 62, people: 240, counts: [3], suggested: 3, exact: true },
      { area: `${OTHER_VILLAGE}-1.2`, name: '二组', households: 35, people: 130, counts: [1, 2], suggested: 2, exact: false },
    ]);
  });

  it.each(['head', 'villager', 'otherHead'] as const)('is not for %s', async (who) => {
    await expect(system.as(who).grids.check({ village: VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('linking a household with a liaison', () => {
  const link = (more = {}) => system.as('duty').grids.link({ requestId: tap(), householdId: householdOf('head'), personId: people.deputy, line: 'DEPUTY', on: true, ...more });

  it('is told to the liaison once, and can be undone', async () => {
    const requestId = tap();
    expect(await link({ requestId })).toEqual({ linked: true });
    expect(await link({ requestId })).toEqual({ linked: true });
    expect(await link()).toEqual({ linked: true });
    expect((await system.as('deputy').notices.list({})).items.map(({ kind }) => kind)).toEqual(['LINK_GIVEN']);
    expect(await link({ on: false })).toEqual({ linked: false });
    expect((await system.store.get('households', householdOf('head')))?.liaisons).toEqual([]);
  });

  it.each([
    ['somebody who is no member', { personId: people.head, line: 'PARTY' }, 'NOT_IN_LINE'],
    ['a member as a deputy', { personId: people.partyMember, line: 'DEPUTY' }, 'NOT_IN_LINE'],
    ['nobody', { personId: 'person-forged' }, 'NO_PERSON'],
  ])('refuses %s', async (_case, more, problem) => {
    await expect(link(more)).rejects.toMatchObject({ data: { fields: [{ path: 'personId', problem }] } });
  });

  it('is kept to the village', async () => {
    await expect(link({ householdId: householdOf('otherHead') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(link({ householdId: 'house-forged' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('households and the contact sheet', () => {
  it('show a head the households of their grid by number, with members by name and nothing more', async () => {
    const { items } = await system.as('head').grids.households({ area: GRID });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(items).toHaveLength(9);
    expect(items[0]).toEqual({ id: householdOf('villager'), number: '0001', address: '0001号', head: '王秀兰', members: [{ id: people.villager, name: '王秀兰' }, { id: people.son, name: '王小军' }] });
  });

  it('of a group hold its parts, and not those of a group whose number begins alike', async () => {
    const model = await system.store.get('households', householdOf('farVillager'));
    await system.store.insert('households', { ...model!, _id: 'house-ten', grid: `${VILLAGE}-1.10.1` });
    const { items } = await system.as('groupHead').grids.households({ area: GROUP });
    expect(items.map(({ id }) => id)).not.toContain('house-ten');
    expect(items).toHaveLength(10);
  });

  it('come page by page at a bounded cost', async () => {
    const model = await system.store.get('households', householdOf('head'));
    const crowd = Array.from({ length: 45 }, (_, n): Household => ({ ...model!, _id: `house-${n}`, number: `8${String(n).padStart(3, '0')}`, memberIds: Array.from({ length: 12 }, (_m, m) => `p-${n}-${m}`) }));
    const person = await system.store.get('people', people.head);
    await system.store.insertMany('households', crowd);
    await system.store.insertMany('people', crowd.flatMap((household) => household.memberIds.map((_id): Person => ({ ...person!, _id, roles: [], account: undefined }))));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await system.as('head').grids.households({ area: GRID, after });
      expect(cost()).toBeLessThanOrEqual(8);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(54);
  });

  it('print with a phone only where it was agreed, and printing is on record', async () => {
    const sheet = await system.as('head').grids.contactSheet({ area: GRID });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(sheet.title).toBe('堰坪村一格联系人');
    expect(sheet.posts.map(({ name }) => name)).toEqual(['周福林', '刘长根', '陈守田', '马建业', '杨晓梅']);
    const printed = JSON.stringify(sheet);
    expect(printed).toContain(phoneOf('head'));
    expect(printed).not.toContain(phoneOf('villager'));
    expect(printed).not.toContain(phoneOf('supervisor'));
    expect((await system.store.find('audit', { where: { target: `area:${GRID}` }, limit: 5 })).items.map(({ action }) => action)).toEqual(['grids.contactSheet']);
  });

  it.each([['head', VACANT_GRID], ['head', VILLAGE], ['otherHead', GRID], ['duty', OTHER_GRID]] as const)('are not %s\'s of %s', async (who, area) => {
    await expect(system.as(who).grids.households({ area })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as(who).grids.contactSheet({ area })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the grid tree', () => {
  it('shows every cell with its head or its gap', async () => {
    const village = await system.as('groupHead').grids.village({ village: VILLAGE });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(village.cells.map(({ code, head }) => [code, head?.name])).toEqual([
      [PART, '周福林'], [GROUP, '刘长根'], [GRID, '陈守田'], [VACANT_GRID, undefined], [`${VILLAGE}-1.2`, undefined], [FAR_GRID, undefined],
    ]);
  });

  it.each(['villager', 'otherHead'] as const)('is not for %s', async (who) => {
    await expect(system.as(who).grids.village({ village: VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
