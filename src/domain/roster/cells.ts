/** Reads the cells of one row. Spaces and full-width characters are tidied; everything else that is off is a finding. */
import type { CivilDate } from '../basics/ids';
import { refused, type Result } from '../basics/result';
import { lengthOf, tidyCell } from '../basics/text';
import { maskIdNumber, parseIdNumber, type IdNumber } from '../people/id-number';
import { maskMobile, parseMobile } from '../people/mobile';
import { parseName } from '../people/name';
import { columnIndex } from './columns';
import { parseDay } from './day';
import type { Finding, FindingCode, FindingData } from './problem';
import type { RawRow } from './rows';

/** Where findings go while a village is read. */
export type Report = (finding: Finding) => void;

/** Fields whose content is shown masked (PRV-12). */
const ID_FIELDS: ReadonlySet<string> = new Set(['idNumber', 'partyLiaison', 'deputyLiaison']);

/** What a finding shows of a cell: enough to find it, not the whole number (PRV-12). */
export function shownValue(field: string, text: string): string {
  const plain = tidyCell(text);
  if (ID_FIELDS.has(field)) return plain.length > 10 ? maskIdNumber(plain) : plain;
  if (field === 'phone') return plain.length > 7 ? maskMobile(plain) : plain;
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

/** What a finding shows of a line that is no row, or of a title: nobody's number stands in it whole (PRV-12). */
export function shownText(text: string): string {
  return tidyCell(text).replace(/\d{15,18}[Xx]?/g, maskIdNumber).replace(/1\d{10}(?!\d)/g, maskMobile).slice(0, LONGEST_TEXT);
}

const LONGEST_TEXT = 60;

/** Reports something about a row, or about one of its cells. */
export function reportOn(report: Report, row: RawRow, field: string | undefined, code: FindingCode, data: FindingData = {}): void {
  const text = field === undefined ? '' : (row.cells[columnIndex(row.kind, field)] ?? '');
  report({ at: { source: row.source, row: row.row }, kind: row.kind, field, value: field === undefined ? '' : shownValue(field, text), code, data });
}

/** A number as a cell that is kept as a number shows it. */
export function withoutZeros(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}

/** Where the row that this one collides with stands: rows of several files are numbered each from its own beginning. */
export function placeOf({ source, row }: RawRow): { readonly source: number; readonly row: number } {
  return { source, row };
}

/** What stands in the cell of somebody who has none. */
const NO_PHONE: ReadonlySet<string> = new Set(['无', '没有', '暂无', '无手机', '-', '—', '/']);

function severalMobiles(cell: string): boolean {
  const parts = tidyCell(cell).split(/[/、,，;；或 ]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => parseMobile(part).ok);
}

const YES: ReadonlySet<string> = new Set(['是', '可以', '同意', '公开', 'Y', 'y', 'YES', 'yes', '1', '√', '✓']);
const NO: ReadonlySet<string> = new Set(['否', '不', '不可以', '不同意', '不公开', 'N', 'n', 'NO', 'no', '0', '×']);

/** One row's cells by field. Every reader answers undefined after reporting what is wrong. */
export class Cells {
  /** Whether anything of the row was reported so far. */
  failed = false;

  constructor(
    private readonly row: RawRow,
    private readonly report: Report,
    private readonly today: CivilDate,
  ) {}

  fail(field: string, code: FindingCode, data: FindingData = {}): void {
    this.failed = true;
    reportOn(this.report, this.row, field, code, data);
  }

  isEmpty(field: string): boolean {
    const index = columnIndex(this.row.kind, field);
    return this.row.faults?.[index] === undefined && tidyCell(this.row.cells[index] ?? '') === '';
  }

  /** The tidied text; empty where there is none. */
  text(field: string, max: number): string | undefined {
    const cell = this.raw(field);
    if (cell === undefined) return undefined;
    const plain = tidyCell(cell);
    if (plain.length <= max || lengthOf(plain) <= max) return plain;
    this.fail(field, 'CELL_TOO_LONG', { max });
    return undefined;
  }

  required(field: string, max: number): string | undefined {
    const plain = this.text(field, max);
    if (plain !== '') return plain;
    this.fail(field, 'CELL_EMPTY');
    return undefined;
  }

  name(field: string): string | undefined {
    return this.parsed(field, parseName);
  }

  idNumber(field: string): IdNumber | undefined {
    return this.parsed(field, (cell) => {
      const answer = parseIdNumber(cell, this.today);
      // A spreadsheet keeps fifteen digits and fills up with zeros; saved as CSV they look like any others.
      return !answer.ok && answer.reason.code === 'ID_NUMBER_CHECK_DIGIT' && cell.trim().endsWith('000') ? refused({ code: 'ID_NUMBER_ROUNDED' as const }) : answer;
    });
  }

  /** Undefined also where the cell is empty; `failed` tells the two apart. */
  optionalIdNumber(field: string): IdNumber | undefined {
    return this.isEmpty(field) ? undefined : this.idNumber(field);
  }

  mobile(field: string): string | undefined {
    if (this.isEmpty(field) || NO_PHONE.has(tidyCell(this.row.cells[columnIndex(this.row.kind, field)] ?? ''))) return undefined;
    return this.parsed(field, (cell) => {
      const answer = parseMobile(cell);
      // Which of them is theirs is not for a program to say.
      return !answer.ok && severalMobiles(cell) ? refused({ code: 'MOBILE_SEVERAL' as const }) : answer;
    });
  }

  yesOrNo(field: string): boolean | undefined {
    const plain = this.text(field, 20);
    if (plain === undefined || plain === '') return undefined;
    if (YES.has(plain) || NO.has(plain)) return YES.has(plain);
    this.fail(field, 'YES_OR_NO');
    return undefined;
  }

  /** A day between the two, both included. */
  day(field: string, first: CivilDate, last: CivilDate): CivilDate | undefined {
    const cell = this.isEmpty(field) ? undefined : this.raw(field);
    if (cell === undefined) return undefined;
    const day = parseDay(cell);
    if (day !== undefined && day >= first && day <= last) return day;
    if (day === undefined) this.fail(field, 'DAY_UNREADABLE');
    else this.fail(field, 'DAY_OUTSIDE', { first, last });
    return undefined;
  }

  /** The text, or undefined when the cell cannot be trusted. */
  private raw(field: string): string | undefined {
    const index = columnIndex(this.row.kind, field);
    const fault = this.row.faults?.[index];
    if (fault === undefined) return this.row.cells[index] ?? '';
    this.fail(field, fault === 'NUMBER_ROUNDED' && ID_FIELDS.has(field) ? 'ID_NUMBER_ROUNDED' : fault);
    return undefined;
  }

  private parsed<T>(field: string, parse: (cell: string) => Result<T, { readonly code: FindingCode | 'MOBILE_MISSING' }>): T | undefined {
    const cell = this.raw(field);
    if (cell === undefined) return undefined;
    const answer = parse(cell);
    if (answer.ok) return answer.value;
    const { code, ...data } = answer.reason;
    this.fail(field, code === 'MOBILE_MISSING' ? 'CELL_EMPTY' : code, data);
    return undefined;
  }
}
