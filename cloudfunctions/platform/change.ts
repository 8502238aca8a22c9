/** A `Change`: which ones are allowed, and what one does to a document. */
import { checkValue, isFieldName, isRecord, valueAt, type StoredDoc } from './documents';
import type { Change } from './store';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Refuses a change that the engines would read differently: one that touches a path twice or inside another, renames
 * `_id`, or sets what cannot be stored.
 *
 * @throws TypeError; a change is made by code, so this is a programming error.
 */
export function checkChange(collection: string, change: Change): void {
  const paths = touched(change);
  if (paths.length === 0) throw new TypeError(`a change of ${collection} changes nothing`);
  const seen = new Set<string>();
  for (const path of paths) {
    const keys = path.split('.');
    if (keys[0] === '_id' || !keys.every(isFieldName)) throw new TypeError(`a change of ${collection} cannot touch ${JSON.stringify(path)}`);
    if (seen.has(path)) throw new TypeError(`a change of ${collection} touches ${path} twice`);
    seen.add(path);
  }
  for (const path of paths) {
    for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      if (seen.has(path.slice(0, dot))) throw new TypeError(`a change of ${collection} touches ${path} inside ${path.slice(0, dot)}`);
    }
  }
  for (const [path, value] of Object.entries(change.set ?? {})) checkValue(value, `${collection}.${path}`);
  for (const [path, value] of Object.entries(change.inc ?? {})) {
    if (!Number.isFinite(value)) throw new TypeError(`${collection}.${path} cannot grow by ${value}`);
  }
}

/**
 * The document after a checked change. The one given is left as it was.
 *
 * @throws TypeError if the document does not have the shape the change needs (counts on a text, adds to what is not an array).
 */
export function applyChange(doc: StoredDoc, change: Change): StoredDoc {
  let fields: Fields = doc;
  for (const [path, value] of Object.entries(change.set ?? {})) fields = put(fields, path, () => value);
  for (const path of change.unset ?? []) fields = without(fields, path.split('.'));
  for (const [path, by] of Object.entries(change.inc ?? {})) fields = put(fields, path, (old) => numberAt(old, path) + by);
  for (const [path, value] of Object.entries(change.addToSet ?? {})) {
    fields = put(fields, path, (old) => {
      const items = old === undefined ? [] : arrayAt(old, path);
      return items.includes(value) ? items : [...items, value];
    });
  }
  for (const [path, value] of Object.entries(change.pull ?? {})) {
    if (valueAt(fields, path) !== undefined) fields = put(fields, path, (old) => arrayAt(old, path).filter((item) => item !== value));
  }
  return { ...fields, _id: doc._id };
}

function touched(change: Change): readonly string[] {
  return [
    ...Object.keys(change.set ?? {}),
    ...(change.unset ?? []),
    ...Object.keys(change.inc ?? {}),
    ...Object.keys(change.addToSet ?? {}),
    ...Object.keys(change.pull ?? {}),
  ];
}

function put(fields: Fields, path: string, next: (old: unknown) => unknown): Fields {
  const dot = path.indexOf('.');
  const key = dot < 0 ? path : path.slice(0, dot);
  const old = own(fields, key);
  if (dot < 0) return { ...fields, [key]: next(old) };
  if (old !== undefined && !isRecord(old)) throw new TypeError(`nothing can be put at ${path}: ${key} is not an object`);
  return { ...fields, [key]: put(old ?? {}, path.slice(dot + 1), next) };
}

function without(fields: Fields, keys: readonly string[]): Fields {
  const [key = '', ...inner] = keys;
  const old = own(fields, key);
  if (inner.length === 0) {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  }
  return isRecord(old) ? { ...fields, [key]: without(old, inner) } : fields;
}

function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function numberAt(old: unknown, path: string): number {
  if (old === undefined) return 0;
  if (typeof old !== 'number') throw new TypeError(`${path} is not a number`);
  return old;
}

function arrayAt(old: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(old)) throw new TypeError(`${path} is not an array`);
  return old;
}
