// What comments on cells of a row add to its note, and those that are left out. Pure.
import { type CellComment, cellName, type GridRow, sayCells } from '../reading/grid.ts';
import type { SheetColumn } from './sheet-columns.ts';

/** A line each, for those on a column that is read. */
export function commentLines(comments: readonly CellComment[], columns: readonly SheetColumn[]): string {
  return comments
    .filter((comment) => isRead(comment, columns))
    .map(({ column, by, words, is_reply }) => {
      const from = by === '' ? '' : `, by ${by}`;
      return `${is_reply ? 'Reply' : 'Comment'} on ${columns[column]?.field}${from}: ${words}`;
    })
    .join('\n');
}

/** A note with its row's comments behind it. */
export function noteWith(note: string, comments = ''): string {
  return [note, comments].filter((one) => one !== '').join('\n');
}

/** Names the cells whose comments add nothing: above the rows, and in columns that are not read. */
export function sayCommentsLeft(
  { above, rows }: { above: readonly GridRow[]; rows: readonly GridRow[] },
  columns: readonly SheetColumn[],
): string[] {
  const left = (of: readonly GridRow[], isLeft: (comment: CellComment) => boolean) =>
    of.flatMap(({ row, comments = [] }) => comments.filter(isLeft).map(({ column }) => cellName(row, column)));
  const cells = new Set([...left(above, () => true), ...left(rows, (comment) => !isRead(comment, columns))]);
  if (cells.size === 0) return [];
  return [`Comments above the rows, or in columns that are not read, left out: ${sayCells([...cells])}.`];
}

/** The desk's own number and mark say nothing of a claim. */
function isRead({ column }: CellComment, columns: readonly SheetColumn[]): boolean {
  return !['', 'number', 'exported'].includes(columns[column]?.field ?? '');
}
