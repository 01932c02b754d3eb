// Holds every row of which the log keeps a hash against that hash: rows that were changed, are missing, or came unseen.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { KEPT } from '#src/database/kept-rows.ts';
import type { KeptTable } from '#src/database/kept-table.ts';
import { readRows } from '#src/database/portable.ts';
import { type KeptRow, keyOf } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import type { ExpectedRow, ExpectedRows } from './expected-rows.ts';
import { columnsIn, columnsThatDiffer } from './row-hash.ts';

export interface TableReport {
  table: keyof Database;
  /** Rows that were held against a hash, and how many fields they have together. */
  rows: number;
  fields: number;
  /** Rows that are older than the hashes, and were held against none. */
  not_covered: number;
}

export type RowFinding = { table: keyof Database; key: string } & (
  | { what: 'differs'; row: KeptRow; fields: string[]; expected: ExpectedRow }
  | { what: 'deleted'; row: KeptRow; expected: ExpectedRow }
  | { what: 'unknown'; row: KeptRow }
  | { what: 'missing'; expected: ExpectedRow }
);

export interface RowsReport {
  tables: TableReport[];
  findings: RowFinding[];
}

const ROWS_WITHOUT_A_BREAK = 500;

/** `isOld`: may a row of which no entry speaks be older than the hashes? */
export interface Comparison {
  expected: ExpectedRows;
  isOld(table: keyof Database, row: KeptRow): boolean;
}

/** Reads every kept row once, a few in memory at a time. */
export async function verifyRows(db: Transaction<Database>, comparison: Comparison): Promise<RowsReport> {
  const report: RowsReport = { tables: [], findings: [] };
  for (const [table, kept] of Object.entries(KEPT) as [keyof Database, KeptTable][]) {
    const of_table: TableReport = { table, rows: 0, fields: 0, not_covered: 0 };
    report.tables.push(of_table);
    let count = 0;
    for await (const row of rowsOf(db, table, kept)) {
      const finding = compare({ table, kept, row }, comparison, of_table);
      if (finding !== undefined) report.findings.push(finding);
      if (++count % ROWS_WITHOUT_A_BREAK === 0) await breathe();
    }
  }
  for (const expected of comparison.expected.unseen())
    report.findings.push({ table: expected.table as keyof Database, key: expected.key, what: 'missing', expected });
  return report;
}

async function* rowsOf(db: Transaction<Database>, table: keyof Database, kept: KeptTable): AsyncGenerator<KeptRow> {
  const columns = [...new Set([...kept.key, ...kept.columns])];
  for await (const values of readRows(db, { name: table, columns, key: [...kept.key] })) {
    const row = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
    if (kept.while === undefined || row[kept.while] !== null) yield row;
  }
}

function compare(
  { table, kept, row }: { table: keyof Database; kept: KeptTable; row: KeptRow },
  { expected: known, isOld }: Comparison,
  report: TableReport,
): RowFinding | undefined {
  const key = keyOf(kept, row);
  const expected = known.see(table, key);
  if (expected === undefined) {
    if (!isOld(table, row)) return { table, key, what: 'unknown', row };
    report.not_covered += 1;
    return undefined;
  }
  if (expected.hash === null) return { table, key, what: 'deleted', row, expected };
  report.rows += 1;
  report.fields += columnsIn(expected.hash);
  const fields = columnsThatDiffer({ table, key, row, salt: expected.salt }, expected.hash);
  return fields.length === 0 ? undefined : { table, key, what: 'differs', row, fields, expected };
}
