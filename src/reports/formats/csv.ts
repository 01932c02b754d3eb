// Writes report.csv: a table of claims, evidence, accounts, ticks or checks.
import { csvLines } from '#src/csv.ts';
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import type { Report } from '../report.ts';
import type { ReportFormat } from './report-format.ts';
import { columnsOf, type RowCell, TABLES, type TableName } from './sheet-columns.ts';
import { rowsOf } from './sheet-rows.ts';

/**
 * Each table as RFC 4180 text with a byte order mark, its last column saying for whom it is. A cell that a spreadsheet would
 * run as a formula gets an apostrophe; a plain number such as -5 stays a number. Names of columns are those of report.json.
 */
export const CSV_FILE: ReportFormat = {
  name: 'csv',
  label: 'CSV',
  purpose: 'one table a file, for any spreadsheet',
  shelf: 'machines',
  media_type: 'text/csv; charset=utf-8',
  audiences: AUDIENCES,
  tables: TABLES,
  write: (report, table) => piecesOf(linesOf(report, TABLES.find((one) => one === table) ?? 'claims')),
};

function* linesOf(report: Report, table: TableName): Generator<string> {
  const columns = columnsOf(table);
  yield csvLines([[...columns]], 'begins');
  for (const row of rowsOf(report, table)) yield csvLines([columns.map((column) => wordsOf(row[column] ?? null))]);
}

function wordsOf(value: RowCell): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value ?? '');
}
