/**
 * Sheets of an xlsx file, a few hundred lines at a time. Cells are taken as the file stores them: numbers keep the digits
 * they are written with, and a formula is never computed; the result that the file stores beside it is used.
 */
import { dayOfSerial } from '@/domain/roster/day';
import { numberCell, type Cell, type SheetLine } from '@/domain/roster/sheet';
import { entryText, zipEntries, type ZipEntry } from './read-zip';
import type { OpenSheet } from './read-file';
import { Unreadable } from './unreadable';

interface Workbook {
  readonly shared: readonly string[];
  /** The numbers of the styles that show a day. */
  readonly dayStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Opens an xlsx file: its visible sheets, in their order. Fails with `Unreadable`. */
export async function openXlsx(bytes: Buffer, maxBytes?: number): Promise<readonly OpenSheet[]> {
  const entries = zipEntries(bytes, maxBytes);
  const book = await optionalText(entries, 'xl/workbook.xml');
  if (book === undefined) throw new Unreadable('NOT_A_SHEET');
  const relations = new Map(elements(await optionalText(entries, 'xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const workbook: Workbook = {
    shared: await sharedStrings(entries.get('xl/sharedStrings.xml')),
    dayStyles: dayStyles(await optionalText(entries, 'xl/styles.xml') ?? ''),
    from1904: elements(book, 'workbookPr').some((tag) => ['1', 'true'].includes(attribute(tag, 'date1904'))),
  };
  return elements(book, 'sheet').flatMap((tag): readonly OpenSheet[] => {
    const target = relations.get(attribute(tag, 'r:id')) ?? '';
    const entry = entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    // What is hidden is no longer kept by the office; what is no table (a chart) has no rows.
    if (entry === undefined || attribute(tag, 'state').toLowerCase().includes('hidden')) return [];
    return [{ name: decode(attribute(tag, 'name')), batches: () => linesOf(entry, workbook) }];
  });
}

const ROWS_A_BATCH = 400;
/** A row of a roster has a few hundred characters; what goes on without an end of row is no sheet. */
const LONGEST_ROW = 4_000_000;

async function* linesOf(entry: ZipEntry, workbook: Workbook): AsyncIterable<readonly SheetLine[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let last = 0;
  let batch: SheetLine[] = [];
  for await (const chunk of entry.chunks()) {
    rest += decoder.decode(chunk, { stream: true });
    let from = 0;
    ROW.lastIndex = 0;
    for (let match = ROW.exec(rest); match !== null; match = ROW.exec(rest)) {
      from = ROW.lastIndex;
      const row = Number(attribute(match[1] ?? '', 'r')) || last + 1;
      last = row;
      batch.push({ row, cells: cellsOf(match[2] ?? '', workbook) });
      if (batch.length < ROWS_A_BATCH) continue;
      yield batch;
      batch = [];
      // The pattern's place is kept over the pause: another sheet may be read meanwhile.
      ROW.lastIndex = from;
    }
    rest = from === 0 ? rest : rest.slice(from);
    if (rest.length > LONGEST_ROW) throw new Unreadable('TOO_LARGE');
  }
  if (batch.length > 0) yield batch;
}

/** Attributes and content of a row; rows without cells have no content. */
const ROW = /<(?:\w+:)?row\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const FORMULA = /<(?:\w+:)?f\b/;
const TEXTS = /<(?:\w+:)?t\b(?:[^>"]|"[^"]*")*>([\s\S]*?)<\/(?:\w+:)?t>/g;
/** How a word is read aloud; never part of the text. */
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

function cellsOf(content: string, workbook: Workbook): readonly Cell[] {
  const cells: Cell[] = [];
  for (const match of content.matchAll(CELL)) {
    const attributes = match[1] ?? '';
    const place = columnOf(attribute(attributes, 'r'));
    const at = place < 0 ? cells.length : place;
    if (at >= MAX_COLUMNS) continue;
    while (cells.length < at) cells.push(EMPTY);
    cells[at] = cellOf(attributes, match[2] ?? '', workbook);
  }
  return cells;
}

const EMPTY: Cell = { text: '' };
const MAX_COLUMNS = 200;

function cellOf(attributes: string, content: string, workbook: Workbook): Cell {
  const type = attribute(attributes, 't');
  const value = VALUE.exec(content)?.[1];
  if (type === 'inlineStr') return { text: textOf(content) };
  if (type === 'e') return { text: decode(value ?? ''), fault: 'CELL_ERROR' };
  if (value === undefined || value === '') return FORMULA.test(content) ? { text: '', fault: 'FORMULA' } : EMPTY;
  if (type === 's') return { text: workbook.shared[Number(value)] ?? '' };
  if (type === 'str') return { text: decode(value) };
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  if (type === 'd') return { text: value.slice(0, 10) };
  if (workbook.dayStyles.has(Number(attribute(attributes, 's')))) {
    const day = dayOfSerial(Number(value), workbook.from1904);
    if (day !== undefined) return { text: day };
  }
  return numberCell(value);
}

/** `B3` is 1; -1 where the cell does not say. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

async function sharedStrings(entry: ZipEntry | undefined): Promise<readonly string[]> {
  if (entry === undefined) return [];
  const strings: string[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const item = /<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
  for await (const chunk of entry.chunks()) {
    rest += decoder.decode(chunk, { stream: true });
    let from = 0;
    item.lastIndex = 0;
    for (let match = item.exec(rest); match !== null; match = item.exec(rest)) {
      from = item.lastIndex;
      // Copied out, so that a short name does not hold the whole chunk it was cut from.
      strings.push(Buffer.from(textOf(match[1] ?? ''), 'utf8').toString('utf8'));
    }
    rest = rest.slice(from);
    if (rest.length > LONGEST_ROW) throw new Unreadable('TOO_LARGE');
  }
  return strings;
}

function textOf(content: string): string {
  const plain = content.includes('rPh') ? content.replace(PHONETIC, '') : content;
  let text = '';
  for (const match of plain.matchAll(TEXTS)) text += decode(match[1] ?? '');
  return text;
}

/** The built-in formats that show a day, and those of the file's own whose pattern has a year or a day in it. */
const DAY_FORMATS: readonly number[] = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

function dayStyles(xml: string): ReadonlySet<number> {
  const own = elements(xml, 'numFmt').flatMap((tag) => {
    const pattern = decode(attribute(tag, 'formatCode')).replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
    return /[yd]/i.test(pattern) && !/general/i.test(pattern) ? [Number(attribute(tag, 'numFmtId'))] : [];
  });
  const days = new Set([...DAY_FORMATS, ...own]);
  const cellFormats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return new Set(elements(cellFormats, 'xf').flatMap((tag, index) => (days.has(Number(attribute(tag, 'numFmtId'))) ? [index] : [])));
}

async function optionalText(entries: ReadonlyMap<string, ZipEntry>, name: string): Promise<string | undefined> {
  const entry = entries.get(name);
  return entry === undefined ? undefined : entryText(entry);
}

/** The attributes of every element of a name. */
function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b((?:[^>"]|"[^"]*")*?)/?>`, 'g'))].map((match) => match[1] ?? '');
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*("([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[2] ?? found?.[3] ?? '';
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and characters by number, in XML's and in the spreadsheet's own writing; no others exist here. */
function decode(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text
    .replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/_x([0-9A-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
