// The prepared statements of one SQLite connection: those asked for of late are kept.
import type SqliteDatabase from 'better-sqlite3';

/** All pages together ask some four hundred; one takes a few kilobytes. */
const MOST = 1_000;
const KEPT = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback|savepoint|release)\b/i;

/** Prepares statements of a file; the one left alone for longest goes when there are too many. */
export class Statements {
  readonly #file: SqliteDatabase.Database;
  readonly #known = new Map<string, SqliteDatabase.Statement<unknown[]>>();

  constructor(file: SqliteDatabase.Database) {
    this.#file = file;
  }

  /** The statement of this SQL, to be run to its end at once. One that changes tables makes all others be prepared anew. */
  of(sql: string): SqliteDatabase.Statement<unknown[]> {
    if (!KEPT.test(sql)) {
      this.#known.clear();
      return this.#file.prepare(sql);
    }
    const statement = this.#known.get(sql) ?? this.#file.prepare(sql);
    this.#known.delete(sql);
    this.#known.set(sql, statement);
    if (this.#known.size > MOST) this.#forgetOldest();
    return statement;
  }

  #forgetOldest(): void {
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }
}
