// Reads the text of a copy in a process of its own, within bounds of time and memory.
import { sayGivenUp } from '#src/articles/documents/given-up.ts';
import { GaveUp } from '#src/errors.ts';
import { runInProcess } from '#src/workers/run-in-process.ts';
import type { Waiting } from '#src/workers/turns.ts';
import { kindOfType } from './kinds.ts';
import type { Words, WordsGiven } from './words.ts';

const READER = new URL('./words.worker.ts', import.meta.url);

/**
 * What can be read in these bytes, and what there is to say about it. Pictures and sounds have no text. Never holds up the
 * desk. Throws RuleBroken (field `file`) where too many wait to be read.
 */
export async function readWords(given: WordsGiven, waiting: Waiting = {}): Promise<Words> {
  if (!kindOfType(given.media_type).has_words) return { text: '', key: null, note: '' };
  try {
    const [words] = await runInProcess<WordsGiven, Words>(READER, given, waiting);
    return words as Words;
  } catch (error) {
    if (error instanceof GaveUp)
      return { text: '', key: null, note: `No text could be read from it: it ${sayGivenUp(error)}` };
    throw error;
  }
}
