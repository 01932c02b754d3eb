// The thread in which redlined documents are written.
import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '#src/workers/thread-pool.ts';
import type { Redline } from './redline.ts';
import { writeRedline } from './write-redline.ts';

let written: Uint8Array | undefined;

parentPort?.on('message', (asked: Redline | 'next') => parentPort?.postMessage(answerTo(asked)));

function answerTo(asked: Redline | 'next'): ThreadAnswer {
  try {
    if (asked !== 'next') written = writeRedline(asked);
    const piece = written;
    written = undefined;
    return piece === undefined ? { done: true } : { piece };
  } catch (error) {
    return { fault: String((error as Error)?.stack ?? error) };
  }
}
