import { isWithin } from '@/domain/areas/code';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** A grid with what it lies in, outermost first: 上片一组二格. A grid's own name is only known within its group. */
export function fullName(code: string, grids: readonly Named[]): string {
  return grids.filter((grid) => isWithin(code, grid.code)).sort((one, other) => one.code.length - other.code.length).map(({ name }) => name).join('');
}
