/**
 * Which village each ID number of an import stands in, to find a person who is in two. A county has some 300,000; in
 * flat arrays they take 16 MB at most, where a map of strings would take a hundred.
 */

/** Where an ID number was first seen. */
export interface Seen {
  /** The unit's place in the import's list. */
  readonly unit: number;
  readonly source: number;
  readonly row: number;
}

const EMPTY = 0;

export class IdTable {
  private size = 0;
  private keys = new Float64Array(1024);
  private units = new Uint16Array(1024);
  private sources = new Uint16Array(1024);
  private rows = new Uint32Array(1024);

  /** Where the number was seen before, or undefined after keeping this place. What is no ID number is not kept. */
  add(idNumber: string, seen: Seen): Seen | undefined {
    const key = keyOf(idNumber);
    if (key === undefined) return undefined;
    if (this.size * 2 >= this.keys.length) this.grow();
    const at = this.placeOf(key);
    if (this.keys[at] !== EMPTY) return this.at(at);
    this.put(at, key, seen);
    this.size += 1;
    return undefined;
  }

  find(idNumber: string): Seen | undefined {
    const key = keyOf(idNumber);
    if (key === undefined) return undefined;
    const at = this.placeOf(key);
    return this.keys[at] === EMPTY ? undefined : this.at(at);
  }

  private at(at: number): Seen {
    return { unit: this.units[at] ?? 0, source: this.sources[at] ?? 0, row: this.rows[at] ?? 0 };
  }

  private put(at: number, key: number, seen: Seen): void {
    this.keys[at] = key;
    this.units[at] = seen.unit;
    this.sources[at] = seen.source;
    this.rows[at] = seen.row;
  }

  /** The key's place, or the free one where it would go. */
  private placeOf(key: number): number {
    const mask = this.keys.length - 1;
    // A step that spreads neighbours: the keys of one village differ in their last digits only.
    let at = Math.imul(key % 0x7fffffff, 0x9e3779b1) & mask;
    while (this.keys[at] !== EMPTY && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, units, sources, rows } = this;
    const length = keys.length * 2;
    this.keys = new Float64Array(length);
    this.units = new Uint16Array(length);
    this.sources = new Uint16Array(length);
    this.rows = new Uint32Array(length);
    for (const [index, key] of keys.entries()) {
      if (key !== EMPTY) this.put(this.placeOf(key), key, { unit: units[index] ?? 0, source: sources[index] ?? 0, row: rows[index] ?? 0 });
    }
  }
}

/** The 17 digits as a number below 2^53: area, days since 1800 counted in months of 31, serial. The check digit follows from them. */
function keyOf(idNumber: string): number | undefined {
  if (!/^[1-9]\d{16}[\dXx]$/.test(idNumber)) return undefined;
  const month = Number(idNumber.slice(10, 12));
  const day = Number(idNumber.slice(12, 14));
  const year = Number(idNumber.slice(6, 10)) - 1800;
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 0 || year > 400) return undefined;
  const days = (year * 12 + month - 1) * 31 + day;
  return (Number(idNumber.slice(0, 6)) * 200_000 + days) * 1000 + Number(idNumber.slice(14, 17));
}
