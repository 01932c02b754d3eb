// All rows of a SQLite file that belong to an article, found by the ids that stand in them.
import type SqliteDatabase from 'better-sqlite3';

export type Row = Record<string, unknown>;

export interface Belonging {
  table: string;
  columns: string[];
  rows: Row[];
}

/** An id, wherever it stands in a text. */
export const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** The log is continued, not copied; work that waits belongs to nobody; what waits is counted as claims are copied. */
const LEFT_OUT = new Set([
  ...['log', 'log_detail', 'log_chain', 'job', 'session', 'ended_session', 'security_event', 'claim_waiting'],
]);

/**
 * The rows of the article and of the library, and every row in which an id of one of these stands, in any table; and their ids. To
 * be asked while the file holds this article alone.
 */
export function belongingsOf(
  file: SqliteDatabase.Database,
  article_id: string,
): { tables: Belonging[]; ids: Set<string> } {
  const all = tablesOf(file).map((table) => ({
    table,
    columns: columnsOf(file, table),
    rows: file
      .prepare(
        `select ${columnsOf(file, table)
          .map((name) => `"${name}"`)
          .join(', ')} from "${table}"`,
      )
      .all() as Row[],
  }));
  const ids = new Set([article_id]);
  for (const { table, rows } of all) if (table === 'source') for (const { id } of rows) ids.add(String(id));
  const found = new Map(all.map(({ table }) => [table, new Set<Row>()]));
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const { table, rows } of all)
      for (const row of rows.filter((row) => belongs(row, ids))) {
        found.get(table)?.add(row);
        if (typeof row.id === 'string') ids.add(row.id);
      }
  }
  return {
    tables: all
      .map((one) => ({ ...one, rows: [...(found.get(one.table) ?? [])] }))
      .filter(({ rows }) => rows.length > 0),
    ids,
  };
}

function belongs(row: Row, ids: ReadonlySet<string>): boolean {
  return Object.values(row).some(
    (value) => typeof value === 'string' && (ids.has(value) || (value.match(ID) ?? []).some((id) => ids.has(id))),
  );
}

function tablesOf(file: SqliteDatabase.Database): string[] {
  const made = "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'";
  const names = file
    .prepare(`${made} and name not like 'sqlite_%' and name not like 'kysely_%'`)
    .pluck()
    .all() as string[];
  // The index of searching is made of the other rows.
  return names.filter((name) => !LEFT_OUT.has(name) && !name.startsWith('search_'));
}

function columnsOf(file: SqliteDatabase.Database, table: string): string[] {
  const columns = file.pragma(`table_xinfo("${table}")`) as { name: string; hidden: number }[];
  return columns.filter(({ hidden }) => hidden === 0).map(({ name }) => name);
}
