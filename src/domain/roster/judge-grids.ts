/** The grids of a village as they will be, and how a row's words for a grid are understood. */
import { isWithin, parentOf, type GridCode } from '../areas/code';
import { tidyCell } from '../basics/text';
import type { GridCell } from '../grid/grid';
import { isInnermost } from '../grid/tree';
import { placeOf, reportOn } from './cells';
import { emptyTally, type Changes, type Court } from './judge';
import { gridCodeOf } from './parse-rows';
import type { GridRow, GridWords, RawRow, Sheets } from './rows';

export interface JudgedGrids {
  /** Sorted by code; counts and posts still as stored. */
  readonly cells: readonly GridCell[];
  readonly changes: Changes;
  /** The cell a row means; undefined after reporting why not. `innermost`: only where households can belong (GRD-08). */
  readonly find: (row: RawRow, field: string, words: GridWords, innermost: boolean) => GridCell | undefined;
}

/**
 * Puts the sheet's grids over the stored ones. A stored grid that the sheet does not list stays and is reported: its post
 * may still answer for open matters, and people may still live in it.
 */
export function judgeGrids(sheets: Sheets, court: Court): JudgedGrids {
  const { stored, report } = court;
  const before = new Map((stored.village?.grids ?? []).map((cell) => [cell.code, cell]));
  const listed = new Map<GridCode, GridRow>();
  const tally = emptyTally();
  for (const row of sheets.grids) {
    const first = listed.get(row.code);
    if (first === undefined) listed.set(row.code, row);
    else reportOn(report, row.raw, 'grid', 'GRID_TWICE', placeOf(first.raw));
  }
  const cells = new Map(before);
  for (const row of listed.values()) {
    const old = before.get(row.code);
    const cell = cellFrom(row, old);
    cells.set(row.code, cell);
    if (old === undefined) tally.add += 1;
    else if (old.name === cell.name && samePoint(old, cell)) tally.same += 1;
    else tally.change += 1;
    const parent = parentOf(row.code);
    if (row.level > 1 && parent !== undefined && !listed.has(parent) && !before.has(parent) && !sheets.leftOut.grids) {
      reportOn(report, row.raw, 'grid', 'GRID_PARENT_MISSING', { parent });
    }
  }
  if (sheets.kinds.has('GRIDS')) tally.leave = [...before.keys()].filter((code) => !listed.has(code)).length;
  const all = [...cells.values()].sort(byCode);
  return { cells: all, changes: tally, find: finderOf(all, sheets, court) };
}

function cellFrom(row: GridRow, old: GridCell | undefined): GridCell {
  const centre = row.centre ?? old?.centre;
  return { ...(old ?? { households: 0, people: 0 }), code: row.code, level: row.level, name: row.name, ...(centre && { centre }) };
}

function samePoint(one: GridCell, other: GridCell): boolean {
  return one.centre?.latitude === other.centre?.latitude && one.centre?.longitude === other.centre?.longitude;
}

function finderOf(cells: readonly GridCell[], sheets: Sheets, { unit, report }: Court): JudgedGrids['find'] {
  const byCodeOf = new Map(cells.map((cell) => [cell.code, cell]));
  const byName = new Map<string, GridCell[]>();
  const innermostCodes = new Set(cells.filter((cell) => isInnermost({ grids: cells }, cell)).map((cell) => cell.code));
  for (const cell of cells) byName.set(cell.name, [...(byName.get(cell.name) ?? []), cell]);

  function named(text: string): readonly GridCell[] {
    const code = gridCodeOf(unit, text).code;
    const cell = code === undefined ? undefined : byCodeOf.get(code);
    return cell === undefined ? (byName.get(tidyCell(text)) ?? []) : [cell];
  }

  /** A group by its name, or by its number however that is written: 一组, 1组, 第一村民小组. */
  function groupsOf({ group }: GridWords): readonly GridCell[] {
    const exact = named(group).filter(({ level }) => level === 2);
    const number = groupNumber(group);
    return exact.length > 0 || number === undefined ? exact : cells.filter(({ level, name }) => level === 2 && groupNumber(name) === number);
  }

  /** Every cell the words could mean; a group narrows a grid's name down and stands for itself where there is no grid. */
  function candidates(words: GridWords): readonly GridCell[] {
    if (words.grid === '') return words.group === '' ? [] : groupsOf(words);
    const found = named(words.grid);
    return words.group === '' ? found : found.filter((cell) => groupsOf(words).some((group) => isWithin(cell.code, group.code)));
  }

  /** There is none: it is for the group that is not there, or that the grid does not lie in, where the grid is known. */
  function reportUnknown(row: RawRow, at: string, words: GridWords): void {
    const [known] = words.grid === '' || words.group === '' ? [] : named(words.grid);
    if (known === undefined) reportOn(report, row, at, 'GRID_UNKNOWN');
    else if (groupsOf(words).length === 0) reportOn(report, row, 'group', 'GRID_UNKNOWN');
    else reportOn(report, row, 'group', 'GRID_GROUP_DIFFERS', { grid: known.name });
  }

  return (row, field, words, innermost) => {
    const other = gridCodeOf(unit, words.grid).other;
    const at = words.grid === '' ? 'group' : field;
    if (other !== undefined) {
      reportOn(report, row, field, 'GRID_OTHER_VILLAGE', { village: other });
      return undefined;
    }
    const found = candidates(words);
    const [cell] = found;
    if (cell === undefined) {
      if (!sheets.leftOut.grids) reportUnknown(row, at, words);
      return undefined;
    }
    if (found.length > 1) {
      reportOn(report, row, at, 'GRID_AMBIGUOUS', { count: found.length });
      return undefined;
    }
    if (innermost && !innermostCodes.has(cell.code)) {
      reportOn(report, row, at, 'GRID_TOO_COARSE', { name: cell.name });
      return undefined;
    }
    return cell;
  };
}

const DIGITS = '一二三四五六七八九';

/** The number in the name of a group; undefined for one that bears a name of its own. */
function groupNumber(name: string): number | undefined {
  const word = /^第?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:村民)?(?:小组|组)$/.exec(tidyCell(name).replace(/ /g, ''))?.[1];
  if (word === undefined || /^\d+$/.test(word)) return word === undefined ? undefined : Number(word);
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(word) ?? [];
  if (tens === undefined || (ten === '' && tens !== '' && ones !== '')) return undefined;
  const digit = (one = '') => DIGITS.indexOf(one) + 1;
  return ten === '' ? digit(tens === '' ? ones : tens) : (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** By numbers, so that group 10 comes after group 9. */
function byCode(one: GridCell, other: GridCell): number {
  const steps = (code: GridCode) => code.slice(13).split('.').map(Number);
  const [a, b] = [steps(one.code), steps(other.code)];
  const at = a.findIndex((step, index) => step !== b[index]);
  if (at < 0) return a.length - b.length;
  return (a[at] ?? 0) - (b[at] ?? -1);
}
