/**
 * The people of the persona dock: at least one of every role, all made up. They live in 堰坪村 of 漩涡镇 (漩涡镇堰坪村), are put
 * on its sheets like everybody else, and come to the store through the import like everybody else.
 */
import type { Role } from '../../src/domain/people/roles';

export const COUNTY = '610921';
export const TOWN = '610921107';
export const VILLAGE = '610921107202';

export interface Persona {
  /** What the dock and the header `x-demo-person` call them. */
  readonly id: string;
  readonly name: string;
  /** Absent for the visitor, who is on no roster. */
  readonly resident?: {
    readonly sex: 'F' | 'M';
    readonly bornOn: string;
    /** The innermost grid they live in, within the village. */
    readonly grid: string;
    /** Personas with the same key live together; the first is the head of the household. */
    readonly home: string;
  };
  readonly roles: readonly { readonly role: Role; readonly area: string; readonly unit?: string }[];
  readonly binding?: 'WEAK' | 'VERIFIED';
  /** Who they are, in the dock's words. */
  readonly words: string;
}

const at = (grid: string) => `${VILLAGE}-${grid}`;

/** `1.3.1` is 三组东片; see `village-plan.ts`. */
export const PERSONAS: readonly Persona[] = [
  { id: 'wang-xiulan', name: '王秀兰', resident: { sex: 'F', bornOn: '1958-03-12', grid: '1.3.1', home: 'wang' }, roles: [], binding: 'VERIFIED', words: '堰坪村三组村民' },
  { id: 'wang-xiaojun', name: '王小军', resident: { sex: 'M', bornOn: '1985-07-02', grid: '1.3.1', home: 'wang' }, roles: [], binding: 'WEAK', words: '王秀兰的儿子，在外务工' },
  { id: 'chen-shoutian', name: '陈守田', resident: { sex: 'M', bornOn: '1966-11-20', grid: '1.3.1', home: 'chen' }, roles: [{ role: 'HEAD', area: at('1.3.1') }], binding: 'VERIFIED', words: '三组东片中心户长' },
  { id: 'liu-changgen', name: '刘长根', resident: { sex: 'M', bornOn: '1969-05-08', grid: '1.3.2', home: 'liu' }, roles: [{ role: 'LEVEL2_HEAD', area: at('1.3') }], binding: 'VERIFIED', words: '三组组长' },
  { id: 'zhou-fulin', name: '周福林', resident: { sex: 'M', bornOn: '1972-09-15', grid: '1.2.1', home: 'zhou' }, roles: [{ role: 'LEVEL1_HEAD', area: at('1') }, { role: 'SUPERVISION', area: VILLAGE }], binding: 'VERIFIED', words: '上片一级网格长' },
  { id: 'ma-jianye', name: '马建业', resident: { sex: 'M', bornOn: '1980-01-25', grid: '1.1.1', home: 'ma' }, roles: [{ role: 'VILLAGE_DUTY', area: VILLAGE }], binding: 'VERIFIED', words: '堰坪村值班员' },
  { id: 'yang-xiaomei', name: '杨晓梅', resident: { sex: 'F', bornOn: '1990-06-30', grid: '1.1.2', home: 'yang' }, roles: [{ role: 'VILLAGE_DUTY', area: VILLAGE }], binding: 'VERIFIED', words: '堰坪村值班员' },
  { id: 'li-guoping', name: '李国平', resident: { sex: 'M', bornOn: '1963-07-01', grid: '1.3.1', home: 'li' }, roles: [{ role: 'PARTY_MEMBER', area: VILLAGE }], binding: 'VERIFIED', words: '党员，联系王秀兰家' },
  { id: 'zhou-guifang', name: '周桂芳', resident: { sex: 'F', bornOn: '1970-12-05', grid: '1.3.2', home: 'gui' }, roles: [{ role: 'DEPUTY', area: VILLAGE }], binding: 'VERIFIED', words: '镇人大代表' },
  { id: 'zhao-chunhua', name: '赵春花', resident: { sex: 'F', bornOn: '1976-02-18', grid: '1.3.3', home: 'zhao' }, roles: [], binding: 'WEAK', words: '三组中片村民，那里中心户长空缺' },
  { id: 'wu-dashan', name: '吴大山', resident: { sex: 'M', bornOn: '1949-10-01', grid: '2.8', home: 'wu' }, roles: [], binding: 'WEAK', words: '八组村民，用长辈版' },
  { id: 'tian-xiaoyu', name: '田小雨', resident: { sex: 'F', bornOn: '1993-04-22', grid: '1.2.2', home: 'tian' }, roles: [{ role: 'PARTY_MEMBER', area: VILLAGE }], binding: 'VERIFIED', words: '党员，替二组西片中心户长值守' },
  { id: 'gong-shunfa', name: '龚顺发', resident: { sex: 'M', bornOn: '1968-08-08', grid: '1.2.2', home: 'gong' }, roles: [{ role: 'HEAD', area: at('1.2.2') }], binding: 'VERIFIED', words: '二组西片中心户长，请假中' },
  { id: 'zheng-laifu', name: '郑来福', resident: { sex: 'M', bornOn: '1961-03-03', grid: '1.1.1', home: 'zheng' }, roles: [{ role: 'SUPERVISION', area: VILLAGE }], binding: 'VERIFIED', words: '村务监督委员会' },
  { id: 'zhang-wende', name: '张文德', resident: { sex: 'M', bornOn: '1974-01-11', grid: '1.1.3', home: 'zhang' }, roles: [{ role: 'BRANCH_SECRETARY', area: VILLAGE }, { role: 'PARTY_MEMBER', area: VILLAGE }], binding: 'VERIFIED', words: '村支部书记' },
  { id: 'deng-mingzhu', name: '邓明珠', resident: { sex: 'F', bornOn: '1988-09-09', grid: '1.1.2', home: 'deng' }, roles: [{ role: 'BRANCH_VERIFIER', area: VILLAGE }, { role: 'PARTY_MEMBER', area: VILLAGE }], binding: 'VERIFIED', words: '支部核实人' },
  { id: 'xie-changan', name: '谢长安', resident: { sex: 'M', bornOn: '1971-06-16', grid: '1.4.1', home: 'xie' }, roles: [{ role: 'HOUSEHOLD_REP', area: VILLAGE }], binding: 'VERIFIED', words: '户代表' },
  { id: 'zeng-yulian', name: '曾玉莲', resident: { sex: 'F', bornOn: '1982-10-27', grid: '1.4.1', home: 'zeng' }, roles: [{ role: 'VOTER', area: VILLAGE }], binding: 'VERIFIED', words: '选民' },
  { id: 'he-min', name: '何敏', resident: { sex: 'F', bornOn: '1984-05-14', grid: '1.1.2', home: 'he' }, roles: [{ role: 'TOWN_DESK', area: TOWN }], binding: 'VERIFIED', words: '漩涡镇综治中心' },
  { id: 'feng-jianjun', name: '冯建军', resident: { sex: 'M', bornOn: '1975-08-01', grid: '1.1.2', home: 'feng' }, roles: [{ role: 'TOWN_LEGAL', area: TOWN }], binding: 'VERIFIED', words: '漩涡镇政法委员' },
  { id: 'zheng-tao', name: '郑涛', resident: { sex: 'M', bornOn: '1987-01-10', grid: '1.1.3', home: 'tao' }, roles: [{ role: 'POLICE_LIAISON', area: TOWN }], binding: 'VERIFIED', words: '派出所联络员' },
  { id: 'jiang-qin', name: '蒋琴', resident: { sex: 'F', bornOn: '1986-12-12', grid: '1.1.3', home: 'jiang' }, roles: [{ role: 'JUSTICE_OFFICE', area: TOWN }], binding: 'VERIFIED', words: '漩涡司法所' },
  { id: 'peng-lixin', name: '彭立新', resident: { sex: 'M', bornOn: '1979-02-28', grid: '1.2.1', home: 'peng' }, roles: [{ role: 'STATION_OFFICER', area: TOWN }], binding: 'VERIFIED', words: '代表联络站' },
  { id: 'shen-guohua', name: '沈国华', resident: { sex: 'M', bornOn: '1968-04-04', grid: '1.2.1', home: 'shen' }, roles: [{ role: 'PRESIDIUM', area: TOWN }], binding: 'VERIFIED', words: '镇人大主席团' },
  { id: 'luo-chuan', name: '罗川', resident: { sex: 'M', bornOn: '1983-03-19', grid: '1.1.1', home: 'luo' }, roles: [{ role: 'DEPARTMENT', area: COUNTY, unit: 'WATER' }], binding: 'VERIFIED', words: '县水利局' },
  { id: 'han-xue', name: '韩雪', resident: { sex: 'F', bornOn: '1989-11-11', grid: '1.1.1', home: 'han' }, roles: [{ role: 'DEPARTMENT', area: COUNTY, unit: 'CIVIL' }], binding: 'VERIFIED', words: '县民政局' },
  { id: 'qin-yue', name: '秦悦', resident: { sex: 'F', bornOn: '1981-07-21', grid: '1.1.2', home: 'qin' }, roles: [{ role: 'COUNTY_OFFICE', area: COUNTY }], binding: 'VERIFIED', words: '县 321 专班' },
  { id: 'liang-jing', name: '梁静', resident: { sex: 'F', bornOn: '1992-01-30', grid: '1.1.2', home: 'liang' }, roles: [{ role: 'COUNTY_CLERK', area: COUNTY }], binding: 'VERIFIED', words: '县名册管理员' },
  { id: 'pan-ming', name: '潘明', resident: { sex: 'M', bornOn: '1977-05-25', grid: '1.1.3', home: 'pan' }, roles: [{ role: 'AUDITOR', area: COUNTY }], binding: 'VERIFIED', words: '审计' },
  { id: 'liu-chunlin', name: '柳春林', resident: { sex: 'M', bornOn: '1979-03-07', grid: '1.1.3', home: 'chunlin' }, roles: [{ role: 'BRANCH_COMMITTEE', area: VILLAGE }, { role: 'PARTY_MEMBER', area: VILLAGE }], binding: 'VERIFIED', words: '支部委员' },
  { id: 'tang-min', name: '汤敏', resident: { sex: 'F', bornOn: '1985-08-19', grid: '1.1.3', home: 'tang' }, roles: [{ role: 'TOWN_PARTY', area: TOWN }], binding: 'VERIFIED', words: '漩涡镇党委组织办' },
  { id: 'visitor', name: '外地访客', roles: [], words: '名册上没有，路过的人' },
];
