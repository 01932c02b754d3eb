// A table in text, as CSV and pasted cells are: its letters, its delimiter, its broken rows. Pure.
import { rowsIn } from '#src/sources/formats/csv-rows.ts';
import { lettersIn } from '#src/sources/formats/letters.ts';
import { cellText, type Grid, type GridRow, LettersRead, MOST_COLUMNS, MOST_ROWS } from './grid.ts';
import { Noted } from './noted.ts';
import { unreadable } from './unreadable.ts';
import { SAY_TOO_LONG } from './xlsx-sheet.ts';

export function readTextTable(bytes: Uint8Array, onRemark: (remark: string) => void): Grid {
  const { text, note } = lettersIn(bytes);
  if (text.slice(0, 100_000).includes('\u0000'))
    throw unreadable('This is not text, and no spreadsheet that the desk knows. Save it as .xlsx, .ods or .csv.');
  if (text.trim() === '') throw unreadable('There is nothing in this file. Choose another, or paste the rows.');
  const read = new LettersRead();
  read.add(text.length);
  if (note !== '') onRemark(note);
  if (text.includes('\uFFFD')) onRemark('Letters that could not be read are shown as \uFFFD.');
  const noted = new Noted();
  const rows: GridRow[] = [];
  const broken: string[] = [];
  for (const row of rowsIn(text)) {
    if ('broken' in row) broken.push(`Line ${row.line}: ${row.broken}`);
    else if (row.cells.some((cell) => cell.trim() !== '')) rows.push(rowOf(row.line, row.cells, noted));
    read.addCells('broken' in row ? 0 : Math.min(row.cells.length, MOST_COLUMNS));
    if (rows.length > MOST_ROWS) throw unreadable(SAY_TOO_LONG);
  }
  return { name: '', is_hidden: false, rows, remarks: [...broken, ...noted.sentences()] };
}

function rowOf(row: number, cells: string[], noted: Noted): GridRow {
  const kept = cells.slice(0, MOST_COLUMNS).map((cell, column) => {
    const text = cellText(cell);
    if (text.length < cell.length) noted.cell('cut', row, column);
    return text;
  });
  const beyond = cells.findIndex((cell, column) => column >= MOST_COLUMNS && cell.trim() !== '');
  if (beyond >= 0) noted.cell('too_wide', row, beyond);
  return { row, cells: kept };
}
