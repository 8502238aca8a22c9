/** Reads the cells of one row. Spaces and full-width characters are tidied; everything else that is off is a finding. */
import type { CivilDate } from '../basics/ids';
import type { Result } from '../basics/result';
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

/** Reports something about a row, or about one of its cells. */
export function reportOn(report: Report, row: RawRow, field: string | undefined, code: FindingCode, data: FindingData = {}): void {
  const text = field === undefined ? '' : (row.cells[columnIndex(row.kind, field)] ?? '');
  report({ at: { source: row.source, row: row.row }, kind: row.kind, field, value: field === undefined ? '' : shownValue(field, text), code, data });
}

/** One row's cells by field. Every reader answers undefined after reporting what is wrong. */
export interface Cells {
  /** The tidied text; empty where there is none. */
  readonly text: (field: string, max: number) => string | undefined;
  readonly required: (field: string, max: number) => string | undefined;
  readonly name: (field: string) => string | undefined;
  readonly idNumber: (field: string) => IdNumber | undefined;
  /** Undefined also where the cell is empty; `failed` tells the two apart. */
  readonly optionalIdNumber: (field: string) => IdNumber | undefined;
  readonly mobile: (field: string) => string | undefined;
  readonly yesOrNo: (field: string) => boolean | undefined;
  /** A day between the two, both included. */
  readonly day: (field: string, first: CivilDate, last: CivilDate) => CivilDate | undefined;
  readonly isEmpty: (field: string) => boolean;
  readonly fail: (field: string, code: FindingCode, data?: FindingData) => void;
  /** Whether anything of the row was reported so far. */
  readonly failed: () => boolean;
}

const YES: ReadonlySet<string> = new Set(['是', '可以', '同意', '公开', 'Y', 'y', 'YES', 'yes', '1', '√', '✓']);
const NO: ReadonlySet<string> = new Set(['否', '不', '不可以', '不同意', '不公开', 'N', 'n', 'NO', 'no', '0', '×']);

export function cellsOf(row: RawRow, report: Report, today: CivilDate): Cells {
  let bad = false;

  function fail(field: string, code: FindingCode, data: FindingData = {}): void {
    bad = true;
    reportOn(report, row, field, code, data);
  }
  /** The text, or undefined when the cell cannot be trusted. */
  function raw(field: string): string | undefined {
    const index = columnIndex(row.kind, field);
    const fault = row.faults?.[index];
    if (fault === undefined) return row.cells[index] ?? '';
    fail(field, fault === 'NUMBER_ROUNDED' && ID_FIELDS.has(field) ? 'ID_NUMBER_ROUNDED' : fault);
    return undefined;
  }
  function isEmpty(field: string): boolean {
    const index = columnIndex(row.kind, field);
    return row.faults?.[index] === undefined && tidyCell(row.cells[index] ?? '') === '';
  }
  function text(field: string, max: number): string | undefined {
    const cell = raw(field);
    if (cell === undefined) return undefined;
    const plain = tidyCell(cell);
    if (lengthOf(plain) <= max) return plain;
    fail(field, 'CELL_TOO_LONG', { max });
    return undefined;
  }
  function parsed<T>(field: string, parse: (cell: string) => Result<T, { readonly code: FindingCode | 'MOBILE_MISSING' }>): T | undefined {
    const cell = raw(field);
    if (cell === undefined) return undefined;
    const answer = parse(cell);
    if (answer.ok) return answer.value;
    const { code, ...data } = answer.reason;
    fail(field, code === 'MOBILE_MISSING' ? 'CELL_EMPTY' : code, data);
    return undefined;
  }
  const idNumber = (field: string) => parsed(field, (cell) => parseIdNumber(cell, today));

  return {
    text,
    required(field, max) {
      const plain = text(field, max);
      if (plain === '') fail(field, 'CELL_EMPTY');
      return plain === '' ? undefined : plain;
    },
    name: (field) => parsed(field, parseName),
    idNumber,
    optionalIdNumber: (field) => (isEmpty(field) ? undefined : idNumber(field)),
    mobile: (field) => (isEmpty(field) ? undefined : parsed(field, parseMobile)),
    yesOrNo(field) {
      const plain = text(field, 20);
      if (plain === undefined || plain === '') return undefined;
      if (YES.has(plain) || NO.has(plain)) return YES.has(plain);
      fail(field, 'YES_OR_NO');
      return undefined;
    },
    day(field, first, last) {
      const cell = isEmpty(field) ? undefined : raw(field);
      if (cell === undefined) return undefined;
      const day = parseDay(cell);
      if (day === undefined) fail(field, 'DAY_UNREADABLE');
      else if (day < first || day > last) fail(field, 'DAY_OUTSIDE', { first, last });
      else return day;
      return undefined;
    },
    isEmpty,
    fail,
    failed: () => bad,
  };
}
