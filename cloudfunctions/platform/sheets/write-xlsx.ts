/** Workbooks as offices file them: a title, a heading that repeats on every page, numbers as numbers, lines to sign below. */
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';

export interface WrittenSheet {
  readonly name: string;
  /** Over the heading, across the whole width; absent for a sheet that is to be read again. */
  readonly title?: string;
  /** A line below the title: what the sheet covers. */
  readonly about?: string;
  readonly columns: readonly { readonly heading: string; /** In characters. */ readonly width: number }[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  /** Lines below the rows: signatures, explanations. */
  readonly below?: readonly string[];
}

const BORDER = { borderStyle: 'thin', borderColor: '#9A958A' } as const;

/** The bytes of a workbook. A text is never taken for a formula, since every cell carries its type. */
export async function xlsxOf(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsxFile(sheets.map(sheetOf)).toBuffer());
}

function sheetOf({ name, title, about, columns, rows, below = [] }: WrittenSheet): Sheet<Buffer> {
  const across = (value: string, style: Partial<Extract<Cell, { value?: unknown }>>): Cell[] => [
    { value, type: String, columnSpan: columns.length, wrap: true, alignVertical: 'center', ...style },
    ...columns.slice(1).map(() => null),
  ];
  const head = [...(title === undefined ? [] : [across(title, { fontWeight: 'bold', fontSize: 16, align: 'center', height: 30 })]), ...(about === undefined ? [] : [across(about, { align: 'left' })])];
  return {
    sheet: name,
    orientation: columns.length > 6 ? 'landscape' : undefined,
    stickyRowsCount: head.length + 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      ...head,
      columns.map(({ heading }): Cell => ({ value: heading, type: String, fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#EFECE3', wrap: true, ...BORDER })),
      ...rows.map((row) => columns.map((_, at): Cell => cellOf(row[at]))),
      ...below.map((line) => across(line, { align: 'left', height: 24 })),
    ],
  };
}

function cellOf(value: string | number | undefined): Cell {
  if (typeof value === 'number') return { value, type: Number, ...BORDER };
  return { value: value ?? '', type: String, wrap: true, alignVertical: 'top', ...BORDER };
}
