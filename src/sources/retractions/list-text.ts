// The text of a list of retracted papers, a piece at a time: unpacked, and refused where it is no text.
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { RuleBroken } from '#src/errors.ts';

const MOST_BYTES = 1_000_000_000;

/** The text, lines ending in \n. RuleBroken (field `file`) with a sentence where it is none. */
export function textOfList(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  return textOf(unpacked(pieces));
}

export function refused(message: string): RuleBroken {
  return new RuleBroken(message, 'file');
}

/** As it came, or unpacked where it begins as a file of gzip does. */
async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  })();
  const is_packed = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!is_packed) return yield* all;
  let bytes = 0;
  try {
    for await (const piece of through(all, createGunzip())) {
      bytes += (piece as Uint8Array).length;
      if (bytes > MOST_BYTES) throw refused('This file unpacks to more than the desk reads. Import it in parts.');
      yield piece as Uint8Array;
    }
  } catch (error) {
    if (error instanceof RuleBroken) throw error;
    throw refused('This file is packed with gzip, and damaged. Pack it again.');
  }
}

/** What goes wrong before it is thrown by whoever reads behind it. */
export function through<Step extends Transform>(pieces: AsyncIterable<unknown>, step: Step): Step {
  pipeline(Readable.from(pieces), step).catch(() => undefined);
  return step;
}

const SIGNS: [sign: string, words: string][] = [
  ['PK\u0003\u0004', 'This is a spreadsheet or a zip archive. Save the table as CSV first.'],
  ['%PDF-', 'This is a PDF. Choose the list as CSV, or as a DOI on each line.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an older Office document. Save the table as CSV first.'],
];

/** What is no UTF-8 counts only in reasons. */
async function* textOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    if (decoder === undefined) {
      const start = Buffer.from(piece.subarray(0, 8)).toString('latin1');
      const kind = SIGNS.find(([sign]) => start.startsWith(sign))?.[1];
      if (kind !== undefined) throw refused(kind);
      decoder = new TextDecoder(start.startsWith('\u00ff\u00fe') ? 'utf-16le' : 'utf-8');
    }
    const text = decoder.decode(piece, { stream: true });
    if (text.includes('\u0000')) throw refused('This is not text, so it cannot be a list of papers. Choose another.');
    yield text;
  }
  yield decoder?.decode() ?? '';
}
