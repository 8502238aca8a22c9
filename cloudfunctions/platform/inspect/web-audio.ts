/** What a browser's recorder makes: WebM and Ogg. They carry no place; their length is read as well as can be. */
import { BROKEN, nameAt, viewOf, type Inspected } from './verdict';

const CLUSTER = [0x1f, 0x43, 0xb6, 0x75] as const;
const TIMECODE = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const TRACK_TYPE = 0x83;
const VIDEO_TRACK = 1;

/**
 * A recorder writes no length into WebM, so it is the time of the last block: that of its cluster and, since one cluster may
 * hold half a minute, how far into it the block lies.
 */
export function cleanWebm(bytes: Uint8Array): Inspected {
  const clusters = positionsOf(bytes, CLUSTER);
  const [first] = clusters;
  if (first === undefined) return BROKEN;
  if (hasVideoTrack(bytes.subarray(0, first))) return { ok: false, found: 'VIDEO' };
  const last = clusters.at(-1) ?? first;
  return { ok: true, type: 'audio/webm', bytes, seconds: lastTimeIn(bytes, last + CLUSTER.length) / 1000 };
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

/** The time of the last block that is whole in a cluster, in ms. The cluster's size may be unknown (all ones): it then ends with the file. */
function lastTimeIn(bytes: Uint8Array, sizeAt: number): number {
  let start = 0;
  let latest = 0;
  let at = sizeAt + widthAt(bytes, sizeAt);
  while (at + 1 < bytes.length) {
    const id = bytes[at] ?? 0;
    // What stands in a cluster has a name of one byte; a longer one ends it.
    if (id < 0x80) break;
    const width = widthAt(bytes, at + 1);
    const body = at + 1 + width;
    const end = body + numberIn(bytes, at + 1, width);
    if (end > bytes.length) break;
    if (id === TIMECODE) start = bytes.subarray(body, Math.min(end, body + 6)).reduce((value, byte) => value * 256 + byte, 0);
    // A block begins with its track, then says in two bytes how far from its cluster's time it lies.
    const offset = body + widthAt(bytes, body);
    if (id === SIMPLE_BLOCK && offset + 2 <= end) latest = Math.max(latest, viewOf(bytes).getInt16(offset));
    at = end;
  }
  return start + latest;
}

/** How many bytes a number of variable length takes: its first byte begins with as many zeros, less one. */
function widthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  return first === 0 ? 1 : Math.clz32(first) - 23;
}

function numberIn(bytes: Uint8Array, at: number, width: number): number {
  const head = (bytes[at] ?? 0) & (0xff >> width);
  return bytes.subarray(at + 1, at + width).reduce((value, byte) => value * 256 + byte, head);
}
