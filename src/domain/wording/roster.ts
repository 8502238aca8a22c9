/** What a clerk reads about a roster: which row and column, what is wrong with it, and what to do. One table, by code. */
import type { FindingCode } from '../roster/problem';
import type { SheetKind } from '../roster/sheet';

type Data = Readonly<Record<string, string | number>>;
type Words = string | ((data: Data) => string);

/** What a problem's place needs to be named. */
export interface PlacedProblem {
  readonly file: string;
  readonly sheet: string;
  /** 0 where the whole village is meant. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
  readonly data: Data;
}

const KINDS: Readonly<Record<SheetKind, string>> = { GRIDS: '网格', HEADS: '网格长', HOUSEHOLDS: '户', RESIDENTS: '居民', ROLES: '人员角色' };

/** What a kind of sheet is called. */
export function kindName(kind: SheetKind): string {
  return KINDS[kind];
}

const LEVELS: Readonly<Record<string, string>> = { COUNTY: '县', TOWN: '镇', VILLAGE: '村', GRID1: '一级网格', GRID2: '二级网格', GRID3: '三级网格' };
const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
const levels = (value: string | number | undefined): string => text(value).split(' ').map((level) => LEVELS[level] ?? level).join('、');

/** The other row of two that collide; with its file and sheet where those are others. */
const rowOf = ({ file, sheet, row }: Data): string => `${sourceOf(text(file), text(sheet))}第 ${text(row)} 行`;
const TEXTS: Readonly<Record<string, string>> = { TITLE: '标题', SHEET: '工作表名', FILE: '文件名' };
const takenBy = (why: string, words: string): string => (why === 'SAID' ? '按您选的村' : `按${TEXTS[why] ?? ''}“${words}”`);
const sourceOf = (file: string, sheet: string): string => `${file === '' ? '' : `《${file}》`}${sheet === '' || file.startsWith(sheet) ? '' : `“${sheet}”`}`;

const WORDS: Readonly<Record<FindingCode, Words>> = {
  CELL_EMPTY: '这一格不能空，请补上。',
  ROW_ALMOST_EMPTY: '这一行只有这一格有字，不像名册的一行。请补全，或者删掉这一行。',
  CELL_TOO_LONG: ({ max }) => `字太多了，最多 ${text(max)} 个字。`,
  NUMBER_ROUNDED: '这串数字被表格改成了近似数，后几位已经丢了。请把这一列改成“文本”格式，照原件重填。',
  FORMULA: '这一格是公式，没有算好的结果。请换成算好的值。',
  CELL_ERROR: '这一格显示的是表格的错误，请改成正确的内容。',
  ID_NUMBER_MISSING: '身份证号不能空，请补上。',
  ID_NUMBER_ROUNDED: '身份证号被表格改成了近似数，后几位已经丢了。请把这一列改成“文本”格式，照证件重填。',
  ID_NUMBER_LENGTH: ({ length }) => `身份证号应是 18 位，这里是 ${text(length)} 位，请对照证件。`,
  ID_NUMBER_CHARACTERS: '身份证号里有不该有的字，请对照证件。',
  ID_NUMBER_BIRTH_DATE: '身份证号里的出生日期不对，请对照证件。',
  ID_NUMBER_CHECK_DIGIT: '身份证号对不上校验位，多半有一位抄错了，请对照证件。',
  NAME_MISSING: '姓名不能空，请补上。',
  NAME_LENGTH: '姓名应是 2 到 20 个字，请对照证件。',
  NAME_CHARACTER: ({ character }) => `姓名里有“${text(character)}”，请只写姓名。`,
  MOBILE_SEVERAL: '这里有几个手机号，请只留一个。',
  MOBILE_NOT_A_NUMBER: '这不是 11 位的手机号，请核对；没有手机就空着。',
  SEX_UNKNOWN: '性别请写“男”或“女”。',
  SEX_DIFFERS: '性别和身份证号对不上，请对照证件。',
  YES_OR_NO: '请写“是”或“否”。',
  DAY_UNREADABLE: '看不出是哪一天，请写成 2026-01-05 这样。',
  DAY_OUTSIDE: ({ first, last }) => `日期应在 ${text(first)} 到 ${text(last)} 之间，请核对。`,
  DAYS_REVERSED: ({ from }) => `截止日期早于任职日期（${text(from)}），请核对。`,
  BIRTH_DIFFERS: ({ bornOn }) => `出生日期和身份证号（${text(bornOn)}）对不上，请对照证件。`,
  VILLAGE_EMPTY: '这一行没写是哪个村。村名只写在头一行的，请往下填满，每一行都写。',
  VILLAGE_UNKNOWN: '没有这个村（社区），请写 12 位村代码。',
  VILLAGE_AMBIGUOUS: ({ count }) => `叫这个名字的有 ${text(count)} 个，请写 12 位村代码。`,
  AREA_OUTSIDE: ({ area }) => `这一行不在${text(area)}范围内，请从这张表里拿出去，或者换个范围再传。`,
  TOWN_DIFFERS: ({ town }) => `这个村属于${text(town)}，和表上的镇对不上，请核对。`,
  GRID_CODE: '网格编号请写成 1、1.2 或 1.2.3 这样，一级一个数。',
  GRID_OTHER_VILLAGE: ({ village }) => `这是别的村（${text(village)}）的网格，请核对。`,
  GRID_TWICE: (at) => `这个网格编号和${rowOf(at)}重了，请留一行。`,
  GRID_PARENT_MISSING: ({ parent }) => `它的上一级网格（${text(parent)}）没有列出来，请补上。`,
  GRID_LEVEL_DIFFERS: ({ level }) => `按编号它是${'一二三'.charAt(Number(level) - 1)}级网格，和这一格对不上，请核对。`,
  GRID_CENTRE: '经纬度不对，看看是不是两个填反了；没有就都空着。',
  GRID_UNKNOWN: '没有这个网格，请写网格表里的编号或名称。',
  GRID_AMBIGUOUS: ({ count }) => `叫这个名字的网格有 ${text(count)} 个，请写编号，或者补上组别。`,
  GRID_TOO_COARSE: ({ name }) => `${text(name)}下面还分了网格，请写清是哪一个。`,
  GRID_GROUP_DIFFERS: ({ grid }) => `${text(grid)}不在这个组里，请核对组别和网格。`,
  SOURCE_UNKNOWN: '产生方式请写“推选”“选聘”或“兼任”。',
  HOUSEHOLD_TWICE: (at) => `户号 ${text(at.household)} 和${rowOf(at)}重了，请留一行。`,
  HOUSEHOLD_IN_TWO_GRIDS: (at) => `户号 ${text(at.household)} 在${rowOf(at)}已经在另一个网格里。一户只能在一个网格，请核对。`,
  HOUSEHOLD_UNKNOWN: '户表里没有这个户号，请核对，或者在户表里补上这一户。',
  HOUSEHOLD_NUMBER_ZEROS: ({ number }) => `名册里这一户是 ${text(number)}，前面的 0 对不上，照这样会多出一户。请改成一样的，把这一列设成“文本”格式。`,
  HOUSEHOLD_ZEROS_DIFFER: ({ number }) => `户表里写的是 ${text(number)}，前面的 0 对不上。请改成一样的，把这一列设成“文本”格式。`,
  PERSON_TWICE: (at) => `这个身份证号和${rowOf(at)}重了，请留一行。`,
  PERSON_IN_TWO_HOUSEHOLDS: (at) => `这个身份证号在${rowOf(at)}已经在户号 ${text(at.household)} 里。一个人只能在一户，请核对。`,
  PERSON_IN_TWO_VILLAGES: (at) => `这个身份证号在${text(at.village)}的${rowOf(at)}也有。一个人只能在一个村，请核对。`,
  PERSON_ELSEWHERE: ({ village }) => `这个人已经在${text(village) || '别的村'}的名册里。搬来的请先在那边办迁出。`,
  ID_NUMBER_CORRECTED: '这个身份证号在名册里已经改过了，请按改过的填。',
  PERSON_DECEASED: '名册里这个人已经去世，请核对身份证号。',
  PERSON_GRID_DIFFERS: ({ grid, household }) => `这里写的是${text(grid)}，和户号 ${text(household)} 的网格对不上，请核对。`,
  PERSON_NAME_DIFFERS: ({ name }) => `按这个身份证号应是${text(name)}，姓名对不上，请核对。`,
  HOUSEHOLDER_TWICE: (at) => `户号 ${text(at.household)} 有两个户主，另一个在${rowOf(at)}，请留一个。`,
  HOUSEHOLDER_NOT_FOUND: ({ household }) => `户主不在户号 ${text(household)} 的成员里，请核对身份证号。`,
  HEAD_TWICE: (at) => `这个网格在${rowOf(at)}已经有网格长，请留一行。`,
  HEAD_NOT_ON_ROSTER: '居民表里没有这个人，网格长要先在名册里，请核对身份证号。',
  ROLE_UNKNOWN: '没有这个角色，请照模板里的叫法写。',
  ROLE_IN_HEADS: ({ role }) => `${text(role)}请填在网格长表里。`,
  ROLE_AREA_UNKNOWN: '看不出是哪个范围，请写村、镇或县的代码。',
  ROLE_AREA_LEVEL: ({ role, level }) => `${text(role)}的范围应是${levels(level)}，请核对。`,
  ROLE_UNIT_UNKNOWN: '没有这个部门，请写县里定的部门名称。',
  ROLE_TWICE: (at) => `这个人的这个角色和${rowOf(at)}重了，请留一行。`,
  ROLE_PERSON_UNKNOWN: '名册里没有这个人，请先把他加进居民表。',
  LIAISON_UNKNOWN: '名册里没有这个联系人，请核对身份证号。',
  NO_GRIDS: '这个村还没有网格，请一起传网格表。',
  NO_DUTY_DESK: '这个村没有值班员，诉求没人兜底。请在人员角色表里至少填一位村值班员。',
  ROSTER_CHANGED: '核对以后有人改过这个村，这次没有载入。请重新核对。',
  PERSON_NOT_LOADED: '这里用到的人在别的村，那个村这次没有载入成。先把那个村载入，再来一遍。',
  SHEET_SKIPPED: '这张表没有认得出的表头，没有读。不是名册就不用管。',
  SHEET_HIDDEN: '这张表是隐藏的，没有读。要导就取消隐藏再传，不要就不用管。',
  VILLAGE_TAKEN: ({ village, why, words }) => `没有村这一列，${takenBy(text(why), text(words))}，当作${text(village)}的。不对就先别导。`,
  ROWS_HIDDEN: ({ count }) => `从这一行起有 ${text(count)} 行是隐藏的（多半是筛选没取消），也读了，会一起导。不要的请从表里删掉再传。`,
  COLUMNS_NOT_READ: ({ columns, count }) => `${text(columns)}${(text(columns).match(/“/g) ?? []).length < Number(count) ? `等 ${text(count)} 列` : ''}没有读：名册用不上，或者叫法认不出。要用的请照空表改列名。`,
  CELLS_MERGED: '这一列有合并的单元格，合并的每一行都按同一个算。',
  ROW_NOT_READ: ({ what }) => (what === 'TOTAL' ? '这一行是合计，没有当作名册的一行。' : what === 'HEADING' ? '这一行又是一遍表头，没有读。' : '这一行是说明或者签字，没有读。'),
  COLUMN_HIDDEN: '这一列是隐藏的，也读了。不要的请从表里删掉再传。',
  NAME_CHANGED: ({ name }) => `名册里原来叫${text(name)}，载入后改成表上的名字。`,
  HOUSEHOLD_EMPTY: '这一户在居民表里没有人。',
  HOUSEHOLDER_NAME_NOT_FOUND: ({ household }) => `户号 ${text(household)} 的成员里没有叫这个名字的，户主先空着。`,
  HEAD_NOT_OF_COMMITTEES: '一级网格长应由村两委或村务监督委员会成员兼任。',
  HEAD_NOT_GROUP_LEADER: '二级网格长应是村民小组的组长。',
  HEAD_NOT_ENTITLED: '选聘的中心户长应是党员或人大代表。',
  HEAD_NOT_ADULT: ({ age }) => `才 ${text(age)} 岁，中心户长应是成年人。`,
  HEAD_NOT_RESIDENT: '不住在这个网格，请看看合不合适。',
  HEADS_TOO_MANY: ({ others }) => `同一级已经当了别的网格长（${text(others)}）。`,
  HEADS_LEVELS_2_AND_3: ({ others }) => `同时还当着另一级的网格长（${text(others)}）。`,
  LIAISON_WITHOUT_ROLE: ({ role }) => (role === 'DEPUTY' ? '联系人不是登记的人大代表。' : '联系人不是登记的党员。'),
  GRIDS_NOT_ON_SHEET: ({ count }) => `名册里有 ${text(count)} 个网格表上没有，照旧留着。`,
  POSTS_NOT_ON_SHEET: ({ count }) => `有 ${text(count)} 个网格的网格长表上没写，照旧留着；空缺的请写一行“空缺”。`,
  HOUSEHOLDS_NOT_ON_SHEET: ({ households, people }) => `名册里有 ${text(households)} 户 ${text(people)} 人表上没有，照旧留着，不当作迁出。`,
  ROLES_NOT_ON_SHEET: ({ count }) => `名册里有 ${text(count)} 个角色表上没有，照旧留着；不再担任的请写截止日期。`,
  LEAVES_WITH_POST: ({ name }) => `${text(name)}不在表上，可他还担着岗位，先留着。换了人再办迁出。`,
};

/** What a kind of finding is called over its rows; without the particulars of any one of them. */
const NAMES: Readonly<Record<FindingCode, string>> = {
  CELL_EMPTY: '该填的空着', ROW_ALMOST_EMPTY: '只有一格有字的行', CELL_TOO_LONG: '字太多', NUMBER_ROUNDED: '数字成了近似数', FORMULA: '公式没有算好的结果', CELL_ERROR: '表格的错误值',
  ID_NUMBER_MISSING: '身份证号空着', ID_NUMBER_ROUNDED: '身份证号成了近似数', ID_NUMBER_LENGTH: '身份证号位数不对', ID_NUMBER_CHARACTERS: '身份证号里有别的字', ID_NUMBER_BIRTH_DATE: '身份证号里的生日不对', ID_NUMBER_CHECK_DIGIT: '身份证号对不上校验位',
  NAME_MISSING: '姓名空着', NAME_LENGTH: '姓名字数不对', NAME_CHARACTER: '姓名里有别的字', MOBILE_NOT_A_NUMBER: '手机号不对', MOBILE_SEVERAL: '一格里有几个手机号',
  SEX_UNKNOWN: '性别看不懂', SEX_DIFFERS: '性别和身份证号对不上', YES_OR_NO: '是否看不懂', DAY_UNREADABLE: '日期看不懂', DAY_OUTSIDE: '日期太早或太晚', DAYS_REVERSED: '截止日期早于任职日期', BIRTH_DIFFERS: '出生日期和身份证号对不上',
  VILLAGE_EMPTY: '没写是哪个村', VILLAGE_UNKNOWN: '没有这个村', VILLAGE_AMBIGUOUS: '同名的村有几个', AREA_OUTSIDE: '不在这次导入的范围', TOWN_DIFFERS: '村和镇对不上',
  GRID_CODE: '网格编号写法不对', GRID_OTHER_VILLAGE: '别的村的网格', GRID_TWICE: '网格编号重了', GRID_PARENT_MISSING: '缺上一级网格', GRID_LEVEL_DIFFERS: '网格级别和编号对不上', GRID_CENTRE: '经纬度不对',
  GRID_UNKNOWN: '没有这个网格', GRID_AMBIGUOUS: '同名的网格有几个', GRID_TOO_COARSE: '网格没写到底', GRID_GROUP_DIFFERS: '网格不在这个组里', SOURCE_UNKNOWN: '产生方式看不懂',
  HOUSEHOLD_TWICE: '户号重了', HOUSEHOLD_IN_TWO_GRIDS: '一户在两个网格', HOUSEHOLD_UNKNOWN: '户表里没有这个户号', HOUSEHOLD_NUMBER_ZEROS: '户号前面的 0 丢了', HOUSEHOLD_ZEROS_DIFFER: '户号前面的 0 对不上',
  PERSON_TWICE: '身份证号重了', PERSON_IN_TWO_HOUSEHOLDS: '一个人在两户', PERSON_IN_TWO_VILLAGES: '一个人在两个村', PERSON_ELSEWHERE: '在别的村的名册里', PERSON_DECEASED: '名册里已经去世', ID_NUMBER_CORRECTED: '身份证号在名册里改过', PERSON_GRID_DIFFERS: '人和户的网格对不上', PERSON_NAME_DIFFERS: '姓名和身份证号对不上',
  HOUSEHOLDER_TWICE: '一户有两个户主', HOUSEHOLDER_NOT_FOUND: '户主不在这一户',
  HEAD_TWICE: '一个网格有两个网格长', HEAD_NOT_ON_ROSTER: '网格长不在名册里',
  ROLE_UNKNOWN: '没有这个角色', ROLE_IN_HEADS: '该填在网格长表里', ROLE_AREA_UNKNOWN: '范围看不懂', ROLE_AREA_LEVEL: '角色和范围对不上', ROLE_UNIT_UNKNOWN: '没有这个部门', ROLE_TWICE: '角色重了', ROLE_PERSON_UNKNOWN: '名册里没有这个人',
  LIAISON_UNKNOWN: '名册里没有这个联系人', NO_GRIDS: '村里还没有网格', NO_DUTY_DESK: '村里没有值班员', ROSTER_CHANGED: '核对以后有人改过', PERSON_NOT_LOADED: '用到的人没有载入',
  SHEET_SKIPPED: '没有读的表', SHEET_HIDDEN: '隐藏的表，没有读', VILLAGE_TAKEN: '没写是哪个村的表', ROWS_HIDDEN: '隐藏的行，读了', COLUMN_HIDDEN: '隐藏的列，读了', CELLS_MERGED: '合并的单元格', COLUMNS_NOT_READ: '没有读的列', ROW_NOT_READ: '没有读的行',
  NAME_CHANGED: '改了名字', HOUSEHOLD_EMPTY: '户里没有人', HOUSEHOLDER_NAME_NOT_FOUND: '户里没有叫这个名字的户主',
  HEAD_NOT_OF_COMMITTEES: '一级网格长不是村两委的', HEAD_NOT_GROUP_LEADER: '二级网格长不是组长', HEAD_NOT_ENTITLED: '选聘的不是党员或代表', HEAD_NOT_ADULT: '中心户长没成年', HEAD_NOT_RESIDENT: '网格长不住在网格里', HEADS_TOO_MANY: '同一级当了几个网格长', HEADS_LEVELS_2_AND_3: '两级都当网格长',
  LIAISON_WITHOUT_ROLE: '联系人没登记身份',
  GRIDS_NOT_ON_SHEET: '表上没有的网格', POSTS_NOT_ON_SHEET: '表上没有的网格长', HOUSEHOLDS_NOT_ON_SHEET: '表上没有的户', ROLES_NOT_ON_SHEET: '表上没有的角色', LEAVES_WITH_POST: '不在表上但担着岗位',
};

/** What a kind of finding is called; the code itself where it has no name. */
export function rosterProblemName(code: string): string {
  return Object.hasOwn(NAMES, code) ? NAMES[code as FindingCode] : code;
}

/** What the file is, and what to do about it: each has its own way out. */
const UNREADABLE: Readonly<Record<string, string>> = {
  EMPTY_FILE: '是空的，里面什么也没有，看看是不是选错了。',
  NOT_A_SHEET: '不是表格，请选 xlsx 或 csv 的表。',
  OLD_XLS: '是老格式（xls），请在表格软件里另存为 xlsx 再传。',
  ENCRYPTED: '加了密码，打不开。请去掉密码，存好再传。',
  ENCODING: '里面的文字认不出来，请另存为 xlsx 再传。',
  BROKEN_ARCHIVE: '坏了，没有存完整，请重新存一份再传。',
  MACRO: '里面带着宏，请另存为不带宏的 xlsx 再传。',
  TOO_LARGE: '太大了。表后面要是有大片空行，删掉；还大，就分成几个文件再传。',
  NO_ROWS: '里面一行内容也没有，看看是不是选错了。',
  HEADING_NOT_FOUND: '没有认得出的表头，请照空表的叫法补上再传。',
  WEB_PAGE: '其实是网页，不是表格，多半是从别的系统导出来的。请用表格软件打开，另存为 xlsx 再传。',
  TWICE: '传了两遍，请去掉一个再核对。',
  ONLY_HIDDEN: '里能看见的表不是名册，别的表都隐藏了。要导的请取消隐藏，存好再传。',
  VILLAGE_NOT_SAID: '没有村这一列，标题里也看不出是哪个村。请在上面选好是哪个村再核对，或者加一列村代码。',
};

/** Why an upload took a file for no table, by what it found it to be. */
const UNREADABLE_AS: Readonly<Record<string, string>> = { EMPTY: 'EMPTY_FILE', XLS: 'OLD_XLS', ENCRYPTED: 'ENCRYPTED', HTML: 'WEB_PAGE', BROKEN: 'BROKEN_ARCHIVE', MACRO: 'MACRO', BOMB: 'TOO_LARGE' };

export function unreadableAs(found: string): string {
  return UNREADABLE_AS[found] ?? 'NOT_A_SHEET';
}

/** What is wrong and what to do, for a finding's code; the code itself where there are no words, so that it can be asked about. */
export function rosterProblemWords(code: string, data: Data): string {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code as FindingCode] : code;
  return typeof words === 'function' ? words(data) : words;
}

/** A finding in one line: `《户表》第 12 行“身份证号”：…`. */
export function rosterProblemLine({ file, sheet, row, column, value, problem, data }: PlacedProblem): string {
  const words = rosterProblemWords(problem, data);
  const source = file === '' ? '' : sourceOf(file, sheet);
  const cell = column === '' ? '' : `“${column}”`;
  if (row === 0) return value === '' && cell === '' ? `${source}${words}` : `${source}${cell}${value}：${words}`;
  return `${source}第 ${row} 行${cell}${value === '' ? '' : `（${value}）`}：${words}`;
}

/** Without a network: a sheet is not kept on the phone as reports are, and loading it again does no harm. */
export const SHEET_OFFLINE = '现在没有网，没有成。网好了再来一次，不会装两遍。';

/** Why a file could not be read at all. */
export function unreadableWords({ file, problem, sheet, columns }: { readonly file: string; readonly problem: string; readonly sheet?: string; readonly columns?: readonly string[] }): string {
  const where = `《${file}》${sheet === undefined ? '' : `“${sheet}”`}`;
  const named = (columns ?? []).map((column) => `“${column}”`).join('、');
  if (problem === 'COLUMN_MISSING') return `${where}缺少${named}这${(columns ?? []).length > 1 ? '几' : '一'}列，请补上再传。`;
  if (problem === 'COLUMN_TWICE') return `${where}有两列都像${named}，请留一列再传。`;
  if (problem === 'VILLAGE_SEVERAL') return `${where}没有村这一列，标题和文件名里又写了${(columns ?? []).join('、')}${columns?.length === 1 ? '，像是还写了别的村' : ''}，看不出算哪个村。请在上面选好是哪个村再核对，或者加一列村代码。`;
  if (problem === 'VILLAGE_DIFFERS') return `${where}写的是${(columns ?? []).join('、')}，和您选的村对不上。请核对选的村，或者改对标题、文件名再传。`;
  return `${where}${UNREADABLE[problem] ?? '打不开，请另存为 xlsx 或 csv 再传。'}`;
}
