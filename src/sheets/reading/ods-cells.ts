// One table of an OpenDocument spreadsheet, cell by cell, as its XML comes. Pure.
import { commentOf, type PlacedComment, putComments } from './cell-comments.ts';
import { sayNumber } from './cell-values.ts';
import { cellText, type Grid, type GridRow, type LettersRead, MOST_COLUMNS, MOST_ROWS } from './grid.ts';
import { fillMerges, type Merge } from './merges.ts';
import { Noted } from './noted.ts';
import type { OdsLooks } from './ods-looks.ts';
import { RichText, type RunLook } from './rich-text.ts';
import { TANGLED, unreadable } from './unreadable.ts';
import { SAY_TOO_LONG } from './xlsx-sheet.ts';
import { type Attributes, attributeOf } from './xml-events.ts';

interface OpenCell {
  attributes: Attributes;
  words: RichText;
  times: number;
  is_covered: boolean;
}

/** What is repeated comes once, with a number: empty ones are counted past, full ones put down as often as they are meant. */
export class OdsTable {
  readonly #named: Pick<Grid, 'name' | 'is_hidden'>;
  readonly #looks: OdsLooks;
  readonly #rows: GridRow[] = [];
  readonly #merges: Merge[] = [];
  readonly #noted = new Noted();
  #next_row = 1;
  #next_column = 0;
  #columns = 0;
  readonly #letters: LettersRead;
  #cells: string[] = [];
  #row_times = 1;
  #cell: OpenCell | null = null;
  #paragraphs = 0;
  readonly #spans: RunLook[] = [];
  readonly #comments: PlacedComment[] = [];

  constructor(named: Pick<Grid, 'name' | 'is_hidden'>, looks: OdsLooks, letters: LettersRead) {
    this.#named = named;
    this.#letters = letters;
    this.#looks = looks;
  }

  grid(): Grid {
    fillMerges(this.#rows, this.#merges);
    putComments(this.#rows, this.#comments, this.#noted);
    return { ...this.#named, rows: this.#rows, remarks: this.#noted.sentences() };
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'table-column') this.#openColumns(attributes);
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      const times = timesOf(attributes, 'number-columns-repeated');
      this.#cell = { attributes, words: new RichText(), times, is_covered: name !== 'table-cell' };
      this.#paragraphs = 0;
    } else if (this.#cell !== null) this.#openWords(this.#cell, name, attributes);
  }

  text(text: string): void {
    this.#cell?.words.add(text.replace(/\s+/g, ' '), this.#spans.at(-1) ?? PLAIN);
  }

  close(name: string): void {
    if (name === 'span') this.#spans.pop();
    else if (this.#cell !== null && name.endsWith('table-cell')) this.#closeCell(this.#cell);
    else if (name === 'table-row') this.#closeRow();
  }

  /** One on the cell that is open; of a cell that stands several times, on the first. */
  comment({ by, words }: { by: string; words: string }): void {
    const comment = commentOf({ row: this.#next_row, column: this.#next_column, by, words });
    if (comment === undefined || this.#cell === null) return;
    this.#letters.add(comment.words.length + comment.by.length);
    this.#comments.push(comment);
  }

  #openColumns(attributes: Attributes): void {
    const times = timesOf(attributes, 'number-columns-repeated');
    const is_hidden = isHidden(attributes);
    for (let at = 0; is_hidden && at < times && this.#columns + at < MOST_COLUMNS; at += 1)
      this.#noted.column('hidden_columns', this.#columns + at);
    this.#columns += times;
  }

  #openRow(attributes: Attributes): void {
    this.#row_times = timesOf(attributes, 'number-rows-repeated');
    this.#cells = [];
    this.#next_column = 0;
    if (isHidden(attributes) && this.#row_times < 100)
      for (let at = 0; at < this.#row_times; at += 1) this.#noted.place('hidden_rows', String(this.#next_row + at));
  }

  #openWords({ words }: OpenCell, name: string, attributes: Attributes): void {
    if (name === 'p') {
      if (this.#paragraphs > 0) words.lineEnd();
      this.#paragraphs += 1;
    } else if (name === 's') words.add(' '.repeat(Math.min(timesOf(attributes, 'c'), 100)), PLAIN);
    else if (name === 'tab') words.add(' ', PLAIN);
    else if (name === 'line-break') words.lineEnd();
    else if (name === 'span') this.#spans.push(this.#looks.find(attributeOf(attributes, 'style-name')));
  }

  #closeCell(cell: OpenCell): void {
    this.#cell = null;
    const column = this.#next_column;
    this.#next_column += cell.times;
    if (cell.is_covered) return;
    const text = this.#textOf(cell, column);
    this.#noteMerge(cell.attributes, column);
    if (text === '') return;
    for (let at = 0; at < cell.times; at += 1) {
      if (column + at >= MOST_COLUMNS) {
        this.#noted.cell('too_wide', this.#next_row, column + at);
        return;
      }
      while (this.#cells.length < column + at) this.#cells.push('');
      this.#cells[column + at] = text;
    }
  }

  #textOf({ attributes, words }: OpenCell, column: number): string {
    const { text, struck } = words;
    const is_struck = this.#looks.find(attributeOf(attributes, 'style-name')).is_struck;
    const value = heldBy(attributes, text);
    const error = /^(?:#[A-Z/0!?]+|Err:\d+)$/.test(text.trim());
    if (attributeOf(attributes, 'formula') !== undefined && value === '' && struck === '')
      if (attributeOf(attributes, 'value-type') === undefined) this.#noted.cell('no_value', this.#next_row, column);
    if (error && attributeOf(attributes, 'formula') !== undefined) {
      this.#noted.cell('error', this.#next_row, column, text);
      return '';
    }
    const is_left_out = is_struck && value !== '';
    if (is_left_out || struck !== '') this.#noted.cell('struck', this.#next_row, column, is_left_out ? value : struck);
    const kept = cellText(value);
    if (kept.length < value.length) this.#noted.cell('cut', this.#next_row, column);
    return is_left_out ? '' : kept;
  }

  #noteMerge(attributes: Attributes, column: number): void {
    const tall = timesOf(attributes, 'number-rows-spanned');
    if (tall < 2 || column >= MOST_COLUMNS) return;
    if (this.#merges.length >= MOST_ROWS) throw unreadable(TANGLED);
    this.#noted.cell('merged', this.#next_row, column);
    this.#merges.push({ top: this.#next_row, bottom: this.#next_row + tall - 1, column });
  }

  #closeRow(): void {
    const is_full = this.#cells.some((cell) => cell !== '');
    if (is_full && this.#rows.length + this.#row_times > MOST_ROWS) throw unreadable(SAY_TOO_LONG);
    const letters = this.#cells.reduce((sum, cell) => sum + cell.length, 0);
    this.#letters.add(letters * this.#row_times);
    if (is_full) this.#letters.addCells(this.#cells.length * this.#row_times);
    for (let at = 0; is_full && at < this.#row_times; at += 1)
      this.#rows.push({ row: this.#next_row + at, cells: [...this.#cells] });
    this.#next_row += this.#row_times;
  }
}

const PLAIN: RunLook = { is_struck: false, shift: '' };

function timesOf(attributes: Attributes, name: string): number {
  const times = Number(attributeOf(attributes, name) ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function isHidden(attributes: Attributes): boolean {
  return /^(?:collapse|filter)$/.test(attributeOf(attributes, 'visibility') ?? '');
}

/** What the cell holds, not how its number is rounded for the eye. */
function heldBy(attributes: Attributes, text: string): string {
  const type = attributeOf(attributes, 'value-type');
  const value = attributeOf(attributes, 'value');
  if (type === 'date')
    return (attributeOf(attributes, 'date-value') ?? text).replace(/T00:00:00(?:\.0+)?$/, '').replace('T', ' ');
  if (type === 'boolean') return attributeOf(attributes, 'boolean-value') === 'true' ? 'TRUE' : 'FALSE';
  if (value === undefined || text.trim() === '') return text.trim();
  if (type === 'percentage') return sayNumber(value, 'share', false) || text;
  // A number with leading zeros, or with its currency, is what is seen: its digits are the same.
  if (type === 'float' && /^0\d+$/.test(text.trim()) && Number(text) === Number(value)) return text.trim();
  return type === 'float' || type === 'currency' ? sayNumber(value, 'plain', false) || text : text.trim();
}
