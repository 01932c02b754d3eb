// Writes report.docx, the report as a Word document, in a thread.
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import type { ReportFormat } from './report-format.ts';

const threads = new ThreadPool(new URL('./docx.worker.ts', import.meta.url), {
  most: 1,
  milliseconds: 60_000,
  megabytes: 1_024,
});

/** `write` throws GaveUp where the thread died or took too long. */
export const DOCX_FILE: ReportFormat = {
  name: 'docx',
  label: 'Word',
  purpose: 'a document to read, print and write into',
  shelf: 'readers',
  media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  audiences: AUDIENCES,
  async *write(report, _table, seal) {
    yield* (await threads.run({ report, seal })) as Uint8Array[];
  },
};
