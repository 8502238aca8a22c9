/** What is wrong in a cell of a sheet, and what to do. */
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
  ALREADY_OTHERWISE: '已经装过另一个数；要改，先冲正原来那一笔，审定了再装',
  SENT_OTHERWISE: '已经报上去另一个数，正等着审；定了再说',
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
  // tickets of the hotline
  TICKET_NUMBER: '看不出工单编号，请填字母和数字，至少 4 位',
  MOMENT_UNREADABLE: '看不出是什么时间，请写成 2026-01-05 17:30 这样',
  TIME_AHEAD: '这个时间还没到',
  ANSWER_BEFORE_CALL: '期限在受理时间之前',
  PHONE_UNREADABLE: '看不出电话号码，请填 11 位手机号，或者带区号的座机',
  VILLAGE_NOT_HERE: '不是本镇的村，请写本镇的村名',
  VILLAGE_NOT_SAID: '看不出是哪个村，请加一列“村”，写上村名',
  TOO_MANY_TICKETS: '一张表最多 100 件，请分成几张',
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
