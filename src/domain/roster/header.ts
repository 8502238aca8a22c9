/** Finds the heading among the first lines of a sheet, and what the sheet is. */
import { COLUMNS, type Column } from './columns';
import { HEADING_WITHIN, plainHeading } from './plain-heading';
import { SHEET_KINDS, type SheetKind, type SheetLine } from './sheet';

export interface Heading {
  readonly kind: SheetKind;
  /** The last line of the heading; data begins below it. */
  readonly row: number;
  /** For each column of the kind: where it is in a line, or -1, and what the sheet calls it. */
  readonly columns: readonly { readonly at: number; readonly heading: string }[];
  /** Whether a column says whose village a row is; a village's own sheet often has none. */
  readonly namesVillage: boolean;
  /** What the sheet calls the columns that are not read: of no use here, or called what nobody knows. */
  readonly unread: readonly string[];
}

/** Columns for the office itself, which nobody looks for in a roster. */
const FOR_ITSELF: ReadonlySet<string> = new Set(['序号', '编号', '备注', '签字', '签名', '户主签字', '签字按印']);

export type HeadingProblem =
  /** Nothing that looks like a heading. */
  | { readonly code: 'HEADING_NOT_FOUND' }
  /** It looks like this kind, but these columns are missing. */
  | { readonly code: 'COLUMN_MISSING'; readonly kind: SheetKind; readonly row: number; readonly columns: readonly string[] }
  /** Two columns go by names of the same field. */
  | { readonly code: 'COLUMN_TWICE'; readonly kind: SheetKind; readonly row: number; readonly columns: readonly string[] };

/** What is known before the sheet is opened. */
export interface Known {
  /** The clerk has said what the sheet is. */
  readonly kind?: SheetKind;
}

/** The column that says whose a row is. */
export function placeField(kind: SheetKind): 'village' | 'area' {
  return kind === 'ROLES' ? 'area' : 'village';
}

interface Reading extends Heading {
  readonly missing: readonly Column[];
  readonly twice: readonly string[];
  readonly found: number;
}

/**
 * The heading of a sheet. It may be of two lines with merged cells (户主信息 over 姓名 and 身份证号); the kind is the one
 * whose columns are there, unless the clerk has said which.
 */
export function findHeading(lines: readonly SheetLine[], known: Known = {}): Heading | HeadingProblem {
  const kinds = known.kind === undefined ? SHEET_KINDS : [known.kind];
  const readings = lines
    .slice(0, HEADING_WITHIN)
    .flatMap((line, index) => [headingsOf(undefined, line), ...(index === 0 ? [] : [headingsOf(lines[index - 1], line)])].map((headings) => ({ line, headings })))
    .flatMap(({ line, headings }) => kinds.map((kind) => readingOf(kind, line.row, headings)));
  const best = readings.reduce<Reading | undefined>((top, reading) => (top === undefined || isBetter(reading, top) ? reading : top), undefined);
  if (best === undefined || best.found < 2) return { code: 'HEADING_NOT_FOUND' };
  if (best.missing.length > 0) return { code: 'COLUMN_MISSING', kind: best.kind, row: best.row, columns: best.missing.map((column) => column.names[0] ?? column.field) };
  if (best.twice.length > 0) return { code: 'COLUMN_TWICE', kind: best.kind, row: best.row, columns: best.twice };
  return { kind: best.kind, row: best.row, columns: best.columns, namesVillage: best.namesVillage, unread: best.unread };
}

export function isHeading(found: Heading | HeadingProblem): found is Heading {
  return !('code' in found);
}

/** For each place of a line the names its column may go by, the likeliest first. */
type Headings = readonly (readonly string[])[];

function headingsOf(above: SheetLine | undefined, line: SheetLine): Headings {
  const width = Math.max(line.cells.length, above?.cells.length ?? 0);
  let over = '';
  return Array.from({ length: width }, (_, at) => {
    const top = plainHeading(above?.cells[at]?.text ?? '');
    const own = plainHeading(line.cells[at]?.text ?? '');
    // A merged cell stands in its first place only; the ones to its right are empty.
    over = top === '' ? over : top;
    if (above === undefined) return [own];
    if (own === '') return [top];
    return [`${over}${own}`, `${over.replace(/(基本)?(信息|情况|资料)$/, '')}${own}`, own];
  });
}

function readingOf(kind: SheetKind, row: number, headings: Headings): Reading {
  const places = new Map<string, { readonly at: number; readonly rank: number }>();
  const twice: string[] = [];
  headings.forEach((names, at) => {
    const found = bestColumn(kind, names);
    if (found === undefined) return;
    const before = places.get(found.column.field);
    // The nearer name wins (户主身份证号 before 身份证号); of two equally near nobody can say which is meant.
    if (before === undefined || found.rank < before.rank) places.set(found.column.field, { at, rank: found.rank });
    else if (before.rank === found.rank) twice.push(found.column.names[0] ?? found.column.field);
  });
  const columns = COLUMNS[kind].map((column) => {
    const at = places.get(column.field)?.at ?? -1;
    return { at, heading: at < 0 ? (column.names[0] ?? column.field) : (headings[at]?.at(-1) ?? '') };
  });
  const used = new Set([...places.values()].map(({ at }) => at));
  const unread = headings.flatMap((names, at) => names.slice(-1).filter((name) => name !== '' && !used.has(at) && !FOR_ITSELF.has(name)));
  const missing = COLUMNS[kind].filter((column) => column.required === true && !places.has(column.field) && column.field !== placeField(kind));
  return { kind, row, columns, missing, twice, found: places.size, namesVillage: places.has(placeField(kind)), unread };
}

function bestColumn(kind: SheetKind, names: readonly string[]): { readonly column: Column; readonly rank: number } | undefined {
  for (const name of names) {
    const hits = COLUMNS[kind].map((column) => ({ column, rank: column.names.indexOf(name) })).filter((hit) => hit.rank >= 0);
    const [hit] = hits.sort((a, b) => a.rank - b.rank);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

function isBetter(reading: Reading, top: Reading): boolean {
  const complete = Number(reading.missing.length === 0) - Number(top.missing.length === 0);
  if (complete !== 0) return complete > 0;
  if (reading.found !== top.found) return reading.found > top.found;
  return reading.missing.length < top.missing.length;
}
