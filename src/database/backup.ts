// A backup: one file that holds all rows of the desk, the same whichever engine they came from and go to.
// Gzip'd lines of JSON: a header; for each table a line that names it and its columns, then a line a row; at the end the
// number of rows and the SHA-256 of all lines before. Bytes are {"bytes": base64}.
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Transaction } from 'kysely';
import type { Db } from './engine.ts';
import { migrationsDone } from './migrate.ts';
import { portableTables, readRows } from './portable.ts';
import { DatabaseUnusable } from './unusable.ts';

export const BACKUP_FORMAT = 'claimdesk-backup';
export const BACKUP_VERSION = 1;

/** What follows from the other tables is made again where it is asked for, and never carried. */
const MADE_AGAIN: readonly string[] = [
  'article_progress',
  'change_kind',
  'claim_waiting',
  'version_reading',
  'search_entry',
  'search_waiting',
  'search_word',
];

/** Why a backup could not be written or put back: one sentence. Nothing was changed. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

export type BackupSummary = { readonly rows: number; readonly sha256: string; readonly migration: string };

/**
 * Writes all rows, as they stand at one moment, to a new file that only this user may read. People go on working meanwhile.
 * A half-written backup never bears the name. Throws BackupRefused where the file is there already or cannot be written.
 */
export async function backupTo(db: Db, file: string): Promise<BackupSummary> {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already: name a new file for the backup.`);
  const migration = (await migrationsDone(db)).at(-1);
  if (!migration) throw new DatabaseUnusable('This database has no tables yet, so there is nothing to back up.');
  const partial = `${file}.part`;
  try {
    const summary = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((transaction) => write(transaction, partial, migration));
    await rename(partial, file);
    return summary;
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof Error && 'syscall' in error && 'path' in error)
      throw new BackupRefused(`The backup could not be written: ${error.message}.`, { cause: error });
    throw error;
  }
}

async function write<DB>(db: Transaction<DB>, file: string, migration: string): Promise<BackupSummary> {
  const seal = new Seal();
  const header = { format: BACKUP_FORMAT, version: BACKUP_VERSION, migration, made_at: new Date().toISOString() };
  await pipeline(
    Readable.from(inBlocks(sealed(seal, lines(db, header)))),
    createGzip(),
    createWriteStream(file, { flags: 'w', mode: 0o600 }),
  );
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
  return { rows: seal.rows, sha256: seal.sha256, migration };
}

async function* lines<DB>(db: Transaction<DB>, header: object): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for (const table of await portableTables(db)) {
    if (MADE_AGAIN.includes(table.name)) continue;
    yield JSON.stringify({ table: table.name, columns: table.columns });
    for await (const row of readRows(db, table)) yield JSON.stringify(row.map(toJson));
  }
}

async function* sealed(seal: Seal, lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    seal.add(line);
    yield line;
  }
  yield JSON.stringify(seal.close());
}

async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = '';
  for await (const line of lines) {
    block += `${line}\n`;
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** Counts the rows and hashes the lines of a backup, in writing and in reading. */
export class Seal {
  rows = 0;
  sha256 = '';
  readonly #hash = createHash('sha256');

  add(line: string): void {
    if (line.startsWith('[')) this.rows += 1;
    this.#hash.update(line).update('\n');
  }

  close(): { end: true; rows: number; sha256: string } {
    this.sha256 = this.#hash.digest('hex');
    return { end: true, rows: this.rows, sha256: this.sha256 };
  }
}

function toJson(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') };
  throw new Error(`A backup cannot carry a value of type ${typeof value}.`);
}
