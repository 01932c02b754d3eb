// Puts a backup back into an empty database of either engine, all of it or nothing.
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { BACKUP_FORMAT, BACKUP_VERSION, BackupRefused, type BackupSummary, Seal } from './backup.ts';
import type { Db } from './engine.ts';
import { changeTables, migrationNames, migrationsDone, runMigrations } from './migrate.ts';
import {
  countRows,
  insertRows,
  type PortableTable,
  portableTables,
  settleTables,
  withoutForeignKeys,
} from './portable.ts';

const HEADER = z.object({ format: z.literal(BACKUP_FORMAT), version: z.int(), migration: z.string() });
const END = z.object({ end: z.literal(true), rows: z.int(), sha256: z.string() });
const TABLE = z.object({ table: z.string(), columns: z.array(z.string()) });
const LETTERS_AT_A_TIME = 1_000_000;
const VALUES_AT_A_TIME = 10_000;

/** Is told how many rows are in the file, and how many of them are back, each time that some are. */
export type TellRows = (back: number, of: number) => void | Promise<void>;

/**
 * Reads the whole file and checks it, then fills the database: tables as they were when the backup was made, its rows, and
 * then the migrations since. All of it is there at once or, where it fails or is killed, nothing is. Throws BackupRefused
 * where the file is damaged or from a newer program, or the database is not empty; nothing is changed then.
 */
export async function restoreFrom(db: Db, file: string, tell: TellRows = () => {}): Promise<BackupSummary> {
  const summary = await checkBackup(file);
  await changeTables(db, async (transaction) => {
    if ((await countRows(transaction)) > 0)
      throw new BackupRefused(
        'This database holds rows already: restore the backup into an empty one. Nothing was changed.',
      );
    await makeTables(transaction, summary.migration);
    await withoutForeignKeys(transaction, () => fillTables(transaction, file, (back) => tell(back, summary.rows)));
    await runMigrations(transaction);
  });
  await settleTables(db);
  return summary;
}

/** Reads a backup to its end without a database. Throws BackupRefused where it is damaged or from a newer program. */
async function checkBackup(file: string): Promise<BackupSummary> {
  const seal = new Seal();
  let header: z.infer<typeof HEADER> | undefined;
  let last: string | undefined;
  for await (const line of readLines(file)) {
    header ??= readHeader(line, file);
    if (last !== undefined) seal.add(last);
    last = line;
  }
  const end = END.safeParse(parseJson(last));
  const found = seal.close();
  if (!header || !end.success || end.data.rows !== found.rows || end.data.sha256 !== found.sha256) throw damaged(file);
  return { rows: found.rows, sha256: found.sha256, migration: header.migration };
}

function readHeader(line: string, file: string): z.infer<typeof HEADER> {
  const header = HEADER.safeParse(parseJson(line));
  if (!header.success) throw new BackupRefused(`${file} is not a Claimdesk backup. Nothing was changed.`);
  if (header.data.version > BACKUP_VERSION || !migrationNames().includes(header.data.migration))
    throw new BackupRefused(
      `${file} was made by a newer Claimdesk: restore it with that version. Nothing was changed.`,
    );
  return header.data;
}

async function makeTables<DB>(db: Transaction<DB>, migration: string): Promise<void> {
  const done = (await migrationsDone(db)).at(-1);
  if (done === undefined) await runMigrations(db, undefined, migration);
  else if (done !== migration)
    throw new BackupRefused(
      'The backup is older than the tables of this database: restore it into one without tables.',
    );
}

async function fillTables<DB>(
  db: Transaction<DB>,
  file: string,
  tell: (back: number) => void | Promise<void>,
): Promise<void> {
  const tables = new Map((await portableTables(db)).map((table) => [table.name, table]));
  let table: PortableTable | undefined;
  let rows: unknown[][] = [];
  let letters = 0;
  let back = 0;
  const insert = async () => {
    if (table === undefined || rows.length === 0) return;
    await insertRows(db, table, rows);
    back += rows.length;
    rows = [];
    letters = 0;
    await tell(back);
  };
  for await (const line of readLines(file)) {
    if (line.startsWith('[')) {
      rows.push((JSON.parse(line) as unknown[]).map(rowValue));
      letters += line.length;
      if (letters > LETTERS_AT_A_TIME || rows.length * (table?.columns.length ?? 1) > VALUES_AT_A_TIME) await insert();
      continue;
    }
    await insert();
    const named = TABLE.safeParse(parseJson(line));
    if (named.success) table = sameTable(tables.get(named.data.table), named.data, file);
  }
}

/** What stands for one value in a row of a backup, whose hash was right. */
function rowValue(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  const { bytes } = value as { bytes: string };
  return Buffer.from(bytes, 'base64');
}

function sameTable(table: PortableTable | undefined, named: z.infer<typeof TABLE>, file: string): PortableTable {
  if (table?.columns.join() === named.columns.join()) return table as PortableTable;
  throw new BackupRefused(`${file} has a table "${named.table}" that does not fit this program. Nothing was changed.`);
}

async function* readLines(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const unpacked = packed.pipe(createGunzip());
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    // Only a newline ends a line (node:readline would also split at U+2028); a line may span many blocks.
    let begun: string[] = [];
    for await (const block of unpacked.setEncoding('utf8') as AsyncIterable<string>) {
      const [first = '', ...others] = block.split('\n');
      begun.push(first);
      for (const next of others) {
        yield begun.join('');
        begun = [next];
      }
    }
    if (begun.join('')) yield begun.join('');
  } catch (error) {
    if (error instanceof BackupRefused || !(error instanceof Error && 'code' in error)) throw error;
    if (String(error.code).startsWith('Z_')) throw damaged(file);
    throw new BackupRefused(`The backup could not be read: ${error.message}. Nothing was changed.`, { cause: error });
  } finally {
    packed.destroy();
  }
}

function parseJson(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}

function damaged(file: string): BackupRefused {
  return new BackupRefused(`${file} is not a whole Claimdesk backup: it is damaged or cut short. Nothing was changed.`);
}
