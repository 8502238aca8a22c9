/** Operations by id on one connection, synchronous; the callers hold the writer. */
import { applyChange, checkChange } from '../change';
import { checkDocument, type StoredDoc } from '../documents';
import { StoreDuplicate, StoreNotFound, type Change } from '../store';
import { readOne } from './reading';
import { quoted } from './sql';
import type { Statements } from './statements';

export class Documents {
  constructor(private readonly statements: Statements) {}

  get(collection: string, id: string): StoredDoc | undefined {
    return readOne(this.statements, collection, id);
  }

  insert(collection: string, doc: StoredDoc): void {
    checkDocument(collection, doc);
    const text = JSON.stringify(doc);
    const { changes } = this.statements.of(`INSERT INTO ${quoted(collection)}(_id, doc) VALUES (?, ?) ON CONFLICT DO NOTHING`).run([doc._id, text]);
    if (changes === 0) throw new StoreDuplicate(collection, doc._id);
  }

  replace(collection: string, doc: StoredDoc): void {
    checkDocument(collection, doc);
    const text = JSON.stringify(doc);
    this.statements
      .of(`INSERT INTO ${quoted(collection)}(_id, doc) VALUES (?, ?) ON CONFLICT(_id) DO UPDATE SET doc = excluded.doc`)
      .run([doc._id, text]);
  }

  update(collection: string, id: string, change: Change): void {
    checkChange(collection, change);
    const doc = this.get(collection, id);
    if (!doc) throw new StoreNotFound(collection, id);
    const text = JSON.stringify(applyChange(doc, change));
    this.statements.of(`UPDATE ${quoted(collection)} SET doc = ? WHERE _id = ?`).run([text, id]);
  }

  remove(collection: string, id: string): boolean {
    return this.statements.of(`DELETE FROM ${quoted(collection)} WHERE _id = ?`).run([id]).changes > 0;
  }
}
