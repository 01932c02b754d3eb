// An eye on all rows of a SQLite file that others write: which tables are other than they were.
import { createHash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';

/** Who is in, who was refused, who guessed: these come and go with requests, whatever becomes of what was asked. */
export const LET_OUT = ['session', 'ended_session', 'security_event', 'guess'] as const;

export class WatchedFile {
  readonly #file: SqliteDatabase.Database;
  readonly #tables: string[];
  /** Of each table all rows. Told once: most of a look is to have so many statements prepared. */
  readonly #rows = new Map<string, SqliteDatabase.Statement>();
  #version: unknown;
  #hashes: Map<string, string> | undefined;

  constructor(path: string) {
    this.#file = new SqliteDatabase(path, { readonly: true });
    const named = this.#file.prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite%'`);
    const names = named.pluck().all() as string[];
    this.#tables = names.filter((name) => !LET_OUT.some((out) => out === name));
  }

  /** From now on it is known what changes. */
  watch(): void {
    this.#version = this.#fileVersion();
    this.#hashes = this.#hashAll();
  }

  /** The tables with a row more, less or other than when this was asked last. Throws where nobody watched. */
  changed(): string[] {
    const before = this.#hashes;
    if (before === undefined) throw new Error('Nobody watched this file.');
    const version = this.#fileVersion();
    // SQLite raises it with each commit of another connection, so most often nothing need be read.
    if (version === this.#version) return [];
    const hashes = this.#hashAll();
    const changed = this.#tables.filter((name) => hashes.get(name) !== before.get(name));
    this.#version = version;
    this.#hashes = hashes;
    return changed;
  }

  /** How many events all chains of the log have together. */
  countEvents(): number {
    return this.#file.prepare('select coalesce(sum(number), 0) from log_chain').pluck().get() as number;
  }

  close(): void {
    this.#file.close();
  }

  #fileVersion(): unknown {
    return this.#file.pragma('data_version', { simple: true });
  }

  #hashAll(): Map<string, string> {
    return new Map(this.#tables.map((name) => [name, this.#hash(name)]));
  }

  #hash(name: string): string {
    const hash = createHash('sha256');
    for (const row of this.#rowsOf(name).iterate()) hash.update(JSON.stringify(row));
    return hash.digest('hex');
  }

  #rowsOf(name: string): SqliteDatabase.Statement {
    const rows = this.#rows.get(name) ?? this.#file.prepare(`select * from "${name}"`).raw();
    this.#rows.set(name, rows);
    return rows;
  }
}
