/**
 * The little of SQLite's JavaScript bindings that the adapter uses, over whichever binding this Node has.
 *
 * `libsql` is a prebuilt binary for Node 20 and later; where it is not installed, Node's own `node:sqlite` (22.5 and
 * later) answers the same calls. Parameters always go as one array: libsql takes a lone object for named parameters.
 */

/** What the adapter binds. Booleans are bytes (see `sql.ts`). */
export type Bindable = string | number | null | Uint8Array;

export interface Statement {
  run(params: readonly Bindable[]): { readonly changes: number };
  get(params: readonly Bindable[]): Row | undefined;
  all(params: readonly Bindable[]): readonly Row[];
}

/** A row by column name. libsql adds `_metadata`, so rows are read by name only. */
export type Row = Readonly<Record<string, unknown>>;

/** Every call can fail with `EngineFailure`. */
export interface Connection {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export type OpenConnection = (path: string) => Connection;

/** SQLite itself failed (disk full, file locked or unreadable), as opposed to what a caller did wrong. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

interface RawStatement {
  run(...params: unknown[]): { readonly changes: number | bigint };
  get(...params: unknown[]): unknown;
  all(...params: unknown[]): unknown[];
}

interface RawDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): RawStatement;
  close(): unknown;
}

/** Finds the binding this Node has: libsql, else `node:sqlite`. Loaded once a process, on first use. */
export async function loadDriver(): Promise<OpenConnection> {
  try {
    const { default: Database } = await import('libsql');
    return (path) => connection(() => new Database(path), (params) => [params]);
  } catch (libsqlMissing) {
    const DatabaseSync = await nodeSqlite(libsqlMissing);
    return (path) => connection(() => new DatabaseSync(path), (params) => [...params]);
  }
}

async function nodeSqlite(libsqlMissing: unknown): Promise<new (path: string) => RawDatabase> {
  // Not a literal: the types of Node 20 do not know the module, and a bundler must leave it to the runtime.
  const name = ['node', 'sqlite'].join(':');
  try {
    const loaded = (await import(name)) as { readonly DatabaseSync: new (path: string) => RawDatabase };
    return loaded.DatabaseSync;
  } catch {
    throw new Error('no SQLite here: install libsql, or use a Node that has node:sqlite (22.5 and later)', { cause: libsqlMissing });
  }
}

function connection(open: () => RawDatabase, spread: (params: readonly Bindable[]) => unknown[]): Connection {
  const database = engine(open);
  return {
    exec: (sql) => void engine(() => database.exec(sql)),
    prepare: (sql) => {
      const statement = engine(() => database.prepare(sql));
      return {
        run: (params) => ({ changes: Number(engine(() => statement.run(...spread(params))).changes) }),
        get: (params) => engine(() => statement.get(...spread(params))) as Row | undefined,
        all: (params) => engine(() => statement.all(...spread(params))) as readonly Row[],
      };
    },
    close: () => void engine(() => database.close()),
  };
}

function engine<T>(call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw new EngineFailure(cause instanceof Error ? cause.message : 'SQLite failed', { cause });
  }
}
