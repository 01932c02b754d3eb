// Where the copy shows something: words, looked up again in every version. Pure.
import { RuleBroken } from '#src/errors.ts';
import { findWords } from '#src/reading/text/find-words.ts';
import { rangesTouching } from '#src/reading/text/range.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import type { SentenceTable } from './tables.ts';

export interface CopyText {
  text: string;
  version_number: number;
  sentences: Pick<SentenceTable, 'number' | 'start' | 'end'>[];
}

/** What the desk said of the copy, as columns. Rows of other subjects have them too. */
export interface CopySaid {
  copy_shows: 'yes' | 'no' | null;
  /** The words of the copy that show it, as they stood in sentence `copy_sentence` of that version; '' where it does not. */
  copy_words: string;
  copy_sentence: number | null;
  copy_version_number: number | null;
  /** Why it does not; '' where it does. */
  copy_reason: string;
}

/** `gone`: a new version dropped the words, so that what was said no longer holds. */
export type CopyState =
  | { state: 'not_said' }
  | { state: 'shown'; sentence: number; words: string }
  | { state: 'gone'; words: string; version_number: number }
  | { state: 'left_out'; reason: string };

/** What holds in this text of what the desk said about the copy. */
export function copyStateIn(said: CopySaid, copy: CopyText): CopyState {
  if (said.copy_shows === null) return { state: 'not_said' };
  if (said.copy_shows === 'no') return { state: 'left_out', reason: said.copy_reason };
  const { copy_words: words, copy_sentence, copy_version_number } = said;
  const places = sentencesWith(words, copy);
  const same = copy_version_number === copy.version_number ? places.find((one) => one === copy_sentence) : undefined;
  const sentence = same ?? places[0];
  if (sentence === undefined) return { state: 'gone', words, version_number: copy_version_number ?? 0 };
  return { state: 'shown', sentence, words };
}

/**
 * The words that a form means, as the copy has them: those typed, looked up in the sentence named or anywhere; or the whole
 * sentence. RuleBroken (fields `copy_words`, `copy_sentence`) where the copy has no such words or sentence.
 */
function wordsInCopy(
  typed: { words: string; sentence: number | null },
  copy: CopyText,
): { words: string; sentence: number } {
  const named = copy.sentences.find((one) => one.number === typed.sentence);
  if (typed.sentence !== null && named === undefined)
    throw new RuleBroken(`Version ${copy.version_number} has no sentence ${typed.sentence}.`, 'copy_sentence');
  if (typed.words === '') {
    if (named === undefined)
      throw new RuleBroken('Say where: choose the sentence, or copy the words from the text.', 'copy_words');
    return { words: copy.text.slice(named.start, named.end).replace(/\s+/g, ' ').trim(), sentence: named.number };
  }
  const places = sentencesWith(typed.words, copy);
  const sentence = named === undefined ? places[0] : places.find((one) => one === named.number);
  if (sentence === undefined)
    throw new RuleBroken(
      `These words are not in ${named ? `sentence ${named.number}` : 'the text'} of version ${copy.version_number}. Copy them from it exactly.`,
      'copy_words',
    );
  return { words: typed.words, sentence };
}

/** What a form says of the copy. */
export interface CopyInput {
  copy_shows: 'yes' | 'no' | '';
  copy_sentence: number | null;
  copy_words: string;
  copy_reason: string;
}

/** The same as columns, with the words as this version has them. RuleBroken as wordsInCopy, and for "no" without a reason. */
export function copySaidIn(input: CopyInput, copy: CopyText): CopySaid {
  const nothing = { copy_words: '', copy_sentence: null, copy_version_number: null, copy_reason: '' };
  if (input.copy_shows === '') return { ...nothing, copy_shows: null };
  if (input.copy_shows === 'no') {
    const copy_reason = cleanText(input.copy_reason);
    if (copy_reason === '') throw new RuleBroken('Say why the copy does not show it.', 'copy_reason');
    return { ...nothing, copy_shows: 'no', copy_reason };
  }
  const typed = { words: cleanLine(input.copy_words), sentence: input.copy_sentence };
  const found = wordsInCopy(typed, copy);
  return {
    ...nothing,
    copy_shows: 'yes',
    copy_words: found.words,
    copy_sentence: found.sentence,
    copy_version_number: copy.version_number,
  };
}

/** What was said of the copy as a line, for whoever sees that somebody else said otherwise. */
export function copyInWords({ copy_shows, copy_words, copy_sentence, copy_reason }: CopySaid): string {
  if (copy_shows === null) return 'not said';
  return copy_shows === 'no' ? `does not show it: ${copy_reason}` : `sentence ${copy_sentence}: ${copy_words}`;
}

/** The numbers of the sentences in which these words begin, one for each place, however they are printed. */
function sentencesWith(words: string, { text, sentences }: CopyText): number[] {
  return findWords(text, words).flatMap(({ start }) =>
    rangesTouching(sentences, { start, end: start + 1 }).map(({ number }) => number),
  );
}
