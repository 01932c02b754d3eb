// Gives a reading process what it is to read, takes its answer, and says why it died.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { serialize } from 'node:v8';
import { GaveUp } from '#src/errors.ts';
import { AnswerTooLong, piecesIn } from './process-answers.ts';
import { ANSWERS } from './process-start.ts';

/** What a reader is to read, and what is known of it beside its bytes. */
export interface Given {
  bytes: Uint8Array;
}

const ERRORS_KEPT = 4_000;

/** What the process answers to this. Throws GaveUp with why it died or gave too much; Error for a mistake of the reader. */
export async function answerOf(
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
