/** How posts and areas read to the person who holds them. */
import type { Me } from '@/contract/people';
import { levelOf, townOf, type AreaCode } from '@/domain/areas/code';
import { exhaustive } from '@/domain/basics/exhaustive';
import type { Office, Village } from '@/domain/grid/grid';
import { areaOfPost, type PostKey } from '@/domain/grid/posts';
import { areaNameIn } from '@/domain/grid/tree';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import type { CountySettings } from '@/domain/settings/settings';

/** The documents that know the areas' names. */
export interface Names {
  readonly villages: readonly Village[];
  readonly offices: readonly Office[];
  readonly settings: CountySettings;
}

/** What an area is called: a grid by its own name, a village and a town by theirs. */
export function areaNameOf(area: AreaCode, { villages, offices, settings }: Names): string {
  const level = levelOf(area);
  switch (level) {
    case 'COUNTY':
      return settings.countyName;
    case 'TOWN':
      return offices.find((office) => office._id === area)?.name ?? villages.find((village) => village.town === area)?.townName ?? area;
    case 'VILLAGE':
    case 'GRID1':
    case 'GRID2':
    case 'GRID3': {
      const village = villages.find((one) => area.startsWith(one._id));
      return village === undefined ? area : areaNameIn(village, area);
    }
    default:
      return exhaustive(level);
  }
}

/** The towns whose names none of these villages knows. */
export function unnamedTowns(areas: readonly AreaCode[], villages: readonly Village[]): readonly AreaCode[] {
  const towns = areas.filter((area) => area.length === 9).map((area) => townOf(area));
  return [...new Set(towns)].filter((town) => !villages.some((village) => village.town === town));
}

/** A post that has a desk in the app. */
export function deskView(post: PostKey, names: Names): NonNullable<Me['person']>['desks'][number] {
  const area = areaOfPost(post);
  const unit = post.startsWith(`${area}/`) ? post.slice(area.length + 1) : undefined;
  const department = names.settings.departments.find((one) => one.code === unit);
  return { post, duty: department?.name ?? dutyOfPost(post), area: areaNameOf(area, names), kind: kindOf(area, unit) };
}

function kindOf(area: AreaCode, unit: string | undefined): NonNullable<Me['person']>['desks'][number]['kind'] {
  if (unit !== undefined) return unit === 'legal' ? 'LEGAL' : 'DEPARTMENT';
  const level = levelOf(area);
  if (level === 'COUNTY' || level === 'TOWN' || level === 'VILLAGE') return level;
  return 'GRID';
}
