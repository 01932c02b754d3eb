// The files that a report comes as: one writer a format, and what each file is called.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { type Audience, fileName, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { checkCopiesOfArticle } from '#src/sources/snapshots/check-commands.ts';
import { buildReport } from './build.ts';
import { CSV_TABLES, type CsvTable, writeCsv } from './csv-file.ts';
import { writeHtml } from './html-file.ts';
import type { Report } from './report.ts';

export const REPORT_FORMATS = ['html', 'json', 'csv'] as const;

export interface ReportFile {
  bytes: Buffer;
  media_type: string;
  /** Plain ASCII: `claimdesk-1-draft.html`. */
  file_name: string;
  /** The Content-Security-Policy under which the file may be shown, where it is one that a browser shows. */
  policy?: string;
}

/** Which file is wanted, and for whom. `table` is of csv only, `claims` unless told. */
export interface FileWanted {
  format: string;
  table?: string | undefined;
  audience: Audience;
}

/**
 * The report of the article as a file. An internal one says so in its name, on its face and in a column. NotFound for a
 * format or a table that there is none of; Forbidden where the person may not have an internal one. The caller has found the
 * article.
 */
export async function writeReportFile(ctx: Context, article: ArticleFound, wanted: FileWanted): Promise<ReportFile> {
  const write = writerOf(wanted);
  const { audience } = wanted;
  visibilityOfAudience(audience, article.role);
  // A file goes out of the house: the copies on which it rests are looked at once more.
  await checkCopiesOfArticle(ctx, article.id);
  const report = await buildReport(ctx, article, audience);
  const { text, name, ...file } = await write(report);
  const file_name = fileName(`claimdesk-${article.number}-${report.state}`, audience, name);
  return { bytes: Buffer.from(text, 'utf8'), file_name, ...file };
}

type Written = { text: string; name: string; media_type: string; policy?: string };
type Writer = (report: Report) => Written | Promise<Written>;

function writerOf({ format, table = 'claims' }: FileWanted): Writer {
  if (format === 'html')
    return async (report) => ({ ...(await writeHtml(report)), name: '.html', media_type: 'text/html; charset=utf-8' });
  if (format === 'json')
    return (report) => ({ text: writeJson(report), name: '.json', media_type: 'application/json; charset=utf-8' });
  if (format !== 'csv' || !isCsvTable(table)) throw new NotFound();
  return (report) => ({ text: writeCsv(report, table), name: `-${table}.csv`, media_type: 'text/csv; charset=utf-8' });
}

/** The keys stand in the order in which docs/report-json.md describes them. */
function writeJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function isCsvTable(table: string): table is CsvTable {
  return (CSV_TABLES as readonly string[]).includes(table);
}
