// `claimdesk export`: the report of an article as a file.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { CSV_TABLES } from '#src/reports/csv-file.ts';
import { REPORT_FORMATS, type ReportFile, writeReportFile } from '#src/reports/files.ts';
import { AUDIENCES, audienceIn } from '#src/sources/held-back/audience.ts';
import { command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { writeGivenFile } from './files.ts';

/** As it is typed; public and of the claims unless told. */
export interface ReportAsked {
  format: string;
  table?: string | undefined;
  audience?: string | undefined;
}

/**
 * The report of the article with this number or id. NotFound where the actor may not read it; RuleBroken with a sentence
 * for a format, a table or an audience that there is none of; Forbidden for guests who ask for what is internal.
 */
export async function exportReport(ctx: Context, article: string | number, wanted: ReportAsked): Promise<ReportFile> {
  assertKnown('format', { wanted: wanted.format, known: REPORT_FORMATS });
  if (wanted.audience !== undefined) assertKnown('audience', { wanted: wanted.audience, known: AUDIENCES });
  if (wanted.table !== undefined) assertKnown('table', { wanted: wanted.table, known: CSV_TABLES });
  const { format, table, audience } = wanted;
  const found = await getArticle(ctx, article);
  return writeReportFile(ctx, found, { format, table, audience: audienceIn(audience) });
}

function assertKnown(name: string, { wanted, known }: { wanted: string; known: readonly string[] }): void {
  if (!known.includes(wanted))
    throw new RuleBroken(`There is no ${name} “${wanted}”. Choose one of: ${known.join(', ')}.`, name);
}

export const exportCommand = command({
  words: 'ARTICLE',
  summary: 'Write the report of an article, by its number or id: html, json or csv.',
  options: {
    format: { type: 'string', value: 'FORMAT', help: `${REPORT_FORMATS.join(', ')}. Needed.` },
    audience: {
      type: 'string',
      value: 'AUDIENCE',
      help: 'public, or internal: that one names confidential sources, and says INTERNAL (public).',
    },
    table: { type: 'string', value: 'TABLE', help: `Of csv: ${CSV_TABLES.join(', ')} (claims).` },
    out: { type: 'string', value: 'FILE', help: 'Where to write it. Without it: to standard output.' },
    ...AS,
  },
  async run({ values, words: [article = ''] }) {
    const { format, table, audience, out } = values;
    if (format === undefined) throw new WrongUse(`--format is missing: ${REPORT_FORMATS.join(', ')}.`);
    const file = await atDesk(values.as, (ctx) =>
      orSay(
        `There is no article ${article}, or none that may be read here.`,
        exportReport(ctx, article, { format, table, audience }),
      ),
    );
    if (out === undefined || out === '-') process.stdout.write(file.bytes);
    else await writeGivenFile(out, file.bytes);
  },
});
