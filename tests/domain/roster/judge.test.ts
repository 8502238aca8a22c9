/** What is found wrong with a village's sheets, cell by cell and between the rows. */
import { villagesOf } from '@/domain/roster/directory';
import type { Court, Stored } from '@/domain/roster/judge';
import { judgeUnit } from '@/domain/roster/judge-unit';
import { parseRows } from '@/domain/roster/parse-rows';
import { isWarning, PROBLEMS, WARNINGS, type Finding } from '@/domain/roster/problem';
import type { RawRow } from '@/domain/roster/rows';
import { SHEET_KINDS } from '@/domain/roster/sheet';
import { rosterProblemWords } from '@/domain/wording/roster';
import { COUNTY, cellOf, idOf, QUNYING, SANTANG, tablesOf, withCell, withoutRow, withRow, type Tables } from '../../fixtures/roster/sheets';

const TODAY = '2026-11-25';
const villages = villagesOf(
  {
    county: { code: COUNTY, name: '汉阴县' },
    towns: [{ code: '610921107', name: '漩涡镇' }, { code: '610921101', name: '涧池镇' }],
    villages: [{ code: SANTANG, name: '三塘村委会' }, { code: QUNYING, name: '群英村委会' }, { code: '610921107001', name: '集镇社区居委会' }, { code: '610921101001', name: '集镇社区居委会' }],
  },
  COUNTY,
);
const EMPTY: Stored = { households: [], people: [], elsewhere: new Map() };

function rawRows(tables: Tables): readonly RawRow[] {
  return SHEET_KINDS.flatMap((kind, source) => tables[kind].map((cells, at): RawRow => ({ kind, source, row: at + 2, cells })));
}

function judge(tables: Tables, stored: Stored = EMPTY) {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  const sheets = parseRows(rawRows(tables), { unit: SANTANG, today: TODAY, villages, departments: [{ code: 'WATER', name: '县水利局' }] }, report);
  const court: Court = {
    unit: SANTANG,
    nameOf: villages.nameOf,
    today: TODAY,
    settings: { l3: { hhMin: 20, hhMax: 30, ppMin: 70, ppMax: 120 }, routeMaxKm: 3, headPerLevel: 1 },
    keys: { personId: (id) => `p-${id}`, idKey: (id) => `p-${id}`, phoneKey: (mobile) => `t-${mobile}`, householdId: (village, number) => `h-${village}-${number}` },
    stored,
    report,
  };
  return { ...judgeUnit(sheets, court), findings };
}

const good = tablesOf(SANTANG);
const problemsOf = (tables: Tables) => judge(tables).findings.filter(({ code }) => !isWarning(code)).map(({ code, kind, field, at }) => `${code} ${kind} ${at.row} ${field ?? ''}`.trim());
const warningsOf = (tables: Tables) => judge(tables).findings.filter(({ code }) => isWarning(code)).map(({ code }) => code);
const zhang = cellOf(good, 'RESIDENTS', 1, 'idNumber');
const li = cellOf(good, 'RESIDENTS', 2, 'idNumber');
const stranger = idOf('1985-05-05', 901);
const wrongDigit = (id: string) => `${id.slice(0, 17)}${id.endsWith('0') ? '1' : '0'}`;

describe('a village’s sheets', () => {
  it('without fault have no findings at all', () => {
    expect(judge(good).findings).toEqual([]);
  });

  it.each<readonly [string, Tables, readonly string[]]>([
    ['a wrong check digit', withCell(good, 'RESIDENTS', 2, 'idNumber', wrongDigit(li)), ['ID_NUMBER_CHECK_DIGIT RESIDENTS 3 idNumber']],
    ['a rounded ID number', withCell(good, 'RESIDENTS', 2, 'idNumber', '6.10921E+17'), ['ID_NUMBER_ROUNDED RESIDENTS 3 idNumber']],
    ['an ID number that was rounded and written out again', withCell(good, 'RESIDENTS', 2, 'idNumber', `${li.slice(0, 15)}000`), ['ID_NUMBER_ROUNDED RESIDENTS 3 idNumber']],
    ['a birthday to come', withCell(good, 'RESIDENTS', 2, 'idNumber', idOf('2027-01-01', 3)), ['ID_NUMBER_BIRTH_DATE RESIDENTS 3 idNumber']],
    ['the same ID number twice in a household', withRow(good, 'RESIDENTS', good.RESIDENTS[1] ?? []), ['PERSON_TWICE RESIDENTS 8 idNumber']],
    ['a person in two households', withCell(withRow(good, 'RESIDENTS', good.RESIDENTS[1] ?? []), 'RESIDENTS', 7, 'household', '02'), ['PERSON_IN_TWO_HOUSEHOLDS RESIDENTS 8 idNumber']],
    ['a household in two grids', withCell(withRow(good, 'HOUSEHOLDS', good.HOUSEHOLDS[0] ?? []), 'HOUSEHOLDS', 5, 'grid', '1.1.2'), ['HOUSEHOLD_IN_TWO_GRIDS HOUSEHOLDS 6 grid']],
    ['a household twice', withRow(good, 'HOUSEHOLDS', good.HOUSEHOLDS[0] ?? []), ['HOUSEHOLD_TWICE HOUSEHOLDS 6 household']],
    ['a resident whose grid is not the household’s (GRD-08)', withCell(good, 'RESIDENTS', 2, 'grid', '一组西片'), ['PERSON_GRID_DIFFERS RESIDENTS 3 grid']],
    ['a grid nobody drew', withCell(good, 'HOUSEHOLDS', 2, 'grid', '二组东片'), ['GRID_UNKNOWN HOUSEHOLDS 3 grid']],
    ['a grid of another village', withCell(good, 'HOUSEHOLDS', 2, 'grid', `${QUNYING}-1.1.1`), ['GRID_OTHER_VILLAGE HOUSEHOLDS 3 grid']],
    ['a group that is split (GRD-08)', withCell(good, 'HOUSEHOLDS', 2, 'grid', '一组'), ['GRID_TOO_COARSE HOUSEHOLDS 3 grid']],
    ['no grid at all', withCell(withCell(good, 'HOUSEHOLDS', 2, 'grid', ''), 'HOUSEHOLDS', 2, 'group', ''), ['CELL_EMPTY HOUSEHOLDS 3 grid']],
    ['a grid without the one above', withRow(good, 'GRIDS', [SANTANG, '', '2.1', '二组', '', '', '']), ['GRID_PARENT_MISSING GRIDS 6 grid']],
    ['a grid twice', withRow(good, 'GRIDS', good.GRIDS[3] ?? []), ['GRID_TWICE GRIDS 6 grid']],
    ['a level that is not the number’s', withCell(good, 'GRIDS', 2, 'level', '三级'), ['GRID_LEVEL_DIFFERS GRIDS 3 level']],
    ['a centre in the sea', withCell(good, 'GRIDS', 3, 'latitude', '108.5'), ['GRID_CENTRE GRIDS 4 latitude']],
    ['a head who is not on the roster', withCell(withCell(good, 'HEADS', 3, 'idNumber', stranger), 'HEADS', 3, 'name', '外样例'), ['HEAD_NOT_ON_ROSTER HEADS 4 idNumber']],
    ['a head whose name is another’s', withCell(good, 'HEADS', 3, 'name', '李样例'), ['PERSON_NAME_DIFFERS HEADS 4 name']],
    ['two heads of one grid', withRow(good, 'HEADS', good.HEADS[2] ?? []), ['HEAD_TWICE HEADS 6 grid']],
    ['a household the sheet does not list', withCell(good, 'RESIDENTS', 3, 'household', '99'), ['HOUSEHOLD_UNKNOWN RESIDENTS 4 household']],
    ['two heads of a household', withCell(good, 'RESIDENTS', 2, 'relation', '户主'), ['HOUSEHOLDER_TWICE RESIDENTS 3 relation']],
    ['a head of household who lives elsewhere', withCell(good, 'HOUSEHOLDS', 2, 'idNumber', zhang), ['HOUSEHOLDER_NOT_FOUND HOUSEHOLDS 3 idNumber']],
    ['a liaison nobody knows', withCell(good, 'HOUSEHOLDS', 2, 'partyLiaison', stranger), ['LIAISON_UNKNOWN HOUSEHOLDS 3 partyLiaison']],
    ['a role nobody knows', withCell(good, 'ROLES', 2, 'role', '村长助理'), ['ROLE_UNKNOWN ROLES 3 role']],
    ['a head in the sheet of roles', withCell(good, 'ROLES', 2, 'role', '中心户长'), ['ROLE_IN_HEADS ROLES 3 role']],
    ['a role over the wrong kind of area', withCell(good, 'ROLES', 2, 'role', '镇综治中心'), ['ROLE_AREA_LEVEL ROLES 3 area']],
    ['a role of nobody on the roster', withCell(good, 'ROLES', 2, 'idNumber', stranger), ['ROLE_PERSON_UNKNOWN ROLES 3 idNumber']],
    ['an end before the beginning', withCell(good, 'ROLES', 2, 'to', '2019-01-01'), ['DAYS_REVERSED ROLES 3 to']],
    ['a day that is none', withCell(good, 'ROLES', 2, 'from', '2020-02-30'), ['DAY_UNREADABLE ROLES 3 from']],
    ['a day long ago', withCell(good, 'ROLES', 2, 'from', '1911-10-10'), ['DAY_OUTSIDE ROLES 3 from']],
    ['a sex that is not the number’s', withCell(good, 'RESIDENTS', 2, 'sex', '男'), ['SEX_DIFFERS RESIDENTS 3 sex']],
    ['a birthday that is not the number’s', withCell(good, 'RESIDENTS', 3, 'bornOn', '1990-01-03'), ['BIRTH_DIFFERS RESIDENTS 4 bornOn']],
    ['a phone with a digit missing', withCell(good, 'HEADS', 3, 'phone', '1390000000'), ['MOBILE_NOT_A_NUMBER HEADS 4 phone']],
    ['markup for a name', withCell(good, 'RESIDENTS', 3, 'name', '<b>张</b>'), ['NAME_CHARACTER RESIDENTS 4 name']],
    ['an address of 10,000 characters', withCell(good, 'HOUSEHOLDS', 2, 'address', '长'.repeat(10_000)), ['CELL_TOO_LONG HOUSEHOLDS 3 address']],
    ['no duty desk', withoutRow(good, 'ROLES', 1), ['NO_DUTY_DESK ROLES 0']],
  ])('with %s are refused for exactly that', (_what, tables, expected) => {
    expect(problemsOf(tables)).toEqual(expected);
  });

  it.each([
    ['a head under age (HHL-02)', withCell(withCell(withCell(withCell(good, 'RESIDENTS', 3, 'idNumber', idOf('2013-07-08', 5)), 'RESIDENTS', 3, 'bornOn', ''), 'HEADS', 3, 'idNumber', idOf('2013-07-08', 5)), 'HEADS', 3, 'name', '张小例'), ['HEAD_NOT_ADULT']],
    ['a head who lives in another grid (HHL-02)', withCell(withCell(good, 'HEADS', 3, 'idNumber', cellOf(good, 'RESIDENTS', 5, 'idNumber')), 'HEADS', 3, 'name', '王样例'), ['HEAD_NOT_RESIDENT']],
    ['an appointed head who is neither party member nor deputy (GRD-07)', withCell(good, 'HEADS', 3, 'source', '选聘'), ['HEAD_NOT_ENTITLED']],
    ['a level-1 head who is in no committee (GRD-03)', withCell(good, 'HEADS', 1, 'source', '推选'), ['HEAD_NOT_OF_COMMITTEES']],
    ['a head of two levels (GRD-09)', withCell(withCell(good, 'HEADS', 2, 'idNumber', zhang), 'HEADS', 2, 'name', '张样例'), ['HEADS_LEVELS_2_AND_3', 'HEADS_LEVELS_2_AND_3']],
    ['a household nobody lives in', withRow(good, 'HOUSEHOLDS', [SANTANG, '', '05', '空样例', '', '', '1.1.2', '', '', '']), ['HOUSEHOLD_EMPTY']],
    ['a liaison who is no party member', withCell(good, 'HOUSEHOLDS', 2, 'partyLiaison', zhang), ['LIAISON_WITHOUT_ROLE']],
  ])('with %s are warned of and can be loaded', (_what, tables, expected) => {
    expect(problemsOf(tables)).toEqual([]);
    expect(warningsOf(tables)).toEqual(expected);
  });

  it('do not report rows for the faults of the rows they refer to', () => {
    const tables = withCell(withCell(good, 'RESIDENTS', 1, 'idNumber', wrongDigit(zhang)), 'HOUSEHOLDS', 2, 'household', '');
    const codes = problemsOf(withCell(withCell(tables, 'HEADS', 3, 'idNumber', wrongDigit(zhang)), 'HOUSEHOLDS', 1, 'idNumber', wrongDigit(zhang)));
    expect(codes.every((code) => code.startsWith('ID_NUMBER_CHECK_DIGIT') || code.startsWith('CELL_EMPTY') || code.startsWith('HOUSEHOLD_UNKNOWN RESIDENTS 5'))).toBe(true);
  });

  it('may name a grid by number, by name, with the village’s code before it, or in full-width digits', () => {
    for (const grid of ['1.1.1', '一组东片', `${SANTANG}-1.1.1`, `${SANTANG}1-1-1`, '１．１．１', '01.01.01']) {
      expect(judge(withCell(good, 'HOUSEHOLDS', 1, 'grid', grid)).target.households[0]?.grid).toBe(`${SANTANG}-1.1.1`);
    }
  });

  it('whose household numbers lost the zeros before them make no second households', () => {
    const stored: Stored = { ...EMPTY, households: [{ _id: `h-${SANTANG}-01`, village: SANTANG, grid: `${SANTANG}-1.1.1`, number: '01', address: '', memberIds: [], liaisons: [], changedAt: 0 }] };
    const number = (tables: Tables, to: string) => ['HOUSEHOLDS', 'RESIDENTS'].reduce((all, kind) => ({ ...all, [kind]: all[kind as 'HOUSEHOLDS'].map((cells) => cells.map((cell, at) => (at === 2 && cell === '01' ? to : cell))) }), tables);
    const zeros = (tables: Tables) => judge(tables, stored).findings.filter(({ code }) => code === 'HOUSEHOLD_NUMBER_ZEROS').map(({ kind, at, data }) => [kind, at.row, data]);
    expect(zeros(number(good, '1'))).toEqual([['HOUSEHOLDS', 2, { number: '01' }]]);
    expect(zeros(number(good, '001'))).toEqual([['HOUSEHOLDS', 2, { number: '01' }]]);
    expect(zeros(good)).toEqual([]);
    // Both stand in the book: they are two.
    expect(zeros(withRow(good, 'HOUSEHOLDS', [SANTANG, '', '1', '空样例', '', '', '1.1.2', '', '', '']))).toEqual([]);
    expect(isWarning('HOUSEHOLD_NUMBER_ZEROS')).toBe(false);
  });

  it('take a person who died for nobody else’s number', () => {
    const before = judge(good).target.people[0];
    const dead = { _id: before?.id ?? '', name: '张样例', sex: 'M', bornOn: '1960-05-06', idSealed: '', weakKey: '', phoneShown: false, village: SANTANG, householdId: '', grid: '', roles: [], status: 'DECEASED', changedAt: 0 } as const;
    expect(judge(good, { ...EMPTY, people: [dead] }).findings.map(({ code }) => code)).toContain('PERSON_DECEASED');
  });
});

describe('a village’s name', () => {
  it.each([
    [SANTANG, '', SANTANG],
    ['三塘村', '', SANTANG],
    ['三塘村委会', '漩涡镇', SANTANG],
    [' 三塘 村民委员会', '', SANTANG],
    ['集镇社区', '涧池镇', '610921101001'],
  ])('%s %s is understood', (village, town, code) => {
    expect(villages.find(village, town)).toEqual({ ok: true, value: code });
  });

  it.each([
    ['集镇社区', '', 'VILLAGE_AMBIGUOUS'],
    ['没有村', '', 'VILLAGE_UNKNOWN'],
    ['610921107299', '', 'VILLAGE_UNKNOWN'],
    [SANTANG, '涧池镇', 'TOWN_DIFFERS'],
    ['', '', 'VILLAGE_EMPTY'],
  ])('%s %s is never guessed (CODE-03)', (village, town, code) => {
    expect(villages.find(village, town)).toMatchObject({ ok: false, reason: { code } });
  });

  it('outside what is imported is refused', () => {
    const town = villagesOf({ county: { code: COUNTY, name: '汉阴县' }, towns: [], villages: [{ code: SANTANG, name: '三塘村委会' }] }, '610921101');
    expect(town.find(SANTANG, '')).toMatchObject({ ok: false, reason: { code: 'AREA_OUTSIDE' } });
  });
});

describe('the words', () => {
  it.each([...PROBLEMS, ...WARNINGS])('for %s say something a clerk can act on', (code) => {
    const words = rosterProblemWords(code, {});
    expect(words).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(words).not.toContain('！');
    expect(words).not.toContain('undefined');
  });
});
