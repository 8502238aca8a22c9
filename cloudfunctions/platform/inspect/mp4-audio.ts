/** M4A: boxes in boxes. What a phone writes beside the sound (a place among it) is overwritten where it stands. */
import { BROKEN, nameAt, viewOf, type Inspected } from './verdict';

/** Boxes that hold others and are looked into. */
const HOLDERS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']);
/** Boxes of free content: user data, iTunes tags, private ones. */
const BESIDE: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'skip', 'free', 'wide']);

interface Box {
  readonly name: string;
  readonly at: number;
  readonly body: number;
  readonly end: number;
}

/**
 * Checks that boxes fill the file exactly, that there is sound and no picture, and blanks what stands beside the sound.
 * Boxes keep their size, because the sound is found by its distance from the file's beginning.
 */
export function cleanMp4(bytes: Uint8Array): Inspected {
  const clean = bytes.slice();
  const boxes = allBoxes(clean, 0, clean.length);
  if (boxes === undefined || !boxes.some(({ name }) => name === 'moov') || !boxes.some(({ name }) => name === 'mdat')) return BROKEN;
  const tracks = boxes.filter(({ name }) => name === 'hdlr').map(({ body }) => nameAt(clean, body + 8));
  if (tracks.includes('vide')) return { ok: false, found: 'VIDEO' };
  if (!tracks.includes('soun')) return BROKEN;
  for (const box of boxes) {
    if (!BESIDE.has(box.name)) continue;
    clean.set([0x66, 0x72, 0x65, 0x65], box.at + 4);
    clean.fill(0, box.body, box.end);
  }
  const seconds = secondsIn(clean, boxes);
  return { ok: true, type: 'audio/mp4', bytes: clean, ...(seconds === undefined ? {} : { seconds }) };
}

function allBoxes(bytes: Uint8Array, from: number, to: number): readonly Box[] | undefined {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at < to) {
    if (at + 8 > to) return undefined;
    const short = view.getUint32(at);
    const long = short === 1;
    if (long && at + 16 > to) return undefined;
    const length = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const box = { name: nameAt(bytes, at + 4), at, body: at + (long ? 16 : 8), end: at + length };
    if (box.end > to || box.end < box.body) return undefined;
    boxes.push(box);
    if (HOLDERS.has(box.name)) {
      const inside = allBoxes(bytes, box.body, box.end);
      if (inside === undefined) return undefined;
      boxes.push(...inside);
    }
    at = box.end;
  }
  return boxes;
}

/** From the movie's header; a recording in fragments says 0 there, and its sound's own header counts then, if it can. */
function secondsIn(bytes: Uint8Array, boxes: readonly Box[]): number | undefined {
  for (const name of ['mvhd', 'mdhd']) {
    const box = boxes.find((one) => one.name === name);
    if (box === undefined || box.end - box.body < 32) continue;
    const view = viewOf(bytes);
    const wide = view.getUint8(box.body) === 1;
    const scale = view.getUint32(box.body + (wide ? 20 : 12));
    const duration = wide ? Number(view.getBigUint64(box.body + 24)) : view.getUint32(box.body + 16);
    if (scale > 0 && duration > 0) return duration / scale;
  }
  return undefined;
}
