// What there is to say of cells, gathered by kind: a thousand of one kind are one sentence. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { cleanLine } from '#src/text-fields.ts';
import { cellName, columnLetters, sayCells } from './grid.ts';

type Kind =
  | 'no_value'
  | 'error'
  | 'struck'
  | 'merged'
  | 'hidden_rows'
  | 'hidden_columns'
  | 'cut'
  | 'too_wide'
  | 'comment';

const SAID: Record<Kind, (cells: readonly string[]) => string> = {
  no_value: (cells) =>
    `A formula without a saved value is in ${sayCells(cells)}: open the file in its own program, save it there, and choose it again.`,
  error: (cells) => `An error is in ${sayCells(cells)}, and was read as nothing.`,
  struck: (cells) => `Struck through, and left out: ${sayCells(cells)}.`,
  merged: (cells) => `Merged: ${sayCells(cells)}. What they say counts for each of their rows.`,
  hidden_rows: (rows) => `Hidden in the sheet, and read all the same: ${sayCells(rows, 'row')}.`,
  hidden_columns: (columns) => `Hidden in the sheet, and read all the same: ${sayCells(columns, 'column')}.`,
  cut: (cells) => `Longer than any cell of a spreadsheet, and cut: ${sayCells(cells)}.`,
  too_wide: (cells) => `Beyond 200 columns, and not read: ${sayCells(cells)}.`,
  comment: (cells) => `Comments where no row says anything, left out: ${sayCells(cells)}.`,
};

/** Of one kind no more is remembered by name; the number stays right. */
const MOST = 1_000;

export class Noted {
  readonly #places = new Map<Kind, string[]>();

  cell(kind: Kind, row: number, column: number, words = ''): void {
    this.place(kind, `${cellName(row, column)}${words === '' ? '' : ` (“${cutAtWord(cleanLine(words), 40)}”)`}`);
  }

  column(kind: Kind, column: number): void {
    this.place(kind, columnLetters(column));
  }

  place(kind: Kind, place: string): void {
    const places = this.#places.get(kind) ?? [];
    if (places.length < MOST) places.push(place);
    this.#places.set(kind, places);
  }

  /** The sentences, in a fixed order. */
  sentences(): string[] {
    return (Object.keys(SAID) as Kind[]).flatMap((kind) => {
      const places = this.#places.get(kind);
      return places === undefined ? [] : [SAID[kind](places)];
    });
  }
}
