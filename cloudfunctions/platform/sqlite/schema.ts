/**
 * The tables and indexes of the manifest, and how a file made by an older manifest comes to match. What the manifest no
 * longer names is dropped; documents never are. A collection whose table has other columns than it should is written anew
 * from its documents.
 */
import type { IndexSpec } from '../../../config/cloud/manifest';
import type { StoredDoc } from '../documents';
import type { Connection } from './driver';
import { idIndexName, indexName, sideTable, type Layout, type Manifest } from './layout';
import { onlySql, quoted } from './sql';
import type { Documents } from './writing';

interface Part {
  readonly type: 'table' | 'index' | 'trigger';
  readonly name: string;
  readonly sql: string;
}

/** Documents read at once while a collection is written anew. */
const BATCH = 500;

/** Makes the file match the manifest, in one transaction; after a crash it is as it was before. */
export function matchSchema(connection: Connection, manifest: Manifest, layouts: ReadonlyMap<string, Layout>, documents: Documents): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const existing = existingParts(connection);
    for (const [collection, layout] of layouts) matchCollection(connection, existing, manifest[collection]?.indexes ?? [], layout, documents);
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

function matchCollection(connection: Connection, existing: readonly Part[], indexes: readonly IndexSpec[], layout: Layout, documents: Documents): void {
  const { collection } = layout;
  const wanted = [tableOf(layout), ...sidesOf(layout), ...idIndexOf(layout), ...indexes.map((index) => indexOf(layout, index))];
  const own = existing.filter(({ name }) => name === collection || name.startsWith(`${collection}/`));
  const isKept = (part: Part) => wanted.some(({ name, sql }) => name === part.name && sql === part.sql);
  const tables = own.filter(({ type }) => type === 'table');
  const anew = wanted.some((part) => part.type === 'table' && !tables.some(({ name, sql }) => name === part.name && sql === part.sql));

  const goes = own.filter((part) => (anew || !isKept(part)) && part.name !== collection);
  // Triggers first and tables last: a dropped table takes its own indexes with it.
  for (const type of ['trigger', 'index', 'table'] as const) {
    for (const part of goes) if (part.type === type) connection.exec(`DROP ${type.toUpperCase()} ${quoted(part.name)}`);
  }
  const before = anew && tables.some(({ name }) => name === collection) ? quoted(`${collection}/before`) : undefined;
  if (before !== undefined) connection.exec(`ALTER TABLE ${layout.table} RENAME TO ${before}`);
  const isThere = (part: Part) => !anew && own.some(({ name, sql }) => name === part.name && sql === part.sql);
  const missing = wanted.filter((part) => !isThere(part));
  for (const { type, sql } of missing) if (type === 'table') connection.exec(sql);
  for (const { type, sql } of missing) if (type === 'index') connection.exec(sql);
  if (before !== undefined) moveDocuments(connection, collection, before, documents);
}

function moveDocuments(connection: Connection, collection: string, before: string, documents: Documents): void {
  const next = connection.prepare(`SELECT doc FROM ${before} WHERE _id > ? ORDER BY _id LIMIT ${BATCH}`);
  let last = '';
  for (;;) {
    const docs = next.all([last]).map(({ doc }) => JSON.parse(String(doc)) as StoredDoc);
    for (const doc of docs) documents.insert(collection, doc);
    documents.forgetWritten();
    const end = docs.at(-1);
    if (end === undefined) break;
    last = end._id;
  }
  connection.exec(`DROP TABLE ${before}`);
}

function existingParts(connection: Connection): readonly Part[] {
  const rows = connection.prepare(`SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL`).all([]);
  return rows.map((row) => ({ type: row.type as Part['type'], name: String(row.name), sql: String(row.sql) }));
}

function tableOf({ collection, table, columns, unordered }: Layout): Part {
  const further = columns.map(({ name }) => `, ${name}`).join('');
  const sql = unordered
    ? `CREATE TABLE ${table}(_id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL${further}) WITHOUT ROWID`
    : `CREATE TABLE ${table}(_id TEXT NOT NULL, doc TEXT NOT NULL${further})`;
  return { type: 'table', name: collection, sql };
}

function idIndexOf({ collection, table, unordered }: Layout): readonly Part[] {
  const name = idIndexName(collection);
  return unordered ? [] : [{ type: 'index', name, sql: `CREATE UNIQUE INDEX ${quoted(name)} ON ${table}(_id)` }];
}

function sidesOf({ sides }: Layout): readonly Part[] {
  return sides.map(({ name, table, further }) => {
    const columns = ['k0', ...further.map((_, at) => `k${at + 1}`)];
    return { type: 'table', name, sql: `CREATE TABLE ${table}(_id TEXT, ${columns.join(', ')}, PRIMARY KEY(_id, k0)) WITHOUT ROWID` };
  });
}

/** Every index ends with `_id`, ascending: it orders the ties. */
function indexOf({ collection, table, columns }: Layout, index: IndexSpec): Part {
  const name = indexName(collection, index);
  const column = (path: string, at: number) => (index.multikey ? `k${at}` : (columns.find((one) => one.path === path)?.name ?? path));
  const fields = index.fields.map(([path, direction], at) => `${column(path, at)} ${direction.toUpperCase()}`);
  const source = index.multikey ? quoted(sideTable(collection, index)) : table;
  const where = index.only === undefined ? '' : ` WHERE ${onlySql(column(index.only[0], 0), index.only)}`;
  return { type: 'index', name, sql: `CREATE INDEX ${quoted(name)} ON ${source}(${[...fields, '_id'].join(', ')})${where}` };
}
