// The formats of the list of claims: Excel, OpenDocument and CSV. A new one is a line here.
import { csvLines } from '#src/csv.ts';
import { piecesOf } from '#src/outgoing-file.ts';
import type { FileFormat } from '#src/sources/held-back/file-format.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import { CLAIM_SHEET_COLUMNS, type ClaimSheet } from './claim-sheet.ts';

const BOUNDS = { most: 1, milliseconds: 60_000, megabytes: 512 };
/** What writes a workbook is loaded in the thread, when the first is wanted. */
const workbooks = new ThreadPool(new URL('./workbook.worker.ts', import.meta.url), BOUNDS);
const openTables = new ThreadPool(new URL('./open-document.worker.ts', import.meta.url), BOUNDS);

const EXCEL: FileFormat<ClaimSheet> = {
  name: 'xlsx',
  label: 'Excel',
  media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  audiences: ['internal'],
  async *write(sheet) {
    yield* (await workbooks.run(sheet)) as Uint8Array[];
  },
};

const OPEN_DOCUMENT: FileFormat<ClaimSheet> = {
  name: 'ods',
  label: 'OpenDocument',
  media_type: 'application/vnd.oasis.opendocument.spreadsheet',
  audiences: ['internal'],
  async *write(sheet) {
    yield* (await openTables.run(sheet)) as Uint8Array[];
  },
};

const CSV: FileFormat<ClaimSheet> = {
  name: 'csv',
  label: 'CSV',
  media_type: 'text/csv; charset=utf-8',
  audiences: ['internal'],
  write: ({ rows }) => piecesOf([csvLines([CLAIM_SHEET_COLUMNS, ...rows.map((row) => row.map(String))], 'begins')]),
};

export const SHEET_FORMATS: readonly FileFormat<ClaimSheet>[] = [EXCEL, OPEN_DOCUMENT, CSV];
