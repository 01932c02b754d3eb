// The formats of the report, in the order in which pages name them. A new one is a line here.
import type { FileFormat } from '#src/sources/held-back/file-format.ts';
import type { Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';
import { CSV_FILE } from './csv.ts';
import { HTML_FILE } from './html.ts';
import { JSON_FILE } from './json.ts';

export const REPORT_FORMATS: readonly FileFormat<Report, Sealed>[] = [HTML_FILE, JSON_FILE, CSV_FILE];
