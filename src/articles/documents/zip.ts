// Reads zip archives without trusting their stated sizes: what comes out is counted.
import { inflateRawSync } from 'node:zlib';

/** The archive cannot be read. `why` tells the reader of the format which sentence to say. */
export class BadZip extends Error {
  override name = 'BadZip';
  readonly why: 'malformed' | 'bomb' | 'encrypted';
  constructor(why: 'malformed' | 'bomb' | 'encrypted', options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

export interface ZipEntry {
  name: string;
  method: number;
  flags: number;
  packed_size: number;
  /** Where its local header begins. */
  offset: number;
}

const MOST_ENTRIES = 5_000;
const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

/** What the archive's directory lists. Throws BadZip. */
export function listZip(bytes: Buffer): ZipEntry[] {
  return guarded(() => {
    const end = endOfDirectory(bytes);
    const count = bytes.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw new BadZip('bomb');
    const entries: ZipEntry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let number = 0; number < count; number++) {
      if (bytes.readUInt32LE(at) !== IN_DIRECTORY) throw new BadZip('malformed');
      const name_length = bytes.readUInt16LE(at + 28);
      entries.push({
        name: bytes.toString('utf8', at + 46, at + 46 + name_length),
        flags: bytes.readUInt16LE(at + 8),
        method: bytes.readUInt16LE(at + 10),
        packed_size: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + name_length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return entries;
  });
}

/** The bytes of these entries by name, together no more than `limit` once unpacked. Throws BadZip. */
export function unpack(bytes: Buffer, entries: ZipEntry[], limit: number): Map<string, Buffer> {
  const unpacked = new Map<string, Buffer>();
  let left = limit;
  for (const entry of entries) {
    const content = guarded(() => contentOf(bytes, entry, left));
    left -= content.length;
    unpacked.set(entry.name, content);
  }
  return unpacked;
}

function contentOf(bytes: Buffer, entry: ZipEntry, left: number): Buffer {
  if (entry.flags & 1) throw new BadZip('encrypted');
  if (bytes.readUInt32LE(entry.offset) !== LOCAL) throw new BadZip('malformed');
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packed_size);
  if (packed.length !== entry.packed_size) throw new BadZip('malformed');
  if (entry.method === 0) {
    if (packed.length > left) throw new BadZip('bomb');
    return packed;
  }
  if (entry.method !== 8) throw new BadZip('malformed');
  if (entry.packed_size === 0) return Buffer.alloc(0);
  return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
}

function endOfDirectory(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new BadZip('malformed');
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadZip) throw error;
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new BadZip(isTooLarge ? 'bomb' : 'malformed', { cause: error });
  }
}
