/** Reads rows kind by kind. A row with anything wrong in it is reported and left out of what follows. */
import { isAreaCode, levelOf, type AreaCode, type VillageCode } from '../areas/code';
import { addCivilDays, addCivilMonths } from '../basics/civil-time';
import { exhaustive } from '../basics/exhaustive';
import type { CivilDate } from '../basics/ids';
import type { Point } from '../grid/grid';
import { tidyCell } from '../basics/text';
import { parseIdNumber } from '../people/id-number';
import { parseName } from '../people/name';
import { Cells, type Report } from './cells';
import { COLUMNS, columnIndex } from './columns';
import type { Villages } from './directory';
import { HEAD_ROLES, parseRole, ROLE_WORDS, roleWord } from './role-words';
import type { GridRow, HeadRow, HeadSource, HouseholdRow, RawRow, ResidentRow, RoleRow, Sheets } from './rows';

/** What the rows of one village are read against. */
export interface Reading {
  readonly unit: AreaCode;
  readonly today: CivilDate;
  readonly villages: Villages;
  /** The county's departments: code and name. */
  readonly departments: readonly { readonly code: string; readonly name: string }[];
}

/** Longest texts; the contract holds single entries to the same. */
const MAX = { name: 20, number: 30, address: 100, code: 40 } as const;
/** Nobody holds a post since before the village committees; and none is given more than a term ahead. */
const FIRST_DAY = '1980-01-01';
const YEARS_AHEAD = 10;

const LEVELS: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['1', 1], ['一', 1], ['一级', 1], ['1级', 1], ['一级网格', 1], ['片区', 1],
  ['2', 2], ['二', 2], ['二级', 2], ['2级', 2], ['二级网格', 2], ['村民小组', 2], ['小组', 2],
  ['3', 3], ['三', 3], ['三级', 3], ['3级', 3], ['三级网格', 3], ['中心户', 3],
]);

const SOURCES: ReadonlyMap<string, HeadSource> = new Map([
  ['推选', 'ELECTED'], ['选举', 'ELECTED'], ['推选产生', 'ELECTED'],
  ['选聘', 'APPOINTED'], ['聘任', 'APPOINTED'], ['选聘党员', 'APPOINTED'], ['选聘代表', 'APPOINTED'],
  ['兼任', 'CONCURRENT'], ['两委兼任', 'CONCURRENT'],
]);

/** Reads all rows of a unit. */
export function parseRows(rows: readonly RawRow[], reading: Reading, report: Report): Sheets {
  const sheets = { grids: [] as GridRow[], heads: [] as HeadRow[], households: [] as HouseholdRow[], residents: [] as ResidentRow[], roles: [] as RoleRow[], kinds: new Set<RawRow['kind']>() };
  const leftOut = { households: new Set<string>(), idNumbers: new Set<string>(), homes: new Set<string>(), names: new Set<string>(), grids: false, roles: false };
  for (const raw of rows) {
    const cells = new Cells(raw, report, reading.today);
    const only = onlyField(raw);
    if (only !== undefined) {
      cells.fail(only, 'ROW_ALMOST_EMPTY');
      continue;
    }
    for (const { field, code, data } of raw.found ?? []) cells.fail(field, code, data);
    // Only the finding came along; the row itself is read where it stands.
    if (raw.cells.length === 0) continue;
    sheets.kinds.add(raw.kind);
    switch (raw.kind) {
      case 'GRIDS':
        pushIfRead(sheets.grids, parseGrid(raw, cells, reading));
        break;
      case 'HEADS':
        pushIfRead(sheets.heads, parseHead(raw, cells, reading));
        break;
      case 'HOUSEHOLDS':
        pushIfRead(sheets.households, parseHousehold(raw, cells));
        break;
      case 'RESIDENTS':
        pushIfRead(sheets.residents, parseResident(raw, cells, reading));
        break;
      case 'ROLES':
        pushIfRead(sheets.roles, parseRoleRow(raw, cells, reading));
        break;
      default:
        exhaustive(raw.kind);
    }
    if (!cells.failed) continue;
    if (raw.kind === 'HOUSEHOLDS') leftOut.households.add(plainCell(raw, 'household'));
    if (raw.kind === 'RESIDENTS') {
      leftOut.idNumbers.add(plainCell(raw, 'idNumber'));
      leftOut.homes.add(plainCell(raw, 'household'));
      const name = parseName(raw.cells[columnIndex(raw.kind, 'name')] ?? '');
      if (name.ok && !parseIdNumber(plainCell(raw, 'idNumber'), reading.today).ok) leftOut.names.add(name.value);
    }
    if (raw.kind === 'GRIDS') leftOut.grids = true;
    if (raw.kind === 'ROLES') leftOut.roles = true;
  }
  return { ...sheets, leftOut };
}

/** The one field that a row has anything in; a line of the sheet of heads may name a grid and nobody. */
function onlyField({ kind, cells, faults }: RawRow): string | undefined {
  const filled = kind === 'HEADS' || faults !== undefined ? [] : cells.flatMap((cell, at) => (tidyCell(cell) === '' ? [] : [COLUMNS[kind][at]?.field]));
  return filled.length === 1 ? filled[0] : undefined;
}

/**
 * A grid's full code from how a sheet writes it: `1.3.1`, `1-3-1`, or with the village's code before it. `other` is the
 * village that it names instead of this one.
 */
export function gridCodeOf(village: VillageCode, text: string): { readonly code?: AreaCode; readonly other?: VillageCode } {
  const plain = text.replace(/[。．、]/g, '.').replace(/[－—–_]/g, '-').replace(/ /g, '');
  const whole = /^(\d{12})-?(.+)$/.exec(plain);
  const prefix = whole?.[1];
  if (prefix !== undefined && prefix !== village) return { other: prefix };
  const steps = (whole?.[2] ?? plain).split(/[.-]/).map((step) => step.replace(/^0+(?=\d)/, ''));
  const code = `${village}-${steps.join('.')}`;
  return isAreaCode(code) ? { code } : {};
}

function parseGrid(raw: RawRow, cells: Cells, { unit }: Reading): GridRow | undefined {
  const text = cells.required('grid', MAX.code);
  const name = cells.required('name', MAX.name);
  const levelText = cells.text('level', MAX.name);
  const centre = parseCentre(cells);
  const found = text === undefined ? {} : gridCodeOf(unit, text);
  if (found.other !== undefined) cells.fail('grid', 'GRID_OTHER_VILLAGE', { village: found.other });
  else if (text !== undefined && found.code === undefined) cells.fail('grid', 'GRID_CODE');
  const level = found.code === undefined ? undefined : (Number(levelOf(found.code).slice(-1)) as 1 | 2 | 3);
  if (levelText !== undefined && levelText !== '' && level !== undefined && LEVELS.get(levelText) !== level) cells.fail('level', 'GRID_LEVEL_DIFFERS', { level });
  if (cells.failed || found.code === undefined || level === undefined || name === undefined) return undefined;
  return { raw, code: found.code, level, name, ...(centre && { centre }) };
}

/** Three decimals, a hundred metres: enough to choose a grid by, and no more is kept (CODE-08). */
function parseCentre(cells: Cells): Point | undefined {
  if (cells.isEmpty('latitude') && cells.isEmpty('longitude')) return undefined;
  const latitude = Number(cells.required('latitude', MAX.name));
  const longitude = Number(cells.required('longitude', MAX.name));
  // The corners of the country; a pair outside is most likely the two figures swapped.
  const inside = latitude > 3 && latitude < 54 && longitude > 73 && longitude < 136;
  if (!inside && !cells.failed) cells.fail('latitude', 'GRID_CENTRE');
  return inside ? { latitude: Math.round(latitude * 1000) / 1000, longitude: Math.round(longitude * 1000) / 1000 } : undefined;
}

function parseHead(raw: RawRow, cells: Cells, { today }: Reading): HeadRow | undefined {
  const grid = cells.required('grid', MAX.code);
  const vacant = (cells.isEmpty('name') || ['空缺', '暂缺', '无', '缺'].includes(cells.text('name', MAX.name) ?? '')) && cells.isEmpty('idNumber');
  const name = vacant ? undefined : cells.name('name');
  const id = vacant ? undefined : cells.idNumber('idNumber');
  const mobile = cells.mobile('phone');
  const phoneShown = cells.yesOrNo('phoneShown');
  const since = cells.day('since', FIRST_DAY, addCivilMonths(today, 12));
  const sourceText = cells.text('source', MAX.name) ?? '';
  const source = sourceText === '' ? 'ELECTED' : SOURCES.get(sourceText);
  if (source === undefined) cells.fail('source', 'SOURCE_UNKNOWN');
  if (cells.failed || grid === undefined || source === undefined) return undefined;
  return { raw, grid: { grid, group: '' }, ...(name !== undefined && id !== undefined && { holder: { name, id } }), mobile, phoneShown, since, source };
}

function parseHousehold(raw: RawRow, cells: Cells): HouseholdRow | undefined {
  const number = cells.required('household', MAX.number);
  const headName = cells.name('name');
  const headId = cells.optionalIdNumber('idNumber');
  const grid = cells.text('grid', MAX.code);
  const group = cells.text('group', MAX.name);
  const address = cells.text('address', MAX.address);
  const liaisons = ([['PARTY', 'partyLiaison'], ['DEPUTY', 'deputyLiaison']] as const).flatMap(([line, field]) => {
    const id = cells.optionalIdNumber(field);
    return id === undefined ? [] : [{ line, field, id }];
  });
  if (grid === '' && group === '') cells.fail('grid', 'CELL_EMPTY');
  if (cells.failed || number === undefined || headName === undefined || grid === undefined || group === undefined || address === undefined) return undefined;
  return { raw, number, headName, headId, grid: { grid, group }, address, liaisons };
}

function parseResident(raw: RawRow, cells: Cells, { today }: Reading): ResidentRow | undefined {
  const number = cells.required('household', MAX.number);
  const name = cells.name('name');
  const id = cells.idNumber('idNumber');
  const sexText = cells.text('sex', MAX.name);
  const sex = sexText === undefined || sexText === '' ? undefined : /^(男|男性|M|m|1)$/.test(sexText) ? 'M' : /^(女|女性|F|f|2)$/.test(sexText) ? 'F' : 'UNKNOWN';
  const bornOn = cells.day('bornOn', '1900-01-01', today);
  const mobile = cells.mobile('phone');
  const relation = cells.text('relation', MAX.name);
  const grid = cells.text('grid', MAX.code);
  const group = cells.text('group', MAX.name);
  if (sex === 'UNKNOWN') cells.fail('sex', 'SEX_UNKNOWN');
  else if (sex !== undefined && id !== undefined && sex !== id.sex) cells.fail('sex', 'SEX_DIFFERS');
  if (bornOn !== undefined && id !== undefined && bornOn !== id.bornOn) cells.fail('bornOn', 'BIRTH_DIFFERS', { bornOn: id.bornOn });
  if (cells.failed || number === undefined || name === undefined || id === undefined || grid === undefined || group === undefined) return undefined;
  return { raw, number, name, id, mobile, isHouseholder: /^(户主|本人|本人或户主|户主本人)$/.test(relation ?? ''), grid: { grid, group } };
}

function parseRoleRow(raw: RawRow, cells: Cells, reading: Reading): RoleRow | undefined {
  const name = cells.name('name');
  const id = cells.idNumber('idNumber');
  const roleText = cells.required('role', MAX.name);
  const role = roleText === undefined ? undefined : parseRole(roleText);
  const area = parseRoleArea(cells, reading);
  const unit = parseUnit(cells, reading);
  const from = cells.day('from', FIRST_DAY, addCivilMonths(reading.today, 12));
  const to = cells.day('to', FIRST_DAY, addCivilMonths(reading.today, 12 * YEARS_AHEAD));
  const mobile = cells.mobile('phone');
  const phoneShown = cells.yesOrNo('phoneShown');
  if (roleText !== undefined && role === undefined) cells.fail('role', 'ROLE_UNKNOWN');
  if (role !== undefined && HEAD_ROLES.has(role)) cells.fail('role', 'ROLE_IN_HEADS', { role: roleWord(role) });
  else if (role !== undefined && area !== undefined && !ROLE_WORDS[role].over.includes(levelOf(area))) cells.fail('area', 'ROLE_AREA_LEVEL', { role: roleWord(role), level: ROLE_WORDS[role].over.join(' ') });
  if (role === 'DEPARTMENT' && unit === undefined && cells.isEmpty('unit')) cells.fail('unit', 'CELL_EMPTY');
  if (from !== undefined && to !== undefined && to < from) cells.fail('to', 'DAYS_REVERSED', { from });
  if (cells.failed || name === undefined || id === undefined || role === undefined || area === undefined) return undefined;
  return { raw, name, id, role, area, unit: role === 'DEPARTMENT' ? unit : undefined, from, to, mobile, phoneShown };
}

function parseRoleArea(cells: Cells, { villages, unit }: Reading): AreaCode | undefined {
  if (unit.length === 12 && cells.isEmpty('area')) return unit;
  const text = cells.required('area', MAX.code);
  if (text === undefined) return undefined;
  const area = roleAreaOf(text, villages);
  if (area === undefined) cells.fail('area', 'ROLE_AREA_UNKNOWN');
  else if (!area.startsWith(unit)) cells.fail('area', 'AREA_OUTSIDE', { area: villages.nameOf(unit) });
  else return area;
  return undefined;
}

/** The area that a cell of the sheet of roles names: a code, with or without a grid, or a name that only one area has. */
export function roleAreaOf(text: string, villages: Villages): AreaCode | undefined {
  const village = /^\d{12}/.exec(text)?.[0];
  if (village !== undefined && text.length > 12) return villages.nameOf(village) === village ? undefined : gridCodeOf(village, text).code;
  const named = villages.areaNamed(text);
  return named.length === 1 ? named[0] : undefined;
}

function parseUnit(cells: Cells, { departments }: Reading): string | undefined {
  const text = cells.text('unit', MAX.code);
  if (text === undefined || text === '') return undefined;
  const department = departments.find(({ code, name }) => code === text || name === text || name === `县${text}`);
  if (department === undefined) cells.fail('unit', 'ROLE_UNIT_UNKNOWN');
  return department?.code;
}

/** The last day before a post begins: when a grant that it replaces ends. */
export function dayBefore(day: CivilDate): CivilDate {
  return addCivilDays(day, -1);
}

function plainCell(raw: RawRow, field: string): string {
  return tidyCell(raw.cells[columnIndex(raw.kind, field)] ?? '').toUpperCase();
}

function pushIfRead<T>(rows: T[], row: T | undefined): void {
  if (row !== undefined) rows.push(row);
}
