/** What an uploaded file is, by its content and never by its name, and the copy of it that may be kept. */
import { cleanJpeg } from './jpeg';
import { cleanMp4 } from './mp4-audio';
import { cleanAdts, cleanMp3 } from './mpeg-audio';
import { cleanPng } from './png';
import { cleanCsv, cleanXlsx } from './sheet';
import { nameAt, type FileType, type Inspected } from './verdict';
import { cleanOgg, cleanWebm } from './web-audio';
import { cleanWebp } from './webp';

export type { FileType, Inspected } from './verdict';

export type FileKind = 'IMAGE' | 'AUDIO' | 'SHEET';

export const KIND_OF_PURPOSE = { ISSUE_PHOTO: 'IMAGE', ISSUE_VOICE: 'AUDIO', POINT_PHOTO: 'IMAGE', DEPUTY_PHOTO: 'IMAGE', ROSTER: 'SHEET' } as const satisfies Record<string, FileKind>;

const SHORTEST = 12;

/**
 * Looks at a file that should be of one kind. What is kept holds the picture, the sound or the table and nothing that was
 * written beside it: no place, no camera, no program's notes, nothing behind its end.
 */
export function inspectFile(bytes: Uint8Array, kind: FileKind): Inspected {
  switch (kind) {
    case 'IMAGE':
      return inspectImage(bytes);
    case 'AUDIO':
      return inspectAudio(bytes);
    case 'SHEET':
      return inspectSheet(bytes);
  }
}

function inspectImage(bytes: Uint8Array): Inspected {
  if (bytes.length < SHORTEST) return { ok: false, found: 'EMPTY' };
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return cleanJpeg(bytes);
  if (nameAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return cleanPng(bytes);
  if (nameAt(bytes, 0) === 'RIFF' && nameAt(bytes, 8) === 'WEBP') return cleanWebp(bytes);
  return other(bytes);
}

function inspectAudio(bytes: Uint8Array): Inspected {
  if (bytes.length < SHORTEST) return { ok: false, found: 'EMPTY' };
  if (nameAt(bytes, 4) === 'ftyp') return HEIF.has(nameAt(bytes, 8)) ? other(bytes) : cleanMp4(bytes);
  if (nameAt(bytes, 0) === 'OggS') return cleanOgg(bytes);
  if (nameAt(bytes, 0) === '\x1a\x45\xdf\xa3') return cleanWebm(bytes);
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0) return cleanAdts(bytes);
  if (nameAt(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)) return cleanMp3(bytes);
  return other(bytes);
}

function inspectSheet(bytes: Uint8Array): Inspected {
  if (nameAt(bytes, 0) === 'PK\x03\x04') return cleanXlsx(bytes);
  // A table may begin with any two letters, so only what cannot be text is known by its beginning.
  if (!bytes.some((byte) => byte === 0) || isUtf16(bytes)) return cleanCsv(bytes);
  const { found } = other(bytes);
  // A workbook with a password lies in the old container; who is told that it is an old one saves it again in vain.
  return { ok: false, found: found === 'XLS' && Buffer.from(bytes).includes(ENCRYPTED_PACKAGE) ? 'ENCRYPTED' : found };
}

const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

const HEIF: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']);

/** Well-known files that are not taken, by the name people know them by. */
function other(bytes: Uint8Array): { readonly ok: false; readonly found: string } {
  return { ok: false, found: nameOf(bytes) };
}

function nameOf(bytes: Uint8Array): string {
  if (nameAt(bytes, 4) === 'ftyp') return HEIF.has(nameAt(bytes, 8)) ? 'HEIC' : 'VIDEO';
  const starts: readonly (readonly [string, string])[] = [
    ['GIF8', 'GIF'], ['%PDF', 'PDF'], ['PK\x03\x04', 'ZIP'], ['\xd0\xcf\x11\xe0', 'XLS'], ['Rar!', 'ZIP'], ['BM', 'BMP'],
    ['II*\0', 'TIFF'], ['MM\0*', 'TIFF'], ['\x1a\x45\xdf\xa3', 'VIDEO'], ['OggS', 'AUDIO'], ['ID3', 'AUDIO'], ['\xff\xd8\xff', 'JPEG'], ['\x89PNG', 'PNG'], ['RIFF', 'AUDIO'], ['MZ', 'PROGRAM'],
  ];
  const known = starts.find(([start]) => nameAt(bytes, 0, start.length) === start)?.[1];
  if (known !== undefined) return known;
  return /^\s*(<!doctype|<html|<svg|<\?xml|<script)/i.test(nameAt(bytes, 0, 64)) ? 'HTML' : 'UNKNOWN';
}

/** The type of kept bytes, which were checked when they came; for serving them. */
export function typeOfKept(bytes: Uint8Array): FileType | 'application/octet-stream' {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  if (nameAt(bytes, 0) === '\x89PNG') return 'image/png';
  if (nameAt(bytes, 0) === 'RIFF') return 'image/webp';
  if (nameAt(bytes, 4) === 'ftyp') return 'audio/mp4';
  if (nameAt(bytes, 0) === 'OggS') return 'audio/ogg';
  if (nameAt(bytes, 0) === '\x1a\x45\xdf\xa3') return 'audio/webm';
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0) return 'audio/aac';
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) return 'audio/mpeg';
  return 'application/octet-stream';
}
