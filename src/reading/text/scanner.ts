// Looks a pattern up along a text, place after place, and reads every letter of the text only once.

/** Hands out the first match at or after a place. Places must come in rising order. */
export class Scanner {
  readonly #text: string;
  readonly #pattern: RegExp;
  #latest: RegExpExecArray | null = null;
  #isDone = false;

  /** `pattern` must carry the flag g; it is not shared with anybody else. */
  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = new RegExp(pattern.source, pattern.flags);
  }

  /** The first match that starts in [from, end), or null. What lies beyond `end` is kept for the next question. */
  firstIn(from: number, end: number): RegExpExecArray | null {
    if (!this.#isDone && (this.#latest === null || this.#latest.index < from)) {
      this.#pattern.lastIndex = from;
      this.#latest = this.#pattern.exec(this.#text);
      this.#isDone = this.#latest === null;
    }
    return this.#latest && this.#latest.index < end ? this.#latest : null;
  }
}
