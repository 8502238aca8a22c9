/** What posts and roles are called to a villager. */
import { levelOf } from '../areas/code';
import { exhaustive } from '../basics/exhaustive';
import { areaOfPost, type PostKey } from '../grid/posts';
import type { Role } from '../people/roles';

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  HOUSEHOLD_REP: '户代表',
  VOTER: '选民',
  PARTY_MEMBER: '党员',
  BRANCH_SECRETARY: '支部书记',
  BRANCH_VERIFIER: '党小组长（支部核实人）',
  BRANCH_COMMITTEE: '支部委员',
  TOWN_PARTY: '镇党委组织办',
  DEPUTY: '人大代表',
  STATION_OFFICER: '联络站工作人员',
  PRESIDIUM: '人大主席团',
  HEAD: '中心户长',
  LEVEL2_HEAD: '二级网格长',
  LEVEL1_HEAD: '一级网格长',
  VILLAGE_DUTY: '村值班员',
  SUPERVISION: '村务监督委员会',
  TOWN_DESK: '镇综治中心',
  TOWN_LEGAL: '镇政法委员',
  POLICE_LIAISON: '派出所联络员',
  JUSTICE_OFFICE: '司法所',
  DEPARTMENT: '部门',
  COUNTY_OFFICE: '县三二一专班',
  COUNTY_CLERK: '县名册管理员',
  AUDITOR: '审计',
};

/** What a role is called. */
export function roleName(role: Role): string {
  return ROLE_NAMES[role];
}

/**
 * A duty with its area before it, as people say it: 汉阴县三二一专班, 堰坪村值班员. The names of duties say the level that they are
 * of, and so does the area's name; 村务 is no level.
 */
export function dutyIn(area: string, duty: string): string {
  return area === '' ? duty : `${area}${duty.replace(/^(?:[县镇]|村(?!务))/, '')}`;
}

/** What the post of an area is called; of a department, its own name comes from the county's settings. */
export function dutyOfPost(post: PostKey): string {
  if (post.endsWith('/legal')) return ROLE_NAMES.TOWN_LEGAL;
  if (post.includes('/')) return ROLE_NAMES.DEPARTMENT;
  const level = levelOf(areaOfPost(post));
  switch (level) {
    case 'COUNTY':
      return ROLE_NAMES.COUNTY_OFFICE;
    case 'TOWN':
      return ROLE_NAMES.TOWN_DESK;
    case 'VILLAGE':
      return ROLE_NAMES.VILLAGE_DUTY;
    case 'GRID1':
      return ROLE_NAMES.LEVEL1_HEAD;
    case 'GRID2':
      return ROLE_NAMES.LEVEL2_HEAD;
    case 'GRID3':
      return ROLE_NAMES.HEAD;
    default:
      return exhaustive(level);
  }
}
