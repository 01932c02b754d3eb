// `claim import`: adds the rows of a spreadsheet to an article as claims.
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { counted } from '#src/counted.ts';
import { assertMay } from '#src/people/permissions.ts';
import { mapColumns } from '#src/sheets/columns/commands.ts';
import { sayCommentsLeft } from '#src/sheets/columns/comment-lines.ts';
import { linesIn } from '#src/sheets/columns/line.ts';
import { columnsAs, refusalOfColumns } from '#src/sheets/columns/sheet-columns.ts';
import { gatherGround, placeLines } from '#src/sheets/intake/gather-plan.ts';
import { MOST_LINES, type OpenSheet, openRead } from '#src/sheets/intake/open-sheet.ts';
import { sayFates, sayTaken } from '#src/sheets/intake/say-taken.ts';
import { hashOfTable } from '#src/sheets/intake/staged.ts';
import { takeSheet } from '#src/sheets/intake/take-commands.ts';
import { countFates, planRows, type RowPlan } from '#src/sheets/placing/plan.ts';
import { readTableFile } from '#src/sheets/reading/read-file.ts';
import { foldKey } from '#src/text-fields.ts';
import { CommandFailed, command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { readGivenFile } from './files.ts';
import { say, sayError } from './terminal.ts';

/** What a person may say that a column is. */
const CHOSEN_FIELDS = ['words', 'paragraph', 'status', 'source', 'note', 'checker'] as const;

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
    columns: {
      type: 'string',
      value: 'NAME=FIELD;…',
      help: `What columns are, by their names: ${CHOSEN_FIELDS.join(', ')}, or nothing. The desk remembers it.`,
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
      const article = await orSay(`There is no article ${id}.`, getArticle(ctx, id));
      assertMay(article.role, 'take_sheets_in');
      const typed = columnsTyped(values.columns ?? '');
      const named = typed.map(([name]) => name);
      const open = withColumns(await openRead(ctx, read, { desk_id: article.desk_id, part, named }), typed);
      const refused = refusalOfColumns(open.columns);
      if (refused !== '') throw new CommandFailed(refused);
      const remarks = [
        ...read.remarks,
        ...(read.sheets[open.part - 1]?.remarks ?? []),
        ...sayCommentsLeft(open, open.columns),
      ];
      const ground = await getVersionText(ctx.db, article);
      const placed = await placeLines(ground, open.lines);
      const plans = await planRows(open.lines, placed, await gatherGround(ctx, article, ground));
      for (const remark of [...remarks, ...remarksOf(plans)]) sayError(remark);
      if (typed.length > 0 && !values['dry-run']) await mapColumns(ctx, article.id, open.columns);
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

/** "Name=field; Other=field" as pairs. WrongUse for what is no field. */
function columnsTyped(typed: string): [name: string, field: string][] {
  const pairs = typed.split(';').filter((part) => part.trim() !== '');
  return pairs.map((one): [string, string] => {
    const [, name = one, field = ''] = /^(.*)=\s*(\w*)\s*$/s.exec(one) ?? [];
    if (field !== '' && !CHOSEN_FIELDS.some((known) => known === field))
      throw new WrongUse(`A column is no “${field}”. Choose one of ${CHOSEN_FIELDS.join(', ')}, or nothing.`);
    return [name.trim(), field];
  });
}

/** The sheet with its columns as they were typed; those that were not named stay as they are. */
function withColumns(open: OpenSheet, typed: [name: string, field: string][]): OpenSheet {
  if (typed.length === 0) return open;
  const fields: Record<string, string> = Object.fromEntries(open.columns.map(({ key, field }) => [key, field]));
  for (const [name, field] of typed) {
    const column = open.columns.find(({ key }) => key === foldKey(name));
    if (column === undefined)
      throw new CommandFailed(
        `There is no column “${name}”. The columns are ${open.columns.map((at) => `“${at.name}”`).join(', ')}.`,
      );
    fields[column.key] = field;
  }
  const columns = columnsAs(open.columns, fields);
  return { ...open, columns, lines: linesIn(open.rows.slice(0, MOST_LINES), columns) };
}

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
