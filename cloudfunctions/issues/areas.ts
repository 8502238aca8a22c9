/** Over which area an overview, a list or an export goes. */
import { levelOf, type AreaCode } from '@/domain/areas/code';
import { areasOf } from '@platform/caller';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';

/** The area asked for, or else the widest the caller's desks answer for; the permit is asked with it. */
export function overseenArea(asked: AreaCode | undefined, { caller }: Context): AreaCode | undefined {
  if (asked !== undefined) return asked;
  const [widest] = [...areasOf(caller, 'VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE', 'SUPERVISION')].sort((a, b) => a.length - b.length);
  return widest;
}

/** A town or a village; refuses what lies deeper or wider than the store can list. */
export function townOrVillage(area: AreaCode): { readonly town: AreaCode } | { readonly village: AreaCode } {
  const level = levelOf(area);
  if (level === 'TOWN') return { town: area };
  if (level === 'VILLAGE') return { village: area };
  throw invalidField('area', 'CHOICE');
}
