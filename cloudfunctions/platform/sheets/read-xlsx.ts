/**
 * Sheets of an xlsx file, a few hundred lines at a time. Cells are taken as the file stores them: numbers keep the digits
 * they are written with, and a formula is never computed; the result that the file stores beside it is used.
 */
import { dayOfSerial, timeOfSerial } from '@/domain/roster/day';
import { numberCell, type Cell, type SheetLine } from '@/domain/roster/sheet';
import { entryText, zipEntries, type ZipEntry } from './read-zip';
import type { OpenSheet } from './open-sheet';
import { attribute, decode, elementsIn, nextElement, prefixOf, type Element } from './read-xml';
import { Unreadable } from './unreadable';

interface Workbook {
  readonly shared: readonly string[];
  /** The numbers of the styles that show a day. */
  readonly dayStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Opens an xlsx file: its sheets in their order, those that it hides marked. Fails with `Unreadable`. */
export async function openXlsx(bytes: Buffer, maxBytes?: number): Promise<readonly OpenSheet[]> {
  const entries = zipEntries(bytes, maxBytes);
  const book = await optionalText(entries, 'xl/workbook.xml');
  if (book === undefined) throw new Unreadable('NOT_A_SHEET');
  const relations = new Map(tagsOf(await optionalText(entries, 'xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const workbook: Workbook = {
    shared: await sharedStrings(entries.get('xl/sharedStrings.xml')),
    dayStyles: dayStyles(await optionalText(entries, 'xl/styles.xml') ?? ''),
    from1904: tagsOf(book, 'workbookPr').some((tag) => ['1', 'true'].includes(attribute(tag, 'date1904'))),
  };
  return tagsOf(book, 'sheet').flatMap((tag): readonly OpenSheet[] => {
    const target = relations.get(attribute(tag, 'r:id')) ?? '';
    const entry = entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    // What is no table (a chart) has no rows.
    if (entry === undefined) return [];
    const hidden = attribute(tag, 'state').toLowerCase().includes('hidden');
    return [{ name: decode(attribute(tag, 'name')), batches: () => linesOf(entry, workbook), markup: () => entry.chunks(), ...(hidden && { hidden }) }];
  });
}

/** Of a row or a column. */
export function isHidden(attributes: string): boolean {
  return attributes.includes('hidden') && ['1', 'true'].includes(attribute(attributes, 'hidden'));
}

const ROWS_A_BATCH = 400;
/** Characters of all shared strings; they are kept in memory. A county's are a third of it. */
const MAX_SHARED = 40_000_000;
/** A row of a roster has a few hundred characters; what goes on without an end of row is no sheet. */
const LONGEST_ROW = 4_000_000;

async function* linesOf(entry: ZipEntry, workbook: Workbook): AsyncIterable<readonly SheetLine[]> {
  let last = 0;
  let batch: SheetLine[] = [];
  for await (const { element, prefix } of streamed(entry, 'row')) {
    last = Number(attribute(element.attributes, 'r')) || last + 1;
    batch.push({ row: last, cells: cellsOf(element.content, prefix, workbook), ...(isHidden(element.attributes) && { hidden: true }) });
    if (batch.length < ROWS_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The elements of a name, as they come out of the archive. */
async function* streamed(entry: ZipEntry, name: string): AsyncIterable<{ readonly element: Element; readonly prefix: string }> {
  const decoder = new TextDecoder();
  let rest = '';
  let prefix: string | undefined;
  for await (const chunk of entry.chunks()) {
    rest += decoder.decode(chunk, { stream: true });
    prefix ??= prefixOf(rest, name);
    let from = 0;
    for (let element = nextIn(rest, prefix, name, from); element !== undefined; element = nextIn(rest, prefix, name, from)) {
      from = element.end;
      yield { element, prefix: prefix ?? '' };
    }
    // Before the first one there is only the sheet's own head, of which the last piece may be the beginning of one.
    rest = prefix === undefined ? rest.slice(-100) : rest.slice(from);
    if (rest.length > LONGEST_ROW) throw new Unreadable('TOO_LARGE');
  }
}

function nextIn(xml: string, prefix: string | undefined, name: string, from: number): Element | undefined {
  return prefix === undefined ? undefined : nextElement(xml, `${prefix}${name}`, from);
}

function cellsOf(content: string, prefix: string, workbook: Workbook): readonly Cell[] {
  const cells: Cell[] = [];
  for (const element of elementsIn(content, `${prefix}c`)) {
    const place = columnOf(attribute(element.attributes, 'r'));
    const at = place < 0 ? cells.length : place;
    if (at >= MAX_COLUMNS) continue;
    while (cells.length < at) cells.push(EMPTY);
    cells[at] = cellOf(element, prefix, workbook);
  }
  return cells;
}

const EMPTY: Cell = { text: '' };
export const MAX_COLUMNS = 200;

function cellOf({ attributes, content }: Element, prefix: string, workbook: Workbook): Cell {
  const type = attribute(attributes, 't');
  const value = nextElement(content, `${prefix}v`, 0)?.content;
  if (type === 'inlineStr') return { text: textOf(content, prefix) };
  if (type === 'e') return { text: decode(value ?? ''), fault: 'CELL_ERROR' };
  // A formula that gives no words, as those that offices pull down below their last row: the result is there, and is empty.
  if (type === 'str' && value === '') return EMPTY;
  if (value === undefined || value === '') return content.includes(`<${prefix}f`) ? { text: '', fault: 'FORMULA' } : EMPTY;
  if (type === 's') return { text: workbook.shared[Number(value)] ?? '' };
  if (type === 'str') return { text: decode(value) };
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  if (type === 'd') return { text: value.slice(0, 16).replace('T', ' ').replace(' 00:00', '') };
  if (workbook.dayStyles.has(Number(attribute(attributes, 's')))) {
    const day = dayOfSerial(Number(value), workbook.from1904);
    if (day !== undefined) return { text: `${day}${timeOfSerial(Number(value))}` };
  }
  return numberCell(value);
}

/** `B3` is 1; -1 where the cell does not say. */
export function columnOf(place: string): number {
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
  let length = 0;
  for await (const { element, prefix } of streamed(entry, 'si')) {
    const text = textOf(element.content, prefix);
    length += text.length;
    if (length > MAX_SHARED) throw new Unreadable('TOO_LARGE');
    // Copied out, so that a short name does not hold the whole chunk it was cut from.
    strings.push(Buffer.from(text, 'utf8').toString('utf8'));
  }
  return strings;
}

/** The text of all runs. */
function textOf(content: string, prefix: string): string {
  let text = '';
  for (const { content: run } of elementsIn(withoutPhonetic(content, `${prefix}rPh`), `${prefix}t`)) text += decode(run);
  return text;
}

/** How a word is read aloud stands beside it and is no part of it. */
function withoutPhonetic(content: string, name: string): string {
  let plain = '';
  let from = 0;
  for (const { start, end } of elementsIn(content, name)) {
    plain += content.slice(from, start);
    from = end;
  }
  return plain + content.slice(from);
}

/** The built-in formats that show a day, and those of the file's own whose pattern has a year or a day in it. */
const DAY_FORMATS: readonly number[] = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

function dayStyles(xml: string): ReadonlySet<number> {
  const own = tagsOf(xml, 'numFmt').flatMap((tag) => {
    const pattern = decode(attribute(tag, 'formatCode')).replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
    return /[yd]/i.test(pattern) && !/general/i.test(pattern) ? [Number(attribute(tag, 'numFmtId'))] : [];
  });
  const days = new Set([...DAY_FORMATS, ...own]);
  const cellFormats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return new Set(tagsOf(cellFormats, 'xf').flatMap((tag, index) => (days.has(Number(attribute(tag, 'numFmtId'))) ? [index] : [])));
}

async function optionalText(entries: ReadonlyMap<string, ZipEntry>, name: string): Promise<string | undefined> {
  const entry = entries.get(name);
  return entry === undefined ? undefined : entryText(entry);
}

/** The attributes of every element of a name, whatever its prefix. */
export function tagsOf(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}\\b((?:[^>"]|"[^"]*"){0,2000}?)/?>`, 'g'))].map((match) => match[1] ?? '');
}
