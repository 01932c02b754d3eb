// Examines a database: which engine it is, and whether its pages and rows are whole.
import { sql } from 'kysely';
import { type Db, engineOf } from './engine.ts';

/** "SQLite 3.54.1", "PostgreSQL 18.4". */
export async function engineVersion(db: Db): Promise<string> {
  const question =
    engineOf(db) === 'sqlite'
      ? sql<{ version: string }>`select 'SQLite ' || sqlite_version() as version`
      : sql<{ version: string }>`select 'PostgreSQL ' || current_setting('server_version') as version`;
  return (await question.execute(db)).rows[0]?.version ?? '';
}

/** A line for each damage found in a SQLite file, none where it is whole. A PostgreSQL server looks after its own. */
export async function findDamage(db: Db): Promise<string[]> {
  if (engineOf(db) !== 'sqlite') return [];
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const rows = await sql<{ table: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...pages.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...rows.rows.map((row) => `A row of "${row.table}" points to a row that is not there.`),
  ];
}
