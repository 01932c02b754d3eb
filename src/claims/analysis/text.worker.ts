// The thread in which large texts are read; it may be ended at any time.
import { parentPort } from 'node:worker_threads';
import { collectAtRest } from '#src/workers/at-rest.ts';
import { giveWay } from '#src/workers/give-way.ts';
import type { ThreadAnswer } from '#src/workers/thread-pool.ts';
import { TEXT_WORKS, type WorkName } from './tasks.ts';

/** What is asked of the thread: a work with what it needs, or the next piece of the one in hand. */
export type Asked = { name: WorkName; given: object } | 'next';

let pieces: Generator<unknown> | undefined;

parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(answerTo(asked)));
collectAtRest();
giveWay();

function answerTo(asked: Asked): ThreadAnswer {
  try {
    if (asked !== 'next') pieces = TEXT_WORKS[asked.name](asked.given as never);
    const { value, done } = (pieces as Generator<unknown>).next();
    return done ? { done } : { piece: value };
  } catch (error) {
    return { fault: String((error as Error)?.stack ?? error) };
  }
}
