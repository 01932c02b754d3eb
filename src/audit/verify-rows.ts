// Holds rows against their hashes in the log: changed, missing, or never noted.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { KEPT } from '#src/database/kept-rows.ts';
import { columnsToRead, type KeptTable } from '#src/database/kept-table.ts';
import { readRows } from '#src/database/portable.ts';
import { type KeptRow, keyOf, listOf } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import type { ExpectedRow, ExpectedRows, OldRow } from './expected-rows.ts';
import { ENTERED, versionKey } from './old-facts.ts';
import type { RowAges } from './row-ages.ts';
import { columnsIn, columnsThatDiffer } from './row-hash.ts';

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

/** The entry that spoke of the row last. */
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

/** Reads every kept row once, a few in memory at a time. */
export async function verifyRows(db: Transaction<Database>, comparison: Comparison): Promise<RowsReport> {
  const report: RowsReport = { tables: [], findings: [] };
  for (const [table, kept] of Object.entries(KEPT) as [keyof Database, KeptTable][]) {
    const of_table: TableReport = { table, rows: 0, fields: 0, old_rows: 0, old_fields: 0, not_covered: 0 };
    report.tables.push(of_table);
    let count = 0;
    for await (const row of rowsOf(db, table, kept)) {
      comparison.ages.notice(table, row);
      const finding = compare({ table, kept, row }, comparison, of_table);
      if (finding !== undefined) report.findings.push(finding);
      if (++count % ROWS_WITHOUT_A_BREAK === 0) await breathe();
    }
  }
  const { expected } = comparison;
  for (const missing of [expected.unseen(), expected.unseenOld()])
    for (const { table, key, ...entry } of missing)
      report.findings.push({ table: table as keyof Database, key, what: 'missing', entry });
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
  kept: KeptTable;
  row: KeptRow;
}

function compare({ table, kept, row }: Compared, comparison: Comparison, report: TableReport): RowFinding | undefined {
  const key = keyOf(kept, row);
  const entry = comparison.expected.see(table, key);
  const old = comparison.expected.seeOld(table, table === 'version' ? versionKey(row.article_id, row.number) : key);
  if (entry === undefined) return compareOld({ table, key, row, old }, comparison, report);
  if (entry.hash === null) return { table, key, what: 'deleted', row, entry };
  report.rows += 1;
  report.fields += columnsIn(entry.hash);
  const fields = columnsThatDiffer({ table, key, row, salt: entry.salt }, entry.hash);
  return fields.length === 0 ? undefined : { table, key, what: 'differs', row, fields, entry };
}

/** A row of which no entry keeps a hash: held against what old entries say of it, if it may be that old. */
function compareOld(
  { table, key, row, old: entry }: Omit<Compared, 'kept'> & { key: string; old: OldRow | undefined },
  { ages }: Comparison,
  report: TableReport,
): RowFinding | undefined {
  if (!ages.mayBeOld(table, row)) return { table, key, what: 'unknown', row };
  if (entry === undefined && ENTERED.has(table)) return { table, key, what: 'unknown', row };
  if (entry === undefined) {
    report.not_covered += 1;
    return undefined;
  }
  if (entry.fields === null) return { table, key, what: 'deleted', row, entry };
  report.old_rows += 1;
  report.old_fields += Object.keys(entry.fields).length;
  const fields = differingFrom(entry, row);
  return fields.length === 0 ? undefined : { table, key, what: 'differs', row, fields, entry };
}

function differingFrom({ fields }: OldRow, row: KeptRow): string[] {
  return Object.entries(fields ?? {}).flatMap(([column, value]) => (row[column] === value ? [] : [column]));
}
