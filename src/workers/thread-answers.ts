// What a thread does with each work that it is given: it hands over what comes of it, piece by piece.
import { parentPort, type Transferable } from 'node:worker_threads';
import { collectAtRest } from './at-rest.ts';
import type { ThreadAnswer } from './thread-pool.ts';

type Pieces = Iterable<unknown> | AsyncIterable<unknown>;

/** What a module for such threads exports. */
export interface ThreadWorker {
  /** Does the work and gives what comes of it; what is thrown is a fault of the program. */
  piecesOf(given: object): Pieces;
}

/** The same of work that has one piece. */
export function inOnePiece<Given>(work: (given: Given) => unknown): (given: Given) => AsyncIterable<unknown> {
  return async function* (given) {
    yield await work(given);
  };
}

/**
 * In the module of a thread: answers every work, and each time it is asked for the next piece. Where `ownedBy` names what a
 * piece consists of, that goes over instead of being copied. Elsewhere than in a thread nothing happens.
 */
export function answerInThread<Given extends object>(
  piecesOf: (given: Given) => Pieces,
  ownedBy: (piece: never) => Transferable[] = () => [],
): void {
  let pieces: Iterator<unknown> | AsyncIterator<unknown> | undefined;
  parentPort?.on('message', async (asked: Given | 'next') => {
    try {
      if (asked !== 'next') pieces = iteratorOf(piecesOf(asked));
      const { value, done } = (await pieces?.next()) ?? { done: true };
      if (done) answer({ done });
      else answer({ piece: value }, ownedBy(value as never));
    } catch (error) {
      answer({ fault: String((error as Error)?.stack ?? error) });
    }
  });
  collectAtRest();
}

function iteratorOf(pieces: Pieces): Iterator<unknown> | AsyncIterator<unknown> {
  return Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
}

function answer(said: ThreadAnswer, transfer: Transferable[] = []): void {
  parentPort?.postMessage(said, transfer);
}
