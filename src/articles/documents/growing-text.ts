// The text of a paragraph while it grows: what is put behind it costs no look at what is there. Pure.

export class GrowingText {
  readonly #pieces: string[] = [];
  #length = 0;
  #trail = 0;
  #firstWord = -1;

  /** In UTF-16 code units, white space at its end included. */
  get length(): number {
    return this.#length;
  }

  /** The length without white space at the end. */
  get wordsEnd(): number {
    return this.#length - this.#trail;
  }

  append(words: string): void {
    if (words === '') return;
    const bare = words.trimEnd();
    if (this.#firstWord < 0 && bare !== '') this.#firstWord = this.#length + words.length - words.trimStart().length;
    this.#trail = bare === '' ? this.#trail + words.length : words.length - bare.length;
    this.#pieces.push(words);
    this.#length += words.length;
  }

  /** Drops the white space at the end. */
  trimEnd(): this {
    while (this.#trail > 0) {
      const last = this.#pieces.pop() ?? '';
      const bare = last.trimEnd();
      this.#length -= last.length - bare.length;
      this.#trail -= last.length - bare.length;
      if (bare !== '') this.#pieces.push(bare);
    }
    return this;
  }

  /** From now on `firstWord` is the place of the next word; gives back what it was, to be set again. */
  watch(): number {
    const before = this.#firstWord;
    this.#firstWord = -1;
    return before;
  }

  /** The place of the first word since the last `watch`; -1 where there is none. */
  get firstWord(): number {
    return this.#firstWord;
  }

  endsWith(letter: string): boolean {
    return this.#pieces.at(-1)?.endsWith(letter) ?? false;
  }

  toString(): string {
    return this.#pieces.join('');
  }
}
