// Counts what the packed streams of a PDF unpack to, before a reader of PDFs sees them.
import { createInflate } from 'node:zlib';

/** No page, font or table is as long; pictures are, and are not looked at, since nobody here unpacks them. */
const STREAM_BYTES = 30_000_000;
const ALL_BYTES = 400_000_000;
const BEGIN = 'stream';
const END = 'endstream';
/** The longest description of a stream that is looked at. */
const HEAD_LENGTH = 2_000;
const CHUNK = 65_536;

/** Whether a stream, or all of them together, unpack to more than any document of words. */
export async function unpacksToTooMuch(bytes: Buffer): Promise<boolean> {
  let left = ALL_BYTES;
  for (const { packed, times } of packedStreams(bytes)) {
    left -= await lengthUnpacked(packed, times, Math.min(STREAM_BYTES, left));
    if (left <= 0) return true;
  }
  return false;
}

/** The bytes of each stream that begins as packed ones do, and how often they are packed, one inside the other. */
function* packedStreams(bytes: Buffer): Generator<{ packed: Buffer; times: number }> {
  for (let at = bytes.indexOf(BEGIN); at >= 0; at = bytes.indexOf(BEGIN, at)) {
    const head = bytes.toString('latin1', Math.max(0, at - HEAD_LENGTH), at);
    at += BEGIN.length;
    if (head.endsWith('end')) continue;
    const start = at + (bytes[at] === 13 ? 1 : 0) + 1;
    if (!isPacked(bytes, start)) continue;
    const description = head.slice(head.lastIndexOf('obj') + 1);
    if (/\/Subtype\s*\/Image\b/.test(description)) continue;
    const end = bytes.indexOf(END, start);
    const times = description.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 1;
    yield { packed: bytes.subarray(start, end < 0 ? bytes.length : end), times: Math.min(times, 4) };
  }
}

/** The two bytes at the beginning of everything that is packed in this way. */
function isPacked(bytes: Buffer, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  return (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}

/** How many bytes come out, at whichever stage they are most; Infinity where they are more than `most`. What is damaged ends there. */
async function lengthUnpacked(packed: Buffer, times: number, most: number): Promise<number> {
  const stages = Array.from({ length: times }, () => createInflate({ chunkSize: CHUNK }));
  const lengths = stages.map(() => 0);
  let isTooMuch = false;
  for (const [at, stage] of stages.entries()) {
    stage.on('data', (piece: Buffer) => {
      lengths[at] = (lengths[at] ?? 0) + piece.length;
      if ((lengths[at] ?? 0) <= most) return;
      isTooMuch = true;
      for (const one of stages) one.destroy();
    });
    const next = stages[at + 1];
    if (next) stage.pipe(next);
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const stage of stages) stage.once('error', () => resolve()).once('close', () => resolve());
  stages.at(-1)?.once('end', () => resolve());
  stages[0]?.end(packed);
  await promise;
  for (const stage of stages) stage.destroy();
  return isTooMuch ? Number.POSITIVE_INFINITY : Math.max(...lengths);
}
