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
