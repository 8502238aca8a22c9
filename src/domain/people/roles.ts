/** Who a person is to the system: roles, each over one area, from a date to a date (architecture section 4). */
import type { AreaCode } from '../areas/code';
import type { CivilDate, PersonId } from '../basics/ids';

/**
 * The roles. A villager (村民) is everyone on the roster and is not granted.
 *
 * `TOWN_LEGAL` (镇政法委员) and `POLICE_LIAISON` (派出所联络员) alone receive restricted matters (EVT-14).
 */
export const ROLES = [
  'HOUSEHOLD_REP', // 户代表
  'VOTER', // 选民
  'PARTY_MEMBER', // 党员
  'BRANCH_SECRETARY', // 支部书记
  'BRANCH_VERIFIER', // 党小组长、支部核实人
  'BRANCH_COMMITTEE', // 支部委员
  'DEPUTY', // 人大代表
  'STATION_OFFICER', // 联络站工作人员
  'PRESIDIUM', // 镇人大主席团
  'HEAD', // 中心户长, head of a level-3 grid
  'LEVEL2_HEAD', // 二级网格长（组长）
  'LEVEL1_HEAD', // 一级网格长
  'VILLAGE_DUTY', // 村值班员
  'SUPERVISION', // 村务监督委员会
  'TOWN_DESK', // 镇综治中心
  'TOWN_LEGAL', // 镇政法委员
  'TOWN_PARTY', // 镇党委组织办
  'POLICE_LIAISON', // 派出所联络员
  'JUSTICE_OFFICE', // 司法所
  'DEPARTMENT', // 部门
  'COUNTY_OFFICE', // 县 321 专班
  'COUNTY_CLERK', // 县名册管理员
  'AUDITOR', // 审计
] as const;

export type Role = (typeof ROLES)[number];

export interface RoleGrant {
  readonly role: Role;
  readonly area: AreaCode;
  readonly from: CivilDate;
  /** Last day in force; absent while open-ended. */
  readonly to?: CivilDate;
  /** Set when the grant is a stand-in's for someone on leave; it then carries that person's post for a while. */
  readonly standInFor?: PersonId;
  /** For `DEPARTMENT`: which one, as in the county's settings. */
  readonly unit?: string;
  /** How a head came to the post (HHL-03); absent where it was never said. */
  readonly source?: AppointmentSource;
}

/** 推选 (or elected by the group), 选聘党员, 选聘代表, 兼任 by a member of the committees. */
export type AppointmentSource = 'ELECTED' | 'APPOINTED_MEMBER' | 'APPOINTED_DEPUTY' | 'CONCURRENT';

/** Whether a grant is in force on a day, both ends included. */
export function isInForce(grant: RoleGrant, today: CivilDate): boolean {
  return grant.from <= today && (grant.to === undefined || today <= grant.to);
}

/** What `withdrawn` calls a grant. */
export function grantKey(grant: Pick<RoleGrant, 'role' | 'area' | 'unit'>): string {
  return grant.unit === undefined ? `${grant.role}@${grant.area}` : `${grant.role}@${grant.area}/${grant.unit}`;
}

/** A person's grants in force on a day, without those that were withdrawn and only wait to be closed. */
export function grantsOf(person: { readonly roles: readonly RoleGrant[]; readonly withdrawn?: readonly string[] }, today: CivilDate): readonly RoleGrant[] {
  return person.roles.filter((grant) => isInForce(grant, today) && !(person.withdrawn ?? []).includes(grantKey(grant)));
}
