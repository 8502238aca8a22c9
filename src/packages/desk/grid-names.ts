import { isWithin } from '@/domain/areas/code';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** A grid with what it lies in, outermost first: 上片一组二格. A name that already says its group (一组东片) is not told twice. */
export function fullName(code: string, grids: readonly Named[]): string {
  const innermostFirst = grids.filter((grid) => isWithin(code, grid.code)).sort((one, other) => other.code.length - one.code.length);
  return innermostFirst.reduce((inner, { name }) => (inner.startsWith(name) ? inner : `${name}${inner}`), '');
}
