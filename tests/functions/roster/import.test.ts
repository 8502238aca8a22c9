/** The clerk's import from upload to load, over a real store. */
import type { Person } from '@/domain/people/person';
import { rosterProblemLine } from '@/domain/wording/roster';
import { personIdOf } from '@platform/person-keys';
import { cellOf, COUNTY, csvOf, filesOf, gb18030, headingsOf, idOf, QUNYING, SANTANG, tablesOf, together, withCell, withoutRow, withRow } from '../../fixtures/roster/sheets';
import { tap } from '../harness';
import { office, partOf, type Office } from './office';

let desk: Office;
beforeEach(async () => {
  desk = await office();
});
afterEach(() => desk.close());

const santang = tablesOf(SANTANG);
const both = together(santang, tablesOf(QUNYING));
const NOTHING = { add: 0, change: 0, leave: 0, same: 0 };

async function personBy(idNumber: string): Promise<Person | undefined> {
  return desk.store.get('people', personIdOf(desk.platform.sealer, COUNTY, idNumber));
}

describe('a first import', () => {
  it('counts what it would add and changes nothing', async () => {
    const checked = await desk.check(filesOf(santang));
    expect(checked).toMatchObject({ state: 'CHECKED', problems: 0, rows: 20, rowsDone: 20 });
    expect(partOf(checked, SANTANG)).toMatchObject({
      name: '三塘村',
      state: 'CHECKED',
      grids: { ...NOTHING, add: 4 },
      posts: { ...NOTHING, add: 4 },
      households: { ...NOTHING, add: 4 },
      people: { ...NOTHING, add: 6 },
      roles: { ...NOTHING, add: 1 },
    });
    expect(await desk.store.get('villages', SANTANG)).toBeUndefined();
    expect(await personBy(idOf('1960-05-06', 101))).toBeUndefined();
  });

  it('puts the village, its posts, households and people into the store', async () => {
    expect(await desk.bring(santang)).toMatchObject({ state: 'LOADED' });
    const village = await desk.store.get('villages', SANTANG);
    expect(village).toMatchObject({ name: '三塘村', town: '610921107', townName: '漩涡镇', version: 1 });
    expect(village?.grids.map(({ code, name, households, people, head }) => [code.slice(13), name, households, people, head?.name])).toEqual([
      ['1', '上片', 4, 6, '赵样例'],
      ['1.1', '一组', 4, 6, '陈样例'],
      ['1.1.1', '一组东片', 2, 4, '张样例'],
      ['1.1.2', '一组西片', 2, 2, undefined],
    ]);
    expect(village?.desk.map(({ name }) => name)).toEqual(['赵样例']);
    const zhang = await personBy(idOf('1960-05-06', 101));
    expect(zhang).toMatchObject({ name: '张样例', sex: 'M', bornOn: '1960-05-06', village: SANTANG, grid: `${SANTANG}-1.1.1`, status: 'ACTIVE', phoneShown: true });
    expect(zhang?.roles).toEqual([{ role: 'HEAD', area: `${SANTANG}-1.1.1`, from: '2024-03-01' }]);
    const household = await desk.store.get('households', zhang?.householdId ?? '');
    expect(household).toMatchObject({ number: '01', address: '一组1号', headId: zhang?._id });
    expect(household?.memberIds).toHaveLength(3);
    expect(household?.liaisons).toEqual([{ line: 'PARTY', personId: personIdOf(desk.platform.sealer, COUNTY, cellOf(santang, 'RESIDENTS', 4, 'idNumber')) }]);
  });

  it('keeps no ID number and no phone in the clear, in rows put aside neither (PRV-12)', async () => {
    const checked = await desk.check(filesOf(santang));
    const batch = await desk.store.get('rosterBatches', `${checked.loadId}:${SANTANG}:0`);
    await desk.load(checked);
    const zhang = await personBy(idOf('1960-05-06', 101));
    const village = await desk.store.get('villages', SANTANG);
    for (const stored of [batch, zhang, village]) {
      expect(JSON.stringify(stored)).not.toContain(idOf('1960-05-06', 101));
      expect(JSON.stringify(stored)).not.toContain('13900000001');
    }
    expect(desk.platform.sealer.open(zhang?.idSealed ?? '')).toBe(idOf('1960-05-06', 101));
  });

  it('reads GB18030, a title, a heading of two lines and stray spaces as the same village', async () => {
    const table = [
      ['汉阴县漩涡镇三塘村户表', '', '', '', '', ''],
      ['', '', '', '', '', ''],
      ['村（社区）', '户 号', '户主信息', '', '所属网格', '家庭住址（必填）'],
      ['', '', '姓名', '身份证号码', '', ''],
      ...santang.HOUSEHOLDS.map((cells) => ['三塘村', `　${cells[2] ?? ''} `, (cells[3] ?? '').split('').join('　'), (cells[4] ?? '').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), cells[6] ?? '', cells[7] ?? '']),
    ];
    const others = filesOf(santang, ['GRIDS', 'HEADS', 'RESIDENTS', 'ROLES']);
    const checked = await desk.check([...others, { name: '户.csv', bytes: gb18030(csvOf(table)) }]);
    expect(await desk.problems(checked)).toEqual([]);
    expect(partOf(checked, SANTANG).households).toEqual({ ...NOTHING, add: 4 });
  });
});

describe('the same files again', () => {
  it('are all the same, and nothing is written', async () => {
    await desk.bring(santang);
    const before = await desk.store.get('villages', SANTANG);
    desk.pass(86_400_000);
    const again = await desk.bring(santang);
    const part = partOf(again, SANTANG);
    expect(part).toMatchObject({ state: 'LOADED', grids: { ...NOTHING, same: 4 }, posts: { ...NOTHING, same: 4 }, households: { ...NOTHING, same: 4 }, people: { ...NOTHING, same: 6 }, roles: { ...NOTHING, same: 1 } });
    expect(await desk.store.get('villages', SANTANG)).toEqual(before);
  });

  it('leave the account of a bound person as it is, also where the person changes', async () => {
    await desk.bring(santang);
    const zhang = await personBy(idOf('1960-05-06', 101));
    const account = { id: 'demo:somebody', level: 'VERIFIED', at: 1 } as const;
    await desk.store.update('people', zhang?._id ?? '', { set: { account } });
    await desk.bring(withCell(santang, 'RESIDENTS', 1, 'phone', '13900000009'));
    await desk.bring(withCell(withCell(santang, 'HEADS', 3, 'phone', '13900000008'), 'HOUSEHOLDS', 1, 'address', '一组8号'));
    expect((await personBy(idOf('1960-05-06', 101)))?.account).toEqual(account);
  });
});

describe('a changed roster', () => {
  beforeEach(() => desk.bring(santang));

  it('marks as moved away who is missing from a household that is listed', async () => {
    const loaded = await desk.bring(withoutRow(santang, 'RESIDENTS', 3));
    expect(partOf(loaded, SANTANG)).toMatchObject({ people: { ...NOTHING, same: 5, leave: 1 }, households: { ...NOTHING, same: 3, change: 1 } });
    expect((await personBy(idOf('1990-01-02', 103)))?.status).toBe('MOVED_AWAY');
    expect((await desk.store.get('villages', SANTANG))?.grids[0]).toMatchObject({ households: 4, people: 5 });
  });

  it('marks nobody of a household that is not listed: the sheet may be of one group', async () => {
    const checked = await desk.check(filesOf({ ...santang, HOUSEHOLDS: santang.HOUSEHOLDS.slice(0, 2), RESIDENTS: santang.RESIDENTS.slice(0, 4) }, ['HOUSEHOLDS', 'RESIDENTS']));
    expect(partOf(checked, SANTANG)).toMatchObject({ problems: 0, people: { ...NOTHING, same: 4 }, households: { ...NOTHING, same: 2, leave: 2 } });
    expect(await desk.problems(checked)).toMatchObject([{ severity: 'WARNING', problem: 'HOUSEHOLDS_NOT_ON_SHEET', data: { households: 2, people: 2 } }]);
    await desk.load(checked);
    expect((await personBy(cellOf(santang, 'RESIDENTS', 6, 'idNumber')))?.status).toBe('ACTIVE');
  });

  it('keeps who holds a post until it is handed over (HHL-07)', async () => {
    const other = withCell(withCell(santang, 'HOUSEHOLDS', 1, 'name', '李样例'), 'HOUSEHOLDS', 1, 'idNumber', cellOf(santang, 'RESIDENTS', 2, 'idNumber'));
    const checked = await desk.check(filesOf({ ...withoutRow(other, 'RESIDENTS', 1) }, ['HOUSEHOLDS', 'RESIDENTS']));
    expect(await desk.problems(checked)).toMatchObject([{ severity: 'WARNING', problem: 'LEAVES_WITH_POST', data: { name: '张样例' } }]);
    await desk.load(checked);
    expect((await personBy(idOf('1960-05-06', 101)))?.status).toBe('ACTIVE');
  });

  it('hands a post over by the clock when its holder is another (HHL-07), and its version goes up once (GRD-10)', async () => {
    const li = santang.RESIDENTS[1] ?? [];
    const changed = withCell(withCell(withCell(santang, 'HEADS', 3, 'name', li[3] ?? ''), 'HEADS', 3, 'idNumber', li[4] ?? ''), 'HEADS', 3, 'since', '2026-11-01');
    const loaded = await desk.bring(changed);
    expect(partOf(loaded, SANTANG).posts).toEqual({ ...NOTHING, same: 3, change: 1 });
    const village = await desk.store.get('villages', SANTANG);
    expect(village?.version).toBe(2);
    expect(village?.grids.find(({ code }) => code.endsWith('1.1.1'))?.head?.name).toBe('李样例');
    expect(village?.followUps).toMatchObject([{ kind: 'POST', post: `${SANTANG}-1.1.1`, closes: { grant: `HEAD@${SANTANG}-1.1.1`, end: '2026-11-01' } }]);
  });

  it('takes in from another village who has left it, and nobody who still lives there', async () => {
    const son = santang.RESIDENTS[2] ?? [];
    const qunying = tablesOf(QUNYING);
    const moved = withRow(qunying, 'RESIDENTS', [QUNYING, '漩涡镇', '02', son[3] ?? '', son[4] ?? '', '', '', '', '', '', '']);
    const early = await desk.check(filesOf(moved));
    expect((await desk.problems(early)).map(({ problem, data }) => [problem, data])).toEqual([['PERSON_ELSEWHERE', { village: '三塘村' }]]);
    await desk.bring(withoutRow(santang, 'RESIDENTS', 3));
    expect(await desk.bring(moved)).toMatchObject({ state: 'LOADED' });
    expect(await personBy(son[4] ?? '')).toMatchObject({ village: QUNYING, status: 'ACTIVE', grid: `${QUNYING}-1.1.1` });
  });
});

describe('a bad row', () => {
  it('keeps back its village and no other', async () => {
    const bad = withCell(both, 'RESIDENTS', 8, 'idNumber', `${cellOf(both, 'RESIDENTS', 8, 'idNumber').slice(0, 17)}${cellOf(both, 'RESIDENTS', 8, 'idNumber').endsWith('0') ? '1' : '0'}`);
    const checked = await desk.check(filesOf(bad));
    expect(partOf(checked, SANTANG).state).toBe('CHECKED');
    expect(partOf(checked, QUNYING)).toMatchObject({ state: 'REFUSED', problems: 1 });
    expect(await desk.load(checked)).toMatchObject({ state: 'PARTLY_LOADED' });
    expect(await desk.store.get('villages', SANTANG)).toBeDefined();
    expect(await desk.store.get('villages', QUNYING)).toBeUndefined();
    expect(await desk.store.count('people', { village: QUNYING, name: { gte: '' } })).toBe(0);
  });

  it('is named by file, row and column, with what to do and without the whole number (PRV-12)', async () => {
    const idNumber = cellOf(santang, 'RESIDENTS', 2, 'idNumber');
    const wrong = `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}`;
    const checked = await desk.check(filesOf(withCell(santang, 'RESIDENTS', 2, 'idNumber', wrong)));
    const [problem] = await desk.problems(checked);
    expect(problem).toMatchObject({ file: 'RESIDENTS.csv', row: 3, column: '身份证号', problem: 'ID_NUMBER_CHECK_DIGIT', severity: 'PROBLEM' });
    expect(rosterProblemLine(problem ?? { file: '', sheet: '', row: 0, column: '', value: '', problem: '', data: {} })).toBe(`《RESIDENTS.csv》第 3 行“身份证号”（610921********${wrong.slice(-4)}）：身份证号对不上校验位，多半有一位抄错了，请对照证件。`);
  });

  it('among 50,000 keeps back one village', async () => {
    const rows = Array.from({ length: 49_990 }, (_, n) => [SANTANG, '漩涡镇', '02', `样例${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}`, idOf(`19${String(40 + (n % 50))}-0${1 + (n % 9)}-${10 + (Math.floor(n / 450) % 18)}`, 300 + (Math.floor(n / 8100) % 600)), '', '', '', '', '', '']);
    const unique = [...new Map(rows.map((row) => [row[4], row])).values()];
    const big = { ...both, RESIDENTS: [...both.RESIDENTS, ...unique, [QUNYING, '漩涡镇', '02', '样例', '610921', '', '', '', '', '', '']] };
    const checked = await desk.check(filesOf(big));
    expect(checked.rows).toBeGreaterThan(49_990);
    expect(partOf(checked, SANTANG)).toMatchObject({ state: 'CHECKED', problems: 0 });
    expect(partOf(checked, QUNYING)).toMatchObject({ state: 'REFUSED', problems: 1 });
  }, 120_000);

  it('that names no village keeps back the villages it stands between', async () => {
    const lost = withCell(both, 'RESIDENTS', 7, 'village', '不知道村');
    const checked = await desk.check(filesOf(lost));
    expect(checked.villages.map(({ state }) => state)).toEqual(['REFUSED', 'REFUSED']);
    expect((await desk.problems(checked)).filter(({ problem }) => problem === 'VILLAGE_UNKNOWN')).toMatchObject([{ row: 8 }, { row: 8 }]);
  });
});

describe('a sheet as an office keeps it', () => {
  const others = filesOf(santang, ['GRIDS', 'HEADS', 'HOUSEHOLDS', 'ROLES']);
  const residents = (rows: readonly (readonly string[])[], headings = headingsOf('RESIDENTS')) => ({ name: '居民.csv', bytes: Buffer.from(csvOf([headings, ...rows])) });

  it('with lines numbered ahead and a signature below has no rows there', async () => {
    const numbered = santang.RESIDENTS.map((cells, at) => [String(at + 1), ...cells]);
    const checked = await desk.check([...others, residents([...numbered, ['7'], ['8'], ['填表人：张样例']], ['序号', ...headingsOf('RESIDENTS')])]);
    expect(await desk.problems(checked)).toEqual([]);
    expect(checked).toMatchObject({ problems: 0, rows: 20 });
  });

  it('whose village codes were shortened says so, and does not call the village unknown', async () => {
    const checked = await desk.check([residents(santang.RESIDENTS.map((cells) => ['6.10921E+11', ...cells.slice(1)]))]);
    expect((await desk.problems(checked)).filter(({ column }) => column === '村代码').map(({ row, problem }) => [row, problem])).toEqual(santang.RESIDENTS.map((_, at) => [at + 2, 'NUMBER_ROUNDED']));
  });

  it('says in which file the other row stands, where two files have the same person', async () => {
    const checked = await desk.check([...filesOf(santang), residents(santang.RESIDENTS.slice(1, 2))]);
    const [problem] = await desk.problems(checked);
    expect(problem && rosterProblemLine(problem)).toContain('《居民.csv》第 2 行“身份证号”');
    expect(problem && rosterProblemLine(problem)).toContain('这个身份证号和《RESIDENTS.csv》第 3 行重了，请留一行。');
  });

  it('with headings only is refused at once', async () => {
    await expect(desk.check([residents([])])).rejects.toMatchObject({ code: 'SHEET_UNREADABLE', data: { file: '居民.csv', problem: 'NO_ROWS' } });
  });
});

describe('who may import', () => {
  it('is the county’s clerk and nobody else', async () => {
    await expect(desk.as('duty').roster.template({ kind: 'GRIDS' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(desk.as('villager').roster.loads()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const checked = await desk.check(filesOf(santang));
    await expect(desk.as('town').roster.load({ requestId: 'x'.repeat(16), loadId: checked.loadId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.as('clerk').roster.loads()).items.map(({ loadId }) => loadId)).toEqual([checked.loadId]);
  });

  it('gets a template that the import itself reads', async () => {
    const { csv } = await desk.as('clerk').roster.template({ kind: 'RESIDENTS' });
    expect(csv.startsWith(`\uFEFF村代码（必填）,镇,户号（必填）`)).toBe(true);
    expect(csv.split('\r\n')[0]?.slice(1).split(',').map((heading) => heading.replace('（必填）', ''))).toEqual(headingsOf('RESIDENTS'));
  });
});

describe('an ID number that was corrected by hand', () => {
  const old = cellOf(santang, 'RESIDENTS', 4, 'idNumber');
  const right = idOf('1977-07-07', 777);
  const sheets = withCell(santang, 'RESIDENTS', 4, 'idNumber', right);

  async function corrected(): Promise<Person> {
    await desk.bring(santang);
    const before = await personBy(old);
    if (before === undefined) throw new Error('nobody has the number');
    await desk.as('clerk').people.correctPerson({ requestId: tap(), personId: before._id, idNumber: right, reason: '抄错了' });
    return before;
  }

  const everybody = async () => (await desk.store.find('people', { where: { village: SANTANG }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 100 })).items;

  it('is the same person\'s when a sheet brings it, and nobody is added', async () => {
    const before = await corrected();
    const count = (await everybody()).length;
    const checked = await desk.check(filesOf(sheets));
    expect(partOf(checked, SANTANG)).toMatchObject({ people: { ...NOTHING, same: 6 } });
    expect(checked.problems).toBe(0);
    await desk.load(checked);
    expect((await everybody()).length).toBe(count);
    expect(await desk.store.get('people', before._id)).toMatchObject({ status: 'ACTIVE', bornOn: '1977-07-07', idKey: personIdOf(desk.platform.sealer, COUNTY, right) });
    expect((await personBy(right))?.aliasOf).toBe(before._id);
    const household = await desk.store.get('households', before.householdId);
    expect(household?.memberIds).toEqual([before._id]);
  });

  it('is no longer taken by its old digits: the row is shown, and nobody is changed', async () => {
    const before = await corrected();
    const checked = await desk.check(filesOf(santang));
    expect((await desk.problems(checked)).map(({ problem }) => problem)).toContain('ID_NUMBER_CORRECTED');
    expect(await desk.store.get('people', before._id)).toMatchObject({ bornOn: '1977-07-07', status: 'ACTIVE' });
  });

  it('is nobody else\'s: neither added nor corrected to', async () => {
    const before = await corrected();
    const other = (await everybody()).find(({ _id }) => _id !== before._id);
    await expect(desk.as('clerk').people.correctPerson({ requestId: tap(), personId: other?._id ?? '', idNumber: right, reason: '抄错了' })).rejects.toMatchObject({ code: 'PERSON_EXISTS', data: { village: '三塘村' } });
    await expect(desk.as('clerk').people.addPerson({ requestId: tap(), village: SANTANG, name: '另一人', idNumber: right, household: { kind: 'EXISTING', id: before.householdId }, reason: 'MISSED' })).rejects.toMatchObject({ code: 'PERSON_EXISTS', data: { village: '三塘村' } });
  });

  it('that was itself mistyped blocks no sheet in which its real holder stands', async () => {
    const before = await corrected();
    await desk.as('clerk').people.correctPerson({ requestId: tap(), personId: before._id, idNumber: idOf('1978-08-08', 888), reason: '又抄错了' });
    const checked = await desk.check(filesOf(sheets));
    expect((await desk.problems(checked)).map(({ problem }) => problem)).not.toContain('ID_NUMBER_CORRECTED');
    expect(partOf(checked, SANTANG)).toMatchObject({ people: { add: 1 } });
  });

  it('can be set back, and again', async () => {
    const before = await corrected();
    for (const idNumber of [old, right]) await desk.as('clerk').people.correctPerson({ requestId: tap(), personId: before._id, idNumber, reason: '又改' });
    expect(await desk.store.get('people', before._id)).toMatchObject({ bornOn: '1977-07-07' });
    expect(partOf(await desk.check(filesOf(sheets)), SANTANG)).toMatchObject({ people: { ...NOTHING, same: 6 } });
  });
});
