/** Reads the cells of one row of a small table. What is wrong with one is put down with its place, and something harmless answered. */

/** A row as a reader of sheets hands it over: cells by field, tidied. */
export interface ReadRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, { readonly text: string; readonly fault?: string; readonly column: string }>>;
}

export interface CellProblem {
  readonly row?: number;
  readonly column?: string;
  readonly problem: string;
  readonly value?: string;
}

/** What is shown of a cell, and the longest a name may be. */
export const MOST_CHARACTERS = 60;
const MOST_OF_A_TEXT = 400;

/** `P` is where the row stands beside its number: its table, its sheet. */
export class CellReader<P extends object> {
  constructor(
    private readonly place: P,
    private readonly row: ReadRow,
    private readonly problems: (P & CellProblem)[],
  ) {}

  /** Whether anything of the row was put down so far. */
  failed = false;

  fail(field: string, problem: string): undefined {
    const cell = this.row.cells[field];
    this.failed = true;
    this.problems.push({ ...this.place, row: this.row.row, problem, ...(cell === undefined ? {} : { column: cell.column, value: this.shown(field, cell.text).slice(0, MOST_CHARACTERS) }) });
    return undefined;
  }

  /** Whether the sheet has such a column. */
  has(field: string): boolean {
    return this.row.cells[field] !== undefined;
  }

  text(field: string): string {
    const cell = this.row.cells[field];
    if (cell?.fault !== undefined) this.fail(field, cell.fault);
    return cell?.text ?? '';
  }

  optional(field: string, most = MOST_OF_A_TEXT): string {
    const text = this.text(field);
    if (text.length > most) this.fail(field, 'CELL_TOO_LONG');
    return text;
  }

  needed(field: string, most = MOST_CHARACTERS): string {
    const text = this.text(field);
    if (text === '') this.fail(field, 'CELL_EMPTY');
    if (text.length > most) this.fail(field, 'CELL_TOO_LONG');
    return text;
  }

  count(field: string): number {
    const text = this.text(field);
    if (/^\d{1,2}$/.test(text)) return Number(text);
    this.fail(field, 'NOT_A_COUNT');
    return 0;
  }

  /** Empty is no; `also` is another word for yes. */
  yes(field: string, also?: string): boolean {
    const text = this.text(field);
    if (text === '' || text === '否') return false;
    if (text !== '是' && text !== also) this.fail(field, 'YES_OR_NO');
    return true;
  }

  /** What of a cell may be shown in a problem. */
  protected shown(_field: string, text: string): string {
    return text;
  }
}
