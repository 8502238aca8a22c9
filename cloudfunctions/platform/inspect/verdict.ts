/** What looking at an uploaded file's bytes can come to. */

export type Inspected =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly type: FileType; readonly seconds?: number }
  /** `found` is what it looks like: a name people use (`HEIC`), or why it does not open (`BROKEN`). */
  | { readonly ok: false; readonly found: string };

export type FileType =
  | 'image/jpeg' | 'image/png' | 'image/webp'
  | 'audio/mpeg' | 'audio/mp4' | 'audio/aac' | 'audio/webm' | 'audio/ogg'
  | 'text/csv' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const BROKEN: Inspected = { ok: false, found: 'BROKEN' };

/** Pixels a picture may have: what a phone of today takes, and what a phone of yesterday can still show. */
const MAX_PIXELS = 64_000_000;
const MAX_SIDE = 16_384;

/** Whether a picture is one that phones can show: a small file can claim to be a huge picture and bring them down. */
export function isShowable(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Four or more bytes as text, for the names of chunks and boxes. */
export function nameAt(bytes: Uint8Array, at: number, length = 4): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
