// What is in one PostgreSQL database of the tests, put into others as it is: past guards, counters and keys.
import { askKept } from './kept-connections.ts';
import { WITH_ROWS } from './postgres-databases.ts';

/** What a file of no rows has: how it begins, and how it ends. */
const EMPTY_BYTES = 21;

/**
 * Has the server keep all rows of a database in files beside its own, which go with it, and gives the statement by which it
 * puts them into an empty one: the same rows, not what once made them.
 */
export async function keepRows(database_url: string): Promise<string> {
  const path = `current_setting('data_directory') || '/rows-${crypto.randomUUID()}-' || relname`;
  await askKept(
    database_url,
    `do $$ declare copying text; begin
      for copying in select format('copy %I to %L (format binary)', relname, ${path}) from (${WITH_ROWS}) as tables
      loop execute copying; end loop;
    end $$`,
  );
  const copies = await askKept(
    database_url,
    `select string_agg(format('copy %I from %L (format binary)', relname, ${path}), '; ') as said
      from (${WITH_ROWS}) as tables where (pg_stat_file(${path})).size > ${EMPTY_BYTES}`,
  );
  return `set local session_replication_role = replica; ${copies}`;
}
