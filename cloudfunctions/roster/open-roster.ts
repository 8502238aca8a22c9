/** Opens a file of an import: which of its sheets are rosters, whose they are, and what is to be said of the rest. */
import { townOf, type AreaCode, type VillageCode } from '@/domain/areas/code';
import { shownText } from '@/domain/roster/cells';
import { COLUMNS } from '@/domain/roster/columns';
import type { Villages } from '@/domain/roster/directory';
import { findHeading, isHeading, type Heading } from '@/domain/roster/header';
import { HEADING_WITHIN } from '@/domain/roster/plain-heading';
import type { FindingData } from '@/domain/roster/problem';
import { isEmptyLine, type SheetKind, type SheetLine } from '@/domain/roster/sheet';
import { villageOfSheet, type SheetVillage } from '@/domain/roster/sheet-village';
import type { OpenSheet } from '@platform/sheets/open-sheet';
import { openFile } from '@platform/sheets/read-file';
import { Unreadable } from '@platform/sheets/unreadable';
import { layoutOf, type Layout } from './sheet-layout';

export interface RosterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the clerk says it is; otherwise its headings tell. */
  readonly kind?: SheetKind;
}

/** Something about a sheet rather than about one of its rows; nothing of it keeps anything from being loaded. */
export interface SheetRemark {
  readonly file: string;
  readonly sheet: string;
  /** Where it begins; 0 for the whole sheet. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: 'SHEET_SKIPPED' | 'SHEET_HIDDEN' | 'VILLAGE_TAKEN' | 'ROWS_HIDDEN' | 'COLUMN_HIDDEN' | 'CELLS_MERGED' | 'COLUMNS_NOT_READ' | 'ROW_NOT_READ';
  readonly data: FindingData;
}

export interface Readable {
  readonly sheet: OpenSheet;
  readonly heading: Heading;
  /** Its merged cells that count for each line they cover. */
  readonly merged: Layout['mergedDown'];
  /** Whose it is, where no column says so. */
  readonly village?: VillageCode;
}

interface Opened {
  readonly sheets: readonly Readable[];
  readonly remarks: readonly Omit<SheetRemark, 'file'>[];
}

/** A file that could not be read, by its name. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
  constructor(readonly file: string, readonly reason: Unreadable) {
    super(reason.message, { cause: reason });
  }
}

/** The sheets of a file that have a heading, and what is to be said of these and of the others. */
export async function openRoster(file: RosterFile, villages: Villages, area: AreaCode): Promise<Opened> {
  try {
    const sheets: Readable[] = [];
    const remarks: Omit<SheetRemark, 'file'>[] = [];
    const about = (sheet: OpenSheet, code: SheetRemark['code'], column = '', data: FindingData = {}) => remarks.push({ sheet: sheet.name, row: 0, column, value: '', code, data });
    for (const sheet of await openFile(file.bytes, file.name)) {
      const lines = await firstLines(sheet);
      if (lines.length === 0) continue;
      // What is hidden is no longer kept by the office.
      if (sheet.hidden === true) {
        about(sheet, 'SHEET_HIDDEN');
        continue;
      }
      const heading = findHeading(lines, { kind: file.kind });
      if (!isHeading(heading)) {
        if (heading.code !== 'HEADING_NOT_FOUND') throw new Unreadable(heading.code, { sheet: sheet.name, columns: heading.columns });
        about(sheet, 'SHEET_SKIPPED');
        continue;
      }
      const taken = heading.namesVillage ? undefined : takenFor(file, sheet, lines, heading, villages, area);
      if (taken !== undefined) about(sheet, 'VILLAGE_TAKEN', '', { village: `${villages.nameOf(townOf(taken.village))}${villages.nameOf(taken.village)}`, why: taken.why, words: shownText(taken.words) });
      const layout = await layoutOf(sheet);
      const merged = sharedDown(heading, layout);
      for (const column of heading.columns) {
        if (layout.hiddenColumns.has(column.at)) about(sheet, 'COLUMN_HIDDEN', column.heading);
        if ([...(merged.get(column.at)?.keys() ?? [])].some((row) => row > heading.row)) about(sheet, 'CELLS_MERGED', column.heading);
      }
      if (heading.unread.length > 0) about(sheet, 'COLUMNS_NOT_READ', '', { columns: heading.unread.slice(0, MOST_NAMED).map((name) => `“${shownText(name)}”`).join(''), count: heading.unread.length });
      sheets.push({ sheet, heading, merged, ...(taken !== undefined && { village: taken.village }) });
    }
    if (sheets.length === 0) throw new Unreadable(remarks.some(({ code }) => code === 'SHEET_HIDDEN') ? 'ONLY_HIDDEN' : remarks.length === 0 ? 'NO_ROWS' : 'HEADING_NOT_FOUND');
    return { sheets, remarks };
  } catch (error) {
    throw error instanceof Unreadable ? new FileUnreadable(file.name, error) : error;
  }
}

/** Columns that are named; more are counted. */
const MOST_NAMED = 12;

/** Whose a sheet is that has no column for it. Fails with `Unreadable` where that would be a guess. */
function takenFor(file: RosterFile, sheet: OpenSheet, lines: readonly SheetLine[], heading: Heading, villages: Villages, area: AreaCode): SheetVillage {
  const title = lines.filter(({ row }) => row < heading.row).map(({ cells }) => cells.map(({ text }) => text).join(' '));
  const taken = villageOfSheet({ title, sheet: sheet.name, file: file.name }, villages, area);
  if (taken.ok) return taken.value;
  throw new Unreadable(taken.reason.code, { sheet: sheet.name, ...('names' in taken.reason && { columns: taken.reason.names }) });
}

/** Columns whose cell, merged over several lines, means each of them. A person's own cells are never anybody else's. */
const SHARED: ReadonlySet<string> = new Set(['village', 'area', 'town', 'household', 'group', 'grid', 'address', 'partyLiaison', 'deputyLiaison']);

/** The merged cells that count for each of their lines. */
function sharedDown({ kind, columns }: Heading, { mergedDown }: Layout): Layout['mergedDown'] {
  return new Map(columns.flatMap(({ at }, index) => {
    const spans = SHARED.has(COLUMNS[kind][index]?.field ?? '') ? mergedDown.get(at) : undefined;
    return spans === undefined ? [] : [[at, spans] as const];
  }));
}

async function firstLines(sheet: OpenSheet): Promise<readonly SheetLine[]> {
  for await (const batch of sheet.batches()) {
    const lines = batch.filter((line) => !isEmptyLine(line.cells)).slice(0, HEADING_WITHIN);
    if (lines.length > 0) return lines;
  }
  return [];
}
