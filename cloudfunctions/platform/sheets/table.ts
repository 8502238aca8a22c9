/** A small table out of a sheet: its heading found among titles and merged cells, its rows by field. */
import { tidyCell } from '@/domain/basics/text';
import { HEADING_WITHIN, plainHeading } from '@/domain/roster/plain-heading';
import { isEmptyLine, type CellFault, type SheetLine } from '@/domain/roster/sheet';
import type { OpenSheet } from './open-sheet';

export interface TableColumn {
  readonly field: string;
  /** What offices call it, the usual name first. */
  readonly names: readonly string[];
  readonly required?: true;
}

export interface TableCell {
  readonly text: string;
  readonly fault?: CellFault;
  /** What the sheet calls the column. */
  readonly column: string;
}

export interface TableRow {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly cells: Readonly<Record<string, TableCell>>;
}

export interface Table {
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  /** Fields that the sheet has a column for. */
  readonly fields: readonly string[];
}

export type TableProblem = { readonly sheet: string; readonly problem: 'HEADING_NOT_FOUND' } | { readonly sheet: string; readonly problem: 'COLUMN_MISSING' | 'COLUMN_TWICE'; readonly row: number; readonly column: string };

/** More rows than this are no scheme and no branch. */
export const MAX_ROWS = 2_000;

export async function linesOf(sheet: OpenSheet): Promise<readonly SheetLine[]> {
  const lines: SheetLine[] = [];
  for await (const batch of sheet.batches()) {
    lines.push(...batch);
    if (lines.length >= MAX_ROWS) break;
  }
  return lines.slice(0, MAX_ROWS);
}

/** Reads the rows below the heading; empty lines are passed over. Rows that are only notes have no cell in a required column and are the caller's to judge. */
export function tableOf(sheet: string, lines: readonly SheetLine[], columns: readonly TableColumn[]): Table | readonly TableProblem[] {
  const readings = lines.slice(0, HEADING_WITHIN).map((line) => ({ line, places: placesOf(line, columns) }));
  const best = readings.reduce<(typeof readings)[number] | undefined>((top, one) => (top === undefined || one.places.length > top.places.length ? one : top), undefined);
  if (best === undefined || best.places.length === 0 || (best.places.length < 2 && columns.length > 1)) return [{ sheet, problem: 'HEADING_NOT_FOUND' }];
  const { line: heading, places } = best;
  const fields = places.map(({ column }) => column.field);
  const wrong: TableProblem[] = [
    ...columns.filter(({ required, field }) => required === true && !fields.includes(field)).map(({ names, field }): TableProblem => ({ sheet, problem: 'COLUMN_MISSING', row: heading.row, column: names[0] ?? field })),
    ...places.filter(({ column }, at) => fields.indexOf(column.field) !== at).map(({ name }): TableProblem => ({ sheet, problem: 'COLUMN_TWICE', row: heading.row, column: name })),
  ];
  if (wrong.length > 0) return wrong;
  const rows = lines
    .filter(({ row, cells }) => row > heading.row && !isEmptyLine(cells))
    .map(({ row, cells }): TableRow => ({
      row,
      cells: Object.fromEntries(places.map(({ column, at, name }) => {
        const cell = cells[at];
        return [column.field, { text: tidyCell(cell?.text ?? ''), column: name, ...(cell?.fault === undefined ? {} : { fault: cell.fault }) }];
      })),
    }));
  return { sheet, rows, fields };
}

export function isTable(found: Table | readonly TableProblem[]): found is Table {
  return !Array.isArray(found);
}

function placesOf(line: SheetLine, columns: readonly TableColumn[]): readonly { readonly column: TableColumn; readonly at: number; readonly name: string }[] {
  return line.cells.flatMap((cell, at) => {
    const name = plainHeading(cell.text);
    const column = columns.find(({ names }) => names.some((one) => plainHeading(one) === name));
    return name === '' || column === undefined ? [] : [{ column, at, name: tidyCell(cell.text) }];
  });
}
