// Makes sure that the engine keeps no bytes of what was deleted, as far as it can.
import { sql } from 'kysely';
import { type Db, engineOf } from './engine.ts';

/**
 * SQLite writes zeros over what is deleted (`secure_delete`); this also empties its write-ahead log. PostgreSQL frees the
 * rows of these tables. Backups and copies of the disk made before are beyond it. Outside a transaction only; where a
 * reader holds the log back, the next checkpoint does it.
 */
export async function wipeDeleted(db: Db, tables: readonly string[]): Promise<void> {
  if (engineOf(db) === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
  else for (const table of tables) await sql`vacuum ${sql.table(table)}`.execute(db);
}
