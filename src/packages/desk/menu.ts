/** What a person can open from their desk: the side menu of a computer, and 更多 on a phone. */
import Taro from '@tarojs/taro';
import type { IconName } from '@/components/icon';
import { watchesBoxes } from '@/services/box-duties';
import { branchOfficesOf, keepsScheme, partyTownOf } from '@/services/branch-duties';
import { loadsRosters, ROSTER_DESK } from '@/services/roster-duties';
import type { Me } from '@/services/views';
import { desksOf, homeDesksOf, isCounty, keptVillageOf, overseenArea, townOfDesk, watchesConsultation } from './desks';

/** What can be opened; applications and codes stand on the roster's page. */
export type DeskKey =
  | 'queue' | 'for-whom' | 'households' | 'sheet' | 'leave'
  | 'posts' | 'check' | 'people' | 'applications' | 'codes' | 'requests' | 'review' | 'rolls'
  | 'overview' | 'overdue' | 'topics' | 'tickets' | 'consult' | 'roster'
  | 'branch' | 'record' | 'members' | 'publication' | 'appraisal' | 'opening' | 'town-party' | 'scheme'
  | 'home';

export interface DeskEntry {
  readonly key: DeskKey;
  readonly text: string;
  readonly line: string;
  readonly icon: IconName;
}

const ALL: readonly DeskEntry[] = [
  { key: 'overview', text: '总览', line: '三率、超期、哪里缺人', icon: 'chart' },
  { key: 'queue', text: '事项', line: '要签收、要办的事', icon: 'inbox' },
  { key: 'for-whom', text: '代报', line: '替不会用手机的人报事', icon: 'edit' },
  { key: 'households', text: '我管的户', line: '按户号看，谁家有谁', icon: 'home' },
  { key: 'sheet', text: '联系表', line: '打印出来贴在墙上', icon: 'book' },
  { key: 'leave', text: '请假代班', line: '请人代管几天，公开不公开电话', icon: 'calendar' },
  { key: 'posts', text: '岗位', line: '谁管哪一片，哪里缺人', icon: 'head' },
  { key: 'check', text: '网格检查', line: '大小、缺人、没人联系的户', icon: 'grid' },
  { key: 'people', text: '名册', line: '添人、改错、申请、核实码', icon: 'people' },
  { key: 'requests', text: '请求和意见', line: '要在期限里答复的', icon: 'help' },
  { key: 'review', text: '公开前看一看', line: '机器没查出结果的话和照片', icon: 'eye' },
  { key: 'rolls', text: '投票名单', line: '谁能投，名单和结果的异议', icon: 'ballot' },
  { key: 'overdue', text: '超期的事', line: '一件件督办', icon: 'alert' },
  { key: 'tickets', text: '12345 工单', line: '收进来，办好了答复', icon: 'phone' },
  { key: 'topics', text: '同类事', line: '反复出现的，坐下来商量', icon: 'filter' },
  { key: 'consult', text: '议事', line: '村里商量的事，答复、开会、干事', icon: 'consult' },
  { key: 'roster', text: '名册导入', line: '从表格里一次装进来', icon: 'save' },
  { key: 'branch', text: '支部工作台', line: '等核实、等审的，承诺，申诉', icon: 'party' },
  { key: 'record', text: '记一笔', line: '扣分、加分，可以一次记几位', icon: 'edit' },
  { key: 'members', text: '党员和积分', line: '按姓名排，类别、小组、调整', icon: 'people' },
  { key: 'publication', text: '积分公示', line: '每季度公布，答复异议', icon: 'board' },
  { key: 'appraisal', text: '民主评议', line: '自评、测评、评定、上报', icon: 'ballot' },
  { key: 'opening', text: '以前的积分', line: '从旧台账装进来', icon: 'save' },
  { key: 'town-party', text: '党委组织办', line: '各支部走到哪一步，报上来的', icon: 'party' },
  { key: 'scheme', text: '积分办法', line: '类别、分值、上限，用表格改', icon: 'book' },
  { key: 'home', text: '回首页', line: '报自己家的事', icon: 'left' },
];

const FOR_HOMES: readonly DeskKey[] = ['for-whom', 'households', 'sheet', 'leave'];
const FOR_LISTS: readonly DeskKey[] = ['overdue', 'topics'];
const FOR_BRANCHES: readonly DeskKey[] = ['branch', 'record', 'members', 'publication'];
const FOR_KEEPERS: readonly DeskKey[] = ['posts', 'check', 'people'];

/** Pages that a clerk opens with the village they chose. */
const OF_A_VILLAGE: readonly DeskKey[] = [...FOR_KEEPERS, 'applications'];

/** Pages of other sub-packages. */
const ELSEWHERE: Readonly<Partial<Record<DeskKey, string>>> = {
  overview: '/packages/town/overview/index',
  overdue: '/packages/town/overdue/index',
  topics: '/packages/town/topics/index',
  tickets: '/packages/town/tickets/index',
  consult: '/packages/consult/desk/index',
  roster: ROSTER_DESK,
  branch: '/packages/branch/desk/index',
  record: '/packages/branch/record/index',
  members: '/packages/branch/members/index',
  publication: '/packages/branch/publication/index',
  appraisal: '/packages/branch/appraisal/index',
  opening: '/packages/branch/opening/index',
  'town-party': '/packages/branch/town/index',
  scheme: '/packages/branch/scheme/index',
};

/** The entries that fit the person's desks, in one order for everybody. */
export function menuOf(me: Me | undefined): readonly DeskEntry[] {
  const homes = homeDesksOf(me).length > 0;
  const keeps = keptVillageOf(me) !== undefined;
  const works = desksOf(me).length > 0;
  const overseen = overseenArea(me);
  const loads = loadsRosters(me);
  const watches = watchesConsultation(me);
  const branches = branchOfficesOf(me);
  return ALL.filter(({ key }) => {
    if (FOR_HOMES.includes(key)) return homes;
    // The county's clerk keeps every village's; which one is asked on the page.
    if (FOR_KEEPERS.includes(key)) return keeps || loads;
    // The town's where a village has nobody else for it than who wrote it (WX-09).
    if (key === 'review') return keeps || townOfDesk(me) !== undefined;
    // What is said of the app itself goes to the county (BUR-06).
    if (key === 'requests') return keeps || loads || desksOf(me).some(({ kind }) => kind === 'COUNTY');
    if (key === 'overview') return overseen !== undefined;
    if (FOR_LISTS.includes(key)) return overseen !== undefined && !isCounty(overseen);
    if (key === 'tickets') return townOfDesk(me) !== undefined;
    if (key === 'roster') return loads;
    if (key === 'consult') return watches;
    if (FOR_BRANCHES.includes(key)) return branches.length > 0;
    if (key === 'appraisal') return branches.some(({ approves }) => approves);
    if (key === 'opening') return branches.some(({ secretary }) => secretary);
    if (key === 'town-party') return partyTownOf(me) !== undefined;
    if (key === 'scheme') return keepsScheme(me);
    if (key === 'rolls') return watchesBoxes(me);
    return works || key === 'home';
  });
}

/** Where a person's work begins: what waits on their desk, else what their other offices have to do. */
export function firstEntryOf(me: Me | undefined): DeskKey {
  if (desksOf(me).length > 0) return 'queue';
  if (branchOfficesOf(me).length > 0) return 'branch';
  if (partyTownOf(me) !== undefined) return 'town-party';
  return loadsRosters(me) ? 'roster' : 'queue';
}

/** Opens an entry: over the open page, in its place as a computer's menu does, or in the place of all there is; with the village that a clerk chose. */
export function openEntry(key: DeskKey, replace: boolean | 'ALL', village?: string): void {
  if (key === 'home') {
    void Taro.reLaunch({ url: '/pages/home/index' });
    return;
  }
  const url = ELSEWHERE[key] ?? `/packages/desk/${key}/index${village !== undefined && OF_A_VILLAGE.includes(key) ? `?village=${village}` : ''}`;
  if (replace === 'ALL') void Taro.reLaunch({ url });
  else void (replace ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Opens one matter for handling. */
export function openMatter(issueId: string): void {
  void Taro.navigateTo({ url: `/packages/desk/handle/index?id=${encodeURIComponent(issueId)}` });
}
