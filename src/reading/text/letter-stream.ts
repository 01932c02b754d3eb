// A text as its letters and digits alone, without spaces, hyphens and line breaks.
import type { Range } from './range.ts';

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no space between words: a word may begin and end anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** A word that goes on after a hyphen at the end of a line, or after one that is not seen. */
const BROKEN_BEHIND = /^(?:\u00ad|[-‐][ \t]*\n\s*)\p{Ll}/u;
const BROKEN_BEFORE = /\p{L}(?:\u00ad|[-‐][ \t]*\n\s*)$/u;
const NEAR = 24;

/** Letters as they are compared: small, and with what is only another drawing of a letter (ﬁ, é in two pieces) made alike. */
function foldLetters(letters: string): string {
  return letters.normalize('NFKC').toLowerCase();
}

/** The letters of some words, as they are looked for in a stream. */
export function lettersOf(words: string): string {
  return foldLetters((words.match(RUN) ?? []).join(''));
}

export class LetterStream {
  readonly text: string;
  readonly #letters: string;
  /** By run: where it begins in the stream, where it begins and ends in the text. */
  readonly #at: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.text = text;
    const pieces: string[] = [];
    let length = 0;
    for (const { 0: run, index } of text.matchAll(RUN)) {
      const folded = foldLetters(run);
      this.#at.push(length);
      this.#starts.push(index);
      this.#ends.push(index + run.length);
      pieces.push(folded);
      length += folded.length;
    }
    this.#letters = pieces.join('');
  }

  /** Where these letters stand as whole words, each place from `from` (of the text) on, in order. */
  *placesOf(letters: string, from = 0): Generator<Range> {
    if (letters === '') return;
    let at = this.#letters.indexOf(letters, this.#streamAt(from));
    for (; at >= 0; at = this.#letters.indexOf(letters, at + 1)) {
      const range = { start: this.#startAt(at), end: this.#endAt(at + letters.length) };
      if (range.start >= 0 && range.end >= 0) yield range;
    }
  }

  #streamAt(from: number): number {
    const run = lastUpTo(this.#starts, from - 1) + 1;
    return this.#at[run] ?? this.#letters.length;
  }

  /** Where in the text a word begins that begins here in the stream; -1 in the middle of one. */
  #startAt(at: number): number {
    const run = lastUpTo(this.#at, at);
    const inside = at - (this.#at[run] as number);
    const start = this.#starts[run] as number;
    if (inside === 0) return BROKEN_BEFORE.test(this.text.slice(Math.max(0, start - NEAR), start)) ? -1 : start;
    return this.#isUnspaced(start + inside) ? start + inside : -1;
  }

  #endAt(at: number): number {
    const run = lastUpTo(this.#at, at - 1);
    const inside = at - (this.#at[run] as number);
    const [start, end] = [this.#starts[run] as number, this.#ends[run] as number];
    const isWhole = at === (this.#at[run + 1] ?? this.#letters.length);
    if (isWhole) return BROKEN_BEHIND.test(this.text.slice(end, end + NEAR)) ? -1 : end;
    return this.#isUnspaced(start + inside) || this.#isUnspaced(start + inside - 1)
      ? Math.min(end, start + inside)
      : -1;
  }

  #isUnspaced(place: number): boolean {
    return UNSPACED.test(String.fromCodePoint(this.text.codePointAt(place) ?? 32));
  }
}

/** The index of the last of these rising numbers that is no greater; -1 where all are. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
