// Urlencoded forms, decoded piece by piece as they arrive, so that a long one holds nobody up.
import { tooManyFields, unreadable } from './bad-body.ts';

const [AMPERSAND, EQUALS, PLUS, PERCENT, SPACE] = [38, 61, 43, 37, 32];
const NEITHER = -1;

/** Takes pieces of a body, cut anywhere; gives the pairs of name and value in their order. Throws BadBody. */
export class UrlencodedReader {
  readonly pairs: [name: string, value: string][] = [];
  readonly #most_fields: number;
  #decoded: Buffer[] = [];
  #name: string | undefined;
  /** Of an escape that has begun: how many digits are missing, and the value of those read. */
  #missing = 0;
  #value = 0;

  constructor(most_fields: number) {
    this.#most_fields = most_fields;
  }

  write(piece: Buffer): void {
    const out = Buffer.allocUnsafe(piece.length);
    let [start, end] = [0, 0];
    for (const byte of piece) {
      if (this.#missing > 0) {
        if (this.#digit(byte)) out[end++] = this.#value;
      } else if (byte === PERCENT) [this.#missing, this.#value] = [2, 0];
      else if (byte === AMPERSAND || (byte === EQUALS && this.#name === undefined)) {
        this.#decoded.push(out.subarray(start, end));
        start = end;
        if (byte === EQUALS) this.#name = this.#takeText();
        else this.#endPair();
      } else out[end++] = byte === PLUS ? SPACE : byte;
    }
    if (end > start) this.#decoded.push(out.subarray(start, end));
  }

  end(): void {
    if (this.#missing > 0) throw unreadable();
    this.#endPair();
  }

  /** Whether the escape is whole now. */
  #digit(byte: number): boolean {
    const digit = valueOfDigit(byte);
    if (digit === NEITHER) throw unreadable();
    this.#value = this.#value * 16 + digit;
    this.#missing -= 1;
    return this.#missing === 0;
  }

  #endPair(): void {
    const text = this.#takeText();
    if (this.#name === undefined && text === '') return;
    if (this.pairs.length === this.#most_fields) throw tooManyFields();
    this.pairs.push(this.#name === undefined ? [text, ''] : [this.#name, text]);
    this.#name = undefined;
  }

  #takeText(): string {
    const text = Buffer.concat(this.#decoded).toString('utf8');
    this.#decoded = [];
    return text;
  }
}

function valueOfDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : NEITHER;
}
