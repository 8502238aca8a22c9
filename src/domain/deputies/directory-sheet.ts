/** A town's directory as an office keeps it: three tables, and what is wrong with a cell of them (DEP-01..03). */
import { isAreaCode, isWithin, type AreaCode, type TownCode } from '../areas/code';
import type { CivilDate } from '../basics/ids';
import { lastFourOf } from '../people/id-number';
import { parseMobile } from '../people/mobile';
import { CellReader, type CellProblem, type ReadRow } from '../roster/cell-reader';
import { parseDay } from '../roster/day';
import type { Constituency, DeputyLevel, Station } from './congress';

export const DIRECTORY_TABLES = ['STATIONS', 'CONSTITUENCIES', 'DEPUTIES'] as const;
export type DirectoryTable = (typeof DIRECTORY_TABLES)[number];

/** What sheets and columns are called; the first name is the one a workbook of ours has. */
export const DIRECTORY_TABLE_NAMES: Readonly<Record<DirectoryTable, string>> = { STATIONS: '联络站', CONSTITUENCIES: '选区', DEPUTIES: '代表' };

interface Column {
  readonly field: string;
  readonly names: readonly string[];
  readonly required?: true;
  readonly width: number;
}

export const DIRECTORY_COLUMNS: Readonly<Record<DirectoryTable, readonly Column[]>> = {
  STATIONS: [
    { field: 'station', names: ['站名', '联络站名称', '联络站'], required: true, width: 24 },
    { field: 'address', names: ['地址', '站址', '在哪里'], required: true, width: 32 },
    { field: 'open', names: ['开放时间', '开门时间', '什么时候开门'], required: true, width: 24 },
    { field: 'stationPhone', names: ['站上电话', '联系电话', '电话'], width: 16 },
    { field: 'duty', names: ['值班安排', '值班', '谁值班'], width: 40 },
  ],
  CONSTITUENCIES: [
    { field: 'constituency', names: ['选区名称', '选区'], required: true, width: 20 },
    { field: 'level', names: ['选哪一级', '级别'], required: true, width: 10 },
    { field: 'areas', names: ['包括的村', '范围', '所辖村'], required: true, width: 40 },
    { field: 'roll', names: ['选民名单', '名单来源'], required: true, width: 14 },
    { field: 'seats', names: ['名额', '应选名额'], required: true, width: 8 },
    { field: 'from', names: ['起始日期', '从哪天起'], required: true, width: 12 },
  ],
  DEPUTIES: [
    { field: 'name', names: ['姓名', '代表姓名'], required: true, width: 12 },
    { field: 'id', names: ['身份证号', '身份证后四位', '公民身份号码'], width: 20 },
    { field: 'level', names: ['级别', '哪级代表', '代表级别'], required: true, width: 10 },
    { field: 'term', names: ['届次', '第几届'], required: true, width: 12 },
    { field: 'constituency', names: ['选区', '选区名称', '所属选区'], width: 16 },
    { field: 'group', names: ['代表小组', '小组'], width: 16 },
    { field: 'station', names: ['联络站', '所属联络站', '站名'], required: true, width: 24 },
    { field: 'job', names: ['职业职务', '职务', '职业', '工作单位及职务'], required: true, width: 24 },
    { field: 'hours', names: ['接待时间', '什么时候能找到'], width: 24 },
    { field: 'phone', names: ['手机号', '手机号码', '联系电话', '电话'], width: 14 },
    { field: 'phoneShown', names: ['手机可公开', '同意公开', '公开电话'], width: 12 },
    { field: 'from', names: ['任职日期', '当选日期', '起始日期'], required: true, width: 12 },
  ],
};

const LEVEL_OF: readonly (readonly [RegExp, DeputyLevel])[] = [[/^全国/, 'NATION'], [/^省/, 'PROVINCE'], [/^市/, 'CITY'], [/^[县区]/, 'COUNTY'], [/^[镇乡]/, 'TOWN']];
export const SHEET_LEVELS: Readonly<Record<DeputyLevel, string>> = { TOWN: '镇', COUNTY: '县', CITY: '市', PROVINCE: '省', NATION: '全国' };
export const SHEET_ROLLS: Readonly<Record<Constituency['roll'], string>> = { REGISTERED: '登记选民', RESIDENTS: '常住居民' };
const ROLL_WORDS: Readonly<Record<string, Constituency['roll']>> = { 登记选民: 'REGISTERED', 选民: 'REGISTERED', 常住居民: 'RESIDENTS', 居民: 'RESIDENTS', 住在这里的: 'RESIDENTS' };

/** In a phone's place: the deputy does not want it shown. */
export const HIDDEN = 'HIDDEN';

/** As long as the forms take them. */
const LONGEST = { line: 60, job: 40, term: 20, duty: 300, phone: 20 } as const;

export interface Place {
  readonly sheet: string;
}

export interface DirectoryProblemAt extends CellProblem, Place {}

export interface DirectoryRow extends ReadRow, Place {}

/** What one row says, beside how to put down that it cannot be. */
export interface Said<T> {
  readonly value: T;
  readonly fail: (field: string, problem: string) => void;
}

export type StationSaid = Omit<Station, 'id'>;
export type ConstituencySaid = Omit<Constituency, 'id' | 'to'>;
export interface DeputySaid {
  readonly name: string;
  /** As the cell has it: empty, the last four, or the whole number. */
  readonly idNumber: string;
  readonly level: DeputyLevel;
  readonly term: string;
  readonly constituency?: string;
  readonly group?: string;
  readonly station: string;
  readonly job: string;
  readonly hours?: string;
  /** Only with the deputy's consent (LNS-05). `HIDDEN` takes away the one that stands there. */
  readonly phone?: string;
  readonly from: CivilDate;
}

export interface DirectorySaid {
  readonly stations: readonly Said<StationSaid>[];
  readonly constituencies: readonly Said<ConstituencySaid>[];
  readonly deputies: readonly Said<DeputySaid>[];
  /** Grows while the rows are judged further. */
  readonly problems: DirectoryProblemAt[];
}

interface Around {
  readonly town: TownCode;
  readonly villages: readonly { readonly code: AreaCode; readonly name: string }[];
  readonly today: CivilDate;
}

/** Of an ID number only the last four are ever shown (PRV-12), of a phone as little. */
class DirectoryCells extends CellReader<Place> {
  protected override shown(field: string, text: string): string {
    return field === 'id' || field === 'phone' ? text.slice(-4) : text;
  }
}

/** Reads the rows; whatever is wrong is a problem of its cell, and such a row says nothing. */
export function directoryFrom(tables: Readonly<Record<DirectoryTable, readonly DirectoryRow[]>>, around: Around): DirectorySaid {
  const problems: DirectoryProblemAt[] = [];
  function said<T>(rows: readonly DirectoryRow[], keys: readonly [string, ...string[]], read: (cells: DirectoryCells) => T | undefined): Said<T>[] {
    const seen = new Set<string>();
    return rows.flatMap((row) => {
      const cells = new DirectoryCells({ sheet: row.sheet }, row, problems);
      const key = keys.map((field) => row.cells[field]?.text ?? '').join('|');
      if (row.cells[keys[0]]?.text !== '' && seen.has(key)) cells.fail(keys[0], 'TWICE');
      seen.add(key);
      const value = read(cells);
      return cells.failed || value === undefined ? [] : [{ value, fail: (field: string, problem: string) => void cells.fail(field, problem) }];
    });
  }
  return {
    problems,
    stations: said(tables.STATIONS, ['station'], stationSaid),
    constituencies: said(tables.CONSTITUENCIES, ['constituency', 'level'], (cells) => constituencySaid(cells, around)),
    deputies: said(tables.DEPUTIES, ['name', 'id', 'level'], (cells) => deputySaid(cells, around)),
  };
}

function stationSaid(cells: DirectoryCells): StationSaid {
  const phone = cells.optional('stationPhone', LONGEST.phone);
  const duty = cells.optional('duty', LONGEST.duty);
  return { name: cells.needed('station', LONGEST.line), address: cells.needed('address', LONGEST.line), hours: cells.needed('open', LONGEST.line), ...(phone === '' ? {} : { phone }), ...(duty === '' ? {} : { duty }) };
}

function constituencySaid(cells: DirectoryCells, around: Around): ConstituencySaid | undefined {
  const name = cells.needed('constituency', LONGEST.line);
  const level = levelOf(cells);
  if (level !== 'TOWN' && level !== 'COUNTY') {
    // Only these two are elected by voters themselves (选举法 art. 3).
    if (level !== undefined) cells.fail('level', 'LEVEL_NOT_ELECTED');
    return undefined;
  }
  const roll = ROLL_WORDS[cells.needed('roll')] ?? cells.fail('roll', 'ROLL_UNKNOWN');
  const areas = areasOf(cells, around);
  const seats = cells.count('seats');
  const from = dayOf(cells, around.today);
  return roll === undefined || areas === undefined || from === undefined ? undefined : { name, level, areas, roll, seats, from };
}

function deputySaid(cells: DirectoryCells, { today }: Around): DeputySaid | undefined {
  const name = cells.needed('name').replaceAll(' ', '');
  const idNumber = cells.optional('id').replaceAll(' ', '').toUpperCase();
  if (idNumber !== '' && !/^(\d{17}|\d{3})[\dX]$/.test(idNumber)) cells.fail('id', 'ID_OR_LAST_FOUR');
  const level = levelOf(cells);
  const term = cells.needed('term', LONGEST.term);
  const station = cells.needed('station', LONGEST.line);
  const job = cells.needed('job', LONGEST.job);
  const [constituency, group, hours] = [cells.optional('constituency', LONGEST.line), cells.optional('group', LONGEST.job), cells.optional('hours', LONGEST.job)];
  const phone = phoneOf(cells);
  const from = dayOf(cells, today);
  if (level === undefined || from === undefined) return undefined;
  return {
    name, idNumber, level, term, station, job, from,
    ...(constituency === '' ? {} : { constituency }), ...(group === '' ? {} : { group }), ...(hours === '' ? {} : { hours }), ...(phone === undefined ? {} : { phone }),
  };
}

/** A number is taken only beside the word that its owner agreed; nobody's number gets in by an oversight (LNS-05). */
function phoneOf(cells: DirectoryCells): string | undefined {
  const text = cells.text('phone');
  const word = cells.optional('phoneShown');
  if (word === '否') return HIDDEN;
  if (word !== '' && word !== '是') cells.fail('phoneShown', 'YES_OR_NO');
  if (text === '') return undefined;
  if (word === '') return cells.fail('phone', 'PHONE_NOT_AGREED');
  const mobile = parseMobile(text);
  return mobile.ok ? mobile.value : cells.fail('phone', 'MOBILE_NOT_A_NUMBER');
}

function levelOf(cells: DirectoryCells): DeputyLevel | undefined {
  const text = cells.needed('level');
  if (text === '') return undefined;
  return LEVEL_OF.find(([word]) => word.test(text))?.[1] ?? cells.fail('level', 'LEVEL_UNKNOWN');
}

function dayOf(cells: DirectoryCells, today: CivilDate): CivilDate | undefined {
  const text = cells.needed('from');
  if (text === '') return undefined;
  const day = parseDay(text) ?? cells.fail('from', 'DAY_UNREADABLE');
  return day !== undefined && day > today ? cells.fail('from', 'DAY_AHEAD') : day;
}

/** Villages by name or code, or one part of a village by its code. */
function areasOf(cells: DirectoryCells, { town, villages }: Around): readonly AreaCode[] | undefined {
  const words = cells.needed('areas', LONGEST.duty).split(/[、,，;；\s]+/).filter((word) => word !== '');
  const areas = words.map((word) => villages.find(({ code, name }) => code === word || name === word || name === `${word}村`)?.code ?? partOf(word, town, villages));
  const known = areas.flatMap((area) => area ?? []);
  if (known.length < areas.length) return cells.fail('areas', 'AREA_UNKNOWN');
  return [...new Set(known)].sort();
}

function partOf(word: string, town: TownCode, villages: Around['villages']): AreaCode | undefined {
  return isAreaCode(word) && word.includes('-') && villages.some(({ code }) => isWithin(word, code) && isWithin(word, town)) ? word : undefined;
}

/** By what a person is looked for on the roster: the last four, of whatever stands there. */
export function lastFourSaid({ idNumber }: Pick<DeputySaid, 'idNumber'>): string | undefined {
  return idNumber === '' ? undefined : lastFourOf(idNumber);
}
