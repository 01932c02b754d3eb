// A sentence with a sign for each figure, so that what figures say of each other is found by patterns. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Figure } from '../entities/figures.ts';
import { isMultipleWord } from '../entities/multiples.ts';
import { overlaps, type Range } from '../text/range.ts';

/** A figure that gives one value. */
export type Sure = Range & { low: number; printed: string; unit: string | null; is_about: boolean };

/**
 * `words` has `{c3}` where the figure at place 3 stands: c a number of things, m money, p percent, s a share; a is about so
 * many, q about so many percent, x none of them.
 */
export type Skeleton = { words: string; figures: readonly Sure[] };

/** Any number of things, or of money; the same or about so many; percent; percent or a share; each caught by its place. */
export const C = String.raw`\{[cm](\d+)\}`;
export const ABOUT_C = String.raw`\{[cma](\d+)\}`;
export const P = String.raw`\{p(\d+)\}`;
export const F = String.raw`\{[psq](\d+)\}`;
/** Up to four words that no stop parts. */
export const NOUN = String.raw`(?: (?!and |or |to |from |of |in )[\p{L}\p{M}’'-]+){0,4}?`;
export const OF_ALL = '(?:the |all |all the |its |his |her |their |those |these |some |about |our )*';

/** The sentence as its patterns are looked for, in small letters; `known` are its figures. */
export function skeletonOf(text: string, sentence: Range, known: readonly Figure[]): Skeleton {
  const read = [...known, ...bareShares(text, sentence, known)].sort((a, b) => a.start - b.start);
  const figures: Sure[] = [];
  let [words, at] = ['', sentence.start];
  for (const figure of read) {
    if (figure.start < at || isHalfOfAGame(text, figure) || isMultipleWord(figure.value)) continue;
    const { end, value: printed, low, unit, comparator } = figure;
    const start = Math.max(figure.start, text.indexOf(printed, figure.start));
    words += `${plain(text.slice(at, start))}{${sortOf(figure)}${figures.length}}`;
    figures.push({ start, end, printed, unit, low: low ?? Number.NaN, is_about: comparator === '~' });
    at = end;
  }
  return { words: words + plain(text.slice(at, sentence.end)), figures };
}

/** What a pattern caught, or some of it, as figures. */
export function caught({ figures }: Skeleton, places: readonly (string | undefined)[]): Sure[] {
  return places.flatMap((place) => (/^\d+$/.test(place ?? '') ? [itemAt(figures, Number(place))] : []));
}

/** All numbers of things among some words of a skeleton. */
export function countsIn({ figures }: Skeleton, words: string): Sure[] {
  return [...words.matchAll(new RegExp(C, 'g'))].map(([, place]) => itemAt(figures, Number(place)));
}

function plain(words: string): string {
  return words.replace(/[{}]/g, ' ').replace(/\s+/g, ' ').toLowerCase();
}

function sortOf({ low, high, comparator, unit, value }: Figure): string {
  if (low === null || low !== high) return 'x';
  // "Some 12 of the 48" counts, "some 200" does not.
  if (comparator === '~' && low % 10 === 0) return unit === '%' ? 'q' : unit === 'share' ? 's' : 'a';
  if (comparator !== '=' && comparator !== '~') return 'x';
  if (unit === '%') return 'p';
  if (unit === 'share') return 's';
  if (unit === "o'clock") return 'x';
  return /[$€£¥₹]/.test(value) ? 'm' : 'c';
}

const SHARES: Record<string, number> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, tenth: 1 / 10 };
const BARE = /(?<=[\s(])(?:a|one) (third|quarter|fifth|tenth)(?=[,.;)])|(?<=, |\(|or )(half)(?=[,.;)])/g;

/** "12 of the 48, a quarter,": parts of a whole with nothing behind them. */
function bareShares(text: string, sentence: Range, known: readonly Figure[]): Figure[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(BARE)].flatMap((found) => {
    const start = sentence.start + found.index;
    const range = { start, end: start + found[0].length };
    const low = SHARES[found[1] ?? found[2] ?? ''] ?? 0;
    if (known.some((one) => overlaps(one, range))) return [];
    return [{ ...range, value: found[0], low, high: low, comparator: '=' as const, unit: 'share' }];
  });
}

/** "in the first half". */
function isHalfOfAGame(text: string, { start, value }: Figure): boolean {
  return (
    /^(?:half|quarter)$/i.test(value) &&
    /\b(?:first|second|other|latter|later)[ -]$/i.test(text.slice(start - 8, start))
  );
}
