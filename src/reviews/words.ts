// Where words stand in the copy however they are printed, and what looks like them. Pure.
import { areSameWords, findWords } from '#src/reading/text/find-words.ts';
import type { Range } from '#src/reading/text/range.ts';

/** Scripts that put no space between words: what stands beside a letter says nothing there. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Everywhere that these words stand within the range, whole: "6" does not stand in "16", "100" not in "1,100". Where they
 * stand nowhere as whole words, any place counts, since somebody may have selected half a word.
 */
export function placesOf(text: string, words: string, within?: Range): Range[] {
  const places = findWords(text, words, within);
  const whole = places.filter((place) => isWhole(text, place));
  return apart(whole.length > 0 ? whole : places);
}

export interface Counts {
  old: number;
  new: number;
}

/** How often the old and the new words stand within the ranges. Where one of them holds the other ("five", "at least five"), the longer one is counted first. */
export function countsIn(
  text: string,
  words: { old_words: string; new_words: string },
  ranges: readonly Range[],
): Counts {
  // A fix of the print alone, such as other quotation marks, is told by nothing else.
  const look = areSameWords(words.old_words, words.new_words) ? exactly : findWords;
  const find = (some: string) =>
    ranges.flatMap((range) => apart(look(text, some, range).filter((place) => isWhole(text, place))));
  const [olds, news] = [find(words.old_words), find(words.new_words)];
  const outside = (some: Range[], others: Range[]) =>
    some.filter((one) => !others.some((other) => other.start <= one.start && one.end <= other.end));
  return words.new_words.length > words.old_words.length
    ? { old: outside(olds, news).length, new: news.length }
    : { old: olds.length, new: outside(news, olds).length };
}

interface Sentence extends Range {
  number: number;
}

const MOST_NEAR = 3;
const ALIKE_ENOUGH = 0.3;

/** The sentences that share most words with these, best first: what may have been meant where the words do not stand. */
export function nearMatches<One extends Sentence>(text: string, sentences: readonly One[], words: string): One[] {
  const wanted = wordsIn(words);
  if (wanted.size === 0) return [];
  return sentences
    .map((sentence) => {
      const shared = wanted.intersection(wordsIn(text.slice(sentence.start, sentence.end))).size;
      return { sentence, likeness: shared / wanted.size };
    })
    .filter(({ likeness }) => likeness >= ALIKE_ENOUGH)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAR)
    .map(({ sentence }) => sentence);
}

function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Of places in their order, those that do not overlap one before them. */
function apart(places: readonly Range[]): Range[] {
  let end = 0;
  return places.filter((place) => {
    if (place.start < end) return false;
    end = place.end;
    return true;
  });
}

/** Where the words stand letter by letter. */
function exactly(text: string, words: string, { start, end }: Range): Range[] {
  const within = text.slice(start, end);
  const places: Range[] = [];
  for (let at = within.indexOf(words); at >= 0; at = within.indexOf(words, at + words.length))
    places.push({ start: start + at, end: start + at + words.length });
  return places;
}

/** Whether the place neither begins nor ends within a word or a number. Asked in code: a pattern that asks it takes long to make. */
function isWhole(text: string, { start, end }: Range): boolean {
  const [first, last] = [letterAt(text, start), letterBefore(text, end)];
  const [before, after] = [letterBefore(text, start), letterAt(text, end)];
  if (joins(before, first) || joins(last, after)) return false;
  const is_in_number = isDigit(first) && /[.,]/.test(before) && isDigit(text[start - 2] ?? '');
  const is_before_number = isDigit(last) && /[.,]/.test(after) && isDigit(text[end + 1] ?? '');
  return !is_in_number && !is_before_number;
}

function joins(one: string, next: string): boolean {
  return isLetter(one) && isLetter(next);
}

function isDigit(character: string): boolean {
  return /\p{N}/u.test(character);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) && !UNSPACED.test(character);
}

/** Whole letters, also those that take two code units; '' past the ends. */
function letterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) as number) : '';
}

function letterBefore(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
}
