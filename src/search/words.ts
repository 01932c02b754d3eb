// The words of a text as a search compares them, and where each stands. Pure.
import { keyOf } from '#src/sources/held-back/tokens.ts';

export interface Word {
  /** Without case, accents and marks; letters and digits alone. */
  key: string;
  start: number;
  end: number;
}

/** A longer one is no word of any language, and says itself by its beginning. */
const LONGEST = 64;

/** Digits in groups of three are one number, however the groups are parted: 1,200 and 1.200 and 1’200 are 1200. */
const GROUPED = `(?<![\\p{L}\\p{N}]|\\d[.,])[1-9]\\d{0,2}(?:[.,'’\\u00a0\\u2009\\u202f]\\d{3})+(?!\\p{L}|\\p{N}|[.,]\\d)`;
const WORD = new RegExp(`${GROUPED}|[\\p{L}\\p{N}\\p{M}]+`, 'gu');
/** Scripts that put no space between words: each letter is one, and what is typed of them is looked for as a phrase. */
const LETTER_BY_LETTER =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** Letters that no accent tells apart, as people type them who have not got them. */
const OTHER_LETTERS: Record<string, string> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ŋ: 'n', ħ: 'h', ŧ: 't' },
  ...{ ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ـ: '' },
};
const OTHER = new RegExp(`[${Object.keys(OTHER_LETTERS).join('')}]`, 'g');

/** All words of the text, in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [said] = match;
    if (!UNSPACED.test(said)) push(words, said, match.index);
    else for (const part of said.matchAll(LETTER_BY_LETTER)) push(words, part[0], match.index + part.index);
  }
  return words;
}

function push(words: Word[], said: string, start: number): void {
  const key = keyOfWord(said);
  if (key !== '') words.push({ key, start, end: start + said.length });
}

const NO_MORE_THAN_ASCII = /^[a-z0-9]*$/i;

function keyOfWord(said: string): string {
  if (NO_MORE_THAN_ASCII.test(said)) return said.toLowerCase().slice(0, LONGEST);
  const key = keyOf(said)
    .replace(OTHER, (letter) => OTHER_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
  return [...key].slice(0, LONGEST).join('');
}

/** The keys of some texts, as an entry holds them. */
export function keysOf(...texts: readonly string[]): string {
  return wordsOf(texts.join('\n'))
    .map(({ key }) => key)
    .join(' ');
}
