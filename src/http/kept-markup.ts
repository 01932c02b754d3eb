// Markup that is drawn once for many pages, as bytes: a view says where it stands, and there it is put.
import { randomUUID } from 'node:crypto';
import { type Html, raw } from './html.ts';

export class KeptMarkup {
  readonly bytes: Buffer;
  /** What a view prints in its place. Nobody can have typed it: it is another each time. */
  readonly place: Html = raw(`<!--${randomUUID()}-->`);

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** To be printed by a view with `<%-`. */
  toString(): string {
    return this.place.toString();
  }
}

/** The page as UTF-8, with what was kept at its places; what has no place on it is left out. */
export function filledIn(page: string, kept: readonly KeptMarkup[]): Buffer {
  const found = kept.map(({ place, bytes }) => ({
    at: page.indexOf(place.toString()),
    place: place.toString(),
    bytes,
  }));
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { at, place, bytes } of found.filter((one) => one.at !== -1).sort((a, b) => a.at - b.at)) {
    pieces.push(Buffer.from(page.slice(from, at)), bytes);
    from = at + place.length;
  }
  return Buffer.concat([...pieces, Buffer.from(page.slice(from))]);
}

/** The bytes with this behind each place where that stands. */
export function insertedBehind(bytes: Buffer, that: string, inserted: string): Buffer {
  const addition = Buffer.from(inserted);
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(that); at !== -1; at = bytes.indexOf(that, from)) {
    const end = at + Buffer.byteLength(that);
    pieces.push(bytes.subarray(from, end), addition);
    from = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}
