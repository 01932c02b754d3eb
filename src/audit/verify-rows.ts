// Holds all rows against their hashes in the log: changed, missing, or never noted.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { KEPT } from '#src/database/kept-rows.ts';
import { columnsToRead, type KeptTable } from '#src/database/kept-table.ts';
import { readRows } from '#src/database/portable.ts';
import { type KeptRow, keyOf, listOf } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import { type Comparison, compare, type RowFinding, type TableReport } from './compare-row.ts';

export interface RowsReport {
  tables: TableReport[];
  findings: RowFinding[];
}

const ROWS_WITHOUT_A_BREAK = 500;

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
