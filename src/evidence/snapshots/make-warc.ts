// Makes the record of a capture in a thread of its own.
import { inThread } from '#src/articles/documents/thread.ts';
import type { WarcGiven } from './warc.ts';

const LIMIT_MILLISECONDS = 60_000;

/** The bytes of a .warc.gz. Throws GaveUp where it takes longer than a minute. */
export async function recordOf(given: WarcGiven): Promise<Buffer> {
  const module = new URL('./warc-thread.ts', import.meta.url);
  // Copied once and handed over: cloning costs twice that, all of it the desk's own time.
  const bodies = given.exchanges.map(({ body }) => body && new Uint8Array(body));
  const exchanges = given.exchanges.map((exchange, at) => ({ ...exchange, body: bodies[at] }));
  const transfer = bodies.flatMap((body) => (body ? [body.buffer] : []));
  const data = { ...given, exchanges };
  const warc = await inThread<Uint8Array>(module, { data, transfer, milliseconds: LIMIT_MILLISECONDS });
  return Buffer.from(warc.buffer, warc.byteOffset, warc.byteLength);
}
