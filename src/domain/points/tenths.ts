/** Points as people write them, and as they are kept: tenths, so that sums are exact. */
import type { Tenths } from './scheme';

/** `-0.5` → -5; undefined for what is no amount of at most one decimal. Spaces and full-width digits are tidied before. */
export function parseTenths(text: string): Tenths | undefined {
  const match = /^([+\-−－]?)(\d{1,4})(?:\.(\d)0*)?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', tenth = '0'] = match;
  const tenths = Number(whole) * 10 + Number(tenth);
  return sign === '' || sign === '+' || tenths === 0 ? tenths : -tenths;
}

/** 725 → `72.5`, 600 → `60`. */
export function pointsOf(tenths: Tenths): number {
  return tenths / 10;
}
