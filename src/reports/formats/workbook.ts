// The tables of a report as a workbook: a sheet a table, texts as texts, the same bytes each time. Pure.
import { unzipSync } from 'fflate';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { packed } from '#src/packed.ts';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import { workbookCell, workbookHead } from '#src/workbook-cells.ts';
import type { Report } from '../report.ts';
import { columnsOf, type RowCell, TABLES, type TableName } from './sheet-columns.ts';
import { rowsOf } from './sheet-rows.ts';
import { workbookParts } from './workbook-parts.ts';

/** Wide columns for what people wrote, narrow ones for numbers and words of ours; in characters. */
const WIDE = 48;
const NARROW = 16;
const PROSE =
  /^(quote|statement|verdict_sentence|not_checked|title|passage|note|copies|fixes|words|copy_words|point|rule_sentence|attribution|changed_since|lookup|interest|retraction|url|asks|sentence|missing|of)$/;

/** The workbook. Internal sheets say INTERNAL in their names and at the head of each printed page. */
export async function writeWorkbook(report: Report): Promise<Uint8Array> {
  const internal = report.audience === 'internal';
  const sheets = TABLES.map((table) => ({
    sheet: internal ? `${INTERNAL} ${table}` : table,
    data: sheetOf(report, table),
    columns: columnsOf(table).map((column) => ({ width: PROSE.test(column) ? WIDE : NARROW })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }));
  const look = { fontFamily: 'Calibri', fontSize: 11, features: workbookParts(report) };
  const bytes = await writeExcelFile(sheets, look).toBuffer();
  return packed(unzipSync(bytes));
}

function sheetOf(report: Report, table: TableName): SheetData {
  const columns = columnsOf(table);
  const cellsOf = (row: Record<string, RowCell>) => columns.map((column) => workbookCell(row[column] ?? null));
  return [columns.map(workbookHead), ...rowsOf(report, table).map(cellsOf)];
}
