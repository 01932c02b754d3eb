// Looks words that somebody quotes up in a text: found word for word, found with changes, or not found.
import { diffArrays } from 'diff/lib/diff/array.js';
import { foldPrint } from '../text/folding.ts';
import { LetterStream, lettersOf } from '../text/letter-stream.ts';
import type { Range } from '../text/range.ts';
import { type PlaceOfWords, placesOfWords } from './anchors.ts';
import { innerRange, isSame, withSigns } from './passage-signs.ts';

/** A stretch for each part of the passage that was found; of a passage that is found with changes some parts may be missing. */
export interface PassageLookup {
  found: 'word_for_word' | 'with_changes' | 'not_found';
  ranges: Range[];
}

/** What somebody left out of a quotation, as they mark it. */
const LEFT_OUT = /(?:\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3}|\. \. \.)\s*\)|…|\.{3,}|\. \. \.)/u;

/** Quotations with more gaps than that are looked up as one piece. */
const MOST_PARTS = 40;

/** Of a place where the words stand likewise so many more are looked at for one where they stand word for word. */
const MOST_PLACES = 50;

/** So many of the words must be there for a passage to be found with changes. */
const KEPT = 0.6;

/** Fewer words than that are found as they are, or not at all. */
const FEWEST = 3;

/** A place that differs in more words than this is taken as it is. */
const MOST_EDITS = 400;

/**
 * Where each passage stands in the text; null for passages without a letter. Quotation marks, dashes, capitals, white space
 * and hyphens at the ends of lines count for nothing; numbers and signs such as % and $ count. Parts of a passage with
 * … or […] between them must come in their order.
 */
export function lookUpPassages(text: string, passages: readonly string[]): (PassageLookup | null)[] {
  const stream = new LetterStream(text);
  let finder: ((words: string) => PlaceOfWords | null) | undefined;
  const near = (words: string) => {
    finder ??= placesOfWords(text);
    return finder(words);
  };
  return passages.map((passage) => (lettersOf(passage) === '' ? null : lookUp({ stream, near }, passage)));
}

type Change = { added: boolean; removed: boolean; count: number };

interface Place {
  stream: LetterStream;
  near: (words: string) => PlaceOfWords | null;
}

function lookUp(place: Place, passage: string): PassageLookup {
  const whole = exactPlace(place.stream, passage, 0);
  if (whole?.isExact) return { found: 'word_for_word', ranges: [whole.range] };
  const parts = partsOf(passage);
  if (parts.length > 1) return inOrder(place, parts);
  if (whole) return { found: 'with_changes', ranges: [whole.range] };
  const close = closeTo(place, passage, 0);
  return close ? { found: 'with_changes', ranges: [close.range] } : NOT_FOUND;
}

const NOT_FOUND: PassageLookup = { found: 'not_found', ranges: [] };

function partsOf(passage: string): string[] {
  const parts = passage.split(LEFT_OUT).filter((part) => lettersOf(part) !== '');
  return parts.length > MOST_PARTS ? [passage] : parts;
}

function inOrder(place: Place, parts: readonly string[]): PassageLookup {
  const ranges: Range[] = [];
  let [all, kept, isExact] = [0, 0, true];
  for (const part of parts) {
    const from = ranges.at(-1)?.end ?? 0;
    const exact = exactPlace(place.stream, part, from);
    const close = exact ? null : closeTo(place, part, from);
    const words = lettersOf(part).length;
    all += words;
    if (exact?.isExact !== true) isExact = false;
    if (exact) ranges.push(exact.range);
    else if (close) ranges.push(close.range);
    else continue;
    kept += words * (close?.kept ?? 1);
  }
  if (isExact) return { found: 'word_for_word', ranges };
  return kept / all >= KEPT ? { found: 'with_changes', ranges } : NOT_FOUND;
}

/** The first place from `from` on that has the same letters; before it one that has the same words and signs, too. */
function exactPlace(stream: LetterStream, words: string, from: number): { range: Range; isExact: boolean } | null {
  const own = innerRange(words);
  let first: Range | null = null;
  let count = 0;
  for (const range of stream.placesOf(lettersOf(words), from)) {
    const signed = withSigns(stream.text, range, words);
    if (signed && isSame(stream.text.slice(range.start, range.end), words.slice(own.start, own.end)))
      return { range: signed, isExact: true };
    first ??= range;
    if (++count === MOST_PLACES) break;
  }
  return first && { range: first, isExact: false };
}

/** Where most of the words stand, from their first to their last. */
function closeTo({ stream, near }: Place, words: string, from: number): { range: Range; kept: number } | null {
  if (tokensIn(words, 0, words.length).length < FEWEST) return null;
  const found = near(words);
  if (found === null || found.kept < KEPT) return null;
  const range = closest(stream.text, found, words);
  return range.start >= from ? { range, kept: found.kept } : null;
}

/** The place without what stands around the words in their sentence: from the first word that is the same to the last, and as many more as were changed before and after. */
function closest(text: string, { start, end }: Range, words: string): Range {
  const there = tokensIn(text, start, end);
  const changes = diffArrays(
    tokensIn(words, 0, words.length).map(({ key }) => key),
    there.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  );
  const kept = changes?.map((piece) => !piece.added && !piece.removed) ?? [];
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  if (changes === undefined || first < 0) return { start, end };
  const [ahead, behind] = [changes.slice(0, first), changes.slice(last + 1)];
  const from = Math.max(0, countOf(ahead, 'added') - countOf(ahead, 'removed'));
  const to = there.length - Math.max(0, countOf(behind, 'added') - countOf(behind, 'removed'));
  return { start: there[from]?.start ?? start, end: there[to - 1]?.end ?? end };
}

function countOf(pieces: readonly Change[], what: 'added' | 'removed'): number {
  return pieces.reduce((sum, piece) => sum + (piece[what] ? piece.count : 0), 0);
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:\u00ad|[-‐][ \t]*\n\s*)\p{L}+)*/gu;

function tokensIn(text: string, from: number, to: number) {
  return [...text.slice(from, to).matchAll(WORD)].map(({ 0: word, index }) => ({
    key: lettersOf(word),
    start: from + index,
    end: from + index + word.length,
  }));
}

/** A text as it reads in one line: marks as they are typed, no line ends, no hyphen where only a line ended. */
export function inOneLine(text: string): string {
  return foldPrint(text.replace(/(?<=\p{L})[-‐\u00ad][ \t]*\n\s*(?=\p{Ll})/gu, '').replaceAll('\u00ad', '')).trim();
}
