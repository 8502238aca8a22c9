/** What a post is: where it stands, and which role holding it gives. */
import { isAreaCode, levelOf, type AreaCode } from '@/domain/areas/code';
import type { GridCell, Village } from '@/domain/grid/grid';
import { areaOfPost, type PostKey } from '@/domain/grid/posts';
import { headRoleOf } from '@/domain/grid/holders';
import { cellOf } from '@/domain/grid/tree';
import type { Role } from '@/domain/people/roles';
import type { CountySettings } from '@/domain/settings/settings';

export type PostKind =
  | { readonly kind: 'GRID'; readonly area: AreaCode }
  | { readonly kind: 'DESK'; readonly area: AreaCode }
  | { readonly kind: 'OFFICE'; readonly area: AreaCode; readonly role: Role; readonly unit?: string };

/** Reads a post's key; undefined for what is no post of this county. */
export function postKind(post: PostKey, settings: Pick<CountySettings, 'departments'>, role: Role | undefined): PostKind | undefined {
  const area = areaOfPost(post);
  if (!isAreaCode(area)) return undefined;
  const level = levelOf(area);
  const unit = post === area ? undefined : post.slice(area.length + 1);
  switch (level) {
    case 'GRID1':
    case 'GRID2':
    case 'GRID3':
      return unit === undefined ? { kind: 'GRID', area } : undefined;
    case 'VILLAGE':
      return unit === undefined ? { kind: 'DESK', area } : undefined;
    case 'TOWN':
      if (unit === undefined) return { kind: 'OFFICE', area, role: 'TOWN_DESK' };
      return unit === 'legal' ? { kind: 'OFFICE', area, role: role === 'POLICE_LIAISON' ? role : 'TOWN_LEGAL' } : undefined;
    case 'COUNTY':
      if (unit === undefined) return { kind: 'OFFICE', area, role: 'COUNTY_OFFICE' };
      return settings.departments.some(({ code }) => code === unit) ? { kind: 'OFFICE', area, role: 'DEPARTMENT', unit } : undefined;
  }
}

/** The cell of a grid's post with the role that heads it. */
export function headPost(village: Village, area: AreaCode): { readonly cell: GridCell; readonly role: Role } | undefined {
  const cell = cellOf(village, area);
  return cell && { cell, role: headRoleOf(cell) };
}
