// Values packed one on each line, so that of many those can be unpacked that are asked for. Pure.
import { deflateRawSync, inflateRawSync, zstdDecompressSync } from 'node:zlib';
import { itemAt } from '#src/item-at.ts';
import type { Range } from '#src/reading/text/range.ts';

/** In an array of its own: to hand it over to another thread takes along whatever else lies beside it. */
export function packed(values: readonly unknown[]): Uint8Array {
  return new Uint8Array(deflateRawSync(lined(values)));
}

/** All of them. */
export function allIn(bytes: Uint8Array): unknown[] {
  return read(linesIn(bytes).toString());
}

/**
 * Those whose range is wanted, which stands in each line behind these letters; since words of people have a stroke before each
 * quotation mark, it is found there. The other lines are never made into texts, which the engine would have to collect.
 */
export function thoseWhere<One>(bytes: Uint8Array, before: Buffer, isWanted: (range: Range) => boolean): One[] {
  const lines = linesIn(bytes);
  const wanted: string[] = [];
  for (let from = 0; from < lines.length; ) {
    const next = lines.indexOf(NEW_LINE, from);
    const to = next === -1 ? lines.length : next;
    const start = lines.indexOf(before, from) + before.length;
    const end = pastDigits(lines, start) + BEFORE_END;
    if (isWanted({ start: numberAt(lines, start), end: numberAt(lines, end) }))
      wanted.push(lines.toString('utf8', from, to));
    from = to + 1;
  }
  return read(wanted.join('\n')) as One[];
}

const BEFORE_END = ',"end":'.length;
const [NEW_LINE, ZERO, NINE] = [10, 48, 57];

function pastDigits(bytes: Buffer, at: number): number {
  let to = at;
  while (isDigit(bytes[to])) to += 1;
  return to;
}

function numberAt(bytes: Buffer, at: number): number {
  let value = 0;
  for (let to = at; isDigit(bytes[to]); to += 1) value = 10 * value + itemAt(bytes, to) - ZERO;
  return value;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function lined(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}

/** A line break in words of people is spelt with a stroke: one that is there parts two values. */
function read(lines: string): unknown[] {
  return JSON.parse(`[${lines.replaceAll('\n', ',')}]`);
}

/** So many times as much comes out as was packed, or a little less. */
const UNPACKED_TIMES = 13;
/** With which begins what an older program packed as one list. */
const ZSTD = 0xfd2fb528;

function linesIn(bytes: Uint8Array): Buffer {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (given.length > 4 && given.readUInt32LE() === ZSTD)
    return Buffer.from(lined(JSON.parse(zstdDecompressSync(given).toString())));
  return inflateRawSync(given, { chunkSize: 1_024 + UNPACKED_TIMES * given.length });
}
