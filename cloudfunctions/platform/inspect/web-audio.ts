/** What a browser's recorder makes: WebM and Ogg. They carry no place; their length is read as well as can be. */
import { BROKEN, nameAt, viewOf, type Inspected } from './verdict';

const CLUSTER = [0x1f, 0x43, 0xb6, 0x75] as const;
const TIMECODE = 0xe7;
const TRACK_TYPE = 0x83;
const VIDEO_TRACK = 1;

/** A recorder writes no length into WebM, so it is the time stamp of the last cluster: a few seconds short at most. */
export function cleanWebm(bytes: Uint8Array): Inspected {
  const clusters = positionsOf(bytes, CLUSTER);
  const [first] = clusters;
  if (first === undefined) return BROKEN;
  if (hasVideoTrack(bytes.subarray(0, first))) return { ok: false, found: 'VIDEO' };
  const last = clusters.at(-1) ?? first;
  return { ok: true, type: 'audio/webm', bytes, seconds: timecodeIn(bytes, last + CLUSTER.length) / 1000 };
}

/** Pages to the end; the last one's position, in samples, is the length. */
export function cleanOgg(bytes: Uint8Array): Inspected {
  const view = viewOf(bytes);
  let at = 0;
  let granule = 0n;
  while (at + 27 <= bytes.length) {
    if (nameAt(bytes, at) !== 'OggS') return BROKEN;
    const segments = bytes[at + 26] ?? 0;
    const header = at + 27 + segments;
    const end = bytes.subarray(at + 27, header).reduce((sum, length) => sum + length, header);
    if (end > bytes.length) return BROKEN;
    const position = view.getBigInt64(at + 6, true);
    if (position > 0n) granule = position;
    at = end;
  }
  if (at === 0) return BROKEN;
  const head = 27 + (bytes[26] ?? 0);
  const hz = nameAt(bytes, head, 8) === 'OpusHead' ? 48_000 : nameAt(bytes, head + 1, 6) === 'vorbis' ? view.getUint32(head + 12, true) : 0;
  return hz === 0 ? { ok: false, found: 'VIDEO' } : { ok: true, type: 'audio/ogg', bytes: bytes.slice(0, at), seconds: Number(granule) / hz };
}

function positionsOf(bytes: Uint8Array, pattern: readonly number[]): readonly number[] {
  const found: number[] = [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = Buffer.from(pattern);
  for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** Track type elements stand before the first cluster: `83 81 01` is video, `83 81 02` audio. */
function hasVideoTrack(header: Uint8Array): boolean {
  return positionsOf(header, [TRACK_TYPE, 0x81, VIDEO_TRACK]).length > 0;
}

/** A cluster's first element is its time stamp, in ms; its size may be unknown (all ones). */
function timecodeIn(bytes: Uint8Array, sizeAt: number): number {
  const first = bytes[sizeAt] ?? 0;
  const at = sizeAt + (first === 0 ? 1 : Math.clz32(first) - 23);
  if (bytes[at] !== TIMECODE) return 0;
  const length = (bytes[at + 1] ?? 0x80) & 0x7f;
  return bytes.subarray(at + 2, at + 2 + Math.min(length, 6)).reduce((value, byte) => value * 256 + byte, 0);
}
