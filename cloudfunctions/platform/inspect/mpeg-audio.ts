/** MP3 and AAC in ADTS: frames one after the other. What is not a frame, such as ID3 tags with a place in them, is left out. */
import { BROKEN, nameAt, type Inspected } from './verdict';

const LAYER3_KBPS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const MP3_HZ = [44_100, 48_000, 32_000] as const;
const ADTS_HZ = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350] as const;
const AAC_SAMPLES = 1024;
/** Fewer than this in a row and it is not audio that happens to begin like a frame. */
const MIN_FRAMES = 3;

interface Frame {
  readonly bytes: number;
  readonly seconds: number;
}

export function cleanMp3(bytes: Uint8Array): Inspected {
  return framesOnly(bytes, mp3Frame, 'audio/mpeg');
}

export function cleanAdts(bytes: Uint8Array): Inspected {
  return framesOnly(bytes, adtsFrame, 'audio/aac');
}

function framesOnly(bytes: Uint8Array, frameAt: (bytes: Uint8Array, at: number) => Frame | undefined, type: 'audio/mpeg' | 'audio/aac'): Inspected {
  const start = afterId3(bytes);
  let at = start;
  let frames = 0;
  let seconds = 0;
  for (let frame = frameAt(bytes, at); frame !== undefined && at + frame.bytes <= bytes.length; frame = frameAt(bytes, at)) {
    at += frame.bytes;
    frames += 1;
    seconds += frame.seconds;
  }
  return frames < MIN_FRAMES ? BROKEN : { ok: true, type, seconds, bytes: bytes.slice(start, at) };
}

/** Behind an ID3v2 tag, whose length is four times seven bits. */
function afterId3(bytes: Uint8Array): number {
  if (nameAt(bytes, 0, 3) !== 'ID3') return 0;
  return 10 + [6, 7, 8, 9].reduce((length, at) => (length << 7) | ((bytes[at] ?? 0) & 0x7f), 0);
}

function mp3Frame(bytes: Uint8Array, at: number): Frame | undefined {
  const [sync = 0, head = 0, rates = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (head & 0xe6) !== 0xe2) return undefined;
  const version = (head >> 3) & 3;
  if (version === 1) return undefined;
  const kbps = LAYER3_KBPS[version === 3 ? 1 : 2][rates >> 4];
  const fullHz = MP3_HZ[(rates >> 2) & 3];
  if (kbps === undefined || kbps === 0 || fullHz === undefined) return undefined;
  const hz = version === 3 ? fullHz : version === 2 ? fullHz / 2 : fullHz / 4;
  const samples = version === 3 ? 1152 : 576;
  return { bytes: Math.floor((samples / 8) * kbps * 1000 / hz) + ((rates >> 1) & 1), seconds: samples / hz };
}

function adtsFrame(bytes: Uint8Array, at: number): Frame | undefined {
  const [sync = 0, head = 0, rate = 0, high = 0, middle = 0, low = 0] = bytes.subarray(at, at + 6);
  if (sync !== 0xff || (head & 0xf6) !== 0xf0) return undefined;
  const hz = ADTS_HZ[(rate >> 2) & 15];
  const length = ((high & 3) << 11) | (middle << 3) | (low >> 5);
  return hz === undefined || length < 7 ? undefined : { bytes: length, seconds: AAC_SAMPLES / hz };
}
