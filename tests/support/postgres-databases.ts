// The databases of the tests on a PostgreSQL server: copies of one with all tables, emptied and used again.
import pg from 'pg';
import { askKept, endKept, setBack } from './kept-connections.ts';

export const TEMPLATE = 'claimdesk_template';

/** Tables that are as they were when a database was made, and were emptied: to make one takes five times as long. */
const free: string[] = [];
/** What the catalogue of such a database says of its tables, triggers and rules, and what it says of its migrations. */
let asMade: string | undefined;

/** A row of the catalogue that was added, changed or taken away shows here; what was changed is a row by a later transaction. */
const CATALOGUE = `select concat_ws(' ', ${[
  'class',
  'attribute',
  'attrdef',
  'constraint',
  'index',
  'trigger',
  'proc',
  'type',
]
  .map((one) => `pg_${one}`)
  // These rows are left where they are, so they have to be as they were.
  .concat('kysely_migration')
  .map((table) => `(select count(*) || ':' || max(xmin::text::bigint) from ${table})`)
  .join(', ')}) as said`;

/** The tables in which there ever was a row. */
export const WITH_ROWS = `select relname from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%' and pg_relation_size(oid) > 0`;

/** Past the guards. */
const EMPTY = `do $$ declare name text; begin
  set local session_replication_role = replica;
  for name in ${WITH_ROWS}
  loop execute format('delete from %I', name); end loop;
end $$`;

const usedByOthers = (own: number[]) =>
  `select count(*)::int as said from pg_stat_activity where datname = current_database() and pid not in (${own})`;

/** The name of a database with all tables and no row, that nobody else uses until it is given back. */
export async function takeDatabase(server: string): Promise<string> {
  const name = free.pop() ?? (await makeDatabase(server, TEMPLATE));
  asMade ??= String(await askKept(databaseUrl(server, name), CATALOGUE));
  return name;
}

/** Empties a database for whoever takes the next; drops it where its tables are others now, or somebody is in it still. */
export async function giveBackDatabase(server: string, name: string): Promise<void> {
  const url = databaseUrl(server, name);
  const own = await setBack(url);
  const is_left = own !== undefined && (await askKept(url, usedByOthers(own))) === 0;
  if (is_left && (await askKept(url, CATALOGUE)) === asMade) {
    await askKept(url, EMPTY);
    free.push(name);
  } else {
    // The server ends whoever has not closed it.
    await dropDatabase(server, name);
    await endKept(url);
  }
}

export async function makeDatabase(server: string, template: string): Promise<string> {
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  // Copying files spares the log every page of them, and the server, which waits for no disk, two thirds of the work.
  await onDatabase(server, `create database ${name} template ${template} strategy file_copy`);
  return name;
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await onDatabase(server, `drop database if exists ${name} with (force)`);
}

/** Throws where a database that is to be emptied after use has a row or a sequence to begin with. */
export async function assertEmpty(url: string): Promise<void> {
  const count = `select coalesce(sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text::int), 0)
    + (select count(*) from pg_sequence) as said
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%'`;
  const found = Number(await onDatabase(url, count));
  if (found > 0)
    throw new Error(`A database that was just made has ${found} rows or sequences, which would not come back.`);
}

/** Asks one thing on a connection of its own, and gives what the answer calls `said`. */
export async function onDatabase(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows[0]?.said;
  } finally {
    await client.end();
  }
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
