// `claim`: adding the rows of a spreadsheet to an article as claims, and writing its claims as one.
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { counted } from '#src/counted.ts';
import { assertMay } from '#src/people/permissions.ts';
import { refusalOfColumns } from '#src/sheets/columns/sheet-columns.ts';
import { gatherGround, placeLines } from '#src/sheets/intake/gather-plan.ts';
import { openRead } from '#src/sheets/intake/open-sheet.ts';
import { sayFates, sayTaken } from '#src/sheets/intake/say-taken.ts';
import { hashOfTable } from '#src/sheets/intake/staged.ts';
import { takeSheet } from '#src/sheets/intake/take-commands.ts';
import { writeClaimSheet } from '#src/sheets/leaving/files.ts';
import { countFates, planRows, type RowPlan } from '#src/sheets/placing/plan.ts';
import { readTableFile } from '#src/sheets/reading/read-file.ts';
import { CommandFailed, command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { readGivenFile, writePieces } from './files.ts';
import { say, sayError } from './terminal.ts';

const FORMATS = ['csv', 'xlsx'];

export const claimImport = command({
  words: 'FILE',
  summary: 'Add the rows of a spreadsheet (.xlsx, .ods, .csv) to an article as claims; - is standard input.',
  details:
    'Columns are read as the desk has said on its pages, else as their names say. A row that finds no place waits at the\narticle. A status suggests a verdict and sets none; what is there already adds nothing. What could not be read is\nreported on standard error, by row and column.',
  options: {
    article: { type: 'string', value: 'ARTICLE', help: 'Its number or id. Required.' },
    sheet: {
      type: 'string',
      value: 'N',
      help: 'Which sheet of the file, from 1; by default the first that is not hidden.',
    },
    'dry-run': { type: 'boolean', help: 'Say where the rows would stand, and store nothing.' },
    ...AS,
  },
  async run({ values, words: [path = ''] }) {
    const { article: id, sheet } = values;
    if (id === undefined) throw new WrongUse('--article is missing. It is the number in the article’s address.');
    const { name, bytes } = await readGivenFile(path);
    const read = await readTableFile({ bytes });
    const part = sheet === undefined ? undefined : sheetNamed(sheet, read.sheets.length);
    await atDesk(values.as, async (ctx) => {
      const article = await orSay(noArticle(id), getArticle(ctx, id));
      assertMay(article.role, 'take_sheets_in');
      const open = await openRead(ctx, read, { desk_id: article.desk_id, part });
      const refused = refusalOfColumns(open.columns);
      if (refused !== '') throw new CommandFailed(refused);
      const remarks = [...read.remarks, ...(read.sheets[open.part - 1]?.remarks ?? [])];
      const ground = await getVersionText(ctx.db, article);
      const placed = await placeLines(ground, open.lines);
      const plans = await planRows(open.lines, placed, await gatherGround(ctx, article, ground));
      for (const remark of [...remarks, ...remarksOf(plans)]) sayError(remark);
      if (values['dry-run']) return say(`Nothing was stored. ${sayFates(countFates(plans))}`);
      const file = { name, sha256: hashOfTable(bytes) };
      for (let is_more = true; is_more; ) {
        const taken = await takeSheet(ctx, article.id, { lines: open.lines, file });
        say(sayTaken({ ...taken, left: 0 }));
        is_more = taken.left > 0;
      }
    });
  },
});

function sheetNamed(typed: string, count: number): number {
  const sheet = Number(typed);
  if (Number.isInteger(sheet) && sheet >= 1 && sheet <= count) return sheet;
  throw new CommandFailed(`There is no sheet ${typed}: the file has ${counted(count, 'sheet')}.`);
}

function remarksOf(plans: readonly RowPlan[]): string[] {
  return plans.flatMap(({ line, fate, why, remarks }) => [
    ...remarks.map((remark) => (remark.startsWith('Row ') ? remark : `Row ${line.row}: ${remark}`)),
    ...(fate === 'tray' ? [`Row ${line.row}: ${why}`] : []),
  ]);
}

export const claimExport = command({
  words: 'ARTICLE',
  summary: 'Write the claims of an article as a spreadsheet, CSV or Excel, that can be added again.',
  details: 'It is for the desk: notes may name confidential sources.',
  options: {
    format: { type: 'string', value: 'FORMAT', help: `${FORMATS.join(' or ')}; csv by default.` },
    out: { type: 'string', value: 'FILE', help: 'The file to write; by default standard output.' },
    ...AS,
  },
  async run({ values, words: [id = ''] }) {
    const format = values.format ?? 'csv';
    if (!FORMATS.includes(format)) throw new WrongUse(`There is no format "${format}". Choose csv or xlsx.`);
    await atDesk(values.as, async (ctx) => {
      const article = await orSay(noArticle(id), getArticle(ctx, id));
      await writePieces(values.out, (await writeClaimSheet(ctx, article, format)).pieces);
    });
  },
});

function noArticle(id: string): string {
  return `There is no article ${id}.`;
}
