// SQLite files of the tests, kept open from desk to desk: each prepares a statement once.
import {
  closeSync,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  futimesSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import type { OpenDatabase } from '#src/database/connect.ts';
import { kyselyOn } from '#src/database/sqlite-dialect.ts';
import { openSqliteFile, sqliteFileOf } from '#src/database/sqlite-file.ts';
import { Statements } from '#src/database/statements.ts';
import { atEndOfProcess } from './at-end.ts';

/** What a connection may have set for itself. The version of the schema says whether a table was made or changed. */
const SETTINGS = [
  ...['schema_version', 'database_list', 'journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers'],
  ...['trusted_schema', 'secure_delete', 'query_only', 'wal_autocheckpoint', 'cache_size', 'mmap_size'],
];
/** Two heads stand at the beginning of the index of a write-ahead log. Without them, who reads next looks into the log. */
const NO_HEADS = Buffer.alloc(96);
/** As no clock says: whatever is written into the file shows. */
const LONG_AGO = 1;

interface Part {
  path: string;
  open: number;
}

interface KeptFile {
  data_dir: string;
  file: SqliteDatabase.Database;
  statements: Statements;
  /** The settings of the connection as it was opened. */
  settings: string;
  /** What stands in the file: it says of itself since it was opened that it has a log. */
  bytes: Buffer;
  /** The file, its log and the index of that. They stay open: to close one would take SQLite's locks from it. */
  parts: readonly [file: Part, log: Part, index: Part];
}

export interface LentFile {
  data_dir: string;
  database: OpenDatabase;
  /** Once it is closed. */
  giveBack(): void;
}

/** Lends copies of a file, each to one desk at a time, which finds it as that file is. */
export class KeptFiles {
  readonly #template: string;
  readonly #free: KeptFile[] = [];

  /** The path of the file that all are copies of, which nobody writes. */
  constructor(template: string) {
    this.#template = template;
    atEndOfProcess(async () => this.end());
  }

  async lend(): Promise<LentFile> {
    const kept = this.#free.pop() ?? (await openCopy(this.#template));
    let is_left = false;
    const leave = () => {
      is_left = true;
    };
    const db = kyselyOn(kept.file, { statements: kept.statements, leave });
    // As Kysely leaves only what it has used.
    await sql`select 1`.execute(db);
    const giveBack = () => {
      if (is_left && isSetBack(kept)) this.#free.push(kept);
      else end(kept);
    };
    return { data_dir: kept.data_dir, database: { db, engine: 'sqlite', close: () => db.destroy() }, giveBack };
  }

  end(): void {
    for (const kept of this.#free.splice(0)) end(kept);
  }
}

async function openCopy(template: string): Promise<KeptFile> {
  const data_dir = mkdtempSync(join(tmpdir(), 'claimdesk-kept-'));
  const path = sqliteFileOf(data_dir);
  copyFileSync(template, path);
  const file = await openSqliteFile(path);
  const parts = [part(path), part(`${path}-wal`), part(`${path}-shm`)] as const;
  futimesSync(parts[0].open, LONG_AGO, LONG_AGO);
  const bytes = Buffer.alloc(fstatSync(parts[0].open).size);
  readSync(parts[0].open, bytes, 0, bytes.length, 0);
  return { data_dir, file, statements: new Statements(file), settings: settingsOf(file), bytes, parts };
}

function end({ data_dir, file, parts }: KeptFile): void {
  file.close();
  for (const { open } of parts) closeSync(open);
  rmSync(data_dir, { recursive: true, force: true });
}

/**
 * Whether it is again as it was copied. What a desk writes stands in the log, which is emptied; where some was brought into
 * the file already, that is written anew. SQLite then finds what it finds after a crash: the index of the log is not as it
 * should be, so the log is read, in which nothing is. False where the connection or the tables are not as they were.
 */
function isSetBack({ data_dir, file, settings, bytes, parts }: KeptFile): boolean {
  try {
    if (file.inTransaction || settingsOf(file) !== settings || !parts.every(isThere)) return false;
    const [itself, log, index] = parts;
    const own = parts.map(({ path }) => basename(path));
    for (const name of readdirSync(data_dir))
      if (!own.includes(name)) rmSync(join(data_dir, name), { recursive: true, force: true });
    ftruncateSync(log.open);
    if (fstatSync(itself.open).mtimeMs !== LONG_AGO * 1000) writeAnew(itself, bytes);
    writeSync(index.open, NO_HEADS, 0, NO_HEADS.length, 0);
    return settingsOf(file) === settings;
  } catch {
    // Somebody has it still, or it went with its folder.
    return false;
  }
}

function part(path: string): Part {
  return { path, open: openSync(path, 'r+') };
}

/** Not moved, nor taken away and made again. */
function isThere({ path, open }: Part): boolean {
  return statSync(path).ino === fstatSync(open).ino;
}

function writeAnew({ open }: Part, bytes: Buffer): void {
  ftruncateSync(open);
  writeSync(open, bytes, 0, bytes.length, 0);
  futimesSync(open, LONG_AGO, LONG_AGO);
}

function settingsOf(file: SqliteDatabase.Database): string {
  return JSON.stringify(SETTINGS.map((name) => file.pragma(name)));
}
