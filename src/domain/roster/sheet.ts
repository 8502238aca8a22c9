/** A sheet as it comes out of a file: rows of cells, before anything is known of their meaning. */

/** What a sheet is: the office keeps these five. */
export const SHEET_KINDS = ['GRIDS', 'HEADS', 'HOUSEHOLDS', 'RESIDENTS', 'ROLES'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** Why a cell's content cannot be trusted, whatever it shows. */
export type CellFault =
  /** A number of more than 15 digits, of which the spreadsheet kept only the first 15. */
  | 'NUMBER_ROUNDED'
  /** A formula without a stored result. */
  | 'FORMULA'
  /** `#REF!` and its kin. */
  | 'CELL_ERROR';

/** What is in a cell; a day stored as a spreadsheet's serial number is already `YYYY-MM-DD`, with ` HH:mm` where it is a moment. */
export interface Cell {
  readonly text: string;
  readonly fault?: CellFault;
}

export interface SheetLine {
  /** As the spreadsheet counts: the first line is 1, empty ones count. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The office does not see it: hidden by hand, or by a filter that was left on. */
  readonly hidden?: true;
}

const LONGEST_EXACT = 15;

/**
 * A cell that the file stores as a number. A whole number of up to 15 digits comes out as its digits, without the
 * exponent a file may write it with; a longer one is a fault, since a spreadsheet keeps 15 digits and puts zeros after.
 */
export function numberCell(raw: string): Cell {
  const text = raw.trim();
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return { text };
  if (/^-?\d+$/.test(text) && text.replace('-', '').length <= LONGEST_EXACT) return { text };
  if (Number.isInteger(value)) {
    return Math.abs(value) >= 10 ** LONGEST_EXACT ? { text, fault: 'NUMBER_ROUNDED' } : { text: value.toFixed(0) };
  }
  return { text: String(value) };
}

/**
 * A cell of plain text, as from CSV. `6.10921E+17` is a number that was rounded before it was saved; `="610921…"` and a
 * leading apostrophe are how other programs keep digits from becoming a number, and are taken off.
 */
export function textCell(raw: string): Cell {
  if (!SPECIAL.test(raw)) return { text: raw };
  const text = raw.trim();
  if (/^[0-9]\.\d+[eE]\+?\d{2}$/.test(text)) return { text, fault: 'NUMBER_ROUNDED' };
  if (/^#(REF|VALUE|NAME|DIV\/0|N\/A|NULL|NUM)[!?]?$/.test(text)) return { text, fault: 'CELL_ERROR' };
  const kept = /^="([^"]*)"$/.exec(text)?.[1] ?? /^['‘’`]([\dXx]+)$/.exec(text)?.[1];
  if (kept !== undefined) return { text: kept };
  if (/^=[A-Za-z]+\(/.test(text)) return { text, fault: 'FORMULA' };
  return { text: raw };
}

/** How everything that is looked at more closely begins. */
const SPECIAL = /^\s*(?:[=#'‘’`]|\d\.\d+[eE])/;

/** Whether a line has nothing in it. */
export function isEmptyLine(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell.text.trim() === '' && cell.fault === undefined);
}
