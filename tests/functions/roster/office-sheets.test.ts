/** Sheets as offices keep them: what is read of them, what is refused, and that the dry run says which. */
import { rosterProblemLine } from '@/domain/wording/roster';
import type { ListedProblem } from '../../../cloudfunctions/roster/check-unit';
import { csvOf, filesOf, headingsOf, QUNYING, SANTANG, tablesOf, together, withCell } from '../../fixtures/roster/sheets';
import { textRow, workbookOf } from '../../fixtures/roster/workbook';
import { office, partOf, type Office } from './office';

let desk: Office;
beforeEach(async () => {
  desk = await office();
});
afterEach(() => desk.close());

const santang = tablesOf(SANTANG);
const others = filesOf(santang, ['GRIDS', 'HEADS', 'HOUSEHOLDS', 'ROLES']);

/** A table of residents without the columns for village and town, as a village keeps it for itself. */
const OWN = [headingsOf('RESIDENTS').slice(2), ...santang.RESIDENTS.map((cells) => cells.slice(2))];
const csv = (name: string, rows: readonly (readonly string[])[]) => ({ name, bytes: Buffer.from(csvOf(rows)) });
const lines = (problems: readonly ListedProblem[]) => problems.map(rosterProblemLine);
const kindsOf = (problems: readonly ListedProblem[]) => problems.map(({ problem, row }) => [problem, row]);

describe('a village’s own sheet without a column for the village', () => {
  it('is taken for the village that its title names, and the dry run says which and why', async () => {
    const checked = await desk.check([...others, csv('居民.csv', [['汉阴县漩涡镇三塘村居民花名册'], ...OWN])]);
    expect(partOf(checked, SANTANG)).toMatchObject({ state: 'CHECKED', problems: 0, people: { add: 6 } });
    expect(lines(await desk.problems(checked))).toEqual(['《居民.csv》没有村这一列，按标题“汉阴县漩涡镇三塘村居民花名册”，当作漩涡镇三塘村的。不对就先别导。']);
    expect(await desk.load(checked)).toMatchObject({ state: 'LOADED' });
  });

  it('is taken for the village that the clerk says, a sheet of roles without 范围 too', async () => {
    const roles = csv('角色.csv', [headingsOf('ROLES').slice(1), ...santang.ROLES.map((cells) => cells.slice(1))]);
    const checked = await desk.check([...filesOf(santang, ['GRIDS', 'HEADS', 'HOUSEHOLDS']), csv('居民.csv', OWN), roles], { area: SANTANG });
    expect(partOf(checked, SANTANG)).toMatchObject({ state: 'CHECKED', problems: 0, people: { add: 6 }, roles: { add: 1 } });
    expect(lines(await desk.problems(checked))).toEqual(['《居民.csv》没有村这一列，按您选的村，当作漩涡镇三塘村的。不对就先别导。', '《角色.csv》没有村这一列，按您选的村，当作漩涡镇三塘村的。不对就先别导。']);
  });

  it('is refused where nothing says which, and read once the clerk has said it', async () => {
    await expect(desk.check([csv('居民.csv', OWN)])).rejects.toMatchObject({ code: 'SHEET_UNREADABLE', data: { file: '居民.csv', problem: 'VILLAGE_NOT_SAID' } });
    expect(partOf(await desk.check([csv('居民.csv', OWN)], { area: SANTANG }), SANTANG).problems).toBeGreaterThan(0);
  });

  it('is refused where its title names two villages, or another than the clerk says', async () => {
    const titled = (title: string) => [csv('居民.csv', [[title], ...OWN])];
    await expect(desk.check(titled('三塘村、群英村花名册'))).rejects.toMatchObject({ data: { problem: 'VILLAGE_SEVERAL', columns: ['三塘村', '群英村'] } });
    await expect(desk.check(titled('三塘村和群英村花名册'), { area: SANTANG })).rejects.toMatchObject({ data: { problem: 'VILLAGE_DIFFERS', columns: ['三塘村', '群英村'] } });
    await expect(desk.check(titled('石门、三塘村花名册'))).rejects.toMatchObject({ data: { problem: 'VILLAGE_SEVERAL', columns: ['三塘村'] } });
    await expect(desk.check(titled('群英村花名册'), { area: SANTANG })).rejects.toMatchObject({ data: { problem: 'VILLAGE_DIFFERS', columns: ['群英村'] } });
  });

  it('whose column for the town says another town is refused row by row', async () => {
    const towned = [headingsOf('RESIDENTS').slice(1), ...santang.RESIDENTS.map((cells) => ['汉阳镇', ...cells.slice(2)])];
    const checked = await desk.check([csv('三塘村.csv', towned)]);
    expect(partOf(checked, SANTANG).state).toBe('REFUSED');
    expect((await desk.problems(checked)).filter(({ problem }) => problem === 'TOWN_DIFFERS').map(({ row, column }) => [row, column])).toEqual(santang.RESIDENTS.map((_, at) => [at + 2, '镇']));
  });
});

describe('what an office hides', () => {
  const rows = [headingsOf('RESIDENTS'), ...santang.RESIDENTS];
  const xmlOf = (hidden: readonly number[] = []) => rows.map((cells, at) => textRow(at + 1, cells).replace('<row ', hidden.includes(at + 1) ? '<row hidden="1" ' : '<row ')).join('');

  it('is said: a sheet is not read, rows and columns are', async () => {
    const columns = '<cols><col min="8" max="8" hidden="1"/></cols>';
    const book = workbookOf([{ name: '居民', rows: xmlOf([4, 5]), columns }, { name: '旧居民', rows: xmlOf(), state: 'hidden' }, { name: '空', rows: '', state: 'hidden' }]);
    const checked = await desk.check([...others, { name: '居民.xlsx', bytes: book }]);
    expect(partOf(checked, SANTANG)).toMatchObject({ state: 'CHECKED', people: { add: 6 } });
    expect(lines(await desk.problems(checked))).toEqual([
      '《居民.xlsx》“旧居民”这张表是隐藏的，没有读。要导就取消隐藏再传，不要就不用管。',
      '《居民.xlsx》“手机号”：这一列是隐藏的，也读了。不要的请从表里删掉再传。',
      '《居民.xlsx》第 4 行：从这一行起有 2 行是隐藏的（多半是筛选没取消），也读了，会一起导。不要的请从表里删掉再传。',
    ]);
  });

  it('keeps a file from being read where nothing else of it is a roster', async () => {
    const book = workbookOf([{ name: '说明', rows: textRow(1, ['请看第二张']) }, { name: '居民', rows: xmlOf(), state: 'veryHidden' }]);
    await expect(desk.check([{ name: '居民.xlsx', bytes: book }])).rejects.toMatchObject({ data: { problem: 'ONLY_HIDDEN' } });
  });
});

describe('lines that are nobody’s row', () => {
  const R = headingsOf('RESIDENTS');
  const inEnd = (...more: readonly (readonly string[])[]) => [...others, csv('居民.csv', [['三塘村居民'], R, ...santang.RESIDENTS, ...more])];

  it.each([
    ['a sum', ['合计', '', '4户', '6人'], '第 9 行（合计 4户 6人）：这一行是合计，没有当作名册的一行。'],
    ['a sum on a numbered line', ['', '小计', '4户', '6人'], '第 9 行（小计 4户 6人）：这一行是合计，没有当作名册的一行。'],
    ['a note', ['说明：1. 本表一式两份'], '第 9 行（说明：1. 本表一式两份）：这一行是说明或者签字，没有读。'],
    ['a signature with a number, which is not shown whole (PRV-12)', ['填表人：张样例', '', '13900000001'], '第 9 行（填表人：张样例 139****0001）：这一行是说明或者签字，没有读。'],
    ['the heading once more', R, `第 9 行（${R.join(' ').slice(0, 60)}）：这一行又是一遍表头，没有读。`],
  ] as const)('are passed over and named: %s', async (_what, line, words) => {
    const checked = await desk.check(inEnd(line));
    expect(lines(await desk.problems(checked))).toEqual([`《居民.csv》${words}`]);
    expect(partOf(checked, SANTANG)).toMatchObject({ state: 'CHECKED', people: { add: 6 } });
  });

  it.each([
    ['a line with one word in it', ['本村户籍都在上面'], ['ROW_ALMOST_EMPTY']],
    ['a sum that has somebody’s number in it', ['合计', '', '01', '张样例', '610921196005061016'], ['VILLAGE_UNKNOWN', 'PERSON_TWICE']],
  ] as const)('are not made of what may be a row: %s stops its village', async (_what, line, found) => {
    const checked = await desk.check(inEnd(line));
    expect((await desk.problems(checked)).map(({ problem, row }) => [problem, row])).toEqual(expect.arrayContaining([[found[0], 9]]));
    expect(partOf(checked, SANTANG).state).toBe('REFUSED');
  });
});

describe('cells as an office fills them', () => {
  const with_ = (kind: 'RESIDENTS' | 'HOUSEHOLDS', change: (cells: readonly string[], at: number) => readonly string[]) => filesOf({ ...santang, [kind]: santang[kind].map(change) });
  const column = (at: number, values: readonly string[]) => (cells: readonly string[], row: number) => cells.map((cell, place) => (place === at ? values[row] ?? cell : cell));
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  it.each([
    ['phones with +86, dashes and spaces, and 无 for none', 'RESIDENTS', column(7, ['+86 139-0000-0011', '１３９０００００１１２', '139 0000 0113', '无', '—', ''])],
    ['days as text, with a time, as a number', 'RESIDENTS', column(6, ['1960/5/6 0:00', '1962年7月8日', '32875', '19700304', '1955.9.10', '1981-11-12T00:00:00'])],
    ['the head marked 本人, 户主本人 or not at all', 'RESIDENTS', column(8, ['本人', '之妻', '', '户主本人', '', '户主'])],
    ['full-width digits and spaces in names', 'RESIDENTS', (cells: readonly string[]) => cells.map((cell, at) => (at === 3 ? cell.split('').join('　') : at === 4 ? wide(cell) : cell))],
    ['apostrophes before numbers', 'RESIDENTS', (cells: readonly string[]) => cells.map((cell, at) => (at === 4 || at === 2 ? `'${cell}` : cell))],
    ['groups by their number', 'HOUSEHOLDS', column(5, ['1组', '第一组', '一 组', '第1村民小组'])],
  ] as const)('are understood: %s', async (_what, kind, change) => {
    const checked = await desk.check(with_(kind, change));
    expect(await desk.problems(checked)).toEqual([]);
    expect(partOf(checked, SANTANG)).toMatchObject({ state: 'CHECKED', people: { add: 6 }, households: { add: 4 } });
  });

  it.each([
    ['two phones in a cell', 'RESIDENTS', column(7, ['', '13900000002/13900000003']), [['MOBILE_SEVERAL', 3, '手机号']]],
    ['a landline', 'RESIDENTS', column(7, ['', '0915-5212345']), [['MOBILE_NOT_A_NUMBER', 3, '手机号']]],
    ['a month without a day', 'RESIDENTS', column(6, ['1960年5月']), [['DAY_UNREADABLE', 2, '出生日期']]],
    ['a group that is not there, beside a grid that is', 'HOUSEHOLDS', column(5, ['九组']), [['GRID_UNKNOWN', 2, '组别']]],
    ['the village only in the first line', 'RESIDENTS', (cells: readonly string[], at: number) => (at === 0 ? cells : ['', ...cells.slice(1)]), [3, 4, 5, 6, 7].map((row) => ['VILLAGE_EMPTY', row, '村代码'])],
    // Whoever else names them by their right number is not reported for it.
    ['numbers that a spreadsheet rounded', 'RESIDENTS', column(4, Array.from({ length: 6 }, () => '6.10921E+17')), [2, 3, 4, 5, 6, 7].map((row) => ['ID_NUMBER_ROUNDED', row, '身份证号'])],
    ['household numbers that lost their zeros', 'HOUSEHOLDS', column(2, ['1', '02', '03', '04']), [2, 3, 4].map((row) => ['HOUSEHOLD_ZEROS_DIFFER', row, '户号'])],
  ] as const)('are refused by row and cell, each once: %s', async (_what, kind, change, found) => {
    const checked = await desk.check(with_(kind, change));
    expect((await desk.problems(checked)).filter(({ severity }) => severity === 'PROBLEM').map(({ problem, row, column: heading }) => [problem, row, heading])).toEqual(found);
    await expect(desk.load(checked)).rejects.toMatchObject({ code: 'HAS_PROBLEMS' });
    expect(await desk.store.get('villages', SANTANG)).toBeUndefined();
  });

  it('merged down over lines count for each of them, but no name and no number does', async () => {
    const rows = santang.RESIDENTS.map((cells, at) => (at === 0 ? cells : ['', '', at < 3 ? '' : cells[2] ?? '', ...cells.slice(3)]));
    const book = (merged: readonly string[], of = rows) => workbookOf([{ name: '居民', rows: [headingsOf('RESIDENTS'), ...of].map((cells, at) => textRow(at + 1, cells)).join(''), merged: `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` }]);
    const checked = await desk.check([...others, { name: '居民.xlsx', bytes: book(['A2:A7', 'C2:C4']) }]);
    expect(lines(await desk.problems(checked))).toEqual(['《居民.xlsx》“村代码”：这一列有合并的单元格，合并的每一行都按同一个算。', '《居民.xlsx》“户号”：这一列有合并的单元格，合并的每一行都按同一个算。']);
    expect(partOf(checked, SANTANG)).toMatchObject({ state: 'CHECKED', people: { add: 6 }, households: { add: 4 } });
    const nameless = rows.map((cells, at) => (at === 1 ? cells.map((cell, place) => (place === 3 || place === 4 ? '' : cell)) : cells));
    const other = await desk.check([...others, { name: '居民.xlsx', bytes: book(['A2:A7', 'C2:C4', 'D2:D3', 'E2:E3'], nameless) }]);
    expect((await desk.problems(other)).filter(({ severity }) => severity === 'PROBLEM').map(({ problem, row }) => [problem, row])).toEqual([['NAME_MISSING', 3], ['ID_NUMBER_MISSING', 3]]);
  });

  it('in columns that nobody knows are named as not read, the second phone too; the office’s own are not', async () => {
    const wide_ = [['序号', '民族', ...headingsOf('RESIDENTS'), '电话', '备注'], ...santang.RESIDENTS.map((cells, at) => [String(at + 1), '汉', ...cells, '13900000001', '低保'])];
    const checked = await desk.check([...others, csv('居民.csv', wide_)]);
    expect(lines(await desk.problems(checked))).toEqual(['《居民.csv》“民族”“电话”没有读：名册用不上，或者叫法认不出。要用的请照空表改列名。']);
  });

  it('of a file that was chosen twice are refused as a whole', async () => {
    await expect(desk.check([...filesOf(santang), ...filesOf(santang, ['RESIDENTS'])])).rejects.toMatchObject({ data: { file: 'RESIDENTS.csv', problem: 'TWICE' } });
  });
});

describe('what is found', () => {
  const both = together(santang, tablesOf(QUNYING));

  it('stands by sheet and row, what stops a village first', async () => {
    // The second village of the files first, so that the order is of the sheets and not of the villages.
    const turned = together(tablesOf(QUNYING), santang);
    const bad = [['RESIDENTS', 9, 'sex', '女'], ['RESIDENTS', 3, 'phone', '110'], ['HOUSEHOLDS', 2, 'grid', '没有'], ['RESIDENTS', 3, 'name', '张3例']] as const;
    const spoilt = bad.reduce((tables, [kind, row, field, value]) => withCell(tables, kind, row, field, value), turned);
    const found = await desk.problems(await desk.check(filesOf({ ...spoilt, HOUSEHOLDS: [...spoilt.HOUSEHOLDS, [SANTANG, '漩涡镇', '99', '无人户', '', '一组', '1.1.1', '', '', '']] })));
    expect(found.map(({ severity, file, row, problem }) => [severity, file, row, problem])).toEqual([
      ['PROBLEM', 'HOUSEHOLDS.csv', 3, 'GRID_UNKNOWN'],
      ['PROBLEM', 'RESIDENTS.csv', 4, 'NAME_CHARACTER'],
      ['PROBLEM', 'RESIDENTS.csv', 4, 'MOBILE_NOT_A_NUMBER'],
      ['PROBLEM', 'RESIDENTS.csv', 10, 'SEX_DIFFERS'],
      ['WARNING', 'HOUSEHOLDS.csv', 10, 'HOUSEHOLD_EMPTY'],
    ]);
  });

  it('is counted by kind and read by kind, each from its first row', async () => {
    const sexless = { ...both, RESIDENTS: both.RESIDENTS.map((cells) => cells.map((cell, at) => (at === 5 ? '不详' : cell))) };
    const checked = await desk.check(filesOf(withCell(sexless, 'RESIDENTS', 2, 'phone', '110')));
    expect(checked.kinds).toEqual([
      { problem: 'SEX_UNKNOWN', severity: 'PROBLEM', count: 12, listed: 12 },
      { problem: 'MOBILE_NOT_A_NUMBER', severity: 'PROBLEM', count: 1, listed: 1 },
    ]);
    const { items, next } = await desk.as('clerk').roster.problems({ loadId: checked.loadId, problem: 'MOBILE_NOT_A_NUMBER' });
    expect([kindsOf(items as readonly ListedProblem[]), next]).toEqual([[['MOBILE_NOT_A_NUMBER', 3]], undefined]);
    expect((await desk.as('clerk').roster.problems({ loadId: checked.loadId, problem: 'SEX_UNKNOWN' })).items.map(({ row }) => row)).toEqual(Array.from({ length: 12 }, (_, n) => n + 2));
    expect((await desk.as('clerk').roster.problems({ loadId: checked.loadId, problem: 'NO_SUCH_KIND' })).items).toEqual([]);
  });

  it('of a kind in every row is kept a thousand times and counted to the end, and hides no other kind', async () => {
    const many = Array.from({ length: 1_500 }, (_, n) => [SANTANG, '漩涡镇', '01', `甲${'乙丙丁戊'.charAt(n % 4)}`, '', '', '', '', '', '', '']);
    const checked = await desk.check(filesOf({ ...santang, RESIDENTS: [...many, ...withCell(santang, 'RESIDENTS', 6, 'phone', '110').RESIDENTS] }));
    expect(checked.problems + checked.warnings).toBe(checked.kinds.reduce((sum, { count }) => sum + count, 0));
    expect(checked.kinds.find(({ problem }) => problem === 'ID_NUMBER_MISSING')).toMatchObject({ count: 1_500, listed: 1_000 });
    expect((await desk.problems(checked)).filter(({ severity }) => severity === 'PROBLEM').at(-1)).toMatchObject({ problem: 'MOBILE_NOT_A_NUMBER', row: 1_507 });
    let after: string | undefined;
    const rows: number[] = [];
    do {
      const page = await desk.as('clerk').roster.problems({ loadId: checked.loadId, problem: 'ID_NUMBER_MISSING', ...(after !== undefined && { after }) });
      rows.push(...page.items.map(({ row }) => row));
      after = page.next;
    } while (after !== undefined);
    expect(rows).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 2));
  });

  it('says the same when the tap is repeated after files that could not be read', async () => {
    const files = [csv('居民.csv', OWN)];
    const requestId = 'repeated-tap-0001';
    const asked = () => desk.check(files, { requestId });
    await expect(asked()).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' });
    const ask = { requestId, uploadId: 'upload-0000000000000001', files: [{ fileId: 'file-1-0' }], area: '610921' };
    await expect(desk.as('clerk').roster.check(ask)).rejects.toMatchObject({ code: 'SHEET_UNREADABLE', data: { problem: 'VILLAGE_NOT_SAID' } });
  });
});
