// Reads strangers' bytes in a process of its own: bounded in time, memory and answer.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { GaveUp } from '#src/errors.ts';
import { answerOf, type Given } from './process-asked.ts';
import { type Bounds, startProcess } from './process-start.ts';
import { heldBy, LOOK_EVERY } from './resident.ts';
import { Turns, type Waiting } from './turns.ts';

/** What a module for such a process exports: it reads what it was given, and hands over its answer in pieces. */
export interface ProcessReader {
  piecesOf(given: unknown): Iterable<unknown> | AsyncIterable<unknown>;
}

export interface ProcessBounds extends Waiting, Partial<Bounds> {
  /** The most bytes of the whole answer. */
  answer_bytes?: number | undefined;
}

/** The bounds of one document where no others are given. */
const MILLISECONDS = 10_000;
const MEGABYTES = 200;
const ANSWER_BYTES = 16_000_000;
const LONGEST_LINE = 20;
const END_MILLISECONDS = 2_000;

const turns = new Turns(LONGEST_LINE);

interface Bounded extends Bounds {
  answer_bytes: number;
  signal: AbortSignal | undefined;
}

/** Has this module read what is given, and says when all of it is gone again. */
export type Reading = (module: URL, given: Given, bounds: Bounded, gone: () => void) => Promise<unknown[]>;

let reading: Reading = readInProcess;

/** Another way to read, for tests of what is read and not of where; without one it is a process again. */
export function setReading(other: Reading = readInProcess): void {
  reading = other;
}

/**
 * Has the reader in this module read what is given, and gives back its answer. One such process works at a time, whatever
 * it reads; others wait for their turn. Throws GaveUp where it took too long, wanted too much memory or died; RuleBroken
 * (field `file`) where too many wait; the signal's reason; else what is wrong with the reader itself.
 */
export async function runInProcess<Work extends Given, Piece>(
  module: URL,
  given: Work,
  { milliseconds = MILLISECONDS, megabytes = MEGABYTES, answer_bytes = ANSWER_BYTES, ...waiting }: ProcessBounds = {},
): Promise<Piece[]> {
  const leave = await turns.take(waiting);
  const bounds = { milliseconds, megabytes, answer_bytes, signal: waiting.signal };
  return (await reading(module, given, bounds, leave)) as Piece[];
}

async function readInProcess(module: URL, given: Given, bounds: Bounded, gone: () => void): Promise<unknown[]> {
  const child = await startProcess(module, bounds).catch((error: unknown) => {
    gone();
    throw error;
  });
  const watch = watchOver(child, bounds);
  try {
    return await answerOf(child, given, bounds);
  } catch (error) {
    bounds.signal?.throwIfAborted();
    throw watch.ended_for() ?? error;
  } finally {
    // Only then has its memory come back. Whoever wanted the answer need not wait for that.
    void watch.end().then(gone);
  }
}

/** Ends the process where it goes beyond its bounds, and knows afterwards for what it was ended. */
function watchOver(child: ChildProcess, bounds: Bounded) {
  let reason: GaveUp | undefined;
  const gone = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'close');
  gone.catch(() => undefined);
  const end = (why?: GaveUp['why']) => {
    if (why !== undefined) reason ??= new GaveUp(why);
    child.kill('SIGKILL');
  };
  const stop = () => end();
  bounds.signal?.addEventListener('abort', stop, { once: true });
  // Who left while it was being started is heard of no more.
  if (bounds.signal?.aborted) stop();
  const too_long = setTimeout(end, bounds.milliseconds, 'time');
  const looks = setInterval(async () => {
    if (child.pid !== undefined && ((await heldBy(child.pid)) ?? 0) > bounds.megabytes) end('memory');
  }, LOOK_EVERY);
  return {
    ended_for: () => reason,
    /** Waits until it is gone, which it is by itself after its answer; else it is ended. */
    async end() {
      clearTimeout(too_long);
      const slow = setTimeout(stop, reason === undefined ? END_MILLISECONDS : 0);
      await gone.catch(() => undefined);
      clearTimeout(slow);
      clearInterval(looks);
      bounds.signal?.removeEventListener('abort', stop);
    },
  };
}
