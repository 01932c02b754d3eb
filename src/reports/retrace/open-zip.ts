// Opens the ZIP of a report and reads its entries, a piece at a time, no further than they say they go.
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { agrees, END_BYTES, HEAD_BYTES, placeOfDirectory, readDirectory, type ZipListed } from './zip-directory.ts';
import { ZipRefused } from './zip-refused.ts';

const BEHIND_BYTES = 16;
const PIECE = 256_000;
const MOST_DIRECTORY = 20_000_000;
/** Texts that are read whole. */
const MOST_TEXT = 250_000_000;

export interface OpenZip {
  names: string[];
  has(name: string): boolean;
  /** How many bytes it says that it holds. */
  sizeOf(name: string): number;
  /** The bytes of an entry, unpacked. Throws ZipRefused where they are not what its head says, or there is none. */
  bytesOf(name: string): AsyncGenerator<Buffer>;
  /** The same as UTF-8. Throws ZipRefused for what is none, or too long. */
  textOf(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the file and reads its directory. Throws ZipRefused; what the system says of a file that cannot be read. */
export async function openZip(path: string): Promise<OpenZip> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size < END_BYTES) throw new ZipRefused('This is not a ZIP: it is too short.');
    const place = placeOfDirectory(await read(file, size - END_BYTES, END_BYTES), size);
    if (place.length > MOST_DIRECTORY) throw new ZipRefused('Its directory is longer than that of any report.');
    const listed = readDirectory(await read(file, place.start, place.length), place);
    return zipIn(file, listed);
  } catch (error) {
    await file.close();
    throw error;
  }
}

function zipIn(file: FileHandle, listed: readonly ZipListed[]): OpenZip {
  const entries = new Map(listed.map((entry) => [entry.name, entry]));
  const entryOf = (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) throw new ZipRefused(`${name} is not in it.`);
    return entry;
  };
  return {
    names: listed.map(({ name }) => name),
    has: (name) => entries.has(name),
    sizeOf: (name) => entryOf(name).size,
    bytesOf: (name) => unpacked(file, entryOf(name)),
    async textOf(name) {
      const entry = entryOf(name);
      if (entry.size > MOST_TEXT) throw new ZipRefused(`${name} is longer than that of any report.`);
      const bytes = await together(unpacked(file, entry));
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw new ZipRefused(`${name} is not UTF-8.`);
      }
    },
    close: () => file.close(),
  };
}

/** All pieces as one. */
export async function together(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function* unpacked(file: FileHandle, entry: ZipListed): AsyncGenerator<Buffer> {
  const head = await read(file, entry.start, HEAD_BYTES + entry.name.length);
  const behind = await read(file, entry.end - BEHIND_BYTES, BEHIND_BYTES);
  if (!agrees(entry, head, behind))
    throw new ZipRefused(`${entry.name} has another head than the directory of the ZIP says.`);
  const start = entry.start + head.length;
  const inflate = createInflateRaw();
  const fed = pipeline(Readable.from(packedBytes(file, start, entry.packed)), inflate);
  fed.catch(() => undefined);
  let [crc, size] = [0, 0];
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > entry.size) throw new ZipRefused(`${entry.name} holds more than it says. Nothing more was unpacked.`);
      crc = crc32(piece, crc);
      yield piece;
    }
    await fed;
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw new ZipRefused(`${entry.name} cannot be unpacked: its bytes were changed.`);
  }
  if (inflate.bytesWritten !== entry.packed || size !== entry.size || crc !== entry.crc)
    throw new ZipRefused(`${entry.name} is not what was packed: its bytes were changed.`);
}

async function* packedBytes(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PIECE) yield await read(file, start + at, Math.min(PIECE, length - at));
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read({ buffer, position });
  if (bytesRead !== length) throw new ZipRefused('It was cut off: it ends before it should.');
  return buffer;
}
