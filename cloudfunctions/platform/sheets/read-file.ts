/** A file as its sheets, whatever it was saved as. */
import type { OpenSheet } from './open-sheet';
import { openCsv } from './read-csv';
import { openXlsx } from './read-xlsx';
import { Unreadable } from './unreadable';

/** Opens a file by what its bytes are, never by its name. Fails with `Unreadable`. */
export async function openFile(bytes: Uint8Array, name: string): Promise<readonly OpenSheet[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) throw new Unreadable('EMPTY_FILE');
  if (startsWith(buffer, [0x50, 0x4b, 0x03, 0x04])) return openXlsx(buffer);
  // An xlsx file with a password is wrapped in the old container as well; neither can be read here.
  if (startsWith(buffer, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable(buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'ENCRYPTED' : 'OLD_XLS');
  if (startsWith(buffer, [0x25, 0x50, 0x44, 0x46]) || startsWith(buffer, [0xff, 0xd8, 0xff]) || startsWith(buffer, [0x89, 0x50, 0x4e, 0x47])) throw new Unreadable('NOT_A_SHEET');
  if (isWebPage(buffer)) throw new Unreadable('WEB_PAGE');
  return openCsv(buffer, name.replace(/\.[^.]*$/, ''));
}

/** Older systems give a web page with a table in it the name of a spreadsheet, and spreadsheets open it. */
function isWebPage(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 1024);
  const text = bytes[1] === 0xfe ? start.toString('utf16le') : start.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  return /^\uFEFF?\s*<(?:!doctype|html|head|meta|style|table|\?xml)\b/i.test(text);
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
