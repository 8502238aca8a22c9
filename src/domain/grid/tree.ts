/** The grids of a village as a tree: by code, since an area lies within another when its code continues the other's. */
import { isWithin, levelOf, parentOf, type AreaCode, type GridCode } from '../areas/code';
import { assert } from '../basics/assert';
import type { CivilDate } from '../basics/ids';
import type { GridCell, PostHolder, Village } from './grid';

export function cellOf(village: Pick<Village, 'grids'>, code: AreaCode): GridCell | undefined {
  return village.grids.find((cell) => cell.code === code);
}

/** The cells directly within one; those of level 1 for the village itself. */
export function childrenOf(village: Pick<Village, 'grids'>, code: AreaCode): readonly GridCell[] {
  return village.grids.filter((cell) => parentOf(cell.code) === code);
}

/** Whether households can belong to it: a cell that is not split. */
export function isInnermost(village: Pick<Village, 'grids'>, cell: GridCell): boolean {
  return cell.level > 1 && childrenOf(village, cell.code).length === 0;
}

/** The innermost cells in an area. */
export function innermostIn(village: Pick<Village, 'grids'>, area: AreaCode): readonly GridCell[] {
  return village.grids.filter((cell) => isWithin(cell.code, area) && isInnermost(village, cell));
}

/** The cell of a code and the cells it lies in, innermost first. */
export function cellsAround(village: Pick<Village, 'grids'>, code: AreaCode): readonly GridCell[] {
  return village.grids.filter((cell) => isWithin(code, cell.code)).sort((a, b) => b.level - a.level);
}

/** What an area of the village is called: `二组 3 号网格` reads as the cells' own names, innermost last. */
export function areaNameIn(village: Pick<Village, 'grids' | 'name' | '_id'>, code: AreaCode): string {
  return code === village._id ? village.name : (cellOf(village, code)?.name ?? village.name);
}

/** Who answers in a cell on a day: the stand-in while in force, else the head; undefined while the post is vacant. */
export function holderOn(cell: Pick<GridCell, 'head' | 'standIn'>, today: CivilDate): PostHolder | undefined {
  const { head, standIn } = cell;
  if (standIn !== undefined && standIn.since <= today && today <= standIn.to) return standIn;
  return head !== undefined && head.since <= today ? head : undefined;
}

/** The officers on a desk on a day: who only stands in, from `since` to `to`. */
export function deskOn(desk: readonly PostHolder[], today: CivilDate): readonly PostHolder[] {
  return desk.filter((officer) => officer.since <= today && (officer.to === undefined || today <= officer.to));
}

/** How many persons and households an area gains. */
export interface CountChange {
  readonly people?: number;
  readonly households?: number;
}

/** The village with its counts changed in a cell and in all it lies in: a cell's counts include those of its parts. */
export function withCounts(village: Village, code: GridCode, change: CountChange): Village {
  const { people = 0, households = 0 } = change;
  const grids = village.grids.map((cell) => {
    if (!isWithin(code, cell.code)) return cell;
    assert(cell.people + people >= 0 && cell.households + households >= 0, `${cell.code} has the people that leave it`);
    return { ...cell, people: cell.people + people, households: cell.households + households };
  });
  // A roster load that was checked before has to be checked again.
  return { ...village, grids, version: village.version + 1 };
}

/** The households and people of a whole village. */
export function totalsOf(village: Pick<Village, 'grids'>): { readonly households: number; readonly people: number } {
  return village.grids
    .filter((cell) => levelOf(cell.code) === 'GRID1')
    .reduce((sum, cell) => ({ households: sum.households + cell.households, people: sum.people + cell.people }), { households: 0, people: 0 });
}
