// Comments on cells, as they stand beside the rows of a sheet. Pure.
import { cleanLine } from '#src/text-fields.ts';
import type { CellComment, GridRow } from './grid.ts';
import type { Noted } from './noted.ts';

/** A comment with the number of its row. */
export interface PlacedComment extends CellComment {
  row: number;
}

/** In one line each; undefined where it has no words. */
export function commentOf({ row, column, by, words }: Omit<PlacedComment, 'is_reply'>, is_reply = false) {
  const said = cleanLine(words);
  return said === ''
    ? undefined
    : { row, column, by: cleanLine(by).slice(0, 200).toWellFormed(), words: said, is_reply };
}

/** Puts each beside its row; one where no row says anything is left out by name. */
export function putComments(rows: readonly GridRow[], comments: readonly PlacedComment[], noted: Noted): void {
  if (comments.length === 0) return;
  const by_number = new Map(rows.filter(isSaid).map((row) => [row.row, row]));
  for (const { row: number, ...comment } of comments) {
    const row = by_number.get(number);
    if (row === undefined) noted.cell('comment', number, comment.column, comment.words);
    else row.comments = [...(row.comments ?? []), comment];
  }
}

function isSaid({ cells }: GridRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}
