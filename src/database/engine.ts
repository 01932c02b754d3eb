// The few spellings in which SQLite and PostgreSQL differ.
import { type Kysely, PostgresAdapter, type RawBuilder, type SelectQueryBuilder, SqliteAdapter, sql } from 'kysely';

export type { Db } from './schema.ts';
export type Engine = 'sqlite' | 'postgres';

/** Which engine answers behind this connection or transaction. */
export function engineOf<DB>(db: Kysely<DB>): Engine {
  const { adapter } = db.getExecutor();
  if (adapter instanceof SqliteAdapter) return 'sqlite';
  if (adapter instanceof PostgresAdapter) return 'postgres';
  throw new Error(`No such engine: ${adapter.constructor.name}`);
}

/** The column type of every text (ids, times and enumerations too): both engines compare it byte by byte. */
export function textType<DB>(db: Kysely<DB>): RawBuilder<unknown> {
  return engineOf(db) === 'postgres' ? sql`text collate "C"` : sql`text`;
}

/** The column type of bytes. They come back as a Buffer. */
export function bytesType<DB>(db: Kysely<DB>): RawBuilder<unknown> {
  return engineOf(db) === 'postgres' ? sql`bytea` : sql`blob`;
}

/** Whether a transaction that writes has the whole database to itself: then no row has to be locked for it. */
export function writesAlone<DB>(db: Kysely<DB>): boolean {
  return engineOf(db) === 'sqlite';
}

/**
 * Locks the rows that a read-then-write rule looks at, until the transaction ends. With joins, `of` names the tables whose
 * rows are locked (PostgreSQL refuses to lock the far side of a left join). SQLite needs no such lock, because its
 * transactions begin immediate: the words are dropped by our dialect.
 */
export function forUpdate<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  of?: (TB & string) | (TB & string)[],
): SelectQueryBuilder<DB, TB, O> {
  return of === undefined ? query.forUpdate() : query.forUpdate(of);
}

/**
 * For migrations: from now on no row of the table can be changed or deleted, by nobody, not even by
 * `insert or replace` (SQLite) or `truncate` (PostgreSQL).
 */
export async function guardAppendOnly<DB>(db: Kysely<DB>, table: string): Promise<void> {
  const message = sql.lit(`${table} is append-only`);
  if (engineOf(db) === 'sqlite') {
    for (const verb of ['update', 'delete']) {
      const trigger = sql.id(`${table}_refuses_${verb}`);
      await sql`create trigger ${trigger} before ${sql.raw(verb)} on ${sql.table(table)}
        begin select raise(abort, ${message}); end`.execute(db);
    }
    return;
  }
  const refuse = sql.id(`${table}_refuses`);
  await sql`create function ${refuse}() returns trigger language plpgsql as
    ${sql.lit(`begin raise exception '${table} is append-only' using errcode = 'restrict_violation'; end`)}`.execute(
    db,
  );
  await sql`create trigger ${sql.id(`${table}_refuses_change`)} before update or delete on ${sql.table(table)}
    for each row execute function ${refuse}()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_refuses_truncate`)} before truncate on ${sql.table(table)}
    for each statement execute function ${refuse}()`.execute(db);
}

/** Whether a write failed because a row with such a key is already there. On PostgreSQL the transaction is then lost. */
export function isUniqueViolation(error: unknown): boolean {
  return ['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));
}

/** Whether SQLite refused at once because another process is writing; nothing was done, so it may be tried again. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** The engine's own code of an error (`SQLITE_BUSY`, `23505`, `ECONNREFUSED`), or the empty text. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
