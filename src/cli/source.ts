// `source`: bringing lists of sources into a desk's library, and taking the library out as a file.
import type { Context } from '#src/context.ts';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type Remark, sayRemark } from '#src/sources/formats/card-read.ts';
import { exportSources, exportWithConfidential } from '#src/sources/formats/export-commands.ts';
import { type ImportInput, type ImportTaken, planImport, takeImport } from '#src/sources/formats/import-commands.ts';
import { sayTaken } from '#src/sources/formats/import-view.ts';
import { countIn, noCounts } from '#src/sources/formats/plan.ts';
import { readSourcesFile, type SourcesRead } from '#src/sources/formats/read-file.ts';
import { hashOfBytes } from '#src/sources/formats/staged.ts';
import { librarySearchIn } from '#src/sources/library/search.ts';
import { SOURCE_FORMATS, type SourceFormat } from '#src/sources/library/source-formats.ts';
import { command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { readGivenFile, writePieces } from './files.ts';
import { printJson } from './print.ts';
import { say, sayError, terminal } from './terminal.ts';

const FORMATS = SOURCE_FORMATS.join(', ');
const DESK = { type: 'string', value: 'SLUG', help: 'The desk whose library it is. Required.' } as const;

export const sourceImport = command({
  words: 'FILE',
  summary: 'Import a list of sources (RIS, BibTeX, CSL-JSON, CSV) into a library; - is standard input.',
  details:
    'Entries that are here already (by address or DOI) or twice in the list are skipped, so a repeat adds nothing.\nEverything that could not be read is reported on standard error, by line and field; the good entries are imported all the\nsame, and the exit code is 1 if an entry could not be imported.',
  options: {
    desk: DESK,
    format: { type: 'string', value: 'FORMAT', help: `${FORMATS}; by default detected from the list.` },
    fill: { type: 'boolean', help: 'Fill in empty fields of sources that are here already.' },
    'dry-run': { type: 'boolean', help: 'Say what would be imported, and store nothing.' },
    json: { type: 'boolean', help: 'Print JSON instead of a sentence.' },
    ...AS,
  },
  async run({ values, words: [path = ''] }) {
    const slug = deskIn(values.desk);
    const format = values.format === undefined ? undefined : formatIn(values.format);
    const { name, bytes } = await readGivenFile(path);
    const read = await readSourcesFile({ name, bytes, format });
    const file = { name, sha256: hashOfBytes(bytes), format: read.format };
    const input = { entries: read.entries, fill: values.fill === true, file, onRetracted: setBackForRetraction };
    const taken = await atDesk(values.as, (ctx) =>
      orSay(noDesk(slug), values['dry-run'] ? wouldTake(ctx, slug, input) : takeImport(ctx, slug, input)),
    );
    const remarks = read.entries.flatMap((entry) => entry.remarks);
    for (const line of [...read.remarks, ...remarks.map(sayRemark)]) sayError(line);
    if (values.json) printJson(importedAs(read, { slug, taken, remarks }));
    else say(said(taken, values['dry-run'] === true));
    if (taken.broken > 0 || read.entries.length === 0) terminal().exit_code = 1;
  },
});

export const sourceExport = command({
  summary: 'Write the library of a desk as RIS, BibTeX, CSL-JSON or CSV.',
  details: 'Confidential sources are left out unless you ask for them; the desk’s log then records it.',
  options: {
    desk: DESK,
    format: { type: 'string', value: 'FORMAT', help: `${FORMATS}. Needed.` },
    out: { type: 'string', value: 'FILE', help: 'The file to write; by default standard output.' },
    'with-confidential': { type: 'boolean', help: 'With the confidential sources of the desk. Keep that file safe.' },
    ...AS,
  },
  async run({ values }) {
    const slug = deskIn(values.desk);
    if (values.format === undefined) throw new WrongUse(`--format is missing: ${FORMATS}.`);
    const format = formatIn(values.format);
    const write = values['with-confidential'] ? exportWithConfidential : exportSources;
    await atDesk(values.as, async (ctx) => {
      const { id: desk_id } = await orSay(noDesk(slug), getDeskBySlug(ctx, slug));
      const search = { ...librarySearchIn({ desk: slug, order: 'oldest' }), desk_id };
      await writePieces(values.out, (await write(ctx, { search, format })).pieces);
    });
  },
});

function deskIn(slug: string | undefined): string {
  if (slug === undefined) throw new WrongUse('--desk is missing. "desk list" shows the slugs.');
  return slug;
}

function formatIn(typed: string): SourceFormat {
  const format = SOURCE_FORMATS.find((one) => one === typed.toLowerCase());
  if (format === undefined) throw new WrongUse(`There is no format "${typed}". Choose one of: ${FORMATS}.`);
  return format;
}

function noDesk(slug: string): string {
  return `There is no desk ${slug}. "desk list" shows the slugs.`;
}

async function wouldTake(ctx: Context, slug: string, { entries, fill }: ImportInput): Promise<ImportTaken> {
  const desk = await getDeskBySlug(ctx, slug);
  assertMay(desk.role, 'keep_sources');
  const counts = noCounts();
  const filled: number[] = [];
  for await (const piece of planImport(ctx, desk.id, [entries]))
    for (const planned of piece) {
      countIn(counts, planned);
      if (fill && planned.fills.length > 0 && planned.here) filled.push(planned.here.number);
    }
  return { ...counts, first: 0, last: 0, filled };
}

function said(taken: ImportTaken, is_dry: boolean): string {
  if (!is_dry) return sayTaken(taken);
  const { new: count, here, twice, broken, filled } = taken;
  const would = `Nothing was stored. ${count} would be added and ${filled.length} filled in`;
  return `${would}; ${here} are here already, ${twice} are in the list twice, ${broken} cannot be imported.`;
}

function importedAs(
  read: SourcesRead,
  { slug, taken, remarks }: { slug: string; taken: ImportTaken; remarks: Remark[] },
): object {
  const { new: count, first, last, here, twice, broken, filled } = taken;
  const numbers = { first_number: first || null, last_number: last || null };
  const file = { desk: slug, format: read.format, count, ...numbers, here, twice, broken, filled };
  return { ...file, file_remarks: read.remarks, remarks };
}
