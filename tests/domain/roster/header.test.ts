import { parseDay, dayOfSerial } from '@/domain/roster/day';
import { findHeading, isHeading } from '@/domain/roster/header';
import { numberCell, textCell, type SheetLine } from '@/domain/roster/sheet';

function lines(...rows: readonly (readonly string[])[]): readonly SheetLine[] {
  return rows.map((cells, index) => ({ row: index + 1, cells: cells.map((text) => ({ text })) }));
}

describe('the heading of a sheet', () => {
  it.each([
    ['RESIDENTS', ['村代码', '户号', '姓名', '身份证号']],
    ['RESIDENTS', ['行政村', '户编号', '成员姓名', '公民身份号码', '与户主关系', '所属网格']],
    ['RESIDENTS', ['村', '户口簿号', '家庭成员姓名', '居民身份证号码', '与户主的关系', '移动电话']],
    ['HOUSEHOLDS', ['村', '户号', '户主', '家庭住址', '组别']],
    ['HEADS', ['村名', '网格名称', '中心户长姓名', '证件号码', '联系电话']],
    ['GRIDS', ['村社区代码', '网格编码', '网格名称']],
    ['ROLES', ['范围', '姓名', '身份证号', '职务']],
  ] as const)('tells a sheet of %s by %j', (kind, headings) => {
    expect(findHeading(lines([...headings]))).toMatchObject({ kind, row: 1 });
  });

  it('may stand below a title, and be of two lines with merged cells', () => {
    const found = findHeading(lines(['某村户表'], [], ['序号', '村', '户号', '户主信息', '', '所属网格'], ['', '', '', '姓 名', '身份证号（18位）', '']));
    expect(isHeading(found) && { row: found.row, kind: found.kind, places: found.columns.map(({ at }) => at) }).toEqual({ row: 4, kind: 'HOUSEHOLDS', places: [1, -1, 2, 3, 4, -1, 5, -1, -1, -1] });
  });

  it('that lacks a column says which', () => {
    expect(findHeading(lines(['村代码', '姓名', '身份证号', '性别']), { kind: 'RESIDENTS' })).toEqual({ code: 'COLUMN_MISSING', kind: 'RESIDENTS', row: 1, columns: ['户号'] });
  });

  it('with the same column twice is not guessed', () => {
    expect(findHeading(lines(['村代码', '户号', '姓名', '身份证号', '身份证号']))).toMatchObject({ code: 'COLUMN_TWICE', columns: ['身份证号'] });
  });

  it.each([
    [['村代码', '户号', '姓名', '身份证号'], 'RESIDENTS', true],
    [['户号', '姓名', '身份证号'], 'RESIDENTS', false],
    [['姓名', '身份证号', '职务'], 'ROLES', false],
  ] as const)('of %j says whether a column names the village', (headings, kind, namesVillage) => {
    expect(findHeading(lines([...headings]))).toMatchObject({ kind, namesVillage });
  });

  it('is not found in what is no roster', () => {
    expect(findHeading(lines(['填表说明'], ['1. 请如实填写']))).toEqual({ code: 'HEADING_NOT_FOUND' });
  });
});

describe('a day', () => {
  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['2026-01-05 00:00:00', '2026-01-05'],
    ['46027', '2026-01-05'],
    ['2026-02-29', undefined],
    ['2026年1月', undefined],
    ['今天', undefined],
    ['5/1/2026', undefined],
  ])('written %s is %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it('of a workbook that counts from 1904 is four years on', () => {
    expect(dayOfSerial(46_027 - 1462, true)).toBe('2026-01-05');
  });
});

describe('a number', () => {
  it.each([
    ['13900000001', { text: '13900000001' }],
    ['1.3900000001E10', { text: '13900000001' }],
    ['999999999999999', { text: '999999999999999' }],
    ['1000000000000000', { text: '1000000000000000', fault: 'NUMBER_ROUNDED' }],
    ['610921199001010012', { text: '610921199001010012', fault: 'NUMBER_ROUNDED' }],
    ['32.881', { text: '32.881' }],
  ])('stored as %s', (raw, cell) => {
    expect(numberCell(raw)).toEqual(cell);
  });

  it('written out as text in CSV is text, whatever its length', () => {
    expect(textCell('610921199001010012')).toEqual({ text: '610921199001010012' });
  });
});
