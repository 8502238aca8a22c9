/** CSV as offices save it: UTF-8 with or without BOM, GB18030 (which includes GBK), or UTF-16; comma, semicolon or tab. */
import { parse } from 'csv-parse';
import { textCell, type SheetLine } from '@/domain/roster/sheet';
import type { OpenSheet } from './open-sheet';
import { Unreadable } from './unreadable';

const CHUNK_BYTES = 64 * 1024;
const ROWS_A_BATCH = 400;

/** Opens a CSV file as its one sheet. Fails with `Unreadable` when its bytes are no text. */
export function openCsv(bytes: Buffer, name: string): readonly OpenSheet[] {
  const encoding = encodingOf(bytes);
  return [{ name, batches: () => linesOf(bytes, encoding) }];
}

/**
 * The encoding of a text by its first bytes, or else by whether the whole of it is valid UTF-8. What is not must be
 * GB18030, and throughout: a file of two encodings is refused, since half its names would be wrong.
 */
export function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  if (isValid(bytes, 'gb18030')) return 'gb18030';
  throw new Unreadable('ENCODING');
}

/** The character between the cells: the one that the first lines have most of, outside quotation marks. */
export function delimiterOf(start: string): ',' | ';' | '\t' {
  const plain = start.replace(/"(?:[^"]|"")*"/g, '');
  const counts = ([',', '\t', ';'] as const).map((delimiter) => ({ delimiter, count: plain.split(delimiter).length }));
  return counts.reduce((top, one) => (one.count > top.count ? one : top)).delimiter;
}

async function* linesOf(bytes: Buffer, encoding: string): AsyncIterable<readonly SheetLine[]> {
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, CHUNK_BYTES), { stream: true });
  const parser = parse({
    delimiter: delimiterOf(start.split(/\r?\n/).slice(0, 20).join('\n')),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 1_000_000,
  });
  const feeding = feed(bytes, encoding, parser);
  let batch: SheetLine[] = [];
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      row += 1;
      batch.push({ row, cells: record.map(textCell) });
      if (batch.length < ROWS_A_BATCH) continue;
      yield batch;
      batch = [];
    }
    await feeding;
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : new Unreadable('NOT_A_SHEET', {}, { cause });
  } finally {
    parser.destroy();
  }
  if (batch.length > 0) yield batch;
}

/** Decodes piece by piece, waiting while the parser has enough to do. */
async function feed(bytes: Buffer, encoding: string, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length && !parser.destroyed; at += CHUNK_BYTES) {
    const text = decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true });
    if (!parser.write(text)) await drained(parser);
  }
  if (!parser.destroyed) parser.end(decoder.decode());
}

/** Until the parser takes more, or is closed because its reader has had enough. */
function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      parser.off('drain', go).off('close', go);
      resolve();
    };
    parser.once('drain', go).once('close', go);
  });
}

function isValid(bytes: Buffer, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      // A null character is in no CSV: these are the bytes of something else.
      if (decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }).includes('\0')) return false;
    }
    decoder.decode();
    return true;
  } catch (cause) {
    // How a fatal decoder says that the bytes are not of its encoding.
    if ((cause as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw cause;
  }
}
