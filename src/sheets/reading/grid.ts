// A table that was read out of a file: its rows as people see them, and what is to be said of them. Pure.
import { firstOf } from '#src/counted.ts';
import { TOO_LARGE, unreadable } from './unreadable.ts';

/** A row with the number that the file has for it; in text the line on which it begins. */
export interface GridRow {
  row: number;
  cells: string[];
  /** On its cells, in their order; absent where there is none. */
  comments?: CellComment[];
}

/** What somebody wrote beside a cell. */
export interface CellComment {
  column: number;
  /** Empty where the file does not say. */
  by: string;
  words: string;
  is_reply: boolean;
}

/** A sheet of a workbook, or the one table of a text. */
export interface Grid {
  name: string;
  is_hidden: boolean;
  rows: GridRow[];
  /** What a person has to know of it: what was left out, what could not be read, each with its place. */
  remarks: string[];
}

/** No list of claims has more columns; a page that names them all stays readable. */
export const MOST_COLUMNS = 200;
/** Rows of one sheet, empty ones too. */
export const MOST_ROWS = 100_000;
export const MOST_SHEETS = 50;
/** Letters of all cells of a file. */
export const MOST_LETTERS = 10_000_000;
/** Cells of all rows that hold anything, the empty ones before the last among them. */
export const MOST_CELLS = 1_000_000;
/** No cell of a spreadsheet holds more. */
const CELL_LENGTH = 32_767;

/** Counts the letters and cells of a file, all sheets together: a short file may say a long word very often. */
export class LettersRead {
  #letters = 0;
  #cells = 0;

  /** RuleBroken where it is more than the desk reads of one. */
  add(letters: number): void {
    this.#letters += letters;
    if (this.#letters > MOST_LETTERS) throw unreadable(TOO_LARGE);
  }

  /** The same of cells. */
  addCells(cells: number): void {
    this.#cells += cells;
    if (this.#cells > MOST_CELLS) throw unreadable(TOO_LARGE);
  }
}

/** The letters of a column: A, B … Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : `${columnLetters(rest - 1)}${letter}`;
}

/** As people name a cell: B14. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** "cells B3, B4 and 12 more". */
export function sayCells(cells: readonly string[], one = 'cell'): string {
  const named = firstOf(cells, 8, (more) => `${more} more`);
  const last = named.length > 1 ? ` and ${named.pop()}` : '';
  return `${one}${cells.length === 1 ? '' : 's'} ${named.join(', ')}${last}`;
}

/** Text of a cell that is longer than any spreadsheet holds is cut, and said. */
export function cellText(text: string): string {
  return text.length > CELL_LENGTH ? text.slice(0, CELL_LENGTH).toWellFormed() : text;
}

/** The rows without empty cells at their ends; a row of nothing but empty cells is none. */
export function tidyRows(rows: readonly GridRow[]): GridRow[] {
  const tidy: GridRow[] = [];
  for (const { cells, ...row } of rows) {
    const last = cells.findLastIndex((cell) => cell.trim() !== '');
    if (last >= 0) tidy.push({ ...row, cells: cells.slice(0, last + 1) });
  }
  return tidy;
}
