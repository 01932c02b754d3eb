// The numbers of a desk as CSV: a table a file, as the page shows it, but whole.
import type { Context } from '#src/context.ts';
import { csvLines } from '#src/csv.ts';
import { itemAt } from '#src/item-at.ts';
import { type OutgoingFile, piecesOf } from '#src/outgoing-file.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { gatherNumbers } from './gather-numbers.ts';
import { openRows, signedRows } from './open-page.ts';
import type { Span } from './span.ts';

const NUMBER_TABLES = ['fixes', 'claims', 'open', 'articles'] as const;
export type NumberTable = (typeof NUMBER_TABLES)[number];

/** Of what is open or was signed, no file has more rows. */
const MOST_ROWS = 2_000;

type Row = readonly (string | number)[];

/** The file of one table; the first where none of this name is known. */
export async function numbersFile(
  ctx: Context,
  desk: DeskFound,
  { span, table }: { span: Span; table: unknown },
): Promise<OutgoingFile> {
  const name = NUMBER_TABLES.find((one) => one === table) ?? 'fixes';
  const [head, ...rows] = await WRITTEN[name](ctx, desk, span);
  const cells = (row: Row) => row.map(String);
  return {
    file_name: `claimdesk-${desk.slug}-${name}-${span.from === '' ? 'all' : span.from}-to-${span.to}.csv`,
    media_type: 'text/csv; charset=utf-8',
    pieces: piecesOf([csvLines([cells(head ?? [])], 'begins'), csvLines(rows.map(cells))]),
  };
}

const WRITTEN: Record<NumberTable, (ctx: Context, desk: DeskFound, span: Span) => Promise<Row[]>> = {
  fixes: async (ctx, desk, span) => {
    const { kinds } = await gatherNumbers(ctx, desk, span);
    const columns = ['before_print', 'after_print', 'agreed', 'asked', 'refused', 'corrections'] as const;
    return [['kind', ...columns], ...kinds.map((one) => [one.kind, ...columns.map((column) => one[column])])];
  },
  claims: async (ctx, desk, span) => {
    const { verdicts, periods, counts } = (await gatherNumbers(ctx, desk, span)).verdicts;
    const rows = periods.flatMap(({ from, to }, at) =>
      verdicts.map(({ meaning, desk_label }, index) => [
        from,
        to,
        meaning,
        desk_label,
        itemAt(itemAt(counts, at), index),
      ]),
    );
    return [['from', 'to', 'meaning', 'verdict', 'claims'], ...rows];
  },
  open: async (ctx, desk, span) => {
    const { open } = await gatherNumbers(ctx, desk, span);
    const rows = await openRows(ctx, desk, { open, limit: MOST_ROWS });
    return [
      ['kind', 'number', 'said', 'article', 'title'],
      ...rows.map(({ kind, number, said, article }) => [kind, number, said, article.number, article.title]),
    ];
  },
  articles: async (ctx, desk, { since, until }) => {
    const rows = await signedRows(ctx, desk, { desk_id: desk.id, since, until, limit: MOST_ROWS });
    return [
      ['article', 'title', 'signed_at', 'reports', 'fixes_in_copy', 'corrections'],
      ...rows.map(({ article, signed_at, reports, in_copy, corrections }) => [
        ...[article.number, article.title, signed_at, reports, in_copy, corrections],
      ]),
    ];
  },
};
