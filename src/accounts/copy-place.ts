// Where the copy shows that accounts differ: words, looked up again in every version. Pure.
import type { SentenceTable } from '#src/articles/tables.ts';
import { RuleBroken } from '#src/errors.ts';
import type { QuestionTable } from './tables.ts';

export interface CopyText {
  text: string;
  version_number: number;
  sentences: Pick<SentenceTable, 'number' | 'start' | 'end'>[];
}

type CopySaid = Pick<
  QuestionTable,
  'copy_shows' | 'copy_words' | 'copy_sentence' | 'copy_version_number' | 'copy_reason'
>;

/** `gone`: a new version dropped the words, so that what was said no longer holds. */
export type CopyState =
  | { state: 'not_said' }
  | { state: 'shown'; sentence: number; words: string }
  | { state: 'gone'; words: string; version_number: number }
  | { state: 'left_out'; reason: string };

/** What holds in this text of what the desk said about the copy. */
export function copyStateIn(question: CopySaid, copy: CopyText): CopyState {
  if (question.copy_shows === null) return { state: 'not_said' };
  if (question.copy_shows === 'no') return { state: 'left_out', reason: question.copy_reason };
  const { copy_words: words, copy_sentence, copy_version_number } = question;
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
export function wordsInCopy(
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
      `These words are not in ${named ? `sentence ${named.number}` : 'the text'} of version ${copy.version_number}. Copy them from it letter by letter.`,
      'copy_words',
    );
  return { words: typed.words, sentence };
}

/** The numbers of the sentences in which these words begin; white space and the shape of quotation marks count for nothing. */
function sentencesWith(words: string, { text, sentences }: CopyText): number[] {
  const places = [...text.matchAll(patternOf(words))].map(
    ({ index }) => sentences.find((sentence) => index >= sentence.start && index < sentence.end)?.number,
  );
  return places.filter((number) => number !== undefined);
}

function patternOf(words: string): RegExp {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) =>
      word
        .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
        .replace(/["“”„«»]/g, '["“”„«»]')
        .replace(/['’‘]/g, "['’‘]"),
    )
    .join('\\s+');
  return new RegExp(pattern, 'gu');
}
