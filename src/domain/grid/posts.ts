/**
 * A post (岗位) is what answers for a matter: a grid's head, a village's desk, a town's desk. Matters belong to posts,
 * not to people, so that nothing is lost when a holder changes, is on leave, or is missing (EVT-03, HHL-07).
 */
import { villageOf, type AreaCode } from '../areas/code';
import type { Branded, CivilDate } from '../basics/ids';
import { isInForce, type RoleGrant } from '../people/roles';

/** `<area>` for heads and desks; `<town>/legal` for restricted matters; `<county>/<unit>` for a department. */
export type PostKey = Branded<'PostKey'>;

/** The post of a grid's head or of an area's desk. */
export function postOfArea(area: AreaCode): PostKey {
  return `${area}`;
}

/** The post that answers for an area: its head's or its desk's. */
export function deskPostOf(area: AreaCode): PostKey {
  return `${area}`;
}

/** The post that receives restricted matters of a town (EVT-14). */
export function legalPostOf(town: AreaCode): PostKey {
  return `${town}/legal`;
}

/** The post of a county department; `unit` as in the county's settings. */
export function departmentPostOf(county: AreaCode, unit: string): PostKey {
  return `${county}/${unit}`;
}

/** Whether a post is a department's. */
export function isDepartment(post: PostKey): boolean {
  return post.includes('/') && !post.endsWith('/legal');
}

/** The area a post stands in: its code up to the slash. */
export function areaOfPost(post: PostKey): AreaCode {
  const slash = post.indexOf('/');
  return slash < 0 ? `${post}` : post.slice(0, slash);
}

/** The document that every change of a post touches: its village's, or its town's or county's office. */
export function guardOfPost(post: PostKey): AreaCode {
  const area = areaOfPost(post);
  return area.length > 12 ? villageOf(area) : area;
}

/** The post a grant gives, if it gives one. */
export function postOf(grant: RoleGrant): PostKey | undefined {
  switch (grant.role) {
    case 'HEAD':
    case 'LEVEL2_HEAD':
    case 'LEVEL1_HEAD':
    case 'VILLAGE_DUTY':
    case 'TOWN_DESK':
    case 'COUNTY_OFFICE':
      return `${grant.area}`;
    case 'TOWN_LEGAL':
    case 'POLICE_LIAISON':
      return legalPostOf(grant.area);
    case 'DEPARTMENT':
      return grant.unit === undefined ? undefined : departmentPostOf(grant.area, grant.unit);
    default:
      return undefined;
  }
}

/** Every post a person holds on a day, each once; stand-ins' posts included. */
export function postsOf(roles: readonly RoleGrant[], today: CivilDate): readonly PostKey[] {
  const posts = roles.filter((grant) => isInForce(grant, today)).flatMap((grant) => postOf(grant) ?? []);
  return [...new Set(posts)];
}
