/**
 * What an office's sheets are made of. The heading of a column is whatever the office calls it: each field lists the
 * names it goes by, the first of which heads the template.
 */
import type { SheetKind } from './sheet';

/** One field of a kind of sheet. */
export interface Column {
  readonly field: string;
  /** Headings it goes by; the first is the template's. */
  readonly names: readonly string[];
  /** The sheet must have the column. Whether a row must fill it is the row's rule. */
  readonly required?: boolean;
  /** What the template's line shows; a plainly made-up one. */
  readonly sample: string;
}

const VILLAGE: Column = {
  field: 'village',
  names: ['村代码', '村编码', '村社区代码', '村委会代码', '行政村代码', '所属村代码', '村级代码', '区划代码', '村', '村名', '村名称', '村社区', '村社区名称', '所属村', '所在村', '行政村'],
  required: true,
  sample: '610921107202',
};
const TOWN: Column = { field: 'town', names: ['镇', '镇名', '乡镇', '镇办', '所属镇', '所在镇', '乡镇名称'], sample: '漩涡镇' };
const GROUP: Column = { field: 'group', names: ['组别', '组', '小组', '村民小组', '所属小组', '所在组', '组名', '村组', '居民小组', '所在小组'], sample: '三组' };
const GRID_NAMES = ['所属网格', '网格', '所在网格', '网格编号', '网格编码', '网格代码', '网格号', '网格名称', '三级网格', '中心户'];
const HOUSEHOLD: Column = { field: 'household', names: ['户号', '户编号', '户编码', '家庭编号', '户籍号', '户口号', '户口簿号', '户口本号'], required: true, sample: '0301' };
const ID_NAMES = ['身份证号', '身份证号码', '公民身份号码', '身份证', '证件号码', '证件号', '身份号码', '公民身份证号码', '公民身份证号', '居民身份证号码', '居民身份证号'];
const PHONE_NAMES = ['手机号', '手机号码', '手机', '电话', '联系电话', '电话号码', '联系方式', '移动电话', '本人电话', '联系手机'];
const SHOWN: Column = { field: 'phoneShown', names: ['手机可公开', '电话可公开', '是否公开电话', '公开电话', '同意公开'], sample: '是' };

function prefixed(prefixes: readonly string[], names: readonly string[]): readonly string[] {
  return prefixes.flatMap((prefix) => names.map((name) => `${prefix}${name}`));
}

const HEAD_TITLES = ['网格长', '中心户长', '户长', '组长'];

export const COLUMNS: Readonly<Record<SheetKind, readonly Column[]>> = {
  GRIDS: [
    VILLAGE,
    TOWN,
    { field: 'grid', names: ['网格编号', '网格编码', '网格代码', '网格号'], required: true, sample: '1.3.1' },
    { field: 'name', names: ['网格名称', '网格名', '名称'], required: true, sample: '三组东片' },
    { field: 'level', names: ['级别', '网格级别', '层级', '网格层级'], sample: '三级' },
    { field: 'latitude', names: ['中心纬度', '纬度'], sample: '' },
    { field: 'longitude', names: ['中心经度', '经度'], sample: '' },
  ],
  HEADS: [
    VILLAGE,
    TOWN,
    { field: 'grid', names: [...GRID_NAMES.slice(3), '所属网格', '负责网格', '网格', '所在网格'], required: true, sample: '1.3.1' },
    { field: 'name', names: ['网格长姓名', '姓名', ...HEAD_TITLES, ...prefixed(HEAD_TITLES, ['姓名'])], required: true, sample: '张样例' },
    { field: 'idNumber', names: ['身份证号', ...ID_NAMES, ...prefixed(HEAD_TITLES, ID_NAMES)], required: true, sample: '610921199001010012' },
    { field: 'phone', names: [...PHONE_NAMES, ...prefixed(HEAD_TITLES, PHONE_NAMES)], sample: '13900000001' },
    SHOWN,
    { field: 'since', names: ['任职日期', '任职时间', '起任日期', '上任日期', '聘任日期', '起始日期'], sample: '2026-01-01' },
    { field: 'source', names: ['产生方式', '任职方式', '产生办法'], sample: '推选' },
  ],
  HOUSEHOLDS: [
    VILLAGE,
    TOWN,
    HOUSEHOLD,
    { field: 'name', names: ['户主姓名', '户主', '户主名字'], required: true, sample: '张样例' },
    { field: 'idNumber', names: prefixed(['户主'], ID_NAMES), sample: '610921199001010012' },
    GROUP,
    { field: 'grid', names: GRID_NAMES, sample: '1.3.1' },
    { field: 'address', names: ['住址', '家庭住址', '地址', '详细地址', '居住地址', '门牌'], sample: '三组 1 号' },
    { field: 'partyLiaison', names: [...prefixed(['联系党员', '党员联系人', '包联党员', '包户党员'], ID_NAMES)], sample: '' },
    { field: 'deputyLiaison', names: [...prefixed(['联系代表', '代表联系人', '人大代表', '包联代表'], ID_NAMES)], sample: '' },
  ],
  RESIDENTS: [
    VILLAGE,
    TOWN,
    HOUSEHOLD,
    { field: 'name', names: ['姓名', '成员姓名', '村民姓名', '名字', '家庭成员姓名', '家庭成员'], required: true, sample: '张样例' },
    { field: 'idNumber', names: [...ID_NAMES, ...prefixed(['成员', '村民'], ID_NAMES)], required: true, sample: '610921199001010012' },
    { field: 'sex', names: ['性别'], sample: '男' },
    { field: 'bornOn', names: ['出生日期', '出生年月日', '生日'], sample: '1990-01-01' },
    { field: 'phone', names: PHONE_NAMES, sample: '13900000001' },
    { field: 'relation', names: ['与户主关系', '与户主的关系', '和户主关系', '户主关系', '关系', '家庭关系'], sample: '户主' },
    GROUP,
    { field: 'grid', names: GRID_NAMES, sample: '1.3.1' },
  ],
  ROLES: [
    { field: 'area', names: ['范围', '范围代码', '区域代码', '任职区域', '负责区域', '管辖范围', '所在区域', '区划代码', '村代码'], required: true, sample: '610921107202' },
    { field: 'name', names: ['姓名', '人员姓名'], required: true, sample: '张样例' },
    { field: 'idNumber', names: ID_NAMES, required: true, sample: '610921199001010012' },
    { field: 'role', names: ['角色', '职务', '岗位', '任职', '身份'], required: true, sample: '村值班员' },
    { field: 'unit', names: ['部门', '部门代码', '单位', '所属部门'], sample: '' },
    { field: 'from', names: ['任职日期', '起始日期', '开始日期', '任职时间', '起'], sample: '2026-01-01' },
    { field: 'to', names: ['截止日期', '结束日期', '离任日期', '到期日期', '止'], sample: '' },
    { field: 'phone', names: PHONE_NAMES, sample: '13900000001' },
    SHOWN,
  ],
};

/** The place of a field in a row's cells. */
export function columnIndex(kind: SheetKind, field: string): number {
  return PLACES[kind].get(field) ?? -1;
}

function placesOf(kind: SheetKind): ReadonlyMap<string, number> {
  return new Map(COLUMNS[kind].map(({ field }, at) => [field, at]));
}

const PLACES: Readonly<Record<SheetKind, ReadonlyMap<string, number>>> = {
  GRIDS: placesOf('GRIDS'),
  HEADS: placesOf('HEADS'),
  HOUSEHOLDS: placesOf('HOUSEHOLDS'),
  RESIDENTS: placesOf('RESIDENTS'),
  ROLES: placesOf('ROLES'),
};

/** The template's heading of a field: what a message calls the column when the sheet has none of its own. */
export function headingOf(kind: SheetKind, field: string): string {
  return COLUMNS[kind].find((column) => column.field === field)?.names[0] ?? field;
}
