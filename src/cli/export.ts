// `claimdesk export`: the report of an article as a file.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { writeReportFile, writeSignedFile } from '#src/reports/files.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { AUDIENCES, audienceIn } from '#src/sources/held-back/audience.ts';
import { command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { writePieces } from './files.ts';

const FORMATS = REPORT_FORMATS.map(({ name }) => name);
const TABLES = REPORT_FORMATS.flatMap(({ tables = [] }) => tables);

/** As it is typed; public and of the claims unless told. */
export interface ReportAsked {
  format: string;
  table?: string | undefined;
  audience?: string | undefined;
  /** Of a signed report; the draft where it is left out. */
  number?: string | undefined;
}

/**
 * The report of the article with this number or id. NotFound where the actor may not read it; RuleBroken with a sentence
 * for a format, a table or an audience that there is none of; Forbidden for guests who ask for what is internal.
 */
export async function exportReport(ctx: Context, article: string | number, wanted: ReportAsked): Promise<OutgoingFile> {
  assertKnown('format', { wanted: wanted.format, known: FORMATS });
  if (wanted.audience !== undefined) assertKnown('audience', { wanted: wanted.audience, known: AUDIENCES });
  if (wanted.table !== undefined) assertKnown('table', { wanted: wanted.table, known: TABLES });
  const { format, table, audience, number } = wanted;
  const found = await getArticle(ctx, article);
  const file = { format, table, audience: audienceIn(audience) };
  return number === undefined ? writeReportFile(ctx, found, file) : writeSignedFile(ctx, found, { ...file, number });
}

function assertKnown(name: string, { wanted, known }: { wanted: string; known: readonly string[] }): void {
  if (!known.includes(wanted))
    throw new RuleBroken(`There is no ${name} “${wanted}”. Choose one of: ${known.join(', ')}.`, name);
}

export const exportCommand = command({
  words: 'ARTICLE',
  summary: `Write the report of an article, by its number or id: ${FORMATS.join(', ')}.`,
  options: {
    format: { type: 'string', value: 'FORMAT', help: `${FORMATS.join(', ')}. Needed.` },
    audience: {
      type: 'string',
      value: 'AUDIENCE',
      help: 'public, or internal: that one names confidential sources, and says INTERNAL (public).',
    },
    table: { type: 'string', value: 'TABLE', help: `Of csv: ${TABLES.join(', ')} (claims).` },
    number: { type: 'string', value: 'N', help: 'The signed report of this number. Without it: the draft.' },
    out: { type: 'string', value: 'FILE', help: 'Where to write it. Without it: to standard output.' },
    ...AS,
  },
  async run({ values, words: [article = ''] }) {
    const { format, table, audience, number, out } = values;
    if (format === undefined) throw new WrongUse(`--format is missing: ${FORMATS.join(', ')}.`);
    await atDesk(values.as, async (ctx) => {
      const asked = exportReport(ctx, article, { format, table, audience, number });
      const file = await orSay(
        number === undefined
          ? `There is no article ${article}, or none that may be read here.`
          : `There is no report ${number} of article ${article}, its words were erased, or it may not be read here.`,
        asked,
      );
      await writePieces(out, file.pieces);
    });
  },
});
