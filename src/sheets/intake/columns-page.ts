// The page on which a person says what the columns of a sheet are, and what its words of status mean.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option } from '#src/http/form.ts';
import { url } from '#src/paths.ts';
import { listVerdictsInUse } from '#src/people/verdict-store.ts';
import { cleanLine, foldKey } from '#src/text-fields.ts';
import { columnsAs } from '../columns/sheet-columns.ts';
import { FIELD_LABELS, SHEET_FIELDS } from '../columns/sheet-fields.ts';
import { countStatuses, MOST_STATUSES, Statuses } from '../columns/statuses.ts';
import { listStatuses } from '../columns/store.ts';
import type { OpenSheet } from './open-sheet.ts';
import type { StagedSheet } from './staged.ts';

const FIRST_ROWS = 4;
/** As much of a cell as a person needs to know it again. */
const CELL_SHOWN = 90;
const MOST_HEADERS = 8;

const OPTIONS: Option[] = [
  { value: '', label: 'not read' },
  ...SHEET_FIELDS.map((field) => ({ value: field, label: FIELD_LABELS[field] })),
];

/** The model of /articles/:id/sheets/:sheet/columns. */
export async function columnsPage(
  ctx: Context,
  article: ArticleFound,
  { staged, open }: { staged: StagedSheet; open: OpenSheet },
) {
  const { columns, rows, part, header, is_mapped } = open;
  return {
    title: `What the columns are · ${cutAtWord(article.title, 40)}`,
    nav: 'articles' as const,
    where: article.desk_name,
    tab: 'text' as const,
    id: article.number,
    staged: staged.id,
    file: staged.head.name,
    ...{ part, header, is_mapped },
    parts: partsOf(staged, { id: article.number, part }),
    headers: await headersOf(staged, { id: article.number, open }),
    columns: columns.map(({ name, field }, at) => ({
      name,
      field,
      cells: rows.slice(0, FIRST_ROWS).map(({ cells }) => cutAtWord(cleanLine(cells[at] ?? ''), CELL_SHOWN)),
    })),
    options: OPTIONS,
    statuses: is_mapped ? await statusesOf(ctx, article, open) : null,
    look: url('claim_sheet', { id: article.number, sheet: staged.id }, { part, header }),
  };
}

/** The sheets of a workbook that has several. */
export function partsOf({ id: sheet, head }: StagedSheet, { id, part }: { id: number; part: number }) {
  if (head.sheets.length < 2) return [];
  return head.sheets.map(({ name, is_hidden, count }, at) => ({
    label: `${name}${is_hidden ? ' (hidden)' : ''}`,
    count,
    is_current: at + 1 === part,
    href: count === 0 ? '' : url('claim_sheet', { id, sheet }, { part: at + 1 }),
  }));
}

/** The rows that may be the one with the names; the first ones, and none. */
async function headersOf(staged: StagedSheet, { id, open }: { id: number; open: OpenSheet }) {
  const rows = (await staged.rowsOf(open.part - 1)).slice(0, MOST_HEADERS);
  const choice = (header: number, label: string) => ({
    label,
    is_current: header === open.header,
    href: url('claim_sheet_columns', { id, sheet: staged.id }, { part: open.part, header }),
  });
  const named = rows.map(({ row, cells }) =>
    choice(row, `Row ${row}: ${cutAtWord(cleanLine(cells.filter(Boolean).join(' | ')), CELL_SHOWN)}`),
  );
  return [...named, choice(0, 'No row: the table has no names')];
}

/** Each word of status with the verdict that it means; null where no column is one of status. */
async function statusesOf(ctx: Context, { desk_id }: ArticleFound, { lines, columns }: OpenSheet) {
  if (!columns.some(({ field }) => field === 'status')) return null;
  const verdicts = await listVerdictsInUse(ctx.db, desk_id);
  const mapped = await listStatuses(ctx.db, desk_id);
  const statuses = new Statuses(verdicts, mapped);
  const counts = countStatuses(lines);
  return {
    too_many:
      counts.length > MOST_STATUSES
        ? `${counted(counts.length, 'different word')} stand in it: the first ${MOST_STATUSES} are asked about.`
        : '',
    options: [
      { value: '', label: 'no verdict' },
      ...verdicts.map(({ id, desk_label }) => ({ value: id, label: desk_label })),
    ],
    rows: counts.slice(0, MOST_STATUSES).map(({ status, count }) => {
      const means = statuses.meansOf(status);
      const is_said = mapped.some(({ status_key }) => status_key === foldKey(status));
      return {
        status,
        count,
        verdict: typeof means === 'object' ? means.verdict.id : '',
        is_new: means === 'unknown' && !is_said,
      };
    }),
  };
}

/** Whether the sheet has words of status of which nobody has said what they mean. */
export async function hasNewStatuses(ctx: Context, article: ArticleFound, open: OpenSheet): Promise<boolean> {
  const asked = await statusesOf(ctx, article, open);
  return asked?.rows.some(({ is_new }) => is_new) ?? false;
}

/** The columns as a form says that they are. */
export function columnsChosen(open: OpenSheet, chosen: readonly string[]) {
  const fields = Object.fromEntries(open.columns.map(({ key }, at) => [key, chosen[at] ?? '']));
  return columnsAs(open.columns, fields);
}
