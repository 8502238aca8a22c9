/** Words for points as sheets: what is wrong in a cell and what to do, and what a change of a scheme is about. */
import type { EntryState } from '../points/entry';
import type { OpeningRow } from '../points/opening';
import type { PledgeState } from '../points/pledge';
import { MEMBER_CATEGORIES, type MemberCategory, type SchemeRules } from '../points/scheme';
import { TABLE_NAMES } from '../points/scheme-sheet';
import { DIRECTORY_PROBLEM_WORDS } from './deputies';

const PROBLEMS: Readonly<Record<string, string>> = {
  SHEET_MISSING: '没有这张工作表，请用下载的模板填写',
  HEADING_NOT_FOUND: '找不到表头，请保留模板里的那一行标题',
  COLUMN_MISSING: '缺这一列，请补上',
  COLUMN_TWICE: '有两列同名，请留一列',
  NO_ROWS: '表里一行数据也没有',
  RULE_MISSING: '缺这一条规定，请补上',
  CATEGORY_UNKNOWN: '类别只有 A、B、C、D、E、P',
  CATEGORY_MISSING: '缺这一类党员，六类都要写',
  CATEGORY_DIFFERS: '和支部定的类别不一样，请先在名单里改好',
  KIND_UNKNOWN: '请填“加分”或“扣分”',
  CELL_EMPTY: '这里不能空着；合并的单元格先拆开，每一格都填',
  CELL_TOO_LONG: '太长了，请写短一些',
  NUMBER_ROUNDED: '数字太长，表格已经丢了后几位，请改成文本格式重填',
  FORMULA: '这是公式，没有算出的结果，请填数值',
  CELL_ERROR: '这一格是表格的错误值，请重填',
  NOT_POINTS: '请填分数，最多一位小数，例如 2 或 0.5',
  NOT_A_COUNT: '请填一个整数，例如 2',
  NOT_A_DAY: '请填月和日，例如 03-31',
  YES_OR_NO: '请填“是”或空着',
  TWICE: '这一行写了两次，请留一行',
  // contradictions of a scheme
  ID: '编号请用小写字母开头的字母、数字，例如 visit',
  SAME_ID: '编号和别的行重了，请换一个',
  NO_NAME: '名称不能空着',
  UNKNOWN_SECTION: '没有这个栏目，请先在“栏目”表里写上',
  ITEM_SIGN: '加分栏目的分值要大于 0，扣分栏目的要小于 0',
  ITEM_ABOVE_CAP: '一次的分值就超过了封顶',
  ITEM_CAP_ABOVE_SECTION: '项目的封顶高过了栏目的封顶',
  BASE_SECTION_NEEDS_CAP: '扣分栏目要写封顶（最多扣多少）',
  SECTION_ABOVE_BONUS_CAP: '栏目的封顶高过了加分总封顶',
  BASE_OUT_OF_RANGE: '基础分要在 0 和总分封顶之间',
  PLEDGES_MIN_ABOVE_MAX: '承诺的最少条数要小于等于最多条数，最多 12 条',
  BONUS_CAP: '加分封顶要在 0 和总分封顶之间',
  MAX: '总分封顶要大于 0',
  WINDOW: '承诺的起止日期写得不对，例如 01-01 到 03-31',
  CYCLE_BEGAN: '今年已经开始记分，这一处不能再改；可以停用项目、增加新项目',
  // opening balances
  NO_SUCH_MEMBER: '支部名单里没有这个人，请先加进名单',
  SAME_NAME: '支部有同名的党员，请加一列“身份证后四位”',
  ID_DIFFERS: '身份证后四位和名册不一致',
  SUM_DIFFERS: '基础分加上加分、减去扣分，得不出这个数',
  // a town's deputies
  LEVEL_UNKNOWN: '请填 镇、县、市、省 或 全国',
  LEVEL_NOT_ELECTED: '选区只选镇代表、县代表',
  ROLL_UNKNOWN: '请填“登记选民”或“常住居民”',
  AREA_UNKNOWN: '有一个村不是本镇的，请写村名，几个村用顿号隔开',
  DAY_UNREADABLE: '看不出是哪一天，请写成 2026-01-05 这样',
  DAY_AHEAD: '这一天还没到',
  ID_OR_LAST_FOUR: '请填身份证号，或者只填后四位',
  ID_NEEDED: '新加的代表要填身份证号或后四位，好在名册里找到他',
  NOT_ON_ROSTER: '县里的名册上找不到这个人，看看名字和号码，或先请村里加上',
  SAME_NAME_HERE: '同名同尾号的不止一个，请填完整的身份证号',
  OWN_RECORD: '这是您自己，请主席团别的人来录',
  STATION_UNKNOWN: '没有这个联络站，请先在“联络站”表里写上',
  CONSTITUENCY_DIFFERS: '同一天起的同名选区已经有了，内容不一样；边界、名额变了，请写新的起始日期',
  BEFORE_CURRENT: '比现在这个选区开始得还早',
  MANDATE_DIFFERS: '和已经录的不一样；届次、选区要改，先写上离任再重新录',
  MOBILE_NOT_A_NUMBER: '这不是 11 位的手机号',
  PHONE_NOT_AGREED: '本人同意公开的，在“手机可公开”里写“是”；没同意的，把手机号删掉',
  ALREADY_OTHERWISE: '已经装过另一个数；要改，先冲正原来那一笔，审定了再装',
  SENT_OTHERWISE: '已经报上去另一个数，正等着审；定了再说',
};

/**
 * What is wrong with a cell and what to do; the code itself where there are no words, so that it can be asked about. Two tables
 * and not one spread into the other, which would take both into the function that only names the codes.
 */
export function sheetProblemWords(problem: string): string {
  const words = [PROBLEMS, DIRECTORY_PROBLEM_WORDS].find((table) => Object.hasOwn(table, problem)) as Readonly<Record<string, string>> | undefined;
  return words?.[problem] ?? problem;
}

/** A problem in one line: `“项目”第 12 行“分值”（三分）：…`. */
export function sheetProblemLine({ sheet, row, column, value, problem }: { readonly sheet: string; readonly row?: number; readonly column?: string; readonly value?: string; readonly problem: string }): string {
  return `“${sheet}”${row === undefined ? '' : `第 ${row} 行`}${column === undefined ? '' : `“${column}”`}${value === undefined || value === '' ? '' : `（${value}）`}：${sheetProblemWords(problem)}`;
}

const RULES: Readonly<Record<string, string>> = { bonusCap: '加分封顶', max: '总分封顶', pledgeWindow: '承诺起止' };
const PARTS: Readonly<Record<string, string>> = { name: '名称', base: '基础分', pledges: '承诺条数', menu: '承诺菜单', closed: '停用' };

/** Where a change of a scheme stands, in the words of its workbook. A path is `items.visit.name`. */
export function schemeChangeWords(path: string, next: SchemeRules, old: SchemeRules = next): { readonly sheet: string; readonly column: string } {
  const [of = '', id = '', part] = path.split('.');
  const word = part === undefined ? '' : `的${PARTS[part] ?? part}`;
  const named = (list: 'sections' | 'items' | 'vetoes'): string => [...next[list], ...old[list]].find((one) => one.id === id)?.name ?? id;
  switch (of) {
    case 'categories':
      return { sheet: TABLE_NAMES.CATEGORIES, column: `${isCategory(id) ? `${id} 类` : id}${word}` };
    case 'sections':
    case 'items':
    case 'vetoes':
      return { sheet: TABLE_NAMES[of === 'sections' ? 'SECTIONS' : of === 'items' ? 'ITEMS' : 'VETOES'], column: `${named(of)}${word}` };
    default:
      return { sheet: TABLE_NAMES.RULES, column: RULES[of] ?? of };
  }
}

function isCategory(text: string): text is MemberCategory {
  return (MEMBER_CATEGORIES as readonly string[]).includes(text);
}

/** Of opening balances. */
export const OPENING_WORDS = { title: '期初积分', bonus: '期初加分', deduction: '期初扣分', text: '从原来的积分表转来' } as const;

/** What a row of opening balances is, beside its figures; nothing where it is simply to be loaded. */
export const OPENING_ROW_WORDS: Readonly<Record<OpeningRow['is'], string>> = { NEW: '', SENT_UP: '报上去了，等着审', REFUSED: '没审过，可以申诉', LOADED: '装过了', NOTHING: '没有加减' };

/** Headings, titles and signature lines of what an office files. */
export const LEDGER_WORDS = {
  file: '党员积分台账',
  taken: '导出时间：',
  left: '离开支部',
  below: ['按姓名排列，不作排名。积分只作参考，评议等次由支部大会定。', '支部书记（签字）：　　　　　　　　　　核实人（签字）：　　　　　　　　　　日期：'],
  members: {
    name: '党员积分',
    columns: [{ heading: '序号', width: 6 }, { heading: '姓名', width: 12 }, { heading: '党小组', width: 14 }, { heading: '类别', width: 28 }, { heading: '基础分', width: 8 }, { heading: '加分', width: 8 }, { heading: '扣分', width: 8 }, { heading: '积分', width: 8 }, { heading: '备注', width: 18 }],
  },
  ledger: {
    name: '积分明细',
    columns: [{ heading: '序号', width: 6 }, { heading: '日期', width: 12 }, { heading: '姓名', width: 12 }, { heading: '项目', width: 24 }, { heading: '分值', width: 8 }, { heading: '事由', width: 40 }, { heading: '结果', width: 10 }, { heading: '核实人', width: 12 }, { heading: '审定人', width: 12 }, { heading: '说明', width: 24 }],
  },
  pledges: {
    name: '承诺践诺',
    columns: [{ heading: '姓名', width: 12 }, { heading: '党小组', width: 14 }, { heading: '承诺', width: 40 }, { heading: '目标', width: 10 }, { heading: '已做', width: 8 }, { heading: '期限', width: 12 }, { heading: '状态', width: 10 }],
  },
  published: {
    name: '积分公示',
    about: (upTo: string): string => `截至 ${upTo}。公示时间：`,
    columns: [{ heading: '序号', width: 6 }, { heading: '姓名', width: 12 }, { heading: '类别', width: 8 }, { heading: '基础分', width: 8 }, { heading: '加分', width: 8 }, { heading: '扣分', width: 8 }, { heading: '积分', width: 8 }],
  },
  objections: {
    name: '异议与答复',
    columns: [{ heading: '提出人', width: 12 }, { heading: '关于', width: 12 }, { heading: '异议', width: 40 }, { heading: '时间', width: 18 }, { heading: '答复', width: 40 }, { heading: '答复时间', width: 18 }],
  },
} as const;

const ENTRY_STATES: Readonly<Record<EntryState, string>> = { CHECK: '待核实', ASKED: '待补充', APPROVE: '待审定', POSTED: '已记分', REFUSED: '未通过', EXPIRED: '过期未定', WITHDRAWN: '本人撤回' };

export function entryStateWord(state: EntryState): string {
  return ENTRY_STATES[state];
}

const PLEDGE_STATES: Readonly<Record<PledgeState, string>> = { SENT: '待确认', CONFIRMED: '已确认', RETURNED: '退回修改', WITHDRAWN: '已撤回' };

export function pledgeStateWord(state: PledgeState): string {
  return PLEDGE_STATES[state];
}
