// The objects of a PDF as Typst writes it, a plain table of them: read, changed, written again. Pure.
import { deflateSync, inflateSync } from 'node:zlib';

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
  const objects = new Map<number, PdfObject>();
  for (let number = 1; number < Number(count); number += 1) {
    const at = table + whole.length + number * ENTRY;
    if (text[at + 17] === 'n') objects.set(number, objectAt(bytes, text, Number(text.slice(at, at + 10))));
  }
  const trailer = text.slice(text.indexOf('trailer', table) + 7, text.lastIndexOf('startxref')).trim();
  return { head: text.slice(0, text.search(/\n\d+ 0 obj/) + 1), objects, trailer };
}

function objectAt(bytes: Buffer, text: string, start: number): PdfObject {
  const [head] = /^\d+ 0 obj\s*/.exec(text.slice(start, start + 30)) ?? [];
  if (head === undefined) throw new Error('An object of this PDF is not where the table says.');
  const begin = start + head.length;
  const end = text.indexOf('endobj', begin);
  const stream = text.indexOf('stream', begin);
  if (stream < 0 || stream > end) return { words: text.slice(begin, end).trim(), stream: null };
  const words = text.slice(begin, stream).trim();
  const length = Number(/\/Length (\d+)/.exec(words)?.[1] ?? Number.NaN);
  const data = stream + (/^stream\r?\n/.exec(text.slice(stream, stream + 8))?.[0].length ?? Number.NaN);
  return { words, stream: bytes.subarray(data, data + length) };
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
