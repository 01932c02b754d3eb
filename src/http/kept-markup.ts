// Markup that is drawn once for many pages, as bytes: a view says where it stands, and there it is put.
import { randomUUID } from 'node:crypto';
import { type Html, raw } from './html.ts';

export class KeptMarkup {
  /** One behind the other; none of them is ever written to. */
  readonly pieces: readonly Buffer[];
  /** What a view prints in its place. Nobody can have typed it: it is another each time. */
  readonly place: Html = raw(`<!--${randomUUID()}-->`);

  constructor(...pieces: readonly Buffer[]) {
    this.pieces = pieces;
  }

  /** To be printed by a view with `<%-`. */
  toString(): string {
    return this.place.toString();
  }
}

/** The page as UTF-8, with what was kept at its places; what has no place on it is left out. */
export function filledIn(page: string, kept: readonly KeptMarkup[]): Buffer {
  const found = kept.map((one) => ({ at: page.indexOf(one.toString()), place: one.toString(), its_own: one.pieces }));
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { at, place, its_own } of found.filter((one) => one.at !== -1).sort((a, b) => a.at - b.at)) {
    pieces.push(Buffer.from(page.slice(from, at)), ...its_own);
    from = at + place.length;
  }
  return Buffer.concat([...pieces, Buffer.from(page.slice(from))]);
}

/**
 * The pieces with this behind each place where that stands in one of them, as more pieces: nothing is copied. What stands
 * across the end of a piece is not found.
 */
export function insertedBehind(pieces: readonly Buffer[], that: string, inserted: string): Buffer[] {
  const addition = Buffer.from(inserted);
  const length = Buffer.byteLength(that);
  const found: Buffer[] = [];
  for (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf(that); at !== -1; at = piece.indexOf(that, from)) {
      found.push(piece.subarray(from, at + length), addition);
      from = at + length;
    }
    found.push(piece.subarray(from));
  }
  return found;
}
