/** EVT-03, EVT-14, GRD-12: who answers first, and whom a complaint never reaches. */
import { civilDateOf, startOfDay } from '@/domain/basics/civil-time';
import type { Village } from '@/domain/grid/grid';
import { postsIn } from '@/domain/issues/barring';
import { isBarred, ownerAbove, placeName } from '@/domain/issues/ladder';
import { areaOfPlace, kmBetween, nearestGrid } from '@/domain/issues/places';
import { routeIssue } from '@/domain/issues/routing';
import { reported, settings, villageDoc } from '../../fixtures/issues';
import { COUNTY, FAR_GRID, GRID, GROUP, PART, people, TOWN, VACANT_GRID, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const at = { now: WEDNESDAY_9, today: civilDateOf(WEDNESDAY_9) };
const village = villageDoc();

function route(place: string, more: Partial<Parameters<typeof routeIssue>[0]> = {}, of: Village = village) {
  return routeIssue({ village: of, place, restricted: false, ...more }, settings, at);
}

describe('the first responsible (EVT-03)', () => {
  it.each([
    ['a grid with a head', GRID, GRID, []],
    ['a grid without one', VACANT_GRID, GROUP, ['堰坪村一组二格']],
    ['where group and grid are vacant', FAR_GRID, PART, ['堰坪村二组一格', '堰坪村二组']],
    ['the village as a whole', VILLAGE, VILLAGE, []],
  ])('%s', (_case, place, post, vacant) => {
    const { owner, above, vacant: passed } = route(place);
    expect(owner.post).toBe(post);
    expect(passed).toEqual(vacant);
    expect(above.at(-1)?.post).toBe(COUNTY);
  });

  it('goes to the village desk when every post of the grids is vacant, and names each gap', () => {
    const empty = { ...village, grids: village.grids.map(({ head: _head, ...cell }) => cell) };
    const { owner, vacant } = route(GRID, {}, empty);
    expect(owner).toMatchObject({ post: VILLAGE, name: '堰坪村值班室' });
    expect(vacant).toHaveLength(3);
  });

  it('goes to the town when even the desk is empty', () => {
    expect(route(VILLAGE, {}, { ...village, grids: [], desk: [] }).owner).toMatchObject({ post: TOWN, name: '漩涡镇综治中心' });
  });

  it('reaches the stand-in on both ends of the leave, and the holder before and after', () => {
    const standIn = { personId: 'person-stand-in', name: '代班人', since: '2026-11-25', to: '2026-11-26' };
    const away = { ...village, grids: village.grids.map((cell) => (cell.code === GRID ? { ...cell, standIn } : cell)) };
    const names = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((today) => routeIssue({ village: away, place: GRID, restricted: false }, settings, { now: startOfDay(today), today }).owner.name);
    expect(names).toEqual(['陈守田', '代班人', '代班人', '陈守田']);
  });

  it('names a single officer of a desk, and the desk where there are several', () => {
    expect(route(VILLAGE, {}, { ...village, desk: village.desk.slice(0, 1) }).owner).toMatchObject({ name: '马建业', personId: people.duty });
    expect(route(VILLAGE).owner.personId).toBeUndefined();
  });
});

describe('a complaint about a handler (EVT-11)', () => {
  it.each([
    ['the grid head', people.head, [], GROUP],
    ['the group head', people.groupHead, [], PART],
    ['the head of the part', people.partHead, [], VILLAGE],
    ['an officer of the village desk', people.duty, [], TOWN],
    ['the town desk', people.town, [TOWN], COUNTY],
    ['someone without a post', people.partyMember, [], GRID],
  ])('about %s goes past them and everyone below', (_who, personId, posts, owner) => {
    const found = route(GRID, { about: { personId, posts } });
    expect(found.owner.post).toBe(owner);
    const all = [found.owner, ...found.above];
    for (const { post } of all) expect(isBarred(found, post)).toBe(false);
    for (const post of postsIn(village, personId)) expect(found.barredPosts).toContain(post);
  });

  it('bars the posts below the one complained of, not those above', () => {
    const { barredPosts } = route(GRID, { about: { personId: people.groupHead, posts: [] } });
    expect([...barredPosts].sort()).toEqual([GROUP, GRID, VACANT_GRID].sort());
  });

  it('never goes back down to a barred post on the way up', () => {
    const issue = reported({ about: { personId: people.duty, posts: [] } });
    expect(ownerAbove(issue, GRID, village, settings, at)?.post).toBe(TOWN);
  });
});

describe('a restricted matter (EVT-14)', () => {
  it('goes to the two restricted roles of the town, with nobody above', () => {
    expect(route(GRID, { restricted: true })).toMatchObject({ owner: { post: `${TOWN}/legal` }, above: [] });
  });

  it('goes to those of the county when it is about one of the town', () => {
    expect(route(GRID, { restricted: true, about: { personId: people.legal, posts: [`${TOWN}/legal`] } }).owner.post).toBe(`${COUNTY}/legal`);
  });

  it('is handed up to nobody', () => {
    expect(ownerAbove(reported({ report: { restricted: true } }), `${TOWN}/legal`, village, settings, at)).toBeUndefined();
  });
});

describe('a place (GRD-12)', () => {
  const here = { latitude: 32.9, longitude: 108.5 };
  const near = { ...village, grids: village.grids.map((cell) => (cell.code === GRID ? { ...cell, centre: { latitude: 32.91, longitude: 108.5 } } : cell.code === FAR_GRID ? { ...cell, centre: { latitude: 32.92, longitude: 108.5 } } : cell)) };

  it('measures along the great circle', () => {
    expect(kmBetween(here, { latitude: 32.91, longitude: 108.5 })).toBeCloseTo(1.112, 2);
  });

  it('takes the nearest centre within the limit, and the village beyond it', () => {
    expect(nearestGrid(near, here, 3)).toBe(GRID);
    expect(nearestGrid(near, here, 1)).toBeUndefined();
    expect(areaOfPlace({ kind: 'POINT', village: VILLAGE, point: here }, undefined, near, 1)).toEqual({ ok: true, value: VILLAGE });
  });

  it('refuses a grid the village does not have', () => {
    expect(areaOfPlace({ kind: 'GRID', grid: `${VILLAGE}-9.9.9` }, undefined, village, 3)).toEqual({ ok: false, reason: 'NO_SUCH_GRID' });
  });

  it('is called as people call it', () => {
    expect(placeName(village, GRID)).toBe('堰坪村一组一格');
    expect(placeName(village, PART)).toBe('堰坪村上片');
    expect(placeName(village, VILLAGE)).toBe('堰坪村');
    const named = (name: string) => ({ ...village, grids: village.grids.map((cell) => (cell.code === GRID ? { ...cell, name } : cell)) });
    expect(placeName(named('一组东片'), GRID)).toBe('堰坪村一组东片');
    expect(placeName(named('堰坪村一组东片'), GRID)).toBe('堰坪村一组东片');
  });
});
