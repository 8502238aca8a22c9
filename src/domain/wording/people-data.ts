/** 我的信息: what is held, why and until when, in words (PRV-02, PRV-06, PRV-10). */
import type { Role } from '../people/roles';
import type { CountySettings } from '../settings/settings';
import { roleName } from './grid-duties';

export interface Held {
  readonly account: string;
  readonly issues: number;
  readonly person?: {
    readonly name: string;
    readonly sex: 'F' | 'M';
    readonly bornOn: string;
    readonly idMasked: string;
    readonly phoneMasked?: string;
    readonly phoneShown: boolean;
    readonly household: string;
    readonly grid: string;
    readonly roles: readonly Role[];
    readonly level?: 'WEAK' | 'VERIFIED';
  };
}

interface HeldLine {
  label: string;
  value: string;
  why: string;
  until: string;
}

const ON_ROSTER = '在名册上期间一直保存，搬走或注销户口后按规定处理';

/** One line a thing that is held. */
export function heldWords({ person, issues }: Held, { privacy, countyName }: Pick<CountySettings, 'privacy' | 'countyName'>): HeldLine[] {
  const account: HeldLine[] = [
    { label: '微信账号', value: '一个编号，没有头像和昵称', why: '认出是这部手机', until: '您注销就删' },
    { label: '报过的事', value: `${issues} 件`, why: '办事要留底，您自己也能查', until: `办结后保存 ${privacy.eventYears} 年` },
    { label: '收件箱和操作记录', value: '谁在什么时候做了什么', why: `${countyName}依法要留记录`, until: `保存 ${privacy.logMonths} 个月` },
  ];
  if (person === undefined) return account;
  return [
    { label: '姓名', value: person.name, why: '村里的名册', until: ON_ROSTER },
    { label: '性别和生日', value: `${person.sex === 'F' ? '女' : '男'}，${person.bornOn}`, why: '村里的名册', until: ON_ROSTER },
    { label: '证件号', value: person.idMasked, why: '认出是您本人，平时加密', until: ON_ROSTER },
    { label: '手机号', value: person.phoneMasked ?? '没有存', why: person.phoneShown ? '您同意给自己管的户看' : '核实身份用，不给人看', until: ON_ROSTER },
    { label: '哪一户', value: person.household, why: '知道您归哪个网格', until: ON_ROSTER },
    { label: '网格', value: person.grid, why: '您报的事交给谁', until: ON_ROSTER },
    ...(person.roles.length === 0 ? [] : [{ label: '担任', value: [...new Set(person.roles.map(roleName))].join('、'), why: '知道您能办哪些事', until: '卸任后留底' }]),
    { label: '绑定', value: person.level === 'VERIFIED' ? '核实过的' : '凭名字和后四位', why: '知道这部手机是谁的', until: '您解除就删' },
    ...account,
  ];
}

/** Who keeps it and how to turn to them (PRV-02). */
export function processorWords({ countyName, servicePhones }: Pick<CountySettings, 'countyName' | 'servicePhones'>): string {
  const phone = servicePhones[0];
  return `${countyName}和您所在的村一起保管${phone === undefined ? '' : `，有事打${phone.name} ${phone.number}`}。要看、要改、要删，就在这一页提。`;
}

const READINGS: Readonly<Record<string, string>> = {
  'people.person': '看了您的名册资料',
  'people.addPerson': '把您登记到名册',
  'people.correctPerson': '改了您的名册资料',
  'people.moveHousehold': '把您转到另一户',
  'people.leave': '登记您离开',
  'people.unbindLost': '解除了丢失的手机',
  'people.issueCode': '给您发了绑定码',
  'people.bindByName': '用您的名字绑定了手机',
  'people.bindByCode': '用绑定码绑定了手机',
  'people.bindByPhone': '用手机号绑定了手机',
  'people.actFor': '替您用了一次手机',
  'people.unbind': '解除了替您办事的绑定',
  'people.endFamilyPhone': '收回了替您办事的手机',
  'people.endFamilyPhoneFor': '替您收回了家里人的手机',
  'people.answerApplication': '答复了申请',
  'issues.submitFor': '替您报了事',
  'grids.appoint': '登记您的岗位',
  'grids.standIn': '登记您代管',
  'grids.link': '改了您的联系户',
  clock: '系统到点自动办的',
  import: '名册导入',
  operator: '县里的系统管理员',
  account: '另一部手机',
};

/** What somebody did with a record, by the action's name. */
export function readingWords(action: string): string {
  return Object.hasOwn(READINGS, action) ? (READINGS[action] ?? '') : '查看或处理';
}
