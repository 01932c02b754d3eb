// For migrations: rows that never go, and change in one way only, on both engines.
import { type Kysely, sql } from 'kysely';
import { engineOf } from './engine.ts';

export interface Guard {
  table: string;
  /** The columns of the primary key. */
  key: readonly string[];
  /** When a change of a row is let through: a condition over `old` and `new`, in words that both engines know. */
  unless: string;
}

/**
 * From now on no row of the table can be deleted, nor changed but as `unless` says; not by statements of one's own either,
 * `insert or replace` (SQLite) and `truncate` (PostgreSQL) among them.
 */
export async function guardRows<DB>(db: Kysely<DB>, { table, key, unless }: Guard): Promise<void> {
  await dropGuard(db, table);
  if (engineOf(db) === 'sqlite') {
    const refuse = sql`begin select raise(abort, ${sql.lit(refusalOf(table))}); end`;
    const same = sql.raw(key.map((column) => `"${column}" = new."${column}"`).join(' and '));
    await sql`create trigger ${sql.id(`${table}_keeps_rows`)} before delete on ${sql.table(table)} ${refuse}`.execute(
      db,
    );
    await sql`create trigger ${sql.id(`${table}_keeps_changes`)} before update on ${sql.table(table)}
      when not coalesce((${sql.raw(unless)}), 0) ${refuse}`.execute(db);
    // Where recursive_triggers is off, a replacing insert deletes without a word to the trigger above.
    await sql`create trigger ${sql.id(`${table}_keeps_keys`)} before insert on ${sql.table(table)}
      when exists (select 1 from ${sql.table(table)} where ${same}) ${refuse}`.execute(db);
    return;
  }
  const check = sql.id(`${table}_guard`);
  const body = `begin
    if tg_op = 'UPDATE' then
      if coalesce((${unless}), false) then return new; end if;
    end if;
    raise exception '${refusalOf(table)}' using errcode = 'restrict_violation';
  end`;
  await sql`create function ${check}() returns trigger language plpgsql as ${sql.lit(body)}`.execute(db);
  await sql`create trigger ${sql.id(`${table}_keeps_rows`)} before update or delete on ${sql.table(table)}
    for each row execute function ${check}()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_keeps_table`)} before truncate on ${sql.table(table)}
    for each statement execute function ${check}()`.execute(db);
}

/** Takes the guard away: for a migration that has to change what it guards, and puts it back behind that. */
export async function dropGuard<DB>(db: Kysely<DB>, table: string): Promise<void> {
  if (engineOf(db) === 'sqlite')
    for (const name of ['rows', 'changes', 'keys'])
      await sql`drop trigger if exists ${sql.id(`${table}_keeps_${name}`)}`.execute(db);
  else await sql`drop function if exists ${sql.id(`${table}_guard`)}() cascade`.execute(db);
}

/** "No column but these changes", for a guard's condition. */
export function nothingButChanges(columns: readonly string[], but: readonly string[]): string {
  return columns
    .filter((column) => !but.includes(column))
    .map((column) => `new."${column}" is not distinct from old."${column}"`)
    .join(' and ');
}

function refusalOf(table: string): string {
  return `${table} is guarded: its rows never go, and change only as the program changes them`;
}
