// CSV as RFC 4180 has it, with cells that no spreadsheet takes for a formula; and such cells read back. Pure.
import { stringify } from 'csv-stringify/sync';
import { cutAtWord } from '#src/cut-at-word.ts';

/** Spreadsheets take a cell that begins like this for a formula; white space before it does not keep them from it. */
const FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*%?$/;
/** A cell of Excel holds no more. */
const CELL_LENGTH = 32_767;

/**
 * Rows as lines of CSV, each cell guarded. `begins` puts a byte order mark before them: without it Excel reads the file in
 * the code page of its country and breaks every letter beyond ASCII.
 */
export function csvLines(rows: readonly (readonly string[])[], begins?: 'begins'): string {
  const guarded = rows.map((row) => row.map(guardCell));
  // By itself csv-stringify leaves a cell with a lone line feed without quotation marks where lines end in \r\n.
  return stringify(guarded, { bom: begins !== undefined, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** The cell as it may stand in a spreadsheet: what would run as a formula gets an apostrophe; a plain number such as -5 stays one. */
export function guardCell(text: string): string {
  const guarded = isFormula(withoutMarks(text)) ? `'${text}` : text;
  return cutAtWord(guarded, CELL_LENGTH);
}

/** The cell without the apostrophe that guardCell, or a spreadsheet, put before a formula. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && isFormula(withoutMarks(text)) ? text.slice(1) : text;
}

/** A formula behind apostrophes of its own gets one more, so that exactly one comes off again. */
function withoutMarks(text: string): string {
  return text.replace(/^'+/, '');
}

function isFormula(text: string): boolean {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text);
}

/** The delimiter of the first line, counted outside quotation marks: a tab where it has one. Undefined where it has none. */
export function delimiterIn(text: string): string | undefined {
  const head =
    text
      .slice(0, 20_000)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? '';
  // Pasted cells are parted by tabs and hold commas as they like; names hold more commas than semicolons.
  if (head.includes('\t')) return '\t';
  const counted = [';', ',', '|'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length - 1 }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count > 0 ? most.delimiter : undefined;
}
