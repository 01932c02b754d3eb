// The way to the database: SQLite in DATA_DIR, or PostgreSQL where DATABASE_URL is set.
import { sql } from 'kysely';
import type { Config } from '../config.ts';
import type { Db, Engine } from './engine.ts';
import { kyselyOn } from './sqlite-dialect.ts';
import { lockForServer, openSqliteFile, removeSqliteFile, sqliteFileOf } from './sqlite-file.ts';
import { DatabaseUnusable, postgresUnusable } from './unusable.ts';

export type OpenDatabase = { readonly db: Db; readonly engine: Engine; close(): Promise<void> };

/** `server`: the only server on this SQLite file. `demo`: the same, on a file made anew. `command`: may work beside a server. */
export type Purpose = 'server' | 'demo' | 'command';

/**
 * Opens the database that the settings name, without looking at its tables (migrate.ts does). Throws DatabaseUnusable with
 * one sentence where it is locked, read-only, damaged, unreachable, refused or in use by another server.
 */
export async function openDatabase(
  config: Pick<Config, 'data_dir' | 'database_url'>,
  purpose: Purpose = 'command',
): Promise<OpenDatabase> {
  return config.database_url === null ? openSqlite(config.data_dir, purpose) : openPostgres(config.database_url);
}

async function openSqlite(data_dir: string, purpose: Purpose): Promise<OpenDatabase> {
  const lock = purpose === 'command' ? undefined : lockForServer(data_dir);
  try {
    if (purpose === 'demo') removeSqliteFile(data_dir);
    const file = await openSqliteFile(sqliteFileOf(data_dir));
    const db = kyselyOn(file);
    // The driver has to be asked once, or Kysely would not close what it never used.
    await sql`select 1`.execute(db);
    const close = async () => {
      await db.destroy();
      lock?.release();
    };
    return { db, engine: 'sqlite', close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openPostgres(database_url: string): Promise<OpenDatabase> {
  const { kyselyOver, postgresPool } = await import('./postgres-dialect.ts');
  const db = kyselyOver(postgresPool(database_url));
  try {
    const encoding = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
    if (encoding.rows[0]?.server_encoding !== 'UTF8')
      throw new DatabaseUnusable(
        'The PostgreSQL database does not keep its text as UTF-8: create it with encoding UTF8.',
      );
    return { db, engine: 'postgres', close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw postgresUnusable(error, database_url);
  }
}
