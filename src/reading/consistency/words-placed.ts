// Where words that somebody copied stand in a text: each place, else the one where they nearly stand.
import { lookUpPassages } from '../alignment/passage-lookup.ts';
import { findWords } from '../text/find-words.ts';
import type { Range } from '../text/range.ts';
import { heldAgainst } from './against-passage.ts';

export interface WordsPlaced {
  /** Where they stand, however quotation marks, dashes and white space are printed; no more than MOST_PLACES. */
  exact: Range[];
  /** Where most of them stand; null where they do nowhere, or stand exactly. */
  near: Range | null;
  /** What does not agree between the words and those that nearly stand there: "The passage has 12, the copy 21." */
  differs: string[];
}

const MOST_PLACES = 40;
/** Words that nearly stand somewhere take no more room there than so many times their own. */
const WIDEST = 1.8;
const NARROWEST = 0.5;

/** In the order of the words. */
export function placeWords(text: string, all: readonly string[]): WordsPlaced[] {
  const placed = all.map((words): WordsPlaced => ({ exact: exactPlaces(text, words), near: null, differs: [] }));
  const missing = placed.flatMap(({ exact }, at) => (exact.length === 0 ? [at] : []));
  const looked = lookUpPassages(
    text,
    missing.map((at) => all[at] ?? ''),
  );
  for (const [index, at] of missing.entries()) {
    const [words, found, one] = [all[at] ?? '', looked[index], placed[at]];
    if (!found || !one || found.found === 'not_found') continue;
    const near = spanOf(found.ranges, { text, words });
    const findings = near && heldAgainst(text, near, words);
    if (near === null || (findings === null && found.found !== 'word_for_word')) continue;
    one.near = near;
    one.differs = (findings ?? []).map(({ sentence }) => sentence);
  }
  return placed;
}

/** As they are, else without the quotation marks or the full stop that somebody put around them, or the capital at their start. */
function exactPlaces(text: string, words: string): Range[] {
  for (const one of printsOf(words.trim())) {
    if (one === undefined || one.trim() === '') continue;
    const places = findWords(text, one).filter((range) => isWhole(text, range));
    if (places.length > 0) return places.slice(0, MOST_PLACES);
  }
  return [];
}

function* printsOf(words: string): Generator<string | undefined> {
  yield words;
  const inner = /^["“”„«‘‚‹'](.+)["“”»’›']$/su.exec(words)?.[1];
  const bare = (inner ?? words).replace(/[.!?]$/, '');
  yield inner;
  yield bare;
  const [first = ''] = bare;
  for (const other of [first.toLowerCase(), first.toUpperCase()])
    if (other !== first) yield other + bare.slice(first.length);
}

/** "12" does not stand in 120 or 12.5, nor "men" in women. */
function isWhole(text: string, { start, end }: Range): boolean {
  return !isInside(text, start) && !isInside(text, end);
}

const NO_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether a word or a number goes on over this place. */
function isInside(text: string, at: number): boolean {
  const [left, right] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  if (/\d$/.test(left) && /^[.,]\d/.test(right)) return true;
  if (/\d[.,]$/.test(left) && /^\d/.test(right)) return true;
  return /[\p{L}\p{N}\p{M}]$/u.test(left) && /^[\p{L}\p{N}\p{M}]/u.test(right) && !NO_SPACES.test(left + right);
}

/** From the first stretch to the last, with the sign at the end that both have. */
function spanOf(ranges: readonly Range[], { text, words }: { text: string; words: string }): Range | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return null;
  const length = last.end - first.start;
  if (length > WIDEST * words.length + 20 || length < NARROWEST * words.length) return null;
  const sign = /[.!?]$/.exec(words.trim())?.[0];
  const has_sign = sign !== undefined && text.charAt(last.end) === sign;
  return { start: first.start, end: has_sign ? last.end + 1 : last.end };
}
