// The thread in which the text of copies is read: it may be ended at any time, and nothing of the desk is lost with it.
import { parentPort, workerData } from 'node:worker_threads';
import { type Words, type WordsGiven, wordsIn } from './words.ts';

export type WordsAnswer = Words | { is_tangled: true } | { fault: string };

async function answer(): Promise<WordsAnswer> {
  try {
    return await wordsIn(workerData as WordsGiven);
  } catch (error) {
    // A stack that is too deep is the document's doing.
    if (error instanceof RangeError) return { is_tangled: true };
    return { fault: String((error as Error)?.stack ?? error) };
  }
}

parentPort?.postMessage(await answer());
