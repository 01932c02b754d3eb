// Merged cells: what they say counts for each of their rows, in their first column. Pure.
import type { GridRow } from './grid.ts';
import { TANGLED, unreadable } from './unreadable.ts';

export interface Merge {
  top: number;
  bottom: number;
  column: number;
}

/** So many cells are filled in at most; a workbook that asks for more is made to be slow. */
const MOST_FILLED = 300_000;

/** Fills the rows below the first one of each merge. */
export function fillMerges(rows: readonly GridRow[], merges: readonly Merge[]): void {
  const tall = merges.filter(({ top, bottom }) => bottom > top);
  if (tall.length === 0) return;
  const by_number = new Map(rows.map((row) => [row.row, row]));
  const last = rows.at(-1)?.row ?? 0;
  let filled = 0;
  for (const { top, bottom, column } of tall) {
    const value = by_number.get(top)?.cells[column] ?? '';
    for (let number = top + 1; number <= Math.min(bottom, last); number += 1) {
      filled += 1;
      if (filled > MOST_FILLED) throw unreadable(TANGLED);
      const row = by_number.get(number);
      if (row === undefined || value === '') continue;
      while (row.cells.length <= column) row.cells.push('');
      row.cells[column] = value;
    }
  }
}
