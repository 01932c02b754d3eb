// Writes report.pdf: the report on A4, for printing and for screen readers.
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { pdfBytesOf } from '../pdf/make-pdf.ts';
import type { ReportFormat } from './report-format.ts';

/** `write` throws RuleBroken where this machine makes no PDFs, and GaveUp. */
export const PDF_FILE: ReportFormat = {
  name: 'pdf',
  label: 'PDF',
  purpose: 'pages that look the same everywhere, to print and to file',
  shelf: 'readers',
  media_type: 'application/pdf',
  audiences: AUDIENCES,
  async *write(report, _table, seal) {
    yield await pdfBytesOf(report, seal);
  },
};
