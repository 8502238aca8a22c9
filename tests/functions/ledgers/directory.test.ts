/** A town's stations, constituencies and deputies out of an office's sheet (DEP-01..03). */
import { DIRECTORY_COLUMNS, DIRECTORY_TABLE_NAMES, DIRECTORY_TABLES, type DirectoryTable } from '@/domain/deputies/directory-sheet';
import { personIdOf } from '@platform/person-keys';
import { openFile } from '@platform/sheets/read-file';
import { linesOf } from '@platform/sheets/table';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { textRow, workbookOf } from '../../fixtures/roster/workbook';
import { idNumberOf, people, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { clock, cost, entered, office } from '../deputies/kit';
import { tap, type System } from '../harness';
import { sheetOf } from '../sheets';

let system: System;
beforeEach(async () => {
  system = await office();
  // The village's people have plain ids; a number corrected on the roster is found by what it would have given.
  await system.store.update('people', people.head, { set: { idKey: personIdOf(system.platform.sealer, TOWN.slice(0, 6), idNumberOf('head')) } });
});
afterEach(() => system.close());

const presidium = () => system.as('supervisor').ledgers;
type File = { readonly uploadId: string; readonly fileId: string };
const sent = (bytes: Uint8Array, name = '代表.xlsx', who: Somebody = 'supervisor'): Promise<File> => sheetOf(system, who, bytes, name);

type Rows = readonly (readonly string[])[];
const STATIONS: Rows = [['堰坪代表联络站', '堰坪村委会一楼', '周一到周五 9:00—17:00', '0915-5550107', '周三周桂芳'], ['镇代表联络站', '镇政府院内', '工作日', '', '']];
const CONSTITUENCIES: Rows = [['第 3 选区', '镇', '堰坪村', '常住居民', '２', '2021年9月1日'], ['第 4 选区', '镇', '联合', '常住居民', '1', '2021-09-01']];
/** 姓名, 身份证号, 级别, 届次, 选区, 代表小组, 联络站, 职业职务, 接待时间, 手机号, 手机可公开, 任职日期 */
const deputyRow = (who: Somebody, name: string, more: Partial<Record<number, string>> = {}): readonly string[] => {
  const row = [name, idNumberOf(who).slice(-4), '镇', '第十九届', '第 3 选区', '堰坪代表小组', '堰坪代表联络站', '村民', '', '', '', '2021-09-01'];
  return row.map((cell, at) => more[at] ?? cell);
};
const third = (more: Partial<Record<number, string>>): readonly string[] => (CONSTITUENCIES[0] ?? []).map((cell, at) => more[at] ?? cell);
const DEPUTIES: Rows = [
  deputyRow('deputy', '周桂芳', { 7: '小学教师', 9: '１３９ 0000 0001', 10: '是' }),
  deputyRow('head', '陈守田', { 1: idNumberOf('head') }),
  deputyRow('otherHead', '孙国庆', { 4: '第 4 选区', 6: '镇代表联络站', 5: '' }),
];

function workbook(tables: Partial<Record<DirectoryTable, Rows>> = {}): Promise<Uint8Array> {
  const rows: Record<DirectoryTable, Rows> = { STATIONS, CONSTITUENCIES, DEPUTIES, ...tables };
  return xlsxOf(DIRECTORY_TABLES.map((table) => ({ name: DIRECTORY_TABLE_NAMES[table], title: `漩涡镇${DIRECTORY_TABLE_NAMES[table]}登记表`, columns: DIRECTORY_COLUMNS[table].map(({ names, width }) => ({ heading: names[0] ?? '', width })), rows: rows[table] })));
}

async function check(tables: Partial<Record<DirectoryTable, Rows>> = {}) {
  const file = await sent(await workbook(tables));
  return { file, ...(await presidium().checkDirectory({ town: TOWN, file })) };
}
async function load(tables: Partial<Record<DirectoryTable, Rows>> = {}, requestId = tap()): Promise<void> {
  const { file, digest, version, problems } = await check(tables);
  expect(problems).toEqual([]);
  await presidium().loadDirectory({ requestId, town: TOWN, file, digest, version });
}
const directory = () => system.phone('wx:visitor').deputies.directory({ town: TOWN });
const stored = () => system.store.get('congresses', TOWN);
const added = ({ counts }: { readonly counts: readonly { readonly table: string; readonly added: number; readonly changed: number; readonly same: number }[] }) => Object.fromEntries(counts.map(({ table, added: fresh, changed, same }) => [table, [fresh, changed, same]]));

describe('a directory’s sheet', () => {
  it('is judged in a dry run that writes nothing, then loaded, all of it at once', async () => {
    const checked = await check();
    expect(system.lastLine()).toMatchObject({ writes: 0 });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(checked.problems).toEqual([]);
    expect(added(checked)).toEqual({ STATIONS: [2, 0, 0], CONSTITUENCIES: [2, 0, 0], DEPUTIES: [3, 0, 0] });
    expect(checked.changes).toHaveLength(7);
    expect(await stored()).toBeUndefined();

    const requestId = tap();
    const asked = { requestId, town: TOWN, file: checked.file, digest: checked.digest, version: checked.version };
    await presidium().loadDirectory(asked);
    // A town without a directory is looked up among the offices; one that has one costs a read less.
    expect(cost(system)).toBeLessThanOrEqual(9);
    await presidium().loadDirectory(asked);
    const { stations, constituencies, deputies } = await directory();
    expect(stations.map(({ name, duty }) => [name, duty])).toEqual([['堰坪代表联络站', '周三周桂芳'], ['镇代表联络站', undefined]]);
    expect(constituencies).toMatchObject([{ name: '第 3 选区', areas: [VILLAGE], seats: 2, from: '2021-09-01' }, { name: '第 4 选区', seats: 1 }]);
    expect(deputies.map(({ name, group, job }) => [name, group, job])).toEqual([['陈守田', '堰坪代表小组', '村民'], ['孙国庆', undefined, '村民'], ['周桂芳', '堰坪代表小组', '小学教师']]);
    const mandate = deputies.find(({ name }) => name === '周桂芳')?.mandate ?? '';
    expect((await system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate })).phone).toBe('13900000001');
  });

  it('changes nothing the second time, nor when what was downloaded is sent back', async () => {
    await load();
    await clock(system);
    const before = await stored();
    const again = await check();
    expect(added(again)).toEqual({ STATIONS: [0, 0, 2], CONSTITUENCIES: [0, 0, 2], DEPUTIES: [0, 0, 3] });
    expect(again.changes).toEqual([]);
    await presidium().loadDirectory({ requestId: tap(), town: TOWN, file: again.file, digest: again.digest, version: again.version });
    const { base64, name } = await presidium().directorySheet({ town: TOWN });
    expect(name).toBe('漩涡镇代表名册.xlsx');
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    const text = JSON.stringify(await Promise.all((await openFile(bytes, name)).map((sheet) => linesOf(sheet))));
    expect(text).not.toContain(idNumberOf('deputy').slice(-4));
    const file = await sent(bytes);
    const back = await presidium().checkDirectory({ town: TOWN, file });
    expect([back.problems, back.changes]).toEqual([[], []]);
    expect(await stored()).toEqual(before);
  });

  it('gives the new deputies their role at the clock’s next turn, once', async () => {
    await load();
    const roleOf = async (who: Somebody) => (await system.store.get('people', people[who]))?.roles.filter(({ role }) => role === 'DEPUTY');
    await clock(system);
    expect(await roleOf('head')).toEqual([{ role: 'DEPUTY', area: TOWN, from: '2021-09-01' }]);
    expect(await stored()).not.toHaveProperty('entered');
    expect(await stored()).not.toHaveProperty('lookAt');
    const before = await roleOf('deputy');
    await load();
    await clock(system);
    expect(await roleOf('deputy')).toEqual(before);
  });

  it('gives no role to who has left before the clock came', async () => {
    await load();
    const mandate = (await directory()).deputies.find(({ name }) => name === '陈守田')?.mandate ?? '';
    await system.as('supervisor').deputies.setStanding({ requestId: tap(), town: TOWN, mandate, standing: { kind: 'ENDED', last: '2026-11-20', why: 'RESIGNED' } });
    await clock(system);
    expect((await system.store.get('people', people.head))?.roles.filter(({ role }) => role === 'DEPUTY')).toEqual([]);
  });

  it('puts right what may change, leaves what is empty, takes a phone away on a word, and begins a constituency anew', async () => {
    await load();
    const changed = {
      STATIONS: [['堰坪代表联络站', '堰坪村委会二楼', '周一到周五 9:00—17:00', '', '']],
      CONSTITUENCIES: [['第 4 选区', '镇', '联合村、堰坪村', '常住居民', '3', '2026-01-01']],
      DEPUTIES: [deputyRow('deputy', '周桂芳', { 1: '', 7: '退休教师', 10: '否' })],
    };
    const checked = await check(changed);
    expect(checked.problems).toEqual([]);
    expect(added(checked)).toEqual({ STATIONS: [0, 1, 0], CONSTITUENCIES: [0, 1, 0], DEPUTIES: [0, 1, 0] });
    expect(checked.changes).toEqual([
      { table: 'STATIONS', name: '堰坪代表联络站', field: 'address', before: '堰坪村委会一楼', after: '堰坪村委会二楼' },
      { table: 'CONSTITUENCIES', name: '第 4 选区', field: 'from', before: '2021-09-01', after: '2026-01-01' },
      { table: 'DEPUTIES', name: '周桂芳', field: 'job', before: '小学教师', after: '退休教师' },
      { table: 'DEPUTIES', name: '周桂芳', field: 'phone', before: '13900000001' },
    ]);
    await load(changed);
    const congress = await stored();
    expect(congress?.stations[0]).toMatchObject({ address: '堰坪村委会二楼', phone: '0915-5550107', duty: '周三周桂芳' });
    expect(congress?.constituencies.filter(({ name }) => name === '第 4 选区')).toMatchObject([{ to: '2025-12-31', seats: 1 }, { from: '2026-01-01', seats: 3 }]);
    expect((await check(changed)).changes).toEqual([]);
  });

  it('can be a CSV of one table, with a title above and full-width digits', async () => {
    const csv = `漩涡镇联络站\r\n站名,地址,开放时间\r\n堰坪代表联络站,堰坪村委会一楼,周三 ９:00\r\n`;
    const file = await sent(new TextEncoder().encode(csv), '站.csv');
    const checked = await presidium().checkDirectory({ town: TOWN, file });
    expect(checked.problems).toEqual([]);
    await presidium().loadDirectory({ requestId: tap(), town: TOWN, file, digest: checked.digest, version: checked.version });
    expect((await directory()).stations).toMatchObject([{ name: '堰坪代表联络站', hours: '周三 9:00' }]);
  });

  it('takes a formula by its stored result, and refuses one without', async () => {
    const heading = DIRECTORY_COLUMNS.CONSTITUENCIES.map(({ names }) => names[0] ?? '');
    const row = (seats: string) => textRow(2, ['第 3 选区', '镇', '堰坪', '常住居民']).replace('</row>', `<c r="E2">${seats}</c><c r="F2" s="1"><v>44440</v></c></row>`);
    const book = (seats: string) => workbookOf([{ name: '选区', rows: textRow(1, heading) + row(seats) }]);
    const good = await presidium().checkDirectory({ town: TOWN, file: await sent(book('<f>1+1</f><v>2</v>')) });
    expect([good.problems, added(good).CONSTITUENCIES]).toEqual([[], [1, 0, 0]]);
    const bad = await presidium().checkDirectory({ town: TOWN, file: await sent(book('<f>1+1</f>')) });
    expect(bad.problems).toContainEqual({ sheet: '选区', row: 2, column: '名额', problem: 'FORMULA', value: '' });
  });

  it.each<[string, Partial<Record<DirectoryTable, Rows>>, object]>([
    ['somebody who is on no roster', { DEPUTIES: [deputyRow('deputy', '周桂花')] }, { sheet: '代表', row: 3, column: '姓名', problem: 'NOT_ON_ROSTER', value: '周桂花' }],
    ['a wrong number, of which the last four are shown', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 1: '610921197305080021' })] }, { sheet: '代表', row: 3, column: '姓名', problem: 'NOT_ON_ROSTER', value: '周桂芳' }],
    ['half a number', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 1: '61092119730' })] }, { sheet: '代表', row: 3, column: '身份证号', problem: 'ID_OR_LAST_FOUR', value: '9730' }],
    ['a new deputy without a number', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 1: '' })] }, { sheet: '代表', row: 3, column: '身份证号', problem: 'ID_NEEDED', value: '' }],
    ['a phone without the word that it may be shown', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 9: '13900000001' })] }, { sheet: '代表', row: 3, column: '手机号', problem: 'PHONE_NOT_AGREED', value: '0001' }],
    ['a phone that is none', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 9: '1390000', 10: '是' })] }, { sheet: '代表', row: 3, column: '手机号', problem: 'MOBILE_NOT_A_NUMBER', value: '0000' }],
    ['a station that is not there', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 6: '别的站' })] }, { sheet: '代表', row: 3, column: '联络站', problem: 'STATION_UNKNOWN', value: '别的站' }],
    ['a constituency that is not there', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 4: '第 9 选区' })] }, { sheet: '代表', row: 3, column: '选区', problem: 'NO_CONSTITUENCY', value: '第 9 选区' }],
    ['a town’s deputy without one', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 4: '' })] }, { sheet: '代表', row: 3, column: '选区', problem: 'CELL_EMPTY', value: '' }],
    ['a city’s deputy with one', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 2: '市' })] }, { sheet: '代表', row: 3, column: '选区', problem: 'NO_CONSTITUENCY', value: '第 3 选区' }],
    ['more deputies than seats', { CONSTITUENCIES: [third({ 4: '1' }), CONSTITUENCIES[1] ?? []] }, { sheet: '代表', row: 4, column: '选区', problem: 'SEATS_TAKEN', value: '第 3 选区' }],
    ['the same seat twice, whatever the days', { DEPUTIES: [deputyRow('head', '陈守田'), deputyRow('head', '陈守田', { 1: idNumberOf('head'), 11: '2020-09-01' })] }, { sheet: '代表', row: 4, column: '姓名', problem: 'HAS_MANDATE', value: '陈守田' }],
    ['a line written twice', { DEPUTIES: [deputyRow('deputy', '周桂芳'), deputyRow('deputy', '周桂芳')] }, { sheet: '代表', row: 4, column: '姓名', problem: 'TWICE', value: '周桂芳' }],
    ['a day that has not come', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 11: '2027-01-01' })] }, { sheet: '代表', row: 3, column: '任职日期', problem: 'DAY_AHEAD', value: '2027-01-01' }],
    ['a level that is none', { DEPUTIES: [deputyRow('deputy', '周桂芳', { 2: '村' })] }, { sheet: '代表', row: 3, column: '级别', problem: 'LEVEL_UNKNOWN', value: '村' }],
    ['a village of another town', { CONSTITUENCIES: [['第 3 选区', '镇', '堰坪、城关', '常住居民', '2', '2021-09-01'], CONSTITUENCIES[1] ?? []] }, { sheet: '选区', row: 3, column: '包括的村', problem: 'AREA_UNKNOWN', value: '堰坪、城关' }],
    ['a constituency of four seats', { CONSTITUENCIES: [third({ 4: '4' }), CONSTITUENCIES[1] ?? []] }, { sheet: '选区', row: 3, column: '名额', problem: 'SEATS', value: '4' }],
    ['registered voters of two villages', { CONSTITUENCIES: [['第 3 选区', '镇', '堰坪、联合', '登记选民', '2', '2021-09-01'], CONSTITUENCIES[1] ?? []] }, { sheet: '选区', row: 3, column: '选民名单', problem: 'REGISTERED_ONE_AREA', value: '登记选民' }],
    ['a province’s constituency', { CONSTITUENCIES: [third({ 1: '省' }), CONSTITUENCIES[1] ?? []] }, { sheet: '选区', row: 3, column: '选哪一级', problem: 'LEVEL_NOT_ELECTED', value: '省' }],
    ['the presidium’s own', { DEPUTIES: [deputyRow('supervisor', '郑来福')] }, { sheet: '代表', row: 3, column: '姓名', problem: 'OWN_RECORD', value: '郑来福' }],
    ['a station without an address', { STATIONS: [['堰坪代表联络站', '', '工作日', '', ''], STATIONS[1] ?? []] }, { sheet: '联络站', row: 3, column: '地址', problem: 'CELL_EMPTY', value: '' }],
  ])('says of %s where it stands, and loads nothing at all', async (_what, tables, problem) => {
    const checked = await check(tables);
    expect(checked.problems).toContainEqual(problem);
    await expect(presidium().loadDirectory({ requestId: tap(), town: TOWN, file: checked.file, digest: checked.digest, version: checked.version })).rejects.toMatchObject({ code: 'SHEET_PROBLEMS' });
    expect(await stored()).toBeUndefined();
  });

  it('holds what was entered against what it says otherwise', async () => {
    await entered(system);
    await load({ STATIONS: [], CONSTITUENCIES: [], DEPUTIES: [deputyRow('head', '陈守田')] });
    const problemOf = async (tables: Partial<Record<DirectoryTable, Rows>>) => (await check({ STATIONS: [], CONSTITUENCIES: [], DEPUTIES: [], ...tables })).problems.map(({ column, problem }) => [column, problem]);
    expect(await problemOf({ DEPUTIES: [deputyRow('head', '陈守田', { 3: '第二十届' })] })).toEqual([['届次', 'MANDATE_DIFFERS']]);
    expect(await problemOf({ CONSTITUENCIES: [['第 3 选区', '镇', '堰坪', '常住居民', '3', '2021-09-01']] })).toEqual([['起始日期', 'CONSTITUENCY_DIFFERS']]);
    expect(await problemOf({ CONSTITUENCIES: [['第 3 选区', '镇', '堰坪', '常住居民', '3', '2020-09-01']] })).toEqual([['起始日期', 'BEFORE_CURRENT']]);
    expect(await problemOf({ DEPUTIES: [deputyRow('head', '陈守田', { 11: '2022-01-01' })] })).toEqual([['姓名', 'HAS_MANDATE']]);
  });

  it('leaves one’s own entry as it is: the same is no change, another word is another’s to write', async () => {
    await load();
    const congress = await stored();
    if (congress === undefined) throw new Error('there is a directory');
    await system.store.replace('congresses', { ...congress, mandates: congress.mandates.map((one) => (one.name === '陈守田' ? { ...one, personId: people.supervisor, name: '郑来福' } : one)) });
    const own = (more: Partial<Record<number, string>> = {}) => check({ STATIONS: [], CONSTITUENCIES: [], DEPUTIES: [deputyRow('supervisor', '郑来福', more)] });
    expect(await own()).toMatchObject({ problems: [], changes: [] });
    expect((await own({ 7: '劳动模范' })).problems).toEqual([{ sheet: '代表', row: 3, column: '姓名', problem: 'OWN_RECORD', value: '郑来福' }]);
  });

  it('leaves a mandate that has ended as it was, and moves nobody to another constituency', async () => {
    await load();
    const only = (row: readonly string[]) => check({ STATIONS: [], CONSTITUENCIES: [], DEPUTIES: [row] });
    expect((await only(deputyRow('head', '陈守田', { 1: '', 4: '第 4 选区' }))).problems).toEqual([{ sheet: '代表', row: 3, column: '选区', problem: 'MANDATE_DIFFERS', value: '第 4 选区' }]);
    const mandate = (await directory()).deputies.find(({ name }) => name === '陈守田')?.mandate ?? '';
    await system.as('supervisor').deputies.setStanding({ requestId: tap(), town: TOWN, mandate, standing: { kind: 'ENDED', last: '2026-11-20', why: 'RESIGNED' } });
    expect(await only(deputyRow('head', '陈守田', { 7: '茶农' }))).toMatchObject({ problems: [], changes: [] });
  });

  it('tells two of one name and the same last four apart by the whole number alone', async () => {
    const head = await system.store.get('people', people.head);
    if (head === undefined) throw new Error('the village has its head');
    const { account: _account, ...twin } = head;
    await system.store.insert('people', { ...twin, _id: 'person-twin', idKey: 'person-of-another-number' });
    const checked = await check({ DEPUTIES: [deputyRow('head', '陈守田')] });
    expect(checked.problems).toEqual([{ sheet: '代表', row: 3, column: '身份证号', problem: 'SAME_NAME_HERE', value: idNumberOf('head').slice(-4) }]);
    expect((await check({ DEPUTIES: [deputyRow('head', '陈守田', { 1: idNumberOf('head') })] })).problems).toEqual([]);
  });

  it('publishes no number of a deputy who has left', async () => {
    await load();
    const zhou = async () => (await stored())?.mandates.find(({ name }) => name === '周桂芳');
    expect((await zhou())?.phone).toBe('13900000001');
    await system.as('supervisor').deputies.setStanding({ requestId: tap(), town: TOWN, mandate: (await zhou())?.id ?? '', standing: { kind: 'ENDED', last: '2026-11-20', why: 'RESIGNED' } });
    expect(await zhou()).not.toHaveProperty('phone');
  });

  it('knows nobody who has left the roster, and asks who is meant where two in the directory have one name', async () => {
    await system.store.update('people', people.deputy, { set: { status: 'MOVED_AWAY' } });
    expect((await check()).problems).toEqual([{ sheet: '代表', row: 3, column: '姓名', problem: 'NOT_ON_ROSTER', value: '周桂芳' }]);
    await system.store.update('people', people.deputy, { set: { status: 'ACTIVE' } });
    await load();
    const congress = await stored();
    if (congress === undefined) throw new Error('there is a directory');
    await system.store.replace('congresses', { ...congress, mandates: congress.mandates.map((one) => ({ ...one, name: '陈守田' })) });
    expect((await check({ STATIONS: [], CONSTITUENCIES: [], DEPUTIES: [deputyRow('head', '陈守田', { 1: '' })] })).problems).toMatchObject([{ column: '身份证号', problem: 'SAME_NAME_HERE' }]);
  });

  it('enters a new deputy for the constituency that is in force, not for one of its name before', async () => {
    await load();
    await load({ STATIONS: [], CONSTITUENCIES: [['第 4 选区', '镇', '联合村、堰坪村', '常住居民', '3', '2026-01-01']], DEPUTIES: [deputyRow('groupHead', '刘长根', { 4: '第 4 选区', 11: '2026-02-01' })] });
    const congress = await stored();
    const now = congress?.constituencies.find(({ name, to }) => name === '第 4 选区' && to === undefined);
    expect(congress?.mandates.find(({ name }) => name === '刘长根')?.constituencyId).toBe(now?.id);
  });

  it('is refused when the directory, or the file, is another one by then', async () => {
    const checked = await check();
    await entered(system);
    const asked = { requestId: tap(), town: TOWN, file: checked.file, digest: checked.digest, version: checked.version };
    await expect(presidium().loadDirectory(asked)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const other = await sent(await workbook({ DEPUTIES: [] }));
    await expect(presidium().loadDirectory({ ...asked, requestId: tap(), file: other, version: 3 })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('wants a sheet that can be read, with its columns', async () => {
    const broken = await sent(new TextEncoder().encode('\u0000\u0001'), '代表.xlsx');
    await expect(presidium().checkDirectory({ town: TOWN, file: broken })).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' });
    const heading = (columns: readonly string[], rows: Rows = [['王']]) => xlsxOf([{ name: '代表', columns: columns.map((one) => ({ heading: one, width: 9 })), rows }]);
    const problems = async (bytes: Uint8Array) => (await presidium().checkDirectory({ town: TOWN, file: await sent(bytes) })).problems;
    expect(await problems(await heading(['甲', '乙']))).toEqual([{ sheet: '代表', problem: 'HEADING_NOT_FOUND' }]);
    expect(await problems(await heading(['姓名', '级别', '届次', '联络站', '职务']))).toEqual([{ sheet: '代表', problem: 'COLUMN_MISSING', row: 1, column: '任职日期' }]);
    expect(await problems(await workbook({ STATIONS: [], CONSTITUENCIES: [], DEPUTIES: [] }))).toEqual([{ sheet: '联络站', problem: 'NO_ROWS' }]);
  });

  it('is for the presidium of the town alone', async () => {
    for (const who of ['auditor', 'villager', 'town', 'clerk', 'deputy'] as const) {
      const file = await sent(await workbook(), '代表.xlsx', who);
      const ledgers = system.as(who).ledgers;
      await expect(ledgers.directorySheet({ town: TOWN })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(ledgers.checkDirectory({ town: TOWN, file })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(ledgers.loadDirectory({ requestId: tap(), town: TOWN, file, digest: 'x', version: 0 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(presidium().directorySheet({ town: '610921999' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await system.as('supervisor').files.begin({ uploadId: tap(), fileNo: 0, purpose: 'ROSTER', bytes: 1000 });
  });
});
