/** A PNG without its metadata: only the chunks that draw the picture stay. */
import { crc32 } from './crc32';
import { BROKEN, isShowable, nameAt, viewOf, type Inspected } from './verdict';

const SIGNATURE_BYTES = 8;
/** Length, name and check sum. */
const FRAME_BYTES = 12;
const DRAWING: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);

/** Checks every chunk's sum up to IEND, drops the text, time, EXIF and private ones, and cuts what follows. */
export function cleanPng(bytes: Uint8Array): Inspected {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  let hasData = false;
  let at = SIGNATURE_BYTES;
  while (at + FRAME_BYTES <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + FRAME_BYTES + length;
    if (end > bytes.length) return BROKEN;
    const name = nameAt(bytes, at + 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return BROKEN;
    if ((at === SIGNATURE_BYTES) !== (name === 'IHDR')) return BROKEN;
    if (name === 'IHDR' && (length !== 13 || !isShowable(view.getUint32(at + 8), view.getUint32(at + 12)))) return BROKEN;
    if (name === 'IDAT') hasData = true;
    if (DRAWING.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return hasData ? { ok: true, type: 'image/png', bytes: Buffer.concat(kept) } : BROKEN;
    at = end;
  }
  return BROKEN;
}
