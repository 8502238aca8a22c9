/** Tables: CSV as text, XLSX as a zip whose list of contents is looked at before anything is unpacked. */
import { nameAt, viewOf, type Inspected } from './verdict';

/** What a workbook of a whole county unpacks to, several times over. */
const MAX_UNPACKED_BYTES = 600_000_000;
/** Of an honest workbook; a bomb unpacks to a thousand times its size. */
const MAX_RATIO = 200;
const LOOKED_AT_BYTES = 65_536;

/** Text without control characters that does not begin like markup. What its letters mean is the reader's matter. */
export function cleanCsv(bytes: Uint8Array): Inspected {
  const start = bytes.subarray(0, LOOKED_AT_BYTES);
  if (bytes.length === 0) return { ok: false, found: 'EMPTY' };
  const wide = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined;
  if (wide === undefined ? bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) : hasControls(bytes, wide)) return { ok: false, found: 'UNKNOWN' };
  if (/^\s*</.test(new TextDecoder(wide ?? 'latin1').decode(start).replace(/^ï»¿/, ''))) return { ok: false, found: 'HTML' };
  return { ok: true, type: 'text/csv', bytes };
}

/** Of two bytes a letter, as 另存为“Unicode 文本” writes it. */
function hasControls(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += LOOKED_AT_BYTES) {
    if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(decoder.decode(bytes.subarray(at, at + LOOKED_AT_BYTES), { stream: true }))) return true;
  }
  return false;
}

/** A zip that lists a workbook, without macros, and does not unpack to more than a workbook would. */
export function cleanXlsx(bytes: Uint8Array): Inspected {
  const entries = listZip(bytes);
  if (entries === undefined) return { ok: false, found: 'BROKEN' };
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('xl/workbook.xml')) return { ok: false, found: 'ZIP' };
  if (names.has('xl/vbaProject.bin')) return { ok: false, found: 'MACRO' };
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MAX_UNPACKED_BYTES || unpacked > bytes.length * MAX_RATIO) return { ok: false, found: 'BOMB' };
  return { ok: true, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes };
}

/** The entries of a zip's central directory; undefined if it has none that is whole. */
function listZip(bytes: Uint8Array): readonly { readonly name: string; readonly unpacked: number }[] | undefined {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 22 - 65_536 && nameAt(bytes, end) !== 'PK\x05\x06') end -= 1;
  if (end < 0 || nameAt(bytes, end) !== 'PK\x05\x06') return undefined;
  const count = view.getUint16(end + 10, true);
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || nameAt(bytes, at) !== 'PK\x01\x02') return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({ name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), unpacked: view.getUint32(at + 24, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
