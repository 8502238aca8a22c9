/**
 * The tables and indexes of the manifest, and how a file made by an older manifest comes to match.
 *
 * A collection is one table of id and JSON text, `WITHOUT ROWID`: no hidden counter tells who wrote first (architecture
 * section 5). An index is an SQLite index over expressions. A multikey index is a side table with a row an element,
 * kept by triggers, so that no way of writing can forget it. What the manifest no longer names is dropped; documents never are.
 */
import type { CollectionSpec, IndexSpec } from '../../../config/cloud/manifest';
import { checkPath } from '../query/conditions';
import type { Connection } from './driver';
import { ELEMENT, field, jsonPath, quoted } from './sql';

export type Manifest = Readonly<Record<string, CollectionSpec>>;

interface Part {
  readonly type: 'table' | 'index' | 'trigger';
  readonly name: string;
  readonly sql: string;
}

/** What one declared index needs; built and dropped together. */
interface Derived {
  readonly parts: readonly Part[];
  /** Fills it from the documents that are already there. */
  readonly fill?: string;
}

/** The SQLite index that holds the order of a declared one. */
export function indexName(collection: string, index: IndexSpec): string {
  return index.multikey ? `${collection}/${index.name}/order` : `${collection}/${index.name}`;
}

/** The side table of a multikey index: `k0` is the element, `k1`.. the further fields. */
export function sideTable(collection: string, index: IndexSpec): string {
  return `${collection}/${index.name}`;
}

/** Makes the file match the manifest, in one transaction; after a crash it is as it was before. */
export function matchSchema(connection: Connection, manifest: Manifest): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const existing = existingParts(connection);
    for (const collection of Object.keys(manifest)) {
      if (!existing.has(collection)) connection.exec(`CREATE TABLE ${quoted(collection)}(_id TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID`);
    }
    const wanted = Object.entries(manifest).flatMap(([collection, spec]) => spec.indexes.map((index) => derive(collection, index)));
    const kept = new Set(wanted.filter((one) => one.parts.every(({ name, sql }) => existing.get(name)?.sql === sql)).flatMap(({ parts }) => parts.map(({ name }) => name)));
    drop(connection, [...existing.values()].filter(({ name }) => name.includes('/') && !kept.has(name)));
    for (const { parts, fill } of wanted) {
      if (parts.every(({ name }) => kept.has(name))) continue;
      for (const { sql } of parts) connection.exec(sql);
      if (fill) connection.exec(fill);
    }
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

function existingParts(connection: Connection): ReadonlyMap<string, Part> {
  const rows = connection.prepare(`SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL`).all([]);
  return new Map(rows.map((row) => [String(row.name), { type: row.type as Part['type'], name: String(row.name), sql: String(row.sql) }]));
}

/** Triggers first and tables last: a dropped table takes its own indexes with it. */
function drop(connection: Connection, parts: readonly Part[]): void {
  for (const type of ['trigger', 'index', 'table'] as const) {
    for (const part of parts) {
      if (part.type === type) connection.exec(`DROP ${type.toUpperCase()} ${quoted(part.name)}`);
    }
  }
}

function derive(collection: string, index: IndexSpec): Derived {
  for (const [path] of index.fields) checkPath(collection, path);
  return index.multikey ? deriveMultikey(collection, index) : derivePlain(collection, index);
}

function derivePlain(collection: string, index: IndexSpec): Derived {
  const name = indexName(collection, index);
  const fields = index.fields.map(([path, direction]) => `${field(path)} ${direction.toUpperCase()}`);
  return { parts: [{ type: 'index', name, sql: `CREATE INDEX ${quoted(name)} ON ${quoted(collection)}(${fields.join(', ')})` }] };
}

function deriveMultikey(collection: string, index: IndexSpec): Derived {
  const side = sideTable(collection, index);
  const [first, ...further] = index.fields;
  if (!first) throw new TypeError(`index ${index.name} of ${collection} has no field`);
  const [arrayPath] = first;
  const columns = index.fields.map((_, at) => `k${at}`);
  const order = index.fields.map(([, direction], at) => `k${at} ${direction.toUpperCase()}`);
  const entries = (doc: string, id: string, from: string) =>
    `INSERT OR IGNORE INTO ${quoted(side)}(_id, ${columns.join(', ')}) SELECT ${[id, ELEMENT, ...further.map(([path]) => field(path, doc))].join(', ')} ` +
    `FROM ${from}json_each(${doc}, ${jsonPath(arrayPath)}) e WHERE json_type(${doc}, ${jsonPath(arrayPath)}) = 'array' AND e.type NOT IN ('null', 'array', 'object')`;
  const changed = index.fields.map(([path]) => `json_extract(OLD.doc, ${jsonPath(path)}) IS NOT json_extract(NEW.doc, ${jsonPath(path)})`).join(' OR ');
  const forget = `DELETE FROM ${quoted(side)} WHERE _id = OLD._id`;
  const trigger = (event: string, condition: string, body: readonly string[]): Part => ({
    type: 'trigger',
    name: `${side}/${event}`,
    sql: `CREATE TRIGGER ${quoted(`${side}/${event}`)} AFTER ${event.toUpperCase()} ON ${quoted(collection)}${condition} BEGIN ${body.join('; ')}; END`,
  });
  return {
    parts: [
      { type: 'table', name: side, sql: `CREATE TABLE ${quoted(side)}(_id TEXT, ${columns.join(', ')}, PRIMARY KEY(_id, k0)) WITHOUT ROWID` },
      { type: 'index', name: indexName(collection, index), sql: `CREATE INDEX ${quoted(indexName(collection, index))} ON ${quoted(side)}(${order.join(', ')})` },
      trigger('insert', '', [entries('NEW.doc', 'NEW._id', '')]),
      trigger('update', ` WHEN ${changed}`, [forget, entries('NEW.doc', 'NEW._id', '')]),
      trigger('delete', '', [forget]),
    ],
    fill: entries('d.doc', 'd._id', `${quoted(collection)} d, `),
  };
}
