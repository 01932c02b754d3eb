// The databases of the tests on a PostgreSQL server: copies of one with all tables, emptied and used again.
import pg from 'pg';
import { askKept, endKept, setBack } from './kept-connections.ts';

export const TEMPLATE = 'claimdesk_template';

/** Tables that are as they were when a database was made, and were emptied: to make one takes five times as long. */
const free: string[] = [];
/** What such a database says of its catalogue and migrations, and the transaction since which nothing of it is new. */
let asMade: { said: string; since: string } | undefined;

/**
 * How many rows the catalogue has of tables, triggers and rules, and how many of them are by a transaction since then: what
 * was added, changed or taken away shows. Our migrations are left where they are, so they have to be as they were, too.
 */
const CATALOGUE = `concat_ws(' ', ${['class', 'attribute', 'attrdef', 'constraint', 'index', 'trigger', 'proc', 'type']
  .map((one) => `pg_${one}`)
  .concat('kysely_migration')
  .map((table) => `(select count(*) || ':' || count(*) filter (where age(xmin) <= age($1::xid)) from ${table})`)
  .join(', ')})`;

/** The tables in which there ever was a row. */
export const WITH_ROWS = `select oid, relname, reltoastrelid from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%' and pg_relation_size(oid) > 0`;

/** Rows that were deleted are looked through by whoever looks at the table, until it is tidied up. */
const LARGE_BYTES = 500_000;

/**
 * Nothing where its tables are others than were made, or where anybody is in it but these processes; else the names of those
 * tables that are large by now.
 */
const IS_LEFT = `select case when ${CATALOGUE} = $2 and not exists (select from pg_stat_get_activity(null)
    where datid = (select oid from pg_database where datname = current_database()) and pid <> all($3::int[]))
  then array(select relname::text from (${WITH_ROWS}) as tables
    where greatest(pg_relation_size(oid), pg_relation_size(nullif(reltoastrelid, 0))) > ${LARGE_BYTES}) end as said`;

/** What a database is asked that is given back, by these processes of the server. */
export function whetherLeft(own: number[]): [statement: string, values: unknown[]] {
  return [IS_LEFT, [asMade?.since, asMade?.said, own]];
}

/** Past the guards. */
const EMPTY = `do $$ declare name text; begin
  set local session_replication_role = replica;
  for name in select relname from (${WITH_ROWS}) as tables
  loop execute format('delete from %I', name); end loop;
end $$`;

/** The name of a database with all tables and no row, that nobody else uses until it is given back. */
export async function takeDatabase(server: string): Promise<string> {
  const name = free.pop() ?? (await makeDatabase(server, TEMPLATE));
  asMade ??= await lookAt(databaseUrl(server, name));
  return name;
}

async function lookAt(url: string): Promise<{ said: string; since: string }> {
  const since = String(await askKept(url, 'select pg_snapshot_xmax(pg_current_snapshot())::text as said'));
  return { since, said: String(await askKept(url, `select ${CATALOGUE} as said`, [since])) };
}

/** Empties a database for whoever takes the next; drops it where its tables are others now, or somebody is in it still. */
export async function giveBackDatabase(server: string, name: string): Promise<void> {
  const url = databaseUrl(server, name);
  const own = await setBack(url);
  const large = own && (await askKept(url, ...whetherLeft(own)));
  if (Array.isArray(large)) {
    await askKept(url, EMPTY);
    if (large.length > 0) await askKept(url, `vacuum ${large.join(', ')}`);
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
  await askKept(server, `create database ${name} template ${template} strategy file_copy`);
  return name;
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await askKept(server, `drop database if exists ${name} with (force)`);
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
