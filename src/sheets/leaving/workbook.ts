// The list of claims as a workbook of one sheet, the same bytes each time. Pure.
import { unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { packed } from '#src/packed.ts';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import { workbookCell, workbookHead } from '#src/workbook-cells.ts';
import { CLAIM_SHEET_COLUMNS, type ClaimSheet } from './claim-sheet.ts';

/** In characters: what people read and write is wide. */
const WIDTHS: Partial<Record<(typeof CLAIM_SHEET_COLUMNS)[number], number>> = {
  words: 60,
  'verdict sentence': 40,
  source: 40,
  note: 40,
  number: 9,
  paragraph: 11,
};

/** The claims as the bytes of an Excel workbook. */
export async function writeClaimWorkbook({ rows }: ClaimSheet): Promise<Uint8Array> {
  const sheet = {
    sheet: `${INTERNAL} claims`,
    data: [CLAIM_SHEET_COLUMNS.map(workbookHead), ...rows.map((row) => row.map(workbookCell))],
    columns: CLAIM_SHEET_COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 16 })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
  const bytes = await writeExcelFile([sheet], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return packed(unzipSync(bytes));
}
