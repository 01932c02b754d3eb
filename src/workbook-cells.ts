// Cells of workbooks that the desk writes: numbers as numbers, texts that run as no formula. Pure.
import type { Cell } from 'write-excel-file/node';
import { guardCell } from './csv.ts';

/** A number is one; every text is told to be a text, and guarded besides for whoever saves the sheet as CSV. */
export function workbookCell(value: string | number | boolean | null): Cell {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  const words = typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '');
  if (words === '') return null;
  return { value: escaped(guardCell(words)), type: String, alignVertical: 'top', wrap: true };
}

/** The name of a column. */
export function workbookHead(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' };
}

/** Excel reads `_x0041_` as a letter: what somebody typed like that stays what it is. */
function escaped(words: string): string {
  return words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
