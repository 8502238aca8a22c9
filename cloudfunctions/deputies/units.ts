import { countyOf, type TownCode } from '@/domain/areas/code';
import { departmentPostOf, deskPostOf, type PostKey } from '@/domain/grid/posts';
import type { CountySettings } from '@/domain/settings/settings';
import { deputies } from './os';

/** The town's government itself, and the county's departments. */
export function unitsOf(settings: CountySettings, town: TownCode, townName: string): readonly { readonly unit: string; readonly name: string; readonly post: PostKey }[] {
  return [
    { unit: 'TOWN', name: townName, post: deskPostOf(town) },
    ...settings.departments.map(({ code, name }) => ({ unit: code, name, post: departmentPostOf(countyOf(town), code) })),
  ];
}

/** To whom a suggestion can be given (DEP-07). */
export const units = deputies.units.handler(({ input, context }) => {
  context.permit('deputies.units', { area: input.town });
  return { items: unitsOf(context.settings, input.town, '镇政府').map(({ unit, name }) => ({ unit, name })) };
});
