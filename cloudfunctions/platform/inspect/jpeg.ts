/** A JPEG without its metadata: segments that draw the picture stay, everything a camera or an editor wrote beside goes. */
import { onlyOrientation, orientationIn } from './orientation';
import { BROKEN, isShowable, nameAt, viewOf, type Inspected } from './verdict';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP1 = 0xe1;

/**
 * Checks a JPEG's structure to its end marker and rewrites it without EXIF, XMP, comments and makers' blocks; what
 * follows the end marker is cut. The picture itself is not decoded and not changed.
 */
export function cleanJpeg(bytes: Uint8Array): Inspected {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let size: readonly [width: number, height: number] | undefined;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) return BROKEN;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (size === undefined || !isShowable(...size)) return BROKEN;
      const [start, ...rest] = [...kept, bytes.subarray(at, at + 2)];
      const parts = orientation === 1 ? [start, ...rest] : [start, exifSegment(orientation), ...rest];
      return { ok: true, type: 'image/jpeg', bytes: Buffer.concat(parts.filter((part) => part !== undefined)) };
    }
    if (marker === SOI || at + 4 > bytes.length) return BROKEN;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return BROKEN;
    if (isFrame(marker)) {
      if (end < at + 9) return BROKEN;
      size = [view.getUint16(at + 7), view.getUint16(at + 5)];
    }
    if (marker === APP1 && nameAt(bytes, at + 4) === 'Exif') orientation = orientationIn(bytes.subarray(at + 10, end));
    if (draws(marker, bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === SOS) {
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
}

/** Start-of-frame markers, which hold the picture's size: all of C0..CF but the tables and arithmetic conditioning. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Whether a segment is needed to draw the picture in its colours: JFIF, the colour profile, Adobe's colour transform. */
function draws(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === COM) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = nameAt(bytes, at + 4, 5);
  return (marker === 0xe0 && name === 'JFIF\0') || (marker === 0xe2 && name === 'ICC_P') || (marker === 0xee && name === 'Adobe');
}

/** Where the compressed data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = onlyOrientation(orientation);
  const segment = new Uint8Array(10 + tiff.length);
  segment.set([0xff, APP1]);
  viewOf(segment).setUint16(2, 8 + tiff.length);
  segment.set(new TextEncoder().encode('Exif\0\0'), 4);
  segment.set(tiff, 10);
  return segment;
}
