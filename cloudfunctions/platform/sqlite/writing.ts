/** Operations by id on one connection, synchronous; the callers hold the writer. */
import { applyChange, checkChange } from '../change';
import { checkDocument, valueAt, type StoredDoc } from '../documents';
import { StoreDuplicate, StoreNotFound, type Change } from '../store';
import type { Bindable } from './driver';
import type { Layout, Side } from './layout';
import { readText } from './reading';
import type { RecentDocuments } from './recent';
import { columnValue } from './sql';
import type { Statements } from './statements';

export class Documents {
  constructor(
    private readonly statements: Statements,
    private readonly layouts: ReadonlyMap<string, Layout>,
    private readonly recent: RecentDocuments,
  ) {}

  get(collection: string, id: string): StoredDoc | undefined {
    const layout = this.layout(collection);
    return this.recent.readInGroup(layout, id, () => readText(this.statements, layout, id));
  }

  has(collection: string, id: string): boolean {
    return this.statements.of(this.layout(collection).byId.has).get([id]) !== undefined;
  }

  insert(collection: string, doc: StoredDoc): void {
    checkDocument(collection, doc);
    if (!this.add(collection, doc, JSON.stringify(doc))) throw new StoreDuplicate(collection, doc._id);
  }

  replace(collection: string, doc: StoredDoc): void {
    checkDocument(collection, doc);
    const before = this.get(collection, doc._id);
    if (before) this.rewrite(collection, before, doc, JSON.stringify(doc));
    else this.add(collection, doc, JSON.stringify(doc));
  }

  update(collection: string, id: string, change: Change): void {
    checkChange(collection, change);
    const before = this.get(collection, id);
    if (!before) throw new StoreNotFound(collection, id);
    const after = applyChange(before, change);
    this.rewrite(collection, before, after, JSON.stringify(after));
  }

  remove(collection: string, id: string): boolean {
    const layout = this.layout(collection);
    for (const side of layout.sides) this.forget(side, id);
    this.recent.write(layout, id, undefined);
    return this.statements.of(layout.byId.remove).run([id]).changes > 0;
  }

  /** Writes a document that is not there yet; false if one with its id is. @param text the document as JSON */
  add(collection: string, doc: StoredDoc, text: string): boolean {
    const layout = this.layout(collection);
    const { byId, columns, sides } = layout;
    const { changes } = this.statements.of(byId.add).run([doc._id, text, ...columns.map(({ path }) => columnValue(valueAt(doc, path)))]);
    if (changes === 0) return false;
    this.recent.write(layout, doc._id, text);
    for (const side of sides) this.remember(side, doc);
    return true;
  }

  /** Writes what has become of a document: its text, and of its columns only those that are different now. */
  rewrite(collection: string, before: StoredDoc, after: StoredDoc, text: string): void {
    const layout = this.layout(collection);
    const { table, columns, sides } = layout;
    const sets = ['doc = ?'];
    const params: Bindable[] = [text];
    for (const { path, name } of columns) {
      const value = columnValue(valueAt(after, path));
      if (value === columnValue(valueAt(before, path))) continue;
      sets.push(`${name} = ?`);
      params.push(value);
    }
    this.statements.of(`UPDATE ${table} SET ${sets.join(', ')} WHERE _id = ?`).run([...params, after._id]);
    this.recent.write(layout, after._id, text);
    for (const side of sides) {
      if (isSameInSide(side, before, after)) continue;
      this.forget(side, after._id);
      this.remember(side, after);
    }
  }

  /** What was written so far will not be asked for: while a collection is written anew, memory must not grow with it. */
  forgetWritten(): void {
    this.recent.end(true);
  }

  private remember({ table, array, further }: Side, doc: StoredDoc): void {
    const elements = elementsAt(doc, array);
    if (elements.length === 0) return;
    const rest = further.map((path) => columnValue(valueAt(doc, path)));
    const statement = this.statements.of(`INSERT INTO ${table} VALUES (?, ?${', ?'.repeat(rest.length)})`);
    for (const element of elements) statement.run([doc._id, element, ...rest]);
  }

  private forget({ table }: Side, id: string): void {
    this.statements.of(`DELETE FROM ${table} WHERE _id = ?`).run([id]);
  }

  private layout(collection: string): Layout {
    const layout = this.layouts.get(collection);
    if (!layout) throw new TypeError(`the manifest has no collection ${collection}`);
    return layout;
  }
}

function isSameInSide({ array, further }: Side, before: StoredDoc, after: StoredDoc): boolean {
  const [old, now] = [elementsAt(before, array), elementsAt(after, array)];
  return (
    old.length === now.length &&
    old.every((element, at) => element === now[at]) &&
    further.every((path) => columnValue(valueAt(before, path)) === columnValue(valueAt(after, path)))
  );
}

/** What `contains` can find in an array: its texts, numbers and booleans, each once. */
function elementsAt(doc: StoredDoc, path: string): readonly Bindable[] {
  const value = valueAt(doc, path);
  if (!Array.isArray(value)) return [];
  const comparable = value.filter((element) => typeof element === 'string' || typeof element === 'number' || typeof element === 'boolean');
  return [...new Set(comparable.map(columnValue))];
}
