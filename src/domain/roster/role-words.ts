/** What offices write in the column for a role, and over what kind of area each role is held. */
import type { AreaLevel } from '../areas/code';
import { tidyCell } from '../basics/text';
import { ROLES, type Role } from '../people/roles';

/** Roles that come with heading a grid; the sheet of heads says who holds them, never the sheet of roles. */
export const HEAD_ROLES: ReadonlySet<Role> = new Set(['HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD']);

const GRIDS: readonly AreaLevel[] = ['GRID1', 'GRID2', 'GRID3'];

interface RoleWords {
  readonly words: readonly string[];
  readonly over: readonly AreaLevel[];
}

export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  HOUSEHOLD_REP: { words: ['户代表'], over: ['VILLAGE', ...GRIDS] },
  VOTER: { words: ['选民'], over: ['VILLAGE', 'TOWN'] },
  PARTY_MEMBER: { words: ['党员', '中共党员', '农村党员'], over: ['VILLAGE'] },
  BRANCH_SECRETARY: { words: ['支部书记', '村支部书记', '党支部书记', '村支书', '支书'], over: ['VILLAGE'] },
  BRANCH_VERIFIER: { words: ['支部核实人', '积分核实人', '党小组长'], over: ['VILLAGE'] },
  BRANCH_COMMITTEE: { words: ['支部委员', '党支部委员', '支委'], over: ['VILLAGE'] },
  DEPUTY: { words: ['人大代表', '代表', '镇人大代表', '县人大代表'], over: ['VILLAGE', 'TOWN', 'COUNTY'] },
  STATION_OFFICER: { words: ['联络站工作人员', '联络站干部'], over: ['TOWN'] },
  PRESIDIUM: { words: ['主席团', '镇人大主席团', '人大主席团成员'], over: ['TOWN'] },
  HEAD: { words: ['中心户长', '三级网格长', '三级网格员'], over: ['GRID3'] },
  LEVEL2_HEAD: { words: ['二级网格长', '组长', '村民小组组长'], over: ['GRID2'] },
  LEVEL1_HEAD: { words: ['一级网格长', '片长'], over: ['GRID1'] },
  VILLAGE_DUTY: { words: ['村值班员', '值班员', '村值班', '社区值班员', '便民服务室值班员'], over: ['VILLAGE'] },
  SUPERVISION: { words: ['村务监督委员会', '村务监督委员会成员', '监委会成员', '村监委会成员'], over: ['VILLAGE'] },
  TOWN_DESK: { words: ['镇综治中心', '镇综治中心工作人员', '综治中心', '镇值班员'], over: ['TOWN'] },
  TOWN_PARTY: { words: ['镇党委组织办', '镇组织办', '组织委员', '党建办'], over: ['TOWN'] },
  TOWN_LEGAL: { words: ['镇政法委员', '政法委员'], over: ['TOWN'] },
  POLICE_LIAISON: { words: ['派出所联络员', '派出所民警', '驻村民警'], over: ['TOWN'] },
  JUSTICE_OFFICE: { words: ['司法所', '司法所工作人员', '司法所长'], over: ['TOWN'] },
  DEPARTMENT: { words: ['部门', '部门经办人', '县级部门', '部门联络员'], over: ['COUNTY'] },
  COUNTY_OFFICE: { words: ['县321专班', '县专班', '321专班', '县级专班'], over: ['COUNTY'] },
  COUNTY_CLERK: { words: ['县名册管理员', '名册管理员', '花名册管理员'], over: ['COUNTY'] },
  AUDITOR: { words: ['审计', '审计员', '审计人员'], over: ['COUNTY'] },
};

const BY_WORD: ReadonlyMap<string, Role> = new Map(ROLES.flatMap((role) => [[role, role] as const, ...ROLE_WORDS[role].words.map((word) => [word, role] as const)]));

/** The role a cell names, by its word or its code; undefined for any other word. */
export function parseRole(text: string): Role | undefined {
  return BY_WORD.get(tidyCell(text).replace(/ /g, ''));
}

/** The first word is the one a template and a message use. */
export function roleWord(role: Role): string {
  return ROLE_WORDS[role].words[0] ?? role;
}
