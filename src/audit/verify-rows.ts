// Holds rows against their hashes in the log: changed, missing, or never noted.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { KEPT } from '#src/database/kept-rows.ts';
import { columnsToRead, type KeptTable } from '#src/database/kept-table.ts';
import { readRows } from '#src/database/portable.ts';
import { type KeptRow, keyOf, listOf } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import type { ExpectedRow, ExpectedRows } from './expected-rows.ts';
import { ENTERED, versionKey } from './old-facts.ts';
import type { OldRow } from './old-rows.ts';
import type { RowAges } from './row-ages.ts';
import { columnsThatDiffer } from './row-hash.ts';

export interface TableReport {
  table: keyof Database;
  /** Rows that were held against a hash, and how many fields they have together. */
  rows: number;
  fields: number;
  /** Rows that are older than the hashes, and were held against the details of old entries, with so many fields. */
  old_rows: number;
  old_fields: number;
  /** Rows that are older than the hashes, and of which no detail says anything. */
  not_covered: number;
}

/** The entry that spoke of the row, or set the fields, last. */
type EntryOfRow = Pick<ExpectedRow, 'chain' | 'number'>;

export type RowFinding = { table: keyof Database; key: string } & (
  | { what: 'differs'; row: KeptRow; fields: string[]; entry: EntryOfRow }
  | { what: 'deleted'; row: KeptRow; entry: EntryOfRow }
  | { what: 'unknown'; row: KeptRow }
  | { what: 'missing'; entry: EntryOfRow }
);

export interface RowsReport {
  tables: TableReport[];
  findings: RowFinding[];
}

const ROWS_WITHOUT_A_BREAK = 500;

export interface Comparison {
  expected: ExpectedRows;
  ages: RowAges;
}

/** Reads every kept row once, a few in memory at a time. Of tables that are known to be empty only the others are read. */
export async function verifyRows(
  db: Transaction<Database>,
  comparison: Comparison,
  are_empty?: ReadonlySet<string>,
): Promise<RowsReport> {
  const report: RowsReport = { tables: [], findings: [] };
  for (const [table, kept] of Object.entries(KEPT) as [keyof Database, KeptTable][]) {
    if (are_empty?.has(table)) continue;
    const of_table: TableReport = { table, rows: 0, fields: 0, old_rows: 0, old_fields: 0, not_covered: 0 };
    report.tables.push(of_table);
    let count = 0;
    for await (const row of rowsOf(db, table, kept)) {
      comparison.ages.notice(table, row);
      report.findings.push(...compare({ table, kept, row }, comparison, of_table));
      if (++count % ROWS_WITHOUT_A_BREAK === 0) await breathe();
    }
  }
  const { expected } = comparison;
  for (const missing of [expected.unseen(), expected.old.unseen()])
    for (const { table, key, chain, number } of missing)
      report.findings.push({ table: table as keyof Database, key, what: 'missing', entry: { chain, number } });
  return report;
}

async function* rowsOf(db: Transaction<Database>, table: keyof Database, kept: KeptTable): AsyncGenerator<KeptRow> {
  const columns = columnsToRead(kept);
  const order = kept.list === undefined ? kept.key : [...kept.key, kept.list.by];
  let listed: KeptRow[] = [];
  for await (const values of readRows(db, { name: table, columns, key: [...order] })) {
    const row = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
    if (kept.list === undefined) {
      if (kept.while === undefined || row[kept.while] !== null) yield row;
      continue;
    }
    if (listed[0] !== undefined && keyOf(kept, listed[0]) !== keyOf(kept, row)) {
      yield listOf(kept, listed);
      listed = [];
    }
    listed.push(row);
  }
  if (listed.length > 0) yield listOf(kept, listed);
}

interface Compared {
  table: keyof Database;
  key: string;
  row: KeptRow;
  said: ExpectedRow | undefined;
  old: OldRow | undefined;
}

function compare(
  { table, kept, row }: { table: keyof Database; kept: KeptTable; row: KeptRow },
  { expected, ages }: Comparison,
  report: TableReport,
): RowFinding[] {
  const key = keyOf(kept, row);
  const said = expected.see(table, key);
  const old = expected.old.see(table, table === 'version' ? versionKey(row.article_id, row.number) : key);
  const compared = { table, key, row, said, old };
  if (said?.is_gone) return [{ table, key, what: 'deleted', row, entry: said }];
  if (said?.is_made) return compareLayers(compared, report);
  if (!ages.mayBeOld(table, row) || (old === undefined && ENTERED.has(table)))
    return [{ table, key, what: 'unknown', row }];
  return compareOld(compared, report);
}

/** Each column is held to the last entry that set it: a finding for each entry whose columns differ. */
function compareLayers({ table, key, row, said }: Compared, report: TableReport): RowFinding[] {
  report.rows += 1;
  return (said?.layers ?? []).flatMap(({ hash, salt, columns, ...entry }) => {
    report.fields += columns.length;
    const fields = columnsThatDiffer({ table, key, row, salt }, hash, columns);
    return fields.length === 0 ? [] : [{ table, key, what: 'differs' as const, row, fields, entry }];
  });
}

/** A row that may be from before there were hashes: what was not set since is held against what old entries say of it. */
function compareOld(compared: Compared, report: TableReport): RowFinding[] {
  const { table, key, row, said, old } = compared;
  if (old?.fields === null) return [{ table, key, what: 'deleted', row, entry: old }];
  const found = said === undefined ? [] : compareLayers(compared, report);
  if (old === undefined) {
    if (said === undefined) report.not_covered += 1;
    return found;
  }
  const set = new Set(said?.layers.flatMap(({ columns }) => columns));
  const known = Object.entries(old.fields).filter(([column]) => !set.has(column));
  if (said === undefined) report.old_rows += 1;
  report.old_fields += known.length;
  const fields = known.filter(([column, value]) => row[column] !== value).map(([column]) => column);
  return fields.length === 0 ? found : [...found, { table, key, what: 'differs', row, fields, entry: old }];
}
