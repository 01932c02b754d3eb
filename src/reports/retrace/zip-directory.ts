// The directory of a ZIP, read strictly: plain names, no gaps, nothing before, between or behind. Pure.
import { ZipRefused } from './zip-refused.ts';

export interface ZipListed {
  name: string;
  crc: number;
  packed: number;
  size: number;
  /** Where its head stands, and where what is behind its data ends. */
  start: number;
  end: number;
  /** The four bytes of its moment. */
  moment: number;
}

export const HEAD_BYTES = 30;
const BEHIND_BYTES = 16;
const LISTED_BYTES = 46;
export const END_BYTES = 22;
/** More than all that the desk packs: what says it holds more is made to fill a disk. */
const MOST_BYTES = 6_000_000_000;
/** No deflated byte stands for more than this. */
const MOST_A_BYTE = 1_040;
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const LONGEST_NAME = 200;

export interface DirectoryPlace {
  entries: number;
  start: number;
  length: number;
}

/** Where the directory is, by the last bytes of the file. Throws ZipRefused. */
export function placeOfDirectory(end: Buffer, file_size: number): DirectoryPlace {
  if (end.length < END_BYTES || end.readUInt32LE(0) !== 0x06054b50)
    throw new ZipRefused(
      'This is not a ZIP, or it was cut off, or something was added at its end: it does not end as a ZIP does.',
    );
  const [entries, start, length] = [end.readUInt16LE(10), end.readUInt32LE(16), end.readUInt32LE(12)];
  const is_plain = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === entries && end.readUInt16LE(20) === 0;
  if (!is_plain)
    throw new ZipRefused('It is part of a ZIP in several files, or has a comment: the desk makes neither.');
  if (start + length !== file_size - END_BYTES)
    throw new ZipRefused('Bytes were put before the ZIP or into it, or taken out: its directory is not where it says.');
  return { entries, start, length };
}

/** The entries in their order. Throws ZipRefused for whatever the desk does not write. */
export function readDirectory(bytes: Buffer, place: DirectoryPlace): ZipListed[] {
  const listed: ZipListed[] = [];
  let at = 0;
  let end = 0;
  for (let count = 0; count < place.entries; count += 1) {
    const entry = readListed(bytes, at, end);
    at += LISTED_BYTES + entry.name.length;
    end = entry.end;
    listed.push(entry);
  }
  if (at !== bytes.length) throw new ZipRefused('Its directory holds more, or less, than it says.');
  if (end !== place.start) throw new ZipRefused('There is something between its last entry and its directory.');
  assertNames(listed);
  if (listed.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    throw new ZipRefused('It says that it holds more than 6 GB: that is not a report. Nothing was unpacked.');
  return listed;
}

function readListed(bytes: Buffer, at: number, expected: number): ZipListed {
  if (at + LISTED_BYTES > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
    throw new ZipRefused('Its directory is broken.');
  const length = bytes.readUInt16LE(at + 28);
  const name = bytes.toString('latin1', at + LISTED_BYTES, at + LISTED_BYTES + length);
  const is_plain =
    bytes.readUInt16LE(at + 4) === 20 &&
    bytes.readUInt16LE(at + 6) === 20 &&
    bytes.readUInt16LE(at + 8) === 0x0008 &&
    bytes.readUInt16LE(at + 10) === 8 &&
    bytes.subarray(at + 30, at + 42).every((byte) => byte === 0);
  if (!is_plain)
    throw new ZipRefused(
      `“${shown(name)}” is packed as no desk packs it: encrypted, or by another program. Take the ZIP as the desk handed it out.`,
    );
  const [crc, packed, size] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
  const start = bytes.readUInt32LE(at + 42);
  if (start !== expected)
    throw new ZipRefused(
      `“${shown(name)}” is not where it should be: entries overlap, or there is something between them.`,
    );
  if (size > packed * MOST_A_BYTE) throw new ZipRefused(`“${shown(name)}” says that it holds more than it can.`);
  const end = start + HEAD_BYTES + length + packed + BEHIND_BYTES;
  return { name, crc, packed, size, start, end, moment: bytes.readUInt32LE(at + 12) };
}

function assertNames(listed: readonly ZipListed[]): void {
  const names = new Set<string>();
  for (const { name } of listed) {
    if (!PLAIN.test(name) || name.length > LONGEST_NAME || name.split('/').some((part) => /^\.+$/.test(part)))
      throw new ZipRefused(`“${shown(name)}” is not a name the desk gives: it may lead out of the folder.`);
    const folded = name.toLowerCase();
    if (names.has(folded)) throw new ZipRefused(`“${shown(name)}” is in it twice.`);
    names.add(folded);
  }
}

/** Of a name that a stranger gave, what a terminal may show. */
function shown(name: string): string {
  return name.slice(0, 80).replace(/[^\x20-\x7e]/g, '?');
}

/** Whether the head of the entry, and what stands behind its data, say the same as the directory. */
export function agrees(entry: ZipListed, head: Buffer, behind: Buffer): boolean {
  return (
    head.readUInt32LE(0) === 0x04034b50 &&
    head.readUInt16LE(4) === 20 &&
    head.readUInt16LE(6) === 0x0008 &&
    head.readUInt16LE(8) === 8 &&
    head.readUInt32LE(10) === entry.moment &&
    head.subarray(14, 26).every((byte) => byte === 0) &&
    head.readUInt16LE(26) === entry.name.length &&
    head.readUInt16LE(28) === 0 &&
    head.toString('latin1', HEAD_BYTES) === entry.name &&
    behind.readUInt32LE(0) === 0x08074b50 &&
    behind.readUInt32LE(4) === entry.crc &&
    behind.readUInt32LE(8) === entry.packed &&
    behind.readUInt32LE(12) === entry.size
  );
}
