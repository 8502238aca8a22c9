/**
 * How a collection lies in SQLite: a table of id and JSON text, with a column beside them for every field that an index
 * names. The columns are filled by who writes the document (`writing.ts`), so that SQLite never reads JSON to keep an
 * index, and a change touches only the indexes whose fields it changes. A multikey index is a side table with a row an
 * element.
 *
 * SQLite numbers the rows of an ordinary table in the order they came. Where nobody may learn that order (`unordered` in
 * the manifest, architecture section 5), the table is `WITHOUT ROWID`; it is slower, since a document is then a key.
 */
import type { CollectionSpec, IndexSpec } from '../../../config/cloud/manifest';
import { checkPath } from '../query/conditions';
import { quoted } from './sql';

export type Manifest = Readonly<Record<string, CollectionSpec>>;

export interface Column {
  readonly path: string;
  /** Quoted. It begins with a dot, as no other column does. */
  readonly name: string;
}

/** The side table of a multikey index. */
export interface Side {
  /** Plain, and quoted. */
  readonly name: string;
  readonly table: string;
  /** The path of the array whose elements it holds, as `k0`. */
  readonly array: string;
  /** The paths of `k1`, `k2` … */
  readonly further: readonly string[];
}

export interface Layout {
  readonly collection: string;
  /** Quoted. */
  readonly table: string;
  readonly unordered: boolean;
  readonly columns: readonly Column[];
  readonly sides: readonly Side[];
  /** What is asked of one document; put together once, since every write asks it. */
  readonly byId: {
    readonly read: string;
    readonly has: string;
    readonly remove: string;
    /** `_id`, the text, then the columns in their order. */
    readonly add: string;
  };
}

/** The layout of every collection of a manifest. @throws TypeError if an index names what is no field path. */
export function layoutsOf(manifest: Manifest): ReadonlyMap<string, Layout> {
  return new Map(Object.entries(manifest).map(([collection, spec]) => [collection, layoutOf(collection, spec)]));
}

/** The index that leads from an id to its document. */
export function idIndexName(collection: string): string {
  return `${collection}/_id`;
}

/** The SQLite index that holds the order of a declared one. */
export function indexName(collection: string, index: IndexSpec): string {
  return index.multikey ? `${collection}/${index.name}/order` : `${collection}/${index.name}`;
}

/** The side table of a multikey index: `k0` is the element, `k1`.. the further fields. */
export function sideTable(collection: string, index: IndexSpec): string {
  return `${collection}/${index.name}`;
}

function layoutOf(collection: string, spec: CollectionSpec): Layout {
  for (const index of spec.indexes) for (const path of pathsOf(index)) checkPath(collection, path);
  const plain = spec.indexes.filter(({ multikey }) => multikey !== true);
  const paths = [...new Set(plain.flatMap(pathsOf))].filter((path) => path !== '_id');
  const table = quoted(collection);
  const columns = paths.map((path): Column => ({ path, name: quoted(`.${path}`) }));
  const names = ['_id', 'doc', ...columns.map(({ name }) => name)];
  return {
    collection,
    table,
    unordered: spec.unordered === true,
    columns,
    byId: {
      read: `SELECT doc FROM ${table} WHERE _id = ?`,
      has: `SELECT 1 FROM ${table} WHERE _id = ?`,
      remove: `DELETE FROM ${table} WHERE _id = ?`,
      add: `INSERT INTO ${table}(${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
    },
    sides: spec.indexes.filter(({ multikey }) => multikey === true).map((index) => sideOf(collection, index)),
  };
}

/** The fields that an index reads. */
function pathsOf({ fields, only }: IndexSpec): readonly string[] {
  return [...fields.map(([path]) => path), ...(only === undefined ? [] : [only[0]])];
}

function sideOf(collection: string, index: IndexSpec): Side {
  const [array, ...further] = index.fields.map(([path]) => path);
  if (array === undefined) throw new TypeError(`index ${index.name} of ${collection} has no field`);
  if (index.only !== undefined) throw new TypeError(`index ${index.name} of ${collection} is multikey, and cannot be partial`);
  const name = sideTable(collection, index);
  return { name, table: quoted(name), array, further };
}
