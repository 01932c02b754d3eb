// The formats of the report, in the order in which pages name them. A new one is a line here.
import { ANNOTATIONS_FILE } from './annotations.ts';
import { CLAIM_REVIEW_FILE } from './claim-review.ts';
import { CSV_FILE } from './csv.ts';
import { DOCX_FILE } from './docx.ts';
import { HTML_FILE } from './html.ts';
import { JSON_FILE } from './json.ts';
import { MARKDOWN_FILE } from './markdown.ts';
import { PDF_FILE } from './pdf.ts';
import { CSL_FILE, RIS_FILE } from './reference-lists.ts';
import type { ReportFormat } from './report-format.ts';
import { XLSX_FILE } from './xlsx.ts';

export const REPORT_FORMATS: readonly ReportFormat[] = [
  HTML_FILE,
  PDF_FILE,
  DOCX_FILE,
  MARKDOWN_FILE,
  XLSX_FILE,
  CSV_FILE,
  JSON_FILE,
  CLAIM_REVIEW_FILE,
  ANNOTATIONS_FILE,
  RIS_FILE,
  CSL_FILE,
];
