// Reads documents in a thread of their own, within bounds of time and memory.
import { Worker } from 'node:worker_threads';
import { RuleBroken } from '#src/errors.ts';
import { TooLarge } from '../article.ts';
import { type DocumentGiven, type Draft, INSTEAD } from './draft.ts';
import { kindOf } from './kind.ts';
import type { Answer } from './worker.ts';

const LIMIT_MILLISECONDS = 10_000;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
/** More threads at once would starve the desk of memory; the next document waits. */
const MOST_AT_ONCE = 2;

/**
 * The draft of a document, told by its bytes. Throws RuleBroken (field `file`) with a sentence for the person: what it is
 * where the desk cannot read it, that it is too tangled where it takes longer than ten seconds or too much memory.
 */
export async function readDocument(document: DocumentGiven, milliseconds = LIMIT_MILLISECONDS): Promise<Draft> {
  // What was fetched as a page is one, though it begins without a sign of it.
  const kind = kindOf(document.bytes) ?? (document.url === undefined ? undefined : 'html');
  if (kind === undefined) throw new RuleBroken(`The desk does not read documents of this kind. ${INSTEAD}`, 'file');
  const leave = await takeTurn();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { document: { ...document, bytes: new Uint8Array(document.bytes) }, kind },
    resourceLimits: MEMORY,
  });
  const tooLong = setTimeout(() => worker.terminate(), milliseconds);
  try {
    return draftIn(await answerOf(worker));
  } finally {
    clearTimeout(tooLong);
    leave();
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error) => {
      const isMemory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isMemory ? tangled() : error);
    });
    worker.once('exit', () => reject(tangled()));
  });
}

function draftIn(answer: Answer): Draft {
  if ('draft' in answer) return answer.draft;
  if ('fault' in answer) throw answer.is_tangled ? tangled() : new Error(answer.fault);
  throw answer.is_too_large ? new TooLarge(answer.refused, 'file') : new RuleBroken(answer.refused, 'file');
}

function tangled(): RuleBroken {
  return new RuleBroken(`This document is so large or so tangled that the desk gave up reading it. ${INSTEAD}`, 'file');
}

let reading = 0;
const queue: (() => void)[] = [];

async function takeTurn(): Promise<() => void> {
  if (reading >= MOST_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  else reading += 1;
  return () => {
    const next = queue.shift();
    if (next) next();
    else reading -= 1;
  };
}
