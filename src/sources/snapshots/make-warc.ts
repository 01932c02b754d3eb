// Makes the record of a capture in a thread of its own; what it packs is bounded by the fetch.
import { ThreadPool } from '#src/workers/thread-pool.ts';
import type { WarcGiven } from './warc.ts';

const threads = new ThreadPool(new URL('./warc.worker.ts', import.meta.url), {
  most: 1,
  milliseconds: 60_000,
  megabytes: 256,
});

/** The bytes of a .warc.gz. Throws GaveUp where it takes longer than a minute. */
export async function recordOf(given: WarcGiven): Promise<Buffer> {
  // Copied once and handed over: cloning costs twice that, all of it the desk's own time.
  const bodies = given.exchanges.map(({ body }) => body && new Uint8Array(body));
  const exchanges = given.exchanges.map((exchange, at) => ({ ...exchange, body: bodies[at] }));
  const transfer = bodies.flatMap((body) => (body ? [body.buffer] : []));
  const [warc] = (await threads.run({ ...given, exchanges }, transfer)) as [Uint8Array];
  return Buffer.from(warc.buffer, warc.byteOffset, warc.byteLength);
}
