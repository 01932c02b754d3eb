// Reads the text of a copy in a thread of its own, within bounds of time and memory.
import { GaveUp, inThread } from '#src/articles/documents/thread.ts';
import { kindOfType } from './kinds.ts';
import type { Words, WordsGiven } from './words.ts';
import type { WordsAnswer } from './words-thread.ts';

const TANGLED: Words = {
  text: '',
  key: null,
  note: 'No text was read out of it: it is so large or so tangled that the desk gave up reading it.',
};

/** What can be read in these bytes, and what there is to say about it. Pictures and sounds have no text. Never holds up the desk. */
export async function readWords(given: WordsGiven): Promise<Words> {
  if (!kindOfType(given.media_type).has_words) return { text: '', key: null, note: '' };
  const bytes = new Uint8Array(given.bytes);
  const module = new URL('./words-thread.ts', import.meta.url);
  try {
    const answer = await inThread<WordsAnswer>(module, { data: { ...given, bytes }, transfer: [bytes.buffer] });
    if ('fault' in answer) throw new Error(answer.fault);
    return 'is_tangled' in answer ? TANGLED : answer;
  } catch (error) {
    if (error instanceof GaveUp) return TANGLED;
    throw error;
  }
}
