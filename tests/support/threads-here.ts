// Has the work of threads done in the thread of the tests: each would load the program again, and be as cold.
import { after, before } from 'node:test';
import type { ThreadWorker } from '#src/workers/thread-answers.ts';
import { setThreading, type Threading } from '#src/workers/thread-pool.ts';

/** For a file of tests about threads: their bounds, their end, whom they hold up. Said at the top or in a suite. */
export function workInThreads(): void {
  before(() => setThreading());
  after(() => setThreading(workHere));
}

/** What goes to and fro is copied as between two threads; what is thrown is said as from one. */
const workHere: Threading = async (entry, given) => {
  const { piecesOf } = (await import(entry.href)) as ThreadWorker;
  try {
    const pieces: unknown[] = [];
    for await (const piece of piecesOf(structuredClone(given))) pieces.push(structuredClone(piece));
    return pieces;
  } catch (error) {
    throw new Error(String((error as Error)?.stack ?? error));
  }
};

setThreading(workHere);
