/**
 * Rows put aside by village, sealed whole: from here on an import goes village by village, however its files were sorted,
 * and whoever takes over after a stop finds everything it needs in the store.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AreaCode } from '@/domain/areas/code';
import { assert } from '@/domain/basics/assert';
import type { RawRow } from '@/domain/roster/rows';
import { SHEET_KINDS } from '@/domain/roster/sheet';
import { inBatches, type Tools } from './tools';

/** Enough rows to share a seal and a write, few enough for a document: some 60 KB. */
const ROWS_A_BATCH = 300;
/** Writes under way at once, which share a commit. */
const WRITES = 16;

/** A row as it lies in a batch: what is usually absent stands last and is left out. */
type Packed = readonly [kind: number, source: number, row: number, cells: RawRow['cells'], rest?: Pick<RawRow, 'faults' | 'found' | 'homes'>];

export interface StagedUnit {
  readonly unit: AreaCode;
  readonly rows: number;
  readonly batches: number;
}

/** Gathers rows by unit and writes them out as batches fill up; holds at most one open batch a unit. */
export class Stager {
  private readonly open = new Map<AreaCode, string[]>();
  private readonly counts = new Map<AreaCode, { rows: number; batches: number }>();
  private writes: Promise<void>[] = [];

  constructor(
    private readonly tools: Pick<Tools, 'store' | 'sealer'>,
    private readonly loadId: string,
  ) {}

  async add(unit: AreaCode, row: RawRow): Promise<void> {
    const lines = this.open.get(unit) ?? [];
    lines.push(JSON.stringify(pack(row)));
    this.open.set(unit, lines);
    const count = this.counts.get(unit) ?? { rows: 0, batches: 0 };
    count.rows += 1;
    this.counts.set(unit, count);
    if (lines.length >= ROWS_A_BATCH) await this.flush(unit);
  }

  /** Writes what is still open and says what there is, in the order of the units' codes, towns and the county last. */
  async end(): Promise<readonly StagedUnit[]> {
    for (const unit of [...this.open.keys()]) await this.flush(unit);
    await this.settle();
    const order = (unit: AreaCode) => `${unit.length === 12 ? 0 : unit.length === 9 ? 1 : 2}${unit}`;
    return [...this.counts].map(([unit, count]) => ({ unit, ...count })).sort((a, b) => (order(a.unit) < order(b.unit) ? -1 : 1));
  }

  private async flush(unit: AreaCode): Promise<void> {
    const lines = this.open.get(unit) ?? [];
    const count = this.counts.get(unit);
    if (lines.length === 0 || count === undefined) return;
    this.open.delete(unit);
    const content = this.tools.sealer.seal(packed(`[${lines.join(',')}]`));
    this.writes.push(this.tools.store.replace('rosterBatches', { _id: batchId(this.loadId, unit, count.batches), load: this.loadId, content }));
    count.batches += 1;
    if (this.writes.length >= WRITES) await this.settle();
  }

  private async settle(): Promise<void> {
    const writes = this.writes;
    this.writes = [];
    await Promise.all(writes);
  }
}

export function batchId(loadId: string, part: string, n: number): string {
  return `${loadId}:${part}:${n}`;
}

/** The rows of a unit, in the order of their files. */
export async function stagedRows({ store, sealer }: Pick<Tools, 'store' | 'sealer'>, loadId: string, unit: AreaCode, batches: number): Promise<readonly RawRow[]> {
  const ids = Array.from({ length: batches }, (_, n) => batchId(loadId, unit, n));
  const rows = await inBatches(ids, WRITES, async (id) => {
    const batch = await store.get('rosterBatches', id);
    assert(batch !== undefined, `${id} is kept until the load is over`);
    return (JSON.parse(unpacked(sealer.open(batch.content))) as readonly Packed[]).map(unpack);
  });
  return rows.flat();
}

/** A fifth of the size: rows of a village repeat each other. */
function packed(text: string): string {
  return deflateRawSync(text, { level: 1 }).toString('base64');
}

function unpacked(text: string): string {
  return inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');
}

function pack({ kind, source, row, cells, faults, found, homes }: RawRow): Packed {
  const start = [SHEET_KINDS.indexOf(kind), source, row, cells] as const;
  return faults === undefined && found === undefined && homes === undefined ? start : [...start, { faults, found, homes }];
}

function unpack([kind, source, row, cells, rest]: Packed): RawRow {
  const name = SHEET_KINDS[kind];
  assert(name !== undefined, 'a row is of one of the kinds');
  return { kind: name, source, row, cells, ...rest };
}
