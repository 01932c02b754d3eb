// The thread in which the record of a capture is packed and hashed, so that 25 MB of it hold nobody up.
import { parentPort } from 'node:worker_threads';
import { collectAtRest } from '#src/workers/at-rest.ts';
import type { ThreadAnswer } from '#src/workers/thread-pool.ts';
import { makeWarc, type WarcGiven } from './warc.ts';

parentPort?.on('message', async (asked: WarcGiven | 'next') => {
  if (asked === 'next') return answer({ done: true });
  try {
    const piece = new Uint8Array(await makeWarc(asked));
    parentPort?.postMessage({ piece } satisfies ThreadAnswer, [piece.buffer]);
  } catch (error) {
    answer({ fault: String((error as Error)?.stack ?? error) });
  }
});
collectAtRest();

function answer(said: ThreadAnswer): void {
  parentPort?.postMessage(said);
}
