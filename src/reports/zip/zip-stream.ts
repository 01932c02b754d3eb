// Writes a ZIP in one go, an entry behind the other: the same entries give the same bytes.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  name: string;
  pieces: AsyncIterable<Uint8Array>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** What a ZIP without the extensions for larger ones can tell. */
const MOST_BYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;
const VERSION = 20;
/** Sizes and checksum stand behind the data, which is not known when its head is written. */
const SIZES_BEHIND = 0x0008;
const DEFLATED = 8;

/**
 * The bytes of a ZIP with these entries, each deflated and taken when its turn comes: nothing is held but one piece. All of
 * them bear the moment `at`, in UTC. Throws Error for more than 4 GB.
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const moment = dosMoment(at);
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, pieces } of entries) {
    const entry: Written = { name: Buffer.from(name, 'ascii'), crc: 0, packed: 0, size: 0, offset };
    const head = localHead(entry, moment);
    yield head;
    for await (const piece of deflated(pieces, entry)) yield piece;
    const behind = sizesBehind(entry);
    yield behind;
    offset += head.length + entry.packed + behind.length;
    written.push(entry);
    if (offset > MOST_BYTES || written.length > MOST_ENTRIES) throw new Error('This is more than a ZIP can hold.');
  }
  const directory = Buffer.concat(written.map((entry) => directoryHead(entry, moment)));
  yield Buffer.concat([directory, endOf(written.length, { offset, length: directory.length })]);
}

async function* deflated(pieces: AsyncIterable<Uint8Array>, entry: Written): AsyncGenerator<Uint8Array> {
  const counted = async function* () {
    for await (const piece of pieces) {
      entry.crc = crc32(piece, entry.crc);
      entry.size += piece.length;
      yield piece;
    }
  };
  const deflate = createDeflateRaw({ level: 6 });
  const fed = pipeline(Readable.from(counted(), { objectMode: true }), deflate);
  fed.catch(() => undefined);
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    entry.packed += piece.length;
    yield piece;
  }
  await fed;
}

function localHead({ name }: Written, moment: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(SIZES_BEHIND, 6);
  head.writeUInt16LE(DEFLATED, 8);
  moment.copy(head, 10);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function sizesBehind({ crc, packed, size }: Written): Buffer {
  const behind = Buffer.alloc(16);
  behind.writeUInt32LE(0x08074b50, 0);
  behind.writeUInt32LE(crc, 4);
  behind.writeUInt32LE(packed, 8);
  behind.writeUInt32LE(size, 12);
  return behind;
}

function directoryHead({ name, crc, packed, size, offset }: Written, moment: Buffer): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(SIZES_BEHIND, 8);
  head.writeUInt16LE(DEFLATED, 10);
  moment.copy(head, 12);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function endOf(entries: number, directory: { offset: number; length: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(directory.offset, 16);
  return end;
}

/** Time and day as ZIPs tell them: steps of two seconds from 1980 on. */
function dosMoment(at: Date): Buffer {
  const moment = Buffer.alloc(4);
  moment.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 0);
  moment.writeUInt16LE(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 2);
  return moment;
}
