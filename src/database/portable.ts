// What a backup needs to know of the tables, asked of the database itself, so that no table can be forgotten.
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { type Db, type Engine, engineOf } from './engine.ts';
import { RowBlock } from './row-block.ts';

export type PortableTable = { readonly name: string; readonly columns: string[]; readonly key: string[] };

const BYTES_AT_A_TIME = 4_000_000;
const MOST_ROWS_AT_A_TIME = 1_000;

type Row = Record<string, unknown>;
type ColumnRow = { table: string; column: string; key_position: number | null };

const COLUMNS: Record<Engine, string> = {
  sqlite: `
    select t.name as "table", c.name as "column", nullif(c.pk, 0) as key_position
    from pragma_table_list t join pragma_table_xinfo(t.name) c
    where t.schema = 'main' and t.type = 'table' and c.hidden = 0`,
  postgres: `
    select t.relname as "table", c.attname as "column", array_position(k.indkey::int2[], c.attnum) as key_position
    from pg_class t
      join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
      left join pg_index k on k.indrelid = t.oid and k.indisprimary
    where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'`,
};

/** Every table that holds the desk's own rows, its stored columns and its primary key, all in the same order on both engines. */
export async function portableTables<DB>(db: Transaction<DB>): Promise<PortableTable[]> {
  const { rows } = await sql<ColumnRow>`${sql.raw(COLUMNS[engineOf(db)])}`.execute(db);
  const own = rows.filter((row) => !/^(sqlite_|kysely_)/.test(row.table));
  return [...Map.groupBy(own, (row) => row.table)].sort(byName).map(([name, columns]) => ({
    name,
    columns: columns.map((row) => row.column).sort(),
    key: keyOf(columns),
  }));
}

function keyOf(columns: ColumnRow[]): string[] {
  return columns
    .filter((row) => row.key_position !== null)
    .sort((a, b) => Number(a.key_position) - Number(b.key_position))
    .map((row) => row.column);
}

function byName(a: [string, unknown], b: [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

/**
 * All rows of a table in the order of its key, as arrays in the order of `columns`, a few in memory at a time. Ask the
 * transaction nothing else until the last row has come.
 */
export async function* readRows<DB>(db: Transaction<DB>, table: PortableTable): AsyncGenerator<unknown[]> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  const order = sql.join((table.key.length > 0 ? table.key : table.columns).map((column) => sql.ref(column)));
  const query = sql<Row>`select ${columns} from ${sql.table(table.name)} order by ${order}`;
  for await (const rows of engineOf(db) === 'sqlite' ? streamSqlite(db, query) : fetchPostgres(db, table, query))
    for (const row of rows) yield table.columns.map((column) => row[column]);
}

async function* streamSqlite<DB>(db: Transaction<DB>, query: RawBuilder<Row>): AsyncGenerator<Row[]> {
  for await (const result of db.getExecutor().stream<Row>(query.compile(db), 1)) yield result.rows;
}

async function* fetchPostgres<DB>(
  db: Transaction<DB>,
  table: PortableTable,
  query: RawBuilder<Row>,
): AsyncGenerator<Row[]> {
  const count = sql.lit(await rowsAtATime(db, table));
  await sql`declare portable no scroll cursor for ${query}`.execute(db);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${count} from portable`.execute(db);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close portable`.execute(db);
}

/** As many as fit into memory even where each is as long as the longest. */
async function rowsAtATime<DB>(db: Transaction<DB>, { name }: PortableTable): Promise<number> {
  const long = await sql<{ column: string }>`select attname as "column" from pg_attribute
    where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and atttypid in ('text'::regtype, 'bytea'::regtype)`.execute(db);
  if (long.rows.length === 0) return MOST_ROWS_AT_A_TIME;
  const lengths = long.rows.map(({ column }) => sql`coalesce(octet_length(${sql.ref(column)}), 0)`);
  const { rows } = await sql<{ bytes: number | null }>`select max(${sql.join(lengths, sql` + `)}) as bytes
    from ${sql.table(name)}`.execute(db);
  const fitting = Math.floor(BYTES_AT_A_TIME / Math.max(1, rows[0]?.bytes ?? 1));
  return Math.min(MOST_ROWS_AT_A_TIME, Math.max(1, fitting));
}

/** Writes rows as readRows gave them. On PostgreSQL all checks, keys and triggers of the table are asked, as by an insert. */
export async function insertRows<DB>(db: Transaction<DB>, table: PortableTable, rows: unknown[][]): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  if (engineOf(db) === 'postgres') {
    const copy = sql`copy ${sql.table(table.name)} (${columns}) from stdin`.compile(db);
    await db.executeQuery({ ...copy, parameters: [new RowBlock(rows)] });
    return;
  }
  const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`));
  await sql`insert into ${sql.table(table.name)} (${columns}) values ${values}`.execute(db);
}

/** How many rows all tables hold together. */
export async function countRows<DB>(db: Transaction<DB>): Promise<number> {
  let sum = 0;
  for (const table of await portableTables(db)) {
    const counted = await sql<{ count: number }>`select count(*) as count from ${sql.table(table.name)}`.execute(db);
    sum += counted.rows[0]?.count ?? 0;
  }
  return sum;
}

/**
 * Rows may go in in any order: PostgreSQL's foreign keys are taken off and put back, and so checked, after the work. On
 * SQLite the migration's own transaction, inside which this has to run, has them off and checks them at its end.
 */
export async function withoutForeignKeys<DB>(db: Transaction<DB>, work: () => Promise<void>): Promise<void> {
  if (engineOf(db) === 'sqlite') return work();
  const keys = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(db);
  for (const key of keys.rows)
    await sql`alter table ${sql.raw(key.table)} drop constraint ${sql.id(key.name)}`.execute(db);
  await work();
  for (const key of keys.rows)
    await sql`alter table ${sql.raw(key.table)} add constraint ${sql.id(key.name)} ${sql.raw(key.definition)}`.execute(
      db,
    );
}

/**
 * Outside a transaction, once many rows went in: PostgreSQL plans by what it knows of its tables, and reads indexes alone
 * where it knows that all rows are for everybody. By itself it would learn that some minutes later, while people work.
 */
export async function settleTables(db: Db): Promise<void> {
  if (engineOf(db) === 'postgres') await sql`vacuum (analyze)`.execute(db);
}
