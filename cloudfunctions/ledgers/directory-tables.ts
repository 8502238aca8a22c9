/** The three tables of a directory, wherever they stand in what was sent: a workbook's sheets, or the one table of a CSV. */
import { DIRECTORY_COLUMNS, DIRECTORY_TABLE_NAMES, DIRECTORY_TABLES, type DirectoryProblemAt, type DirectoryRow, type DirectoryTable } from '@/domain/deputies/directory-sheet';
import { isEmptyLine, type SheetLine } from '@/domain/roster/sheet';
import type { OpenSheet } from '@platform/sheets/open-sheet';
import { isTable, linesOf, tableOf, type Table, type TableProblem } from '@platform/sheets/table';

export interface DirectoryTablesRead {
  readonly rows: Readonly<Record<DirectoryTable, readonly DirectoryRow[]>>;
  readonly problems: readonly DirectoryProblemAt[];
}

/** What a sheet is follows from its headings, as in a roster; one that is empty is passed over. */
export async function directoryTables(sheets: readonly OpenSheet[]): Promise<DirectoryTablesRead> {
  const rows: Record<DirectoryTable, DirectoryRow[]> = { STATIONS: [], CONSTITUENCIES: [], DEPUTIES: [] };
  const problems: DirectoryProblemAt[] = [];
  for (const sheet of sheets) {
    const lines = await linesOf(sheet);
    if (lines.every(({ cells }) => isEmptyLine(cells))) continue;
    const { table, found } = readingOf(sheet.name, lines);
    if (isTable(found)) rows[table].push(...found.rows.map((row) => ({ ...row, sheet: sheet.name })));
    else problems.push(...found);
  }
  if (problems.length === 0 && DIRECTORY_TABLES.every((table) => rows[table].length === 0)) problems.push({ sheet: sheets[0]?.name ?? '', problem: 'NO_ROWS' });
  return { rows, problems };
}

/** The table whose columns are all there; of several the one with most, else what is wrong with the one it is called after, or looks like. */
function readingOf(name: string, lines: readonly SheetLine[]): { readonly table: DirectoryTable; readonly found: Table | readonly TableProblem[] } {
  const readings = DIRECTORY_TABLES.map((table) => ({ table, found: tableOf(name, lines, DIRECTORY_COLUMNS[table]) }));
  const whole = readings.flatMap(({ table, found }) => (isTable(found) ? [{ table, found }] : [])).sort((one, other) => other.found.fields.length - one.found.fields.length);
  const [best] = whole;
  if (best !== undefined) return best;
  const called = readings.find(({ table }) => DIRECTORY_TABLE_NAMES[table] === name.trim());
  const nearest = [...readings].sort((one, other) => missing(one.found) - missing(other.found))[0];
  return called ?? nearest ?? { table: 'DEPUTIES', found: [] };
}

function missing(found: Table | readonly TableProblem[]): number {
  if (isTable(found)) return 0;
  return found.some(({ problem }) => problem === 'HEADING_NOT_FOUND') ? Number.POSITIVE_INFINITY : found.length;
}
