import type { Rates } from '@/contract/issues';
import { levelOf, type AreaCode } from '@/domain/areas/code';
import { addCivilDays, addCivilMonths, DAY_MS, monthOf } from '@/domain/basics/civil-time';
import type { CivilDate } from '@/domain/basics/ids';
import type { Village } from '@/domain/grid/grid';
import { childrenOf, holderOn } from '@/domain/grid/tree';
import { CATEGORIES } from '@/domain/issues/issue';
import { mondayOf, ratesOf, sumOf, type Counts } from '@/domain/issues/rates';
import type { Context } from '@platform/context';
import type { Tally, Topic } from '@platform/records';
import { invalidField } from '@platform/refuse';
import { MAX_PAGE, type Where } from '@platform/store';
import { overseenArea } from './areas';
import { issues } from './os';

const WEEKS = 8;
const TOPICS = 10;

/**
 * What came of the issues of an area, reported in a month and in the one before (EVT-15). Everything is read from the
 * counts that the clock keeps; areas stand by name, never by rate (BUR-01, BUR-04).
 */
export const overview = issues.overview.handler(async ({ input, context }) => {
  const area = overseenArea(input.area, context);
  context.permit('issues.overview', area === undefined ? {} : { area });
  if (area === undefined || levelOf(area).startsWith('GRID')) throw invalidField('area', 'CHOICE');
  const month = input.month ?? monthOf(context.today);
  const from = `${month}-01`;
  const before = monthOf(addCivilMonths(from, -1));

  const own = await talliesOf({ area, month: { gte: monthOf(addCivilMonths(from, -2)), lte: month } }, context);
  const villages = await villagesOf(area, context);
  const parts = levelOf(area) === 'VILLAGE' ? { month: own.filter((one) => one.month === month), now: await talliesOf({ area, month: 'now' }, context) } : await partsOf(area, month, context);
  const counts = countsIn(own.filter((one) => one.month === month));
  return {
    area: { code: area, name: nameOf(area, villages, context), villages: villages.length > 0 ? villages.length : await context.store.count('villages', { town: { gte: area, lt: `${area}~` } }) },
    from,
    to: addCivilDays(addCivilMonths(from, 1), -1),
    ...countedAtOf([...own, ...parts.now]),
    now: view(sumOf(Object.values(counts))),
    before: view(totalOf(own.filter((one) => one.month === before))),
    weeks: weeksOf(own, context),
    villages: rowsOf(area, villages, parts),
    categories: CATEGORIES.flatMap((category) => (counts[category] === undefined ? [] : [{ category, rates: view(counts[category]) }])),
    grids: villages.map((village) => gridsOf(village, context.today)),
    topics: (await topicsOf(area, context)).map((topic) => ({
      topicId: topic._id, village: topic.villageName, title: topic.title, count: topic.issueIds.length, days: Math.max(1, Math.ceil((topic.lastAt - topic.firstAt) / DAY_MS)),
    })),
  };
});

interface Parts {
  readonly month: readonly Tally[];
  readonly now: readonly Tally[];
}

async function talliesOf(where: Where, { store }: Context): Promise<readonly Tally[]> {
  return (await store.find('tallies', { where, limit: MAX_PAGE })).items;
}

async function partsOf(area: AreaCode, month: string, context: Context): Promise<Parts> {
  return { month: await talliesOf({ within: area, month }, context), now: await talliesOf({ within: area, month: 'now' }, context) };
}

async function villagesOf(area: AreaCode, { store }: Context): Promise<readonly Village[]> {
  if (levelOf(area) === 'COUNTY') return [];
  if (levelOf(area) === 'VILLAGE') {
    const village = await store.get('villages', area);
    return village === undefined ? [] : [village];
  }
  return (await store.find('villages', { where: { town: area }, orderBy: [{ field: 'name', direction: 'asc' }], limit: MAX_PAGE })).items;
}

async function topicsOf(area: AreaCode, { store }: Context): Promise<readonly Topic[]> {
  const level = levelOf(area);
  if (level === 'COUNTY') return [];
  const where: Where = level === 'VILLAGE' ? { village: area } : { town: area };
  return (await store.find('topics', { where, orderBy: [{ field: 'changedAt', direction: 'desc' }], limit: TOPICS })).items;
}

type ByCategory = Partial<Record<(typeof CATEGORIES)[number], Counts>>;

function countsIn(tallies: readonly Tally[]): ByCategory {
  return Object.fromEntries(CATEGORIES.flatMap((category) => {
    const all = tallies.flatMap(({ counts }) => counts[category] ?? []);
    return all.length === 0 ? [] : [[category, sumOf(all)]];
  }));
}

function totalOf(tallies: readonly Tally[]): Counts {
  return sumOf(tallies.flatMap(({ counts }) => Object.values(counts)));
}

function view(counts: Counts): Rates {
  return ratesOf(counts);
}

function weeksOf(own: readonly Tally[], { now }: Context) {
  const last = mondayOf(now);
  const mondays = Array.from({ length: WEEKS }, (_, index) => addCivilDays(last, -7 * (WEEKS - 1 - index)));
  return mondays.map((from) => ({ from, reported: inWeek(own, from, 'reported'), done: inWeek(own, from, 'done') }));
}

function inWeek(tallies: readonly Tally[], monday: CivilDate, what: 'reported' | 'done'): number {
  return tallies.reduce((sum, { weeks }) => sum + (weeks[monday]?.[what] ?? 0), 0);
}

/** The areas one level down; those without an issue too. */
function rowsOf(area: AreaCode, villages: readonly Village[], { month, now }: Parts) {
  const codes = new Map([...now, ...month].map((tally) => [tally.area, tally.areaName]));
  for (const { _id, name } of villages) codes.set(_id, name);
  if (levelOf(area) === 'COUNTY') codes.delete(area);
  return [...codes]
    .map(([code, name]) => {
      const standing = totalOf(now.filter((one) => one.area === code));
      return { code, name, open: standing.open, overdue: standing.overdue, rates: view(totalOf(month.filter((one) => one.area === code))) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.code < b.code ? -1 : 1));
}

/** The village's groups (or parts, where there are no groups): how many grids each has, and whether somebody heads it. */
function gridsOf(village: Village, today: CivilDate) {
  const groups = village.grids.filter(({ level }) => level === 2);
  const cells = groups.length > 0 ? groups : village.grids.filter(({ level }) => level === 1);
  return {
    village: village.name,
    name: village.name,
    cells: cells.map((cell) => {
      const holder = holderOn(cell, today);
      const state = holder === undefined ? ('VACANT' as const) : holder === cell.standIn ? ('STAND_IN' as const) : ('FILLED' as const);
      return { name: cell.name, level3: childrenOf(village, cell.code).length, state };
    }),
  };
}

function countedAtOf(tallies: readonly Tally[]): { readonly countedAt?: number } {
  return tallies.length === 0 ? {} : { countedAt: Math.max(...tallies.map(({ countedAt }) => countedAt)) };
}

function nameOf(area: AreaCode, villages: readonly Village[], { settings }: Context): string {
  const [village] = villages;
  switch (levelOf(area)) {
    case 'COUNTY':
      return settings.countyName;
    case 'TOWN':
      return village?.townName ?? area;
    default:
      return village?.name ?? area;
  }
}
