// The SQLite file with all tables and no row, of which every desk of the tests gets a copy.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { atEndOfProcess } from './at-end.ts';
import type { Lent } from './engines.ts';
import { KeptFiles } from './kept-files.ts';

/** The variable by which the runner tells each process where the file is. */
export const TEMPLATE_VARIABLE = 'CLAIMDESK_TEST_SQLITE';

let own: Promise<string> | undefined;

/** The path of the file: the runner's, or, where a test file runs without it, one that goes with this process. */
export function sqliteTemplate(): Promise<string> {
  const given = process.env[TEMPLATE_VARIABLE];
  if (given) return Promise.resolve(given);
  own ??= makeOwn();
  return own;
}

let lender: Promise<() => Promise<Lent>> | undefined;

/** A copy of it that is open already, for a desk of this process. */
export async function lendSqlite(): Promise<Lent> {
  lender ??= sqliteTemplate().then(sqliteLender);
  return (await lender)();
}

/** Lends copies of a file that nobody writes. */
export function sqliteLender(file: string): () => Promise<Lent> {
  const files = new KeptFiles(file);
  return async () => {
    const { data_dir, ...lent } = await files.lend();
    return { ...lent, config: readConfig({ DATA_DIR: data_dir }) };
  };
}

async function makeOwn(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-template-'));
  atEndOfProcess(() => rm(folder, { recursive: true, force: true }));
  return makeSqliteTemplate(folder);
}

/** Makes the file in this folder and gives back its path. */
export async function makeSqliteTemplate(folder: string): Promise<string> {
  const { db, close } = await openDatabase({ data_dir: folder, database_url: null });
  await migrate(db);
  await close();
  return sqliteFileOf(folder);
}
