// Reads strangers' bytes in a process of its own: bounded in time, memory and answer.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { serialize } from 'node:v8';
import { GaveUp } from '#src/errors.ts';
import { AnswerTooLong, piecesIn } from './process-answers.ts';
import { ANSWERS, type Bounds, startProcess } from './process-start.ts';
import { heldBy, LOOK_EVERY } from './resident.ts';
import { Turns, type Waiting } from './turns.ts';

/** What a module for such a process exports: it reads what it was given, and hands over its answer in pieces. */
export interface ProcessReader {
  piecesOf(given: unknown): Iterable<unknown> | AsyncIterable<unknown>;
}

/** What a reader is to read, and what is known of it beside its bytes. */
export interface Given {
  bytes: Uint8Array;
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
const ERRORS_KEPT = 4_000;

const turns = new Turns(LONGEST_LINE);

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
  const bounds = { milliseconds, megabytes, signal: waiting.signal };
  const child = await startProcess(module, bounds).catch((error: unknown) => {
    leave();
    throw error;
  });
  const watch = watchOver(child, bounds);
  try {
    return (await answerOf(child, given, { answer_bytes, megabytes })) as Piece[];
  } catch (error) {
    waiting.signal?.throwIfAborted();
    throw watch.ended_for() ?? error;
  } finally {
    // Only then has its memory come back. Whoever wanted the answer need not wait for that.
    void watch.end().then(leave);
  }
}

/** Ends the process where it goes beyond its bounds, and knows afterwards for what it was ended. */
function watchOver(child: ChildProcess, bounds: Bounds & { signal: AbortSignal | undefined }) {
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

async function answerOf(
  child: ChildProcess,
  given: Given,
  most: { answer_bytes: number; megabytes: number },
): Promise<unknown[]> {
  const failed = once(child, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => undefined);
  const errors = keptErrors(child.stderr as Readable);
  const input = child.stdin as Writable;
  // Where it dies before it has read everything, its end says more than the broken pipe.
  input.on('error', () => undefined);
  give(input, given);
  try {
    return await Promise.race([piecesIn(child.stdio[ANSWERS] as Readable, most), failed]);
  } catch (error) {
    if (error instanceof AnswerTooLong) {
      child.kill('SIGKILL');
      throw new GaveUp('memory');
    }
    if (!(error instanceof GaveUp) || error.why === 'memory') throw error;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    throw new GaveUp(whyItDied(child.signalCode, errors()));
  }
}

/** What is said of the bytes behind its length, then the bytes as they are: a copy of 25 MB would be the desk's own memory. */
function give(input: Writable, { bytes, ...said }: Given): void {
  const words = serialize(said);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(words.length, 0);
  head.writeUInt32LE(bytes.length, 4);
  input.write(Buffer.concat([head, words]));
  input.end(bytes);
}

/** The system ends a process that has used up its time, and the engine itself where it gets no more memory. */
function whyItDied(signal: NodeJS.Signals | null, errors: string): GaveUp['why'] {
  if (signal === 'SIGXCPU') return 'time';
  return signal === 'SIGKILL' || /out of memory|allocat/i.test(errors) ? 'memory' : 'died';
}

function keptErrors(stream: Readable): () => string {
  let errors = '';
  stream.setEncoding('utf8').on('data', (words: string) => {
    if (errors.length < ERRORS_KEPT) errors += words.slice(0, ERRORS_KEPT);
  });
  return () => errors;
}
