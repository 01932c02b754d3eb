// Writes report.xlsx: the tables of report.csv, each on a sheet of its own.
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import type { ReportFormat } from './report-format.ts';

export const XLSX_FILE: ReportFormat = {
  name: 'xlsx',
  label: 'Excel',
  purpose: 'all tables in one file, a sheet each',
  shelf: 'machines',
  media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  audiences: AUDIENCES,
  async *write(report) {
    // The writer of spreadsheets is loaded when the first is wanted.
    const { writeWorkbook } = await import('./workbook.ts');
    yield await writeWorkbook(report);
  },
};
