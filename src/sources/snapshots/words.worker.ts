// Reads the text of one copy, in a process that may be ended at any time.
import { type Words, type WordsGiven, wordsIn } from './words.ts';

/** One piece: what can be read in it, and what there is to say about that. */
export async function* piecesOf(given: WordsGiven): AsyncGenerator<Words> {
  yield await wordsIn(given);
}
