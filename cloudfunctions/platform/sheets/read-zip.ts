/**
 * The archive that an xlsx file is. Written out because no reader at hand counts what it unpacks while it unpacks: what an
 * archive says of its own sizes is only a claim, and a few kilobytes can unpack to gigabytes.
 */
import { createInflateRaw } from 'node:zlib';
import { Unreadable } from './unreadable';

export interface ZipEntry {
  readonly name: string;
  /** The unpacked bytes in chunks. Fails with `Unreadable` when the archive is broken or unpacks to too much. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** All entries of one archive together may unpack to this much; a county's residents take about a quarter of it. */
export const MAX_UNPACKED_BYTES = 600_000_000;
/** A workbook has a few dozen parts. */
const MAX_ENTRIES = 2_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** Lists an archive's entries by its directory. Fails with `Unreadable`. */
export function zipEntries(bytes: Buffer, maxBytes = MAX_UNPACKED_BYTES): ReadonlyMap<string, ZipEntry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new Unreadable('TOO_LARGE');
  const budget = { left: maxBytes };
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new Unreadable('BROKEN_ARCHIVE');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable('ENCRYPTED');
    const entry = { method: bytes.readUInt16LE(at + 10), size: bytes.readUInt32LE(at + 20), local: bytes.readUInt32LE(at + 42) };
    entries.set(name, { name, chunks: () => unpack(bytes, entry, budget) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** A workbook's list of sheets, or its styles. */
const MAX_TEXT = 10_000_000;

/** The whole of a small entry as text. */
export async function entryText(entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of entry.chunks()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_TEXT) throw new Unreadable('TOO_LARGE');
  }
  return text + decoder.decode();
}

async function* unpack(bytes: Buffer, entry: { readonly method: number; readonly size: number; readonly local: number }, budget: { left: number }): AsyncIterable<Uint8Array> {
  const { method, size, local } = entry;
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new Unreadable('BROKEN_ARCHIVE');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + size);
  if (packed.length < size || (method !== STORED && method !== DEFLATED)) throw new Unreadable('BROKEN_ARCHIVE');
  if (method === STORED) {
    spend(budget, packed.length);
    yield packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(packed);
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      spend(budget, chunk.length);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable('BROKEN_ARCHIVE', {}, { cause });
  } finally {
    inflate.destroy();
  }
}

const CHUNK_BYTES = 256 * 1024;

function spend(budget: { left: number }, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) throw new Unreadable('TOO_LARGE');
}

/** The directory's end stands last, before a comment of at most 64 KB. */
function endOf(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new Unreadable('BROKEN_ARCHIVE');
}
