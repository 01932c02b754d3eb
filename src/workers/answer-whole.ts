// What a thread does that answers each work in one piece.
import { parentPort } from 'node:worker_threads';
import { collectAtRest } from './at-rest.ts';
import type { ThreadAnswer } from './thread-pool.ts';

/** Does the work for every value that the thread is given, and hands back what comes of it. What is thrown is a fault. */
export function answerWhole<Given extends object>(work: (given: Given) => unknown): void {
  parentPort?.on('message', async (asked: Given | 'next') => parentPort?.postMessage(await answerTo(asked, work)));
  collectAtRest();
}

async function answerTo<Given>(asked: Given | 'next', work: (given: Given) => unknown): Promise<ThreadAnswer> {
  // The piece before was the only one.
  if (asked === 'next') return { done: true };
  try {
    return { piece: await work(asked) };
  } catch (error) {
    return { fault: String((error as Error)?.stack ?? error) };
  }
}
