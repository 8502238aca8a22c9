/** A WebP without its metadata. */
import { onlyOrientation, orientationIn } from './orientation';
import { BROKEN, isShowable, nameAt, viewOf, type Inspected } from './verdict';

const HEADER_BYTES = 12;
const DRAWING: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** Checks the chunks against the length the file claims, drops EXIF and XMP, and cuts what follows. */
export function cleanWebp(bytes: Uint8Array): Inspected {
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return BROKEN;
  const chunks: Uint8Array[] = [];
  let size: readonly [number, number] | undefined;
  let orientation = 1;
  let at = HEADER_BYTES;
  while (at + 8 <= end) {
    const name = nameAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) return BROKEN;
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'EXIF') orientation = orientationIn(nameAt(body, 0) === 'Exif' ? body.subarray(6) : body);
    size ??= sizeIn(name, body);
    if (DRAWING.has(name)) chunks.push(bytes.slice(at, Math.min(next, end)));
    at = next;
  }
  if (size === undefined || !isShowable(...size)) return BROKEN;
  const extended = chunks.find((chunk) => nameAt(chunk, 0) === 'VP8X');
  if (extended !== undefined) {
    extended[8] = ((extended[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (orientation === 1 ? 0 : HAS_EXIF);
    if (orientation !== 1) chunks.push(exifChunk(orientation));
  }
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  const header = Buffer.alloc(8);
  header.write('RIFF');
  header.writeUInt32LE(body.length, 4);
  return { ok: true, type: 'image/webp', bytes: Buffer.concat([header, body]) };
}

function sizeIn(name: string, body: Uint8Array): readonly [number, number] | undefined {
  const view = viewOf(body);
  if (name === 'VP8X' && body.length >= 10) return [1 + uint24(body, 4), 1 + uint24(body, 7)];
  if (name === 'VP8 ' && body.length >= 10) return [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
  if (name === 'VP8L' && body.length >= 5 && body[0] === 0x2f) {
    const bits = view.getUint32(1, true);
    return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
  }
  return undefined;
}

function uint24(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
}

function exifChunk(orientation: number): Uint8Array {
  const tiff = onlyOrientation(orientation);
  const chunk = Buffer.alloc(8 + tiff.length);
  chunk.write('EXIF');
  chunk.writeUInt32LE(tiff.length, 4);
  chunk.set(tiff, 8);
  return chunk;
}
