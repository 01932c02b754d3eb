// The objects of a PDF as Typst writes it, a plain table of them: read, changed, written again. Pure.
import { deflateSync, inflateSync } from 'node:zlib';
import { withoutBrackets } from './pdf-strings.ts';

/** An object: what stands in it as Latin-1, and the bytes of its stream, as they are packed. */
export interface PdfObject {
  words: string;
  stream: Buffer | null;
}

export interface PdfObjects {
  /** What stands before the first object. */
  head: string;
  /** By number; others refer to them as `7 0 R`. */
  objects: Map<number, PdfObject>;
  /** The dictionary behind the table. */
  trailer: string;
}

const ENTRY = 20;

/** Throws Error for a file that is built in another way. */
export function readObjects(bytes: Buffer): PdfObjects {
  const text = bytes.toString('latin1');
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
  const [whole, count] = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 40)) ?? [];
  if (whole === undefined) throw new Error('This PDF has no plain table of its objects.');
  const places = new Map<number, number>();
  for (let number = 1; number < Number(count); number += 1) {
    const at = table + whole.length + number * ENTRY;
    if (text[at + 17] === 'n') places.set(number, Number(text.slice(at, at + 10)));
  }
  const starts = [...places.values(), table].sort((one, other) => one - other);
  const endOf = new Map(starts.map((start, place) => [start, starts[place + 1] ?? table]));
  const objects = new Map<number, PdfObject>();
  for (const [number, start] of places) objects.set(number, objectIn(bytes.subarray(start, endOf.get(start))));
  const trailer = text.slice(text.indexOf('trailer', table) + 7, text.lastIndexOf('startxref')).trim();
  return { head: text.slice(0, starts[0]), objects, trailer };
}

/** Between two places of the table. Its words are spelt without brackets: whatever anybody typed cannot look like a part of it. */
function objectIn(bytes: Buffer): PdfObject {
  const text = bytes.toString('latin1');
  const [, words] = /^\d+ 0 obj\s([\s\S]*?)\s*endobj\s*$/.exec(text) ?? [];
  if (words === undefined) throw new Error('An object of this PDF is not where the table says.');
  if (!/\sendstream$/.test(words)) return { words: withoutBrackets(words.trim()), stream: null };
  const [head = '', dictionary = ''] = /^\d+ 0 obj\s([\s\S]*?)\sstream\r?\n/.exec(text) ?? [];
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
  const stream = bytes.subarray(head.length, head.length + length);
  if (stream.length !== length) throw new Error('A stream of this PDF is shorter than it says.');
  return { words: withoutBrackets(dictionary.trim()), stream };
}

/** The bytes of the file. */
export function writeObjects({ head, objects, trailer }: PdfObjects): Buffer {
  const parts: Buffer[] = [Buffer.from(head, 'latin1')];
  let at = head.length;
  const put = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  const last = Math.max(...objects.keys());
  const places = ['0000000000 65535 f\r\n'];
  for (let number = 1; number <= last; number += 1) {
    const object = objects.get(number);
    places.push(object === undefined ? '0000000000 65535 f\r\n' : `${String(at).padStart(10, '0')} 00000 n\r\n`);
    if (object !== undefined) put(writeObject(number, object));
  }
  const end = trailer.replace(/\/Size \d+/, `/Size ${last + 1}`);
  put(Buffer.from(`xref\n0 ${last + 1}\n${places.join('')}trailer\n${end}\nstartxref\n${at}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

function writeObject(number: number, { words, stream }: PdfObject): Buffer {
  const head = Buffer.from(`${number} 0 obj\n${words}\n`, 'latin1');
  if (stream === null) return Buffer.concat([head, Buffer.from('endobj\n')]);
  return Buffer.concat([head, Buffer.from('stream\n'), stream, Buffer.from('\nendstream\nendobj\n')]);
}

/** What the stream says, unpacked. */
export function unpackedStream({ words, stream }: PdfObject): Buffer {
  if (stream === null) throw new Error('This object of the PDF has no stream.');
  return /\/FlateDecode/.test(words) ? inflateSync(stream) : stream;
}

/** An object with this stream. `keys`: of its dictionary, but how it is packed and how long it is. */
export function packedStream(keys: string, bytes: Buffer): PdfObject {
  const stream = deflateSync(bytes);
  return { words: `<< ${keys} /Length ${stream.length} /Filter /FlateDecode >>`, stream };
}

/** The object to which this key refers; undefined where there is no such key. */
export function referredBy({ objects }: PdfObjects, words: string, key: string): [number, PdfObject] | undefined {
  const number = Number(new RegExp(`/${key} (\\d+) 0 R`).exec(words)?.[1] ?? 0);
  const object = objects.get(number);
  return object === undefined ? undefined : [number, object];
}
