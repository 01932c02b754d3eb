// The report of an article as a file of any format in the register.
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { chooseFormat, type FileWanted, writeFile } from '#src/sources/held-back/file-format.ts';
import { checkCopiesOfArticle } from '#src/sources/snapshots/check-commands.ts';
import { buildReport } from './build.ts';
import { REPORT_FORMATS } from './formats/register.ts';
import { getReport } from './signing/store.ts';
import { modelOf, sealOf } from './signing/stored-report.ts';
import { writeReportZip } from './zip/write-zip.ts';
import { ZIP_OFFERED } from './zip/zip-offered.ts';

/**
 * The report of the article as a file. An internal one says so in its name, on its face and in a column. NotFound for a
 * format or a table that there is none of; Forbidden where the person may not have an internal one. The caller has found the
 * article.
 */
export async function writeReportFile(ctx: Context, article: ArticleFound, wanted: FileWanted): Promise<OutgoingFile> {
  const { audience } = wanted;
  const chosen = chooseFormat(REPORT_FORMATS, wanted);
  visibilityOfAudience(audience, article.role);
  // A file goes out of the house: the copies on which it rests are looked at once more.
  const is_news = await checkCopiesOfArticle(ctx, article.id);
  const report = await buildReport(ctx, is_news ? await getArticle(ctx, article.id) : article, audience);
  return writeFile(chosen, report, { name: `claimdesk-${article.number}-${report.state}`, audience });
}

/** A signed report as a file, as it was signed; refused as writeReportFile refuses, and NotFound where it was erased. */
export async function writeSignedFile(
  ctx: Context,
  article: ArticleFound,
  { number, ...wanted }: FileWanted & { number: number | string },
): Promise<OutgoingFile> {
  const { audience } = wanted;
  visibilityOfAudience(audience, article.role);
  const is_zip = wanted.format === ZIP_OFFERED.name;
  const chosen = is_zip ? null : chooseFormat(REPORT_FORMATS, wanted);
  const report = await getReport(ctx.db, article.id, number);
  const name = `claimdesk-${article.number}-report-${report.number}`;
  if (chosen === null) return writeReportZip(ctx, article, { report, audience, name });
  return writeFile(chosen, modelOf(report, audience), { name, audience, seal: sealOf(report, audience) });
}
