// From what a person selected or typed to a range of the version. Pure.
import { RuleBroken } from '#src/errors.ts';
import { findWords } from '#src/reading/text/find-words.ts';
import { type Range, rangeAt } from '#src/reading/text/range.ts';

/** Either a range of the version's text, or words of one of its sentences, which is how a page without scripts says it. */
export interface Selection {
  start?: number | undefined;
  end?: number | undefined;
  sentence?: number | undefined;
  words?: string | undefined;
  /** The version that the page showed; undefined means the latest. */
  version?: number | undefined;
}

export interface SelectionGround {
  text: string;
  parts: readonly Range[];
  sentences: readonly (Range & { number: number })[];
}

/**
 * The range that was meant, without the white space at its ends and the comma before it, never cutting a letter in two. Without words a sentence
 * is meant whole. RuleBroken (field `words`) where there is no letter or figure in it, where it runs over the end of a
 * part, or where the words do not stand in the sentence.
 */
export function rangeOf(ground: SelectionGround, selection: Selection): Range {
  const range = trimmed(ground.text, rangeMeant(ground, selection));
  if (!/[\p{L}\p{N}]/u.test(ground.text.slice(range.start, range.end)))
    throw new RuleBroken('Select at least one word.', 'words');
  const part = rangeAt(ground.parts, range.start);
  if (part === undefined || range.end > part.end)
    throw new RuleBroken(
      'Select words of one part: the headline, the body and each caption are marked apart.',
      'words',
    );
  return range;
}

function rangeMeant(ground: SelectionGround, selection: Selection): Range {
  const { text, sentences } = ground;
  if (selection.sentence !== undefined) {
    const sentence = sentences.find((one) => one.number === selection.sentence);
    if (sentence === undefined) throw new RuleBroken('There is no such sentence in this version.', 'words');
    return selection.words?.trim() ? placeIn(ground, sentence, selection.words) : sentence;
  }
  const { start, end } = selection;
  if (start === undefined || end === undefined || !(0 <= start && start < end && end <= text.length))
    throw new RuleBroken('Select the words in the text first.', 'words');
  return { start, end };
}

/** White space that the words may run over, beside their own. */
const MOST_SPACE = 10_000;

/** The first place where these words stand, beginning in the sentence and running on in its part as far as they do. */
function placeIn({ text, parts }: SelectionGround, sentence: Range, words: string): Range {
  const part = parts.find((one) => one.start <= sentence.start && sentence.end <= one.end) ?? sentence;
  const end = Math.min(part.end, sentence.end + 4 * words.length + MOST_SPACE);
  const [place] = findWords(text, words, { start: sentence.start, end });
  if (place === undefined || place.start >= sentence.end)
    throw new RuleBroken('The sentence does not have these words in this form. Only trim words at its ends.', 'words');
  return place;
}

function trimmed(text: string, range: Range): Range {
  let { start, end } = range;
  if (isLowSurrogate(text, start)) start -= 1;
  if (isLowSurrogate(text, end)) end += 1;
  // A press behind a claim that ends inside its sentence takes the comma that closes it along.
  start += /^\s*[,;:.!?](?=\s)/.exec(text.slice(start, end))?.[0].length ?? 0;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}
