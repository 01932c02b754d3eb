// The thread in which files of sources are read: it may be ended at any time, and nothing of the desk is lost with it.
import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '#src/workers/thread-pool.ts';
import { type PieceRead, readSources, type SourcesGiven } from './read-sources.ts';

let pieces: Generator<PieceRead> | undefined;

parentPort?.on('message', (asked: SourcesGiven | 'next') => parentPort?.postMessage(answerTo(asked)));

function answerTo(asked: SourcesGiven | 'next'): ThreadAnswer {
  try {
    if (asked !== 'next') pieces = readSources(asked);
    const { value, done } = (pieces as Generator<PieceRead>).next();
    return done ? { done } : { piece: value };
  } catch (error) {
    return { fault: String((error as Error)?.stack ?? error) };
  }
}
