// Makes the record of a capture in a thread of its own.
import { inThread } from '#src/articles/documents/thread.ts';
import type { WarcGiven } from './warc.ts';

const LIMIT_MILLISECONDS = 60_000;

/** The bytes of a .warc.gz. Throws GaveUp where it takes longer than a minute. */
export async function recordOf(given: WarcGiven): Promise<Buffer> {
  const module = new URL('./warc-thread.ts', import.meta.url);
  const warc = await inThread<Uint8Array>(module, { data: given, milliseconds: LIMIT_MILLISECONDS });
  return Buffer.from(warc.buffer, warc.byteOffset, warc.byteLength);
}
