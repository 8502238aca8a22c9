/** Reads the files of an import once, from beginning to end, and puts every row with its village. */
import type { AreaCode, VillageCode } from '@/domain/areas/code';
import { tidyCell } from '@/domain/basics/text';
import { besideRow, type BesideRow } from '@/domain/roster/beside-rows';
import { shownText } from '@/domain/roster/cells';
import { columnIndex } from '@/domain/roster/columns';
import { villagesOf, type Directory, type Villages } from '@/domain/roster/directory';
import { placeField, type Heading } from '@/domain/roster/header';
import { roleAreaOf } from '@/domain/roster/parse-rows';
import type { RawRow } from '@/domain/roster/rows';
import { isEmptyLine, type Cell, type CellFault, type SheetLine } from '@/domain/roster/sheet';
import type { FindingCode, FindingData } from '@/domain/roster/problem';
import type { RosterLoad, RosterSource } from '@platform/records';
import { IdTable } from './id-table';
import { FileUnreadable, openRoster, type Readable, type RosterFile, type SheetRemark } from './open-roster';
import { Stager, type StagedUnit } from './staged-rows';
import type { Tools } from './tools';
import { Unreadable } from '@platform/sheets/unreadable';

export interface Staging {
  readonly units: readonly StagedUnit[];
  readonly sources: readonly RosterSource[];
  readonly files: RosterLoad['files'];
  readonly rows: number;
  /** What the clerk is told about whole sheets: which were not read, whose they were taken for, what of them is hidden. */
  readonly remarks: readonly SheetRemark[];
}

/** Hears how many more rows were read. */
export type OnRows = (rows: number) => Promise<void> | undefined;

interface Found extends Readable {
  readonly source: number;
}

/**
 * Stages the rows of all files. Fails with `FileUnreadable` when a file or one of its sheets cannot be understood as a
 * whole; what is wrong with single rows is found later, village by village.
 */
export async function stageFiles(tools: Tools, loadId: string, area: AreaCode, directory: Directory, files: readonly RosterFile[], onRows: OnRows = () => undefined): Promise<Staging> {
  const villages = villagesOf(directory, area);
  const sources: RosterSource[] = [];
  const remarks: SheetRemark[] = [];
  const found: Found[] = [];
  for (const [at, file] of files.entries()) {
    // Chosen twice: each of its rows would be there twice.
    if (files.slice(0, at).some(({ bytes }) => Buffer.compare(bytes, file.bytes) === 0)) throw new FileUnreadable(file.name, new Unreadable('TWICE'));
    const opened = await openRoster(file, villages, area);
    for (const one of opened.sheets) {
      found.push({ ...one, source: sources.length });
      sources.push({ file: file.name, sheet: one.sheet.name, kind: one.heading.kind, headings: one.heading.columns.map((column) => column.heading) });
    }
    remarks.push(...opened.remarks.map((remark) => ({ ...remark, file: file.name })));
  }
  const stager = new Stager(tools, loadId);
  const placing = new Placing(stager, villages, area, onRows);
  // Residents first: the other sheets name persons, and it must be known by then which village brings them.
  const order = [...found].sort((a, b) => Number(b.heading.kind === 'RESIDENTS') - Number(a.heading.kind === 'RESIDENTS'));
  const counts = new Map<number, number>();
  for (const one of order) {
    const file = sources[one.source]?.file ?? '';
    try {
      const { rows, hidden, beside } = await placing.sheet(one);
      counts.set(one.source, rows);
      const at = { file, sheet: one.sheet.name, column: '', value: '' };
      if (hidden !== undefined) remarks.push({ ...at, row: hidden.first, code: 'ROWS_HIDDEN', data: { count: hidden.count } });
      remarks.push(...beside.map(({ row, what, text }): SheetRemark => ({ ...at, row, value: text, code: 'ROW_NOT_READ', data: { what } })));
    } catch (error) {
      throw error instanceof Unreadable ? new FileUnreadable(file, error) : error;
    }
  }
  const rows = [...counts.values()].reduce((sum, some) => sum + some, 0);
  // Headings and nothing below them, in every file: there is nothing to check, and that is most likely not what was meant.
  if (rows === 0) throw new FileUnreadable(sources[0]?.file ?? '', new Unreadable('NO_ROWS'));
  return {
    units: await stager.end(),
    sources,
    remarks,
    files: sources.map((source, index) => ({ name: source.file, kind: source.kind, rows: counts.get(index) ?? 0 })),
    rows,
  };
}

/** What was read of a sheet. */
interface PlacedSheet {
  readonly rows: number;
  /** The rows that the office does not see. */
  readonly hidden?: { readonly first: number; readonly count: number };
  /** Lines that are no rows. */
  readonly beside: readonly { readonly row: number; readonly what: BesideRow; readonly text: string }[];
}

/** Finds each row's village, and what can only be seen across villages: a person who is on two sheets. */
class Placing {
  private readonly ids = new IdTable();
  private readonly units: AreaCode[] = [];
  private readonly unitNumbers = new Map<AreaCode, number>();
  /** The last village met, and rows met before any: a row that names no village keeps back those it stands between. */
  private last: AreaCode | undefined;
  private stray: RawRow[] = [];

  constructor(
    private readonly stager: Stager,
    private readonly villages: Villages,
    private readonly area: AreaCode,
    private readonly onRows: OnRows,
  ) {}

  async sheet({ source, sheet, heading, village, merged }: Found): Promise<PlacedSheet> {
    this.last = village;
    let rows = 0;
    let hidden: { first: number; count: number } | undefined;
    const beside: PlacedSheet['beside'][number][] = [];
    const fill = filler(merged);
    for await (const batch of sheet.batches()) {
      for (const line of batch) {
        const whole = fill(line);
        if (line.row <= heading.row || saysNothing(line, heading)) continue;
        const what = besideRow(line, heading);
        if (what !== undefined) {
          beside.push({ row: line.row, what, text: shownText(line.cells.map(({ text }) => text).join(' ')) });
          continue;
        }
        rows += 1;
        if (line.hidden === true) hidden = { first: hidden?.first ?? line.row, count: (hidden?.count ?? 0) + 1 };
        await this.row(rawRow(whole, source, heading), village);
      }
      await this.onRows(batch.length);
    }
    // Those after a village are with it already; a sheet without any village is the import's own matter.
    if (this.last === undefined) for (const row of this.stray) await this.stager.add(this.area, row);
    this.stray = [];
    return { rows, beside, ...(hidden !== undefined && { hidden }) };
  }

  private async row(raw: RawRow, village: VillageCode | undefined): Promise<void> {
    const place = this.placeOf(raw, village);
    if ('unit' in place) {
      await this.settleStray(place.unit);
      this.last = place.unit;
      await this.stager.add(place.unit, await this.withPersons(raw, place.unit));
      return;
    }
    const lost: RawRow = { ...raw, found: [place] };
    if (this.last !== undefined) await this.stager.add(this.last, lost);
    this.stray.push(lost);
  }

  /** Rows without a village, met just before this one: they may be this village's, so it waits as well. */
  private async settleStray(unit: AreaCode): Promise<void> {
    if (this.stray.length === 0) return;
    const stray = this.stray;
    this.stray = [];
    if (unit === this.last) return;
    for (const row of stray) await this.stager.add(unit, row);
  }

  private placeOf(raw: RawRow, village: VillageCode | undefined): { readonly unit: AreaCode } | { readonly field: string; readonly code: FindingCode; readonly data: FindingData } {
    if (village !== undefined && raw.kind === 'ROLES') return { unit: village };
    const field = placeField(raw.kind);
    const fault = raw.faults?.[columnIndex(raw.kind, field)];
    // Twelve digits are what a spreadsheet first shortens to 6.10921E+11: the village is not unknown, the cell is spoilt.
    if (fault !== undefined) return { field, code: fault, data: {} };
    if (raw.kind === 'ROLES') {
      const text = tidyCell(cell(raw, 'area'));
      const area = text === '' && this.area.length === 12 ? this.area : roleAreaOf(text, this.villages);
      if (area === undefined) return { field: 'area', code: text === '' ? 'CELL_EMPTY' : 'ROLE_AREA_UNKNOWN', data: {} };
      if (!area.startsWith(this.area)) return { field: 'area', code: 'AREA_OUTSIDE', data: { area: this.villages.nameOf(this.area) } };
      return { unit: area.length > 12 ? area.slice(0, 12) : area };
    }
    const found = this.villages.find(village ?? cell(raw, 'village'), cell(raw, 'town'));
    if (found.ok) return { unit: found.value };
    const { code, ...data } = found.reason;
    return { field: village !== undefined && code === 'TOWN_DIFFERS' ? 'town' : 'village', code, data };
  }

  /** Keeps a resident's number, or says of the persons another row names which village brings them. */
  private async withPersons(raw: RawRow, unit: AreaCode): Promise<RawRow> {
    if (raw.kind === 'RESIDENTS') {
      const seen = this.ids.add(plainId(cell(raw, 'idNumber')), { unit: this.numberOf(unit), source: raw.source, row: raw.row });
      const other = seen === undefined ? undefined : this.units[seen.unit];
      if (seen === undefined || other === undefined || other === unit) return raw;
      const twice = (village: AreaCode, { source, row }: { readonly source: number; readonly row: number }) => [{ field: 'idNumber', code: 'PERSON_IN_TWO_VILLAGES' as const, data: { village: this.villages.nameOf(village), source, row } }];
      // The first row is with its village already; a copy without its other cells tells that village.
      await this.stager.add(other, { kind: raw.kind, source: seen.source, row: seen.row, cells: [], found: twice(unit, raw) });
      return { ...raw, found: twice(other, seen) };
    }
    const homes: Record<string, AreaCode> = {};
    for (const field of ['idNumber', 'partyLiaison', 'deputyLiaison']) {
      const text = cell(raw, field);
      const seen = text === '' ? undefined : this.ids.find(plainId(text));
      const home = seen === undefined ? undefined : this.units[seen.unit];
      if (home !== undefined && home !== unit) homes[field] = home;
    }
    return Object.keys(homes).length === 0 ? raw : { ...raw, homes };
  }

  private numberOf(unit: AreaCode): number {
    const known = this.unitNumbers.get(unit);
    if (known !== undefined) return known;
    this.unitNumbers.set(unit, this.units.length);
    this.units.push(unit);
    return this.units.length - 1;
  }
}

/** Puts a merged cell's content into each line that it covers; lines come in their order. */
function filler(merged: Found['merged']): (line: SheetLine) => SheetLine {
  if (merged.size === 0) return (line) => line;
  const open = new Map<number, { readonly last: number; readonly cell: Cell }>();
  return (line) => {
    const cells = [...line.cells];
    for (const [at, spans] of merged) {
      const last = spans.get(line.row);
      const own = cells[at] ?? { text: '' };
      if (last !== undefined) open.set(at, { last, cell: own });
      const over = open.get(at);
      if (over === undefined || last !== undefined || line.row > over.last || own.text !== '' || own.fault !== undefined) continue;
      while (cells.length < at) cells.push({ text: '' });
      cells[at] = over.cell;
    }
    return { ...line, cells };
  };
}

/**
 * Whether a line has nothing in any column that is read. Offices number the lines ahead (序号) and sign below the last; that
 * is nobody's row.
 */
function saysNothing(line: SheetLine, heading: Heading): boolean {
  return isEmptyLine(heading.columns.flatMap(({ at }) => line.cells[at] ?? []));
}

function rawRow(line: SheetLine, source: number, heading: Heading): RawRow {
  const faults: Record<number, CellFault> = {};
  const cells = heading.columns.map(({ at }, index) => {
    const found = line.cells[at];
    if (found?.fault !== undefined) faults[index] = found.fault;
    // What is far too long is cut for keeping; the rule that finds it too long finds it still.
    return (found?.text ?? '').slice(0, LONGEST_CELL);
  });
  return { kind: heading.kind, source, row: line.row, cells, ...(Object.keys(faults).length > 0 && { faults }) };
}

const LONGEST_CELL = 1000;

function cell(raw: RawRow, field: string): string {
  const index = columnIndex(raw.kind, field);
  return index < 0 ? '' : (raw.cells[index] ?? '');
}

function plainId(text: string): string {
  return /^\d{17}[\dX]$/.test(text) ? text : tidyCell(text).replace(/ /g, '').toUpperCase();
}
