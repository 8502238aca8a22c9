/**
 * An area is a code, and one area lies within another when its code continues the other's (CODE-01..04).
 *
 * County 6 digits, town 9, village 12; then the grids of the village, a number a level: `610921107203-1.2.3` is
 * grid 3 of group 2 of part 1.
 */
import { assert } from '../basics/assert';
import type { Branded } from '../basics/ids';

export type AreaCode = Branded<'AreaCode'>;
export type CountyCode = AreaCode;
export type TownCode = AreaCode;
export type VillageCode = AreaCode;
export type GridCode = AreaCode;

export type AreaLevel = 'COUNTY' | 'TOWN' | 'VILLAGE' | 'GRID1' | 'GRID2' | 'GRID3';

/** Innermost first; the order in which a matter goes up. */
export const AREA_LEVELS: readonly AreaLevel[] = ['GRID3', 'GRID2', 'GRID1', 'VILLAGE', 'TOWN', 'COUNTY'];

const SHAPE = /^\d{6}(\d{3}(\d{3}(-[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,2})?)?)?$/;

/** Whether a string has the shape of an area's code. That the area exists is another question. */
export function isAreaCode(text: string): text is AreaCode & string {
  return SHAPE.test(text);
}

/** Which kind of area a code names. */
export function levelOf(code: AreaCode): AreaLevel {
  assert(isAreaCode(code), `${code} is an area's code`);
  if (code.length === 6) return 'COUNTY';
  if (code.length === 9) return 'TOWN';
  if (code.length === 12) return 'VILLAGE';
  const depth = code.split('.').length;
  return depth === 1 ? 'GRID1' : depth === 2 ? 'GRID2' : 'GRID3';
}

/** Whether `inner` is `outer` or lies within it. `…-1.2` does not lie within `…-1.20`, nor the other way round. */
export function isWithin(inner: AreaCode, outer: AreaCode): boolean {
  if (!inner.startsWith(outer)) return false;
  const rest = inner.slice(outer.length);
  return rest === '' || rest.startsWith('-') || rest.startsWith('.') || (!outer.includes('-') && /^\d{3}/.test(rest));
}

export function countyOf(code: AreaCode): CountyCode {
  return code.slice(0, 6);
}

/** The town an area lies in. Throws for a county. */
export function townOf(code: AreaCode): TownCode {
  assert(code.length >= 9, `${code} lies in a town`);
  return code.slice(0, 9);
}

/** The village an area lies in. Throws for a county or a town. */
export function villageOf(code: AreaCode): VillageCode {
  assert(code.length >= 12, `${code} lies in a village`);
  return code.slice(0, 12);
}

/** The area that this one lies in directly; undefined for a county. */
export function parentOf(code: AreaCode): AreaCode | undefined {
  switch (levelOf(code)) {
    case 'COUNTY':
      return undefined;
    case 'TOWN':
      return countyOf(code);
    case 'VILLAGE':
      return townOf(code);
    case 'GRID1':
      return villageOf(code);
    case 'GRID2':
    case 'GRID3':
      return code.slice(0, code.lastIndexOf('.'));
  }
}

/** The area and all it lies in, innermost first, the county last. */
export function chainOf(code: AreaCode): readonly AreaCode[] {
  const parent = parentOf(code);
  return parent === undefined ? [code] : [code, ...chainOf(parent)];
}
