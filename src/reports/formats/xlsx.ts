// Writes report.xlsx in a thread: the tables of report.csv, each on a sheet of its own.
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import type { ReportFormat } from './report-format.ts';

const threads = new ThreadPool(new URL('./workbook.worker.ts', import.meta.url), {
  most: 1,
  milliseconds: 60_000,
  megabytes: 512,
});

/** `write` throws GaveUp where the thread died or took too long. */
export const XLSX_FILE: ReportFormat = {
  name: 'xlsx',
  label: 'Excel',
  purpose: 'all tables in one file, a sheet each',
  shelf: 'machines',
  media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  audiences: AUDIENCES,
  async *write(report) {
    yield* (await threads.run(report)) as Uint8Array[];
  },
};
