// Opens a SQLite file so that what is saved stays saved, locked against a second server.
import { accessSync, constants, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { makeDataFolder } from './data-folder.ts';
import { isBusy } from './engine.ts';
import { DatabaseUnusable, sayReadOnly, sqliteUnusable } from './unusable.ts';

const OLDEST_SQLITE = '3.51.3';
const BUSY_LIMIT_MILLISECONDS = 5_000;
const CHECKED_WHOLE_UP_TO_BYTES = 100_000_000;

/** The database file of a data folder. */
export function sqliteFileOf(data_dir: string): string {
  return join(data_dir, 'claimdesk.sqlite');
}

/** Opens the file, made with its folder where missing; another process' writing is waited for up to 5 s. Throws DatabaseUnusable. */
export async function openSqliteFile(path: string): Promise<SqliteDatabase.Database> {
  makeDataFolder(dirname(path));
  const deadline = performance.now() + BUSY_LIMIT_MILLISECONDS;
  for (;;) {
    try {
      return tryToOpen(path);
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw sqliteUnusable(error, path);
      await wait(50);
    }
  }
}

function tryToOpen(path: string): SqliteDatabase.Database {
  const file = new SqliteDatabase(path, { timeout: 0 });
  try {
    refuseOldSqlite(file);
    checkPages(file, path);
    if (file.pragma('journal_mode = wal', { simple: true }) !== 'wal')
      throw new DatabaseUnusable(
        `${path} cannot be kept safe on this disk (no write-ahead log): put DATA_DIR on a local disk.`,
      );
    setRules(file);
    refuseReadOnly(path);
    file.exec('begin immediate; rollback');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** better-sqlite3 opens a file that already has a write-ahead log with synchronous=NORMAL, so each opening says FULL again. */
function setRules(file: SqliteDatabase.Database): void {
  // secure_delete: what was erased is gone from the file's pages, too.
  const rules = { synchronous: 2, foreign_keys: 1, recursive_triggers: 1, trusted_schema: 0, secure_delete: 1 };
  for (const [name, value] of Object.entries(rules)) {
    file.pragma(`${name} = ${value}`);
    if (file.pragma(name, { simple: true }) !== value) throw new Error(`SQLite did not take ${name} = ${value}`);
  }
}

/** SQLite opens a file that it may only read without a word, and fails at the first thing that is to be saved. */
function refuseReadOnly(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new DatabaseUnusable(sayReadOnly(path), { cause });
  }
}

function refuseOldSqlite(file: SqliteDatabase.Database): void {
  const version = String(file.prepare('select sqlite_version()').pluck().get());
  if (version.localeCompare(OLDEST_SQLITE, 'en', { numeric: true }) < 0)
    throw new DatabaseUnusable(
      `This program needs SQLite ${OLDEST_SQLITE} or newer, and found ${version}: run npm ci again.`,
    );
}

/** Damage in a file of usual size is found before anybody works on it; a very large one is left to `claimdesk doctor`. */
function checkPages(file: SqliteDatabase.Database, path: string): void {
  file.prepare('select count(*) from sqlite_schema').get();
  if (statSync(path).size > CHECKED_WHOLE_UP_TO_BYTES) return;
  if (file.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw new DatabaseUnusable(`${path} is damaged: restore a backup, or move it away to start with an empty desk.`);
}

/**
 * Holds the folder for one server until `release` or until the process ends, however it ends: SQLite's own lock on a side
 * file, which the system drops with the process. Throws DatabaseUnusable where another server has it.
 */
export function lockForServer(data_dir: string): { release(): void } {
  makeDataFolder(data_dir);
  const path = join(data_dir, 'claimdesk.lock');
  let lock: SqliteDatabase.Database | undefined;
  try {
    lock = new SqliteDatabase(path, { timeout: 0 });
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    if (isBusy(error))
      throw new DatabaseUnusable(
        `Another Claimdesk server already runs on ${data_dir}: stop it first, or give this one a DATA_DIR of its own.`,
      );
    throw sqliteUnusable(error, path);
  }
  const held = lock;
  return { release: () => void held.close() };
}

/** Removes the database of a folder, for the demo, which begins anew each time. Only while holding the server's lock. */
export function removeSqliteFile(data_dir: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(sqliteFileOf(data_dir) + ending, { force: true });
}
