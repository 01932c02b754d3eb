// One sheet of an Excel workbook, cell by cell, as its XML comes. Pure.
import { type PlacedComment, putComments } from './cell-comments.ts';
import { type NumberKind, sayNumber } from './cell-values.ts';
import { cellText, type GridRow, type LettersRead, MOST_COLUMNS, MOST_ROWS } from './grid.ts';
import { fillMerges, type Merge } from './merges.ts';
import { Noted } from './noted.ts';
import { TANGLED, unreadable } from './unreadable.ts';
import { type CellLook, PLAIN_LOOK } from './xlsx-looks.ts';
import { unescaped, type Words, WordsReader } from './xlsx-words.ts';
import { type Attributes, attributeOf, isOn, readXml } from './xml-events.ts';

export interface Workbook {
  shared: readonly Words[];
  looks: readonly CellLook[];
  is_1904: boolean;
  letters: LettersRead;
}

/** The rows that hold anything, and what is to be said of them. */
export function readXlsxSheet(
  bytes: Buffer,
  workbook: Workbook,
  comments: readonly PlacedComment[],
): { rows: GridRow[]; remarks: string[] } {
  const reader = new SheetReader(workbook);
  readXml(bytes, reader);
  fillMerges(reader.rows, reader.merges);
  putComments(reader.rows, comments, reader.noted);
  return { rows: reader.rows, remarks: reader.noted.sentences() };
}

interface OpenCell {
  column: number;
  type: string;
  look: CellLook;
  value: string;
  has_value: boolean;
  has_formula: boolean;
}

class SheetReader {
  readonly rows: GridRow[] = [];
  readonly merges: Merge[] = [];
  readonly noted = new Noted();
  readonly #workbook: Workbook;
  readonly #inline = new WordsReader();
  #row: GridRow = { row: 0, cells: [] };
  #cell: OpenCell | null = null;
  #next_column = 0;
  #in_value = false;
  #in_inline = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#in_inline) this.#inline.open(name, attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (this.#cell !== null) this.#openInCell(this.#cell, name);
    else if (name === 'col' && isOn(attributeOf(attributes, 'hidden'))) this.#noteHidden(attributes);
    else if (name === 'mergeCell') this.#noteMerge(attributeOf(attributes, 'ref') ?? '');
  }

  text(text: string): void {
    if (this.#in_inline) this.#inline.text(text);
    else if (this.#in_value && this.#cell !== null) this.#cell.value += text;
  }

  close(name: string): void {
    if (this.#in_inline && name !== 'is') this.#inline.close(name);
    if (name === 'is') this.#in_inline = false;
    if (name === 'v') this.#in_value = false;
    if (name === 'c' && this.#cell !== null) this.#closeCell(this.#cell);
    if (name === 'row' && this.#row.cells.length > 0) this.#closeRow();
    if (this.rows.length > MOST_ROWS) throw unreadable(SAY_TOO_LONG);
  }

  #openRow(attributes: Attributes): void {
    const number = Number(attributeOf(attributes, 'r') ?? this.#row.row + 1);
    if (!(Number.isInteger(number) && number > this.#row.row)) throw unreadable(TANGLED);
    this.#row = { row: number, cells: [] };
    this.#next_column = 0;
    if (isOn(attributeOf(attributes, 'hidden'))) this.noted.place('hidden_rows', String(number));
  }

  #closeRow(): void {
    this.#workbook.letters.addCells(this.#row.cells.length);
    this.rows.push(this.#row);
  }

  #openCell(attributes: Attributes): void {
    const letters = /^([A-Z]{1,3})\d+$/.exec(attributeOf(attributes, 'r') ?? '')?.[1];
    const column = letters === undefined ? this.#next_column : columnOf(letters);
    this.#next_column = column + 1;
    const look = this.#workbook.looks[Number(attributeOf(attributes, 's') ?? 0)] ?? PLAIN_LOOK;
    const type = attributeOf(attributes, 't') ?? 'n';
    this.#cell = { column, type, look, value: '', has_value: false, has_formula: false };
  }

  #openInCell(cell: OpenCell, name: string): void {
    if (name === 'f') cell.has_formula = true;
    if (name === 'v') {
      this.#in_value = true;
      cell.has_value = true;
    }
    if (name === 'is') this.#in_inline = true;
  }

  #closeCell(cell: OpenCell): void {
    this.#cell = null;
    const { column, look } = cell;
    const { row } = this.#row;
    const { text, struck } = this.#wordsOf(cell);
    const is_left_out = look.is_struck && text !== '';
    if (is_left_out || struck !== '') this.noted.cell('struck', row, column, is_left_out ? text : struck);
    if (text === '' || is_left_out) return;
    if (column >= MOST_COLUMNS) {
      this.noted.cell('too_wide', row, column);
      return;
    }
    this.#workbook.letters.add(text.length);
    const kept = cellText(text);
    if (kept.length < text.length) this.noted.cell('cut', row, column);
    while (this.#row.cells.length < column) this.#row.cells.push('');
    this.#row.cells[column] = kept;
  }

  #wordsOf({ type, value, look, column, ...cell }: OpenCell): Words {
    const plain = (text: string): Words => ({ text, struck: '' });
    if (type === 'inlineStr') return this.#inline.take();
    if (cell.has_formula && (!cell.has_value || (value === '' && type !== 'str'))) {
      this.noted.cell('no_value', this.#row.row, column);
      return plain('');
    }
    if (type === 's') return this.#workbook.shared[Number(value)] ?? plain('');
    if (type === 'str') return plain(unescaped(value));
    if (type === 'b') return plain(value === '' ? '' : isOn(value) ? 'TRUE' : 'FALSE');
    if (type === 'd') return plain(value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, ''));
    if (type !== 'e') return plain(numberOf(value, look.kind, this.#workbook.is_1904));
    this.noted.cell('error', this.#row.row, column, value);
    return plain('');
  }

  #noteHidden(attributes: Attributes): void {
    const from = Number(attributeOf(attributes, 'min'));
    const to = Math.min(Number(attributeOf(attributes, 'max')), MOST_COLUMNS);
    for (let column = from; column <= to; column += 1) this.noted.column('hidden_columns', column - 1);
  }

  #noteMerge(ref: string): void {
    const [, left = '', top = '', , bottom = ''] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref) ?? [];
    if (left === '') return;
    if (this.merges.length >= MOST_ROWS) throw unreadable(TANGLED);
    this.noted.place('merged', ref);
    const column = columnOf(left);
    if (column < MOST_COLUMNS) this.merges.push({ top: Number(top), bottom: Number(bottom), column });
  }
}

export const SAY_TOO_LONG = `The desk reads sheets of up to ${MOST_ROWS.toLocaleString('en')} rows, and this one has more. Keep the rows of this article, and choose the file again.`;

function numberOf(value: string, kind: NumberKind, is_1904: boolean): string {
  return value === '' ? '' : sayNumber(value, kind, is_1904) || value;
}

export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
