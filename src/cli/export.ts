// `claimdesk export`: the report of an article as a file.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { writeReportFile, writeSignedFile } from '#src/reports/files.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { type FormatOffered, SHELF_LABELS, SHELVES } from '#src/reports/formats/report-format.ts';
import { ZIP_OFFERED } from '#src/reports/zip/zip-offered.ts';
import { AUDIENCES, audienceIn } from '#src/sources/held-back/audience.ts';
import { command, inColumns, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { exportFixes, FIXES_FORMATS, type FixesKind } from './export-fixes.ts';
import { writePieces } from './files.ts';

const OFFERED: readonly FormatOffered[] = [...REPORT_FORMATS, ZIP_OFFERED];
const FORMATS = OFFERED.map(({ name }) => name);
const WIDEST = Math.max(...FORMATS.map((name) => name.length));
const TABLES = REPORT_FORMATS.flatMap(({ tables = [] }) => tables);

const KINDS = Object.keys(FIXES_FORMATS) as FixesKind[];

/** As it is typed; the report, public and of the claims, unless told. */
export interface ReportAsked {
  of?: string | undefined;
  format: string;
  table?: string | undefined;
  audience?: string | undefined;
  /** Of a signed report; the draft where it is left out. */
  number?: string | undefined;
}

/**
 * The report of the article with this number or id, or what else there is of it. NotFound where the actor may not read it; RuleBroken with a sentence
 * for a format, a table or an audience that there is none of; Forbidden for guests who ask for what is internal.
 */
export async function exportReport(ctx: Context, article: string | number, wanted: ReportAsked): Promise<OutgoingFile> {
  const kind = kindIn(wanted);
  assertKnown('format', { wanted: wanted.format, known: kind === undefined ? FORMATS : FIXES_FORMATS[kind] });
  if (wanted.audience !== undefined) assertKnown('audience', { wanted: wanted.audience, known: AUDIENCES });
  if (wanted.table !== undefined) assertKnown('table', { wanted: wanted.table, known: TABLES });
  const { format, table, audience, number } = wanted;
  if (kind !== undefined) return exportFixes(ctx, article, { of: kind, format, audience });
  if (number === undefined && format === ZIP_OFFERED.name)
    throw new RuleBroken('Only a signed report comes as a ZIP. Say which with --number.', 'number');
  const found = await getArticle(ctx, article);
  const file = { format, table, audience: audienceIn(audience) };
  return number === undefined ? writeReportFile(ctx, found, file) : writeSignedFile(ctx, found, { ...file, number });
}

/** What is wanted beside the report; undefined for the report. */
function kindIn({ of, number }: ReportAsked): FixesKind | undefined {
  if (of === undefined) return undefined;
  assertKnown('kind of file', { wanted: of, known: ['report', ...KINDS] });
  const kind = KINDS.find((one) => one === of);
  if (kind !== undefined && number !== undefined)
    throw new RuleBroken('Only a report has a number. Leave out --number or --of.', 'number');
  return kind;
}

function assertKnown(name: string, { wanted, known }: { wanted: string; known: readonly string[] }): void {
  if (!known.includes(wanted))
    throw new RuleBroken(`There is no ${name} “${wanted}”. Choose one of: ${known.join(', ')}.`, name);
}

/** Every format with what it is good for, shelf by shelf, as the page lists them. */
function shelvesInWords(): string {
  return SHELVES.map((shelf) => {
    const formats = OFFERED.filter((format) => format.shelf === shelf);
    const lines = formats.map(({ name, label, purpose, audiences }): [string, string] => {
      const whom = audiences.length === 1 ? `, ${audiences.join()} only` : '';
      const of = name === ZIP_OFFERED.name ? '; with --number' : '';
      return [name.padEnd(WIDEST), `${label}: ${purpose}${whom}${of}`];
    });
    return `${SHELF_LABELS[shelf]}:\n${inColumns(lines)}`;
  }).join('\n\n');
}

export const exportCommand = command({
  words: 'ARTICLE',
  summary: 'Write the report of an article, by its number or id, as a file.',
  details: shelvesInWords(),
  options: {
    of: {
      type: 'string',
      value: 'WHAT',
      help: 'report, or fixes: the list of them (docx, md), or redline: the article with them tracked (docx) (report).',
    },
    format: { type: 'string', value: 'FORMAT', help: 'One of the formats above. Required.' },
    audience: {
      type: 'string',
      value: 'AUDIENCE',
      help: 'public, or internal: that one names confidential sources, and says INTERNAL (public).',
    },
    table: { type: 'string', value: 'TABLE', help: `Of csv: ${TABLES.join(', ')} (claims).` },
    number: { type: 'string', value: 'N', help: 'The signed report of this number; by default the draft.' },
    out: { type: 'string', value: 'FILE', help: 'The file to write; by default standard output.' },
    ...AS,
  },
  async run({ values, words: [article = ''] }) {
    const { of, format, table, audience, number, out } = values;
    if (format === undefined) throw new WrongUse(`--format is missing: ${FORMATS.join(', ')}.`);
    await atDesk(values.as, async (ctx) => {
      const asked = exportReport(ctx, article, { of, format, table, audience, number });
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
