// The signs around quoted words that belong to them: currencies, minus signs, per cent.
import type { Range } from '../text/range.ts';

const SIGNS = '\\p{Sc}\\p{Sm}\\p{So}%&§#@';

const LETTER = /[\p{L}\p{N}\p{M}]/u;

const BEFORE = new RegExp(`(?:[${SIGNS}]|[-−–](?=\\p{N}))*(?=[\\p{L}\\p{N}\\p{M}]$)`, 'u');

const AFTER = new RegExp(`^ ?[${SIGNS}]+`, 'u');

/** Numbers have no longer signs before or behind them. */
const MOST_SIGNS = 8;

/** From the first letter to behind the last, without a pattern that would go over long rows of marks again and again. */
export function innerRange(words: string): Range {
  let [start, end] = [0, words.length];
  while (start < end && !LETTER.test(charAt(words, start))) start++;
  while (end > start && !LETTER.test(charAt(words, end - 1))) end--;
  return { start, end };
}

/** The whole letter of which this is a half, or the letter. */
function charAt(words: string, place: number): string {
  const isSecondHalf = /[\udc00-\udfff]/.test(words.charAt(place));
  return String.fromCodePoint(words.codePointAt(isSecondHalf ? Math.max(0, place - 1) : place) ?? 0);
}

/** The range with the signs that the words begin and end with ($5, −3, 40 %); null where the text has others there. */
export function withSigns(text: string, range: Range, words: string): Range | null {
  const own = innerRange(words);
  const lead = signsBefore(words, own.start);
  const trail = AFTER.exec(words.slice(own.end, own.end + MOST_SIGNS))?.[0] ?? '';
  const before = signsBefore(text, range.start);
  const after = text.slice(range.end, range.end + trail.length + 1).replace(/\s/g, '');
  if (!before.endsWith(lead) || !after.startsWith(trail.trim())) return null;
  return { start: range.start - lead.length, end: range.end + (text.startsWith(trail, range.end) ? trail.length : 0) };
}

function signsBefore(text: string, place: number): string {
  const near = text.slice(Math.max(0, place - MOST_SIGNS), place + 1);
  return dashed(BEFORE.exec(near)?.[0] ?? '');
}

function dashed(signs: string): string {
  return signs.replace(/[−–]/g, '-');
}

const JOINED = /(?<=[\p{L}\p{M}])(?:\u00ad|[-‐‑–]\s*)(?=\p{L})/gu;

const WORD_OR_SIGN = new RegExp(
  `[\\p{L}\\p{N}\\p{M}]+(?:[.,]\\p{N}+)*|[${SIGNS}?!]|(?<![\\p{L}\\p{N}]\\s?)[-−–](?=\\p{N})`,
  'gu',
);

/** Whether words and signs are the same: words that a hyphen or a line break parts count as one, or as two, as long as both do. */
export function isSame(text: string, words: string): boolean {
  return ['', ' '].some((between) => wordsAndSigns(text, between) === wordsAndSigns(words, between));
}

function wordsAndSigns(text: string, between: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(JOINED, between);
  return (folded.match(WORD_OR_SIGN) ?? []).map(dashed).join(' ');
}
