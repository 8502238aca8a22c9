/** Statements of one connection, prepared once and kept. */
import type { Connection, Statement } from './driver';

/** Queries come from code, so there are few of them; an `in` of every length there is makes more, and the oldest go. */
const KEPT = 500;

export class Statements {
  private readonly kept = new Map<string, Statement>();

  constructor(private readonly connection: Connection) {}

  of(sql: string): Statement {
    const known = this.kept.get(sql);
    if (known) return known;
    const statement = this.connection.prepare(sql);
    if (this.kept.size >= KEPT) {
      const [oldest] = this.kept.keys();
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    this.kept.set(sql, statement);
    return statement;
  }
}
