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
  return openCsv(buffer, name.replace(/\.[^.]*$/, ''));
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
