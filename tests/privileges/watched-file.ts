// An eye on all rows of a SQLite file that others write: which tables are other than they were.
import SqliteDatabase from 'better-sqlite3';

/** Who is in, who was refused, who guessed: these come and go with requests, whatever becomes of what was asked. */
export const LET_OUT = ['session', 'ended_session', 'security_event', 'guess'] as const;

export class WatchedFile {
  readonly #file: SqliteDatabase.Database;
  readonly #tables: string[];
  readonly #data_version: SqliteDatabase.Statement;
  readonly #events: SqliteDatabase.Statement;
  /** Of each table all rows. Told once: most of a look is to have so many statements prepared. */
  readonly #statements = new Map<string, SqliteDatabase.Statement>();
  #version: unknown;
  #rows: Map<string, string> | undefined;

  constructor(path: string) {
    this.#file = new SqliteDatabase(path, { readonly: true });
    const named = this.#file.prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite%'`);
    const names = named.pluck().all() as string[];
    this.#tables = names.filter((name) => !LET_OUT.some((out) => out === name));
    this.#data_version = this.#file.prepare('pragma data_version').pluck();
    this.#events = this.#file.prepare('select coalesce(sum(number), 0) from log_chain').pluck();
  }

  /** From now on it is known what changes. */
  watch(): void {
    this.#version = this.#fileVersion();
    this.#rows = this.#readAll();
  }

  /** The tables with a row more, less or other than when this was asked last. Throws where nobody watched. */
  changed(): string[] {
    const before = this.#rows;
    if (before === undefined) throw new Error('Nobody watched this file.');
    const version = this.#fileVersion();
    // SQLite raises it with each commit of another connection, so most often nothing need be read.
    if (version === this.#version) return [];
    const rows = this.#readAll();
    const changed = this.#tables.filter((name) => rows.get(name) !== before.get(name));
    this.#version = version;
    this.#rows = rows;
    return changed;
  }

  /** How many events all chains of the log have together. */
  countEvents(): number {
    return this.#events.get() as number;
  }

  close(): void {
    this.#file.close();
  }

  #fileVersion(): unknown {
    return this.#data_version.get();
  }

  #readAll(): Map<string, string> {
    return new Map(this.#tables.map((name) => [name, JSON.stringify(this.#rowsOf(name).all())]));
  }

  #rowsOf(name: string): SqliteDatabase.Statement {
    const rows = this.#statements.get(name) ?? this.#file.prepare(`select * from "${name}"`).raw();
    this.#statements.set(name, rows);
    return rows;
  }
}
