import { openFile } from '@platform/sheets/read-file';
import { linesOf } from '@platform/sheets/table';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import type { AppError } from '@/services/app-error';
import { foldEntries, NO_SUMS, withPosted } from '@/domain/points/sums';
import { yearIdOf, type MemberYear } from '@/domain/points/year';
import type { Role } from '@/domain/people/roles';
import { TABLE_COLUMNS, TABLE_NAMES } from '@/domain/points/scheme-sheet';
import { textRow, workbookOf } from '../../fixtures/roster/workbook';
import { people, VILLAGE, type Fixture, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { sheetOf } from '../sheets';

const SECRETARY: Somebody = 'supervisor';
const MEMBERS: readonly Somebody[] = ['partyMember', 'head'];

let system: System;

beforeEach(async () => {
  const grant = (role: Role) => ({ role, area: VILLAGE, from: '2024-03-01' });
  system = await harness({
    fixture: (fixture: Fixture) => ({ ...fixture, people: fixture.people.map((person) => (person._id === people[SECRETARY] ? { ...person, roles: [...person.roles, grant('BRANCH_SECRETARY')] } : person)) }),
  });
  await system.store.insert('branches', { _id: VILLAGE, town: VILLAGE.slice(0, 9), name: '堰坪村党支部', groups: ['一组'], cycle: 2026, openedAt: 0, published: [], changedAt: 0 });
  for (const who of MEMBERS) await system.store.insert('pointYears', yearOf(who));
});
afterEach(() => system.close());

function yearOf(who: Somebody, more: Partial<MemberYear> = {}): MemberYear {
  const name = { partyMember: '李国平', head: '陈守田' }[who as string] ?? who;
  return { _id: yearIdOf(people[who], 2026), personId: people[who], name, cycle: 2026, branch: VILLAGE, branches: [{ branch: VILLAGE, from: '2026-01-01' }], category: 'B', categories: [], pledges: [], sums: NO_SUMS, total: 600, vetoes: [], changedAt: 0, ...more };
}

const upload = (bytes: Uint8Array, who: Somebody, name?: string) => sheetOf(system, who, bytes, name);

const bytesOf = (file: { readonly base64: string }): Uint8Array => new Uint8Array(Buffer.from(file.base64, 'base64'));
async function textsOf(bytes: Uint8Array): Promise<Record<string, string[][]>> {
  const found: Record<string, string[][]> = {};
  for (const sheet of await openFile(bytes, 'x')) found[sheet.name] = (await linesOf(sheet)).map(({ cells }) => cells.map(({ text }) => text));
  return found;
}

/** The workbook, with one cell changed in it. */
async function edited(table: keyof typeof TABLE_NAMES, change: (rows: string[][]) => string[][]): Promise<Uint8Array> {
  const texts = await textsOf(bytesOf(await system.as('clerk').ledgers.schemeSheet({ cycle: 2027 })));
  return xlsxOf(Object.entries(TABLE_NAMES).map(([key, name]) => {
    const [, ...rows] = texts[name] ?? [];
    return { name, columns: TABLE_COLUMNS[key as keyof typeof TABLE_NAMES].map(({ names, width }) => ({ heading: names[0] ?? '', width })), rows: key === table ? change(rows) : rows };
  }));
}

describe('the county’s scheme (PTY-03, 08)', () => {
  it('is the default until one is loaded; the workbook read back changes nothing', async () => {
    const before = await system.as('clerk').ledgers.scheme({ cycle: 2027 });
    expect(before).toMatchObject({ version: 0, bonusCap: 400, max: 1000, pledgeFrom: '01-01', pledgeTo: '03-31' });
    const file = await upload(bytesOf(await system.as('clerk').ledgers.schemeSheet({ cycle: 2027 })), 'clerk');
    expect(await system.as('clerk').ledgers.checkScheme({ cycle: 2027, file })).toMatchObject({ problems: [], changes: [], version: 0 });
    expect(system.lastLine()).toMatchObject({ writes: 0 });
  });

  it('is loaded after the dry run, once, and then holds', async () => {
    const file = await upload(await edited('ITEMS', (rows) => [...rows.map((row) => (row[0] === 'mediate' ? [...row.slice(0, 3), '4', '12', ''] : row)), ['', '公益志愿', '无偿献血', '３', '6', '']]), 'clerk');
    const checked = await system.as('clerk').ledgers.checkScheme({ cycle: 2027, file });
    // 12 is over the section's 10.
    expect(checked.problems).toEqual([{ sheet: '项目', row: 14, problem: 'ITEM_CAP_ABOVE_SECTION', value: 'mediate' }]);
    const right = await upload(await edited('ITEMS', (rows) => [...rows.map((row) => (row[0] === 'mediate' ? [...row.slice(0, 3), '4', '8', ''] : row)), ['', '公益志愿', '无偿献血', '３', '6', '']]), 'clerk');
    const good = await system.as('clerk').ledgers.checkScheme({ cycle: 2027, file: right });
    expect(good).toMatchObject({ problems: [], changes: [{ what: '调解好一起纠纷' }, { what: '无偿献血' }] });
    const load = { requestId: tap(), cycle: 2027, file: right, digest: good.digest, version: good.version };
    expect(await system.as('clerk').ledgers.loadScheme(load)).toEqual({ version: 1 });
    const { reads, writes } = system.lastLine();
    expect(reads + writes).toBeLessThanOrEqual(8);
    expect(await system.as('clerk').ledgers.loadScheme(load)).toEqual({ version: 1 });
    const now = await system.as('clerk').ledgers.scheme({ cycle: 2027 });
    expect(now.version).toBe(1);
    expect(now.items.find(({ id }) => id === 'x1')).toEqual({ id: 'x1', section: 'volunteer', name: '无偿献血', tenths: 30, cap: 60, closed: false });
    await expect(system.as('clerk').ledgers.loadScheme({ ...load, requestId: tap() })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    // Another file than was looked over, over the version of now.
    await expect(system.as('clerk').ledgers.loadScheme({ ...load, requestId: tap(), version: 1, file })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it.each<[string, keyof typeof TABLE_NAMES, (rows: string[][]) => string[][], object]>([
    ['a word for an amount', 'ITEMS', (rows) => rows.map((row) => (row[0] === 'late' ? [...row.slice(0, 3), '半分', '', ''] : row)), { sheet: '项目', row: 3, column: '分值', problem: 'NOT_POINTS', value: '半分' }],
    ['two decimals', 'RULES', (rows) => rows.map((row) => (row[0] === '加分封顶' ? ['加分封顶', '40.25'] : row)), { sheet: '总则', row: 2, column: '内容', problem: 'NOT_POINTS', value: '40.25' }],
    ['an unknown category', 'CATEGORIES', (rows) => [...rows, ['F', '其他', '60', '2', '5', '']], { sheet: '类别', row: 8, column: '类别', problem: 'CATEGORY_UNKNOWN', value: 'F' }],
    ['a category left out', 'CATEGORIES', (rows) => rows.filter(([category]) => category !== 'P'), { sheet: '类别', problem: 'CATEGORY_MISSING', value: 'P' }],
    ['an unknown section', 'ITEMS', (rows) => [...rows, ['good', '好事', '好事一件', '1', '', '']], { sheet: '项目', row: 20, problem: 'UNKNOWN_SECTION', value: 'good' }],
    ['caps that contradict', 'SECTIONS', (rows) => rows.map((row) => (row[0] === 'rescue' ? [...row.slice(0, 3), '41'] : row)), { sheet: '栏目', row: 11, problem: 'SECTION_ABOVE_BONUS_CAP', value: 'rescue' }],
  ])('says of %s where it stands and what is wrong', async (_what, table, change, problem) => {
    const file = await upload(await edited(table, change), 'clerk');
    const checked = await system.as('clerk').ledgers.checkScheme({ cycle: 2027, file });
    expect(checked.problems).toContainEqual(problem);
    await expect(system.as('clerk').ledgers.loadScheme({ requestId: tap(), cycle: 2027, file, digest: checked.digest, version: 0 })).rejects.toMatchObject({ code: 'SHEET_PROBLEMS' });
    expect(await system.store.get('pointSchemes', '610921:2027')).toBeUndefined();
  });

  it('keeps its caps once the cycle has begun', async () => {
    const change = (rows: string[][]): string[][] => rows.map((row) => (row[0] === '加分封顶' ? ['加分封顶', '30'] : row));
    const checked = await system.as('clerk').ledgers.checkScheme({ cycle: 2026, file: await upload(await edited('RULES', change), 'clerk') });
    // Sections of 15 each are still below 30; only the cycle stands against it.
    expect(checked.problems).toEqual([{ sheet: '总则', column: '加分封顶', problem: 'CYCLE_BEGAN', value: '400' }]);
  });

  it('wants a file of ours that can be read', async () => {
    const broken = await upload(new TextEncoder().encode('\u0000\u0001'), 'clerk', '办法.xlsx');
    await expect(system.as('clerk').ledgers.checkScheme({ cycle: 2027, file: broken })).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' });
    const other = await upload(await xlsxOf([{ name: 'Sheet1', columns: [{ heading: '姓名', width: 9 }], rows: [['王'] ] }]), 'clerk');
    expect((await system.as('clerk').ledgers.checkScheme({ cycle: 2027, file: other })).problems.map(({ problem }) => problem)).toEqual(Array(5).fill('SHEET_MISSING'));
    await expect(system.as('clerk').ledgers.checkScheme({ cycle: 2027, file: { uploadId: 'nothing-of-the-kind', fileId: 'x' } })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const another = await upload(new Uint8Array([1]), SECRETARY);
    await expect(system.as('clerk').ledgers.checkScheme({ cycle: 2027, file: another })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('opening balances', () => {
  const sheet = (rows: readonly (readonly string[])[], heading = ['姓名', '类别', '加分', '扣分', '积分']): Uint8Array =>
    workbookOf([{ name: '积分', rows: [textRow(1, ['堰坪村党支部积分表']), textRow(3, heading), ...rows.map((row, at) => textRow(at + 4, [...row]))].join('') }]);
  const secretary = () => system.as(SECRETARY).ledgers;
  const check = async (bytes: Uint8Array) => {
    const file = await upload(bytes, SECRETARY);
    return { file, ...(await secretary().checkOpening({ village: VILLAGE, cycle: 2026, file })) };
  };

  it('are read from a messy sheet, loaded once, and counted under the caps', async () => {
    const { file, problems, rows, digest } = await check(sheet([['李 国平', 'Ｂ类', '１２．５'.replace('．', '.'), '-2', '70.5'], ['', '', '', '', ''], ['陈守田　', '', '450', '', ''], ['合计', '', '462.5', '2', '']]));
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { personId: people.partyMember, name: '李国平', category: 'B', bonus: 125, deduction: 20, total: 705, is: 'NEW' },
      { personId: people.head, name: '陈守田', category: 'B', bonus: 4500, deduction: 0, total: 1000, is: 'NEW' },
    ]);
    const load = { requestId: tap(), village: VILLAGE, cycle: 2026, file, digest };
    expect(await secretary().loadOpening(load)).toEqual({ loaded: 2 });
    const year = await system.store.get('pointYears', yearIdOf(people.partyMember, 2026));
    expect(year).toMatchObject({ total: 705, sums: { posted: 2, items: { openingBonus: 125, openingDeduction: -20 } } });
    expect(await secretary().loadOpening(load)).toEqual({ loaded: 2 });
    const again = await check(sheet([['李国平', 'B', '12.5', '2', '70.5']]));
    expect(again.rows[0]?.is).toBe('LOADED');
    await secretary().loadOpening({ requestId: tap(), village: VILLAGE, cycle: 2026, file: again.file, digest: again.digest });
    const { items } = await system.store.find('pointEntries', { where: { year: yearIdOf(people.partyMember, 2026) }, orderBy: [{ field: 'on', direction: 'desc' }], limit: 10 });
    expect(items.map(({ kind, state, tenths }) => [kind, state, tenths]).sort()).toEqual([['OPENING', 'POSTED', -20], ['OPENING', 'POSTED', 125]]);
    expect(foldEntries(items)).toEqual((await system.store.get('pointYears', yearIdOf(people.partyMember, 2026)))?.sums);
  });

  it('of the secretary are not posted by themselves: they wait for two others, the town the second (PTY-06)', async () => {
    const id = yearIdOf(people[SECRETARY], 2026);
    await system.store.insert('pointYears', yearOf(SECRETARY, { name: '郑来福' }));
    const { file, digest } = await check(sheet([['郑来福', '', '40', '0', ''], ['陈守田', '', '3', '0', '']]));
    for (let time = 0; time < 2; time += 1) expect(await secretary().loadOpening({ requestId: tap(), village: VILLAGE, cycle: 2026, file, digest })).toEqual({ loaded: 2 });
    expect(await system.store.get('pointYears', id)).toMatchObject({ total: 600, sums: NO_SUMS });
    const { items } = await system.store.find('pointEntries', { where: { year: id }, orderBy: [{ field: 'on', direction: 'desc' }], limit: 10 });
    expect(items).toMatchObject([{ kind: 'OPENING', tenths: 400, state: 'CHECK', above: true, uncounted: true }]);
    expect((await system.store.get('pointYears', yearIdOf(people.head, 2026)))?.total).toBe(630);

    // Looked over again it says so, and another figure is no way past the two others.
    const own = async (figure: string) => { const { rows, problems } = await check(sheet([['郑来福', '', figure, '0', '']])); return rows.map(({ is }) => is).concat(problems.map(({ problem }) => problem as never)); };
    expect(await own('40')).toEqual(['SENT_UP']);
    expect(await own('30')).toEqual(['SENT_OTHERWISE']);
    const [sent] = items;
    if (sent === undefined) throw new Error('one was sent up');
    const { queue: _queue, dueAt: _dueAt, uncounted: _uncounted, ...rest } = sent;
    await system.store.replace('pointEntries', { ...rest, state: 'REFUSED', refused: { by: people.town, name: '何敏', as: 'TOWN', at: 0, reason: '原表是 30' } });
    expect(await own('40')).toEqual(['REFUSED']);
    expect(await own('30')).toEqual(['NEW']);
    const again = await check(sheet([['郑来福', '', '30', '0', '']]));
    await secretary().loadOpening({ requestId: tap(), village: VILLAGE, cycle: 2026, file: again.file, digest: again.digest });
    expect((await system.store.find('pointEntries', { where: { year: id }, orderBy: [{ field: 'on', direction: 'desc' }], limit: 10 })).items.map(({ state, tenths }) => [state, tenths]).sort()).toEqual([['CHECK', 300], ['REFUSED', 400]]);
  });

  it('that were wrong are reversed, and then loaded as they should be; before that another figure is refused', async () => {
    const loads = async (bonus: string, deduction: string) => {
      const { file, digest, problems, rows } = await check(sheet([['李国平', '', bonus, deduction, ''], ['陈守田', '', '0', '', '']]));
      if (problems.length === 0) await secretary().loadOpening({ requestId: tap(), village: VILLAGE, cycle: 2026, file, digest });
      return problems.length === 0 ? rows.map(({ is }) => is) : problems.map(({ problem, column }) => `${problem} ${column ?? ''}`);
    };
    const id = yearIdOf(people.partyMember, 2026);
    expect(await loads('5', '1')).toEqual(['NEW', 'NOTHING']);
    expect(await loads('4', '1')).toEqual(['ALREADY_OTHERWISE 加分']);
    expect(await loads('5', '2')).toEqual(['ALREADY_OTHERWISE 扣分']);
    const year = await system.store.get('pointYears', id);
    if (year === undefined) throw new Error('the member has a year');
    // As a posted reversal leaves it (`points.reverse`).
    await system.store.replace('pointYears', { ...year, sums: withPosted(year.sums, { item: 'openingBonus', tenths: -50 }) });
    expect(await loads('4', '1')).toEqual(['NEW', 'NOTHING']);
    expect(await loads('4', '1')).toEqual(['LOADED', 'NOTHING']);
    expect(await system.store.get('pointYears', id)).toMatchObject({ total: 630, sums: { items: { openingBonus: 40, openingDeduction: -10 } } });
    // Of whoever has nothing added and nothing taken off there is no entry.
    expect(await system.store.count('pointEntries', { year: yearIdOf(people.head, 2026) })).toBe(0);
  });

  it('loaded once are answered so again, also when somebody has left since, and the file is gone', async () => {
    const { file, digest } = await check(sheet([['李国平', '', '5', '0', '']]));
    const load = { requestId: tap(), village: VILLAGE, cycle: 2026, file, digest };
    expect(await secretary().loadOpening(load)).toEqual({ loaded: 1 });
    await system.store.remove('pointYears', yearIdOf(people.partyMember, 2026));
    expect(await secretary().loadOpening(load)).toEqual({ loaded: 1 });
    await expect(secretary().loadOpening({ ...load, digest: 'x'.repeat(32) })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await expect(secretary().loadOpening({ ...load, requestId: tap() })).rejects.toMatchObject({ code: 'SHEET_PROBLEMS' });
  });

  it('are loaded as they were checked, into a year that is open, and once though two load them at the same moment', async () => {
    const { file, digest } = await check(sheet([['李国平', '', '5', '0', '']]));
    const load = () => ({ requestId: tap(), village: VILLAGE, cycle: 2026, file, digest });
    await expect(secretary().loadOpening({ ...load(), digest: 'x'.repeat(32) })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const id = yearIdOf(people.partyMember, 2026);
    await system.store.update('pointYears', id, { set: { closedAt: 1 } });
    await expect(secretary().loadOpening(load())).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await system.store.update('pointYears', id, { unset: ['closedAt'] });
    expect(await Promise.all([secretary().loadOpening(load()), secretary().loadOpening(load())])).toEqual([{ loaded: 1 }, { loaded: 1 }]);
    expect(await system.store.get('pointYears', id)).toMatchObject({ total: 650, sums: { posted: 1 } });
  });

  it('that were cut off in the middle are finished by loading again', async () => {
    const { file, digest } = await check(sheet([['李国平', '', '5', '0', ''], ['陈守田', '', '3', '0', '']]));
    // As a kill after the first member leaves it.
    await system.store.update('pointYears', yearIdOf(people.partyMember, 2026), { set: { 'sums.items.openingBonus': 50, 'sums.posted': 1, total: 650 } });
    await secretary().loadOpening({ requestId: tap(), village: VILLAGE, cycle: 2026, file, digest });
    expect((await system.store.get('pointYears', yearIdOf(people.partyMember, 2026)))?.total).toBe(650);
    expect((await system.store.get('pointYears', yearIdOf(people.head, 2026)))?.total).toBe(630);
  });

  it.each<[string, readonly string[][], object]>([
    ['nobody of the branch', [['赵无名', '', '5', '', '']], { row: 4, column: '姓名', problem: 'NO_SUCH_MEMBER', value: '赵无名' }],
    ['another category', [['李国平', 'C', '5', '', '']], { row: 4, column: '类别', problem: 'CATEGORY_DIFFERS', value: 'C' }],
    ['a total that does not add up', [['李国平', '', '5', '1', '65']], { row: 4, column: '积分', problem: 'SUM_DIFFERS', value: '65' }],
    ['the same person twice', [['李国平', '', '5', '', ''], ['李国平', '', '5', '', '']], { row: 5, column: '姓名', problem: 'TWICE', value: '李国平' }],
    ['words for points', [['李国平', '', '五分', '', '']], { row: 4, column: '加分', problem: 'NOT_POINTS', value: '五分' }],
    ['negative bonuses', [['李国平', '', '-5', '', '']], { row: 4, column: '加分', problem: 'NOT_POINTS', value: '-5' }],
    ['no name', [['', '', '5', '', '']], { row: 4, column: '姓名', problem: 'CELL_EMPTY', value: '' }],
  ])('with %s are refused whole, with row and cell', async (_what, rows, problem) => {
    const { file, problems, digest } = await check(sheet(rows));
    expect(problems).toContainEqual({ sheet: '积分', ...problem });
    await expect(secretary().loadOpening({ requestId: tap(), village: VILLAGE, cycle: 2026, file, digest })).rejects.toMatchObject({ code: 'SHEET_PROBLEMS' });
    expect((await system.store.get('pointYears', yearIdOf(people.partyMember, 2026)))?.sums).toEqual(NO_SUMS);
  });

  it('in a formula that was never computed are not guessed', async () => {
    const bytes = workbookOf([{ name: '积分', rows: `${textRow(1, ['姓名', '加分', '扣分'])}<row r="2"><c r="A2" t="inlineStr"><is><t>李国平</t></is></c><c r="B2"><f>SUM(C1:C9)</f></c></row>` }]);
    expect((await check(bytes)).problems).toEqual([{ sheet: '积分', row: 2, column: '加分', problem: 'FORMULA', value: '' }]);
  });

  it('of two of a name are told apart by the last four of the ID number', async () => {
    await system.store.insert('pointYears', { ...yearOf('villager'), name: '李国平' });
    expect((await check(sheet([['李国平', '', '5', '', '']]))).problems).toMatchObject([{ problem: 'SAME_NAME' }]);
  });

  it('are for the secretary of that branch alone, who may also send the file', async () => {
    const file = await upload(sheet([['李国平', '', '5', '', '']]), 'partyMember');
    await expect(system.as('partyMember').ledgers.checkOpening({ village: VILLAGE, cycle: 2026, file })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(secretary().checkOpening({ village: '610921107203', cycle: 2026, file })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const begun = { uploadId: tap(), fileNo: 0, purpose: 'ROSTER' as const, bytes: 100, name: '积分.xlsx' };
    await expect(system.as(SECRETARY).files.begin(begun)).resolves.toMatchObject({ fileId: expect.any(String) as string });
    await expect(system.as('partyMember').files.begin({ ...begun, uploadId: tap() })).rejects.toMatchObject({ code: 'FORBIDDEN' } satisfies Partial<AppError>);
  });

  it('come in a sheet with the branch’s members in it', async () => {
    const texts = await textsOf(bytesOf(await secretary().openingSheet({ village: VILLAGE, cycle: 2026 })));
    expect(texts['期初积分']?.map(([name]) => name)).toEqual(['姓名', '陈守田', '李国平']);
  });
});

describe('what an office files', () => {
  it('is the whole ledger of the branch, in the order of names and days', async () => {
    await system.store.insert('pointEntries', {
      _id: 'e1', kind: 'CLAIM', year: yearIdOf(people.partyMember, 2026), personId: people.partyMember, name: '李国平', cycle: 2026, branch: VILLAGE, town: VILLAGE.slice(0, 9), on: '2026-06-01', item: 'volunteer', itemName: '参加一次公益志愿服务', tenths: 20, text: '=1+1 清沟', photos: [], uploads: [], state: 'REFUSED', at: 1, by: people.partyMember, above: false,
      refused: { by: people.head, name: '陈守田', as: 'GROUP', at: 2, reason: '不是这天' }, changedAt: 2,
    });
    const texts = await textsOf(bytesOf(await system.as(SECRETARY).ledgers.branchLedger({ village: VILLAGE, cycle: 2026 })));
    expect(Object.keys(texts)).toEqual(['党员积分', '积分明细', '承诺践诺']);
    expect(texts['党员积分']?.slice(2, 5).map((row) => row.slice(0, 8))).toEqual([
      ['序号', '姓名', '党小组', '类别', '基础分', '加分', '扣分', '积分'], ['1', '陈守田', '', '在村无职党员', '60', '0', '0', '60'], ['2', '李国平', '', '在村无职党员', '60', '0', '0', '60'],
    ]);
    expect(texts['积分明细']?.[3]).toEqual(['1', '2026-06-01', '李国平', '参加一次公益志愿服务', '2', '=1+1 清沟', '未通过', '', '陈守田', '不是这天']);
    const { items } = await system.store.find('audit', { where: { target: `branch:${VILLAGE}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 5 });
    expect(items.map(({ action }) => action)).toEqual(['ledgers.branchLedger']);
  });

  it('is one publication with its objections', async () => {
    await system.store.insert('pointPublications', {
      _id: `${VILLAGE}:2026:3`, branch: VILLAGE, cycle: 2026, n: 3, upTo: '2026-09-30', publishedAt: 1, publishedBy: people.head, objectionsUntil: 2,
      rows: [{ personId: people.partyMember, name: '李国平', category: 'B', base: 600, bonus: 125, deducted: 5, total: 720 }],
      objections: [{ id: 'o', by: people.head, byName: '陈守田', about: people.partyMember, text: '少记一次', at: 1, answer: '已补', answeredAt: 2 }],
    });
    const texts = await textsOf(bytesOf(await system.as(SECRETARY).ledgers.publicationSheet({ village: VILLAGE, cycle: 2026, n: 3 })));
    expect(texts['积分公示']?.[3]?.slice(0, 7)).toEqual(['1', '李国平', 'B', '60', '12.5', '0.5', '72']);
    expect(texts['异议与答复']?.[2]?.slice(0, 3)).toEqual(['陈守田', '李国平', '少记一次']);
    expect((await system.store.find('audit', { where: { target: `publication:${VILLAGE}:2026:3` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 5 })).items.map(({ action }) => action)).toEqual(['ledgers.publicationSheet']);
    await expect(system.as(SECRETARY).ledgers.publicationSheet({ village: VILLAGE, cycle: 2026, n: 4 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('villager').ledgers.publicationSheet({ village: VILLAGE, cycle: 2026, n: 3 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
