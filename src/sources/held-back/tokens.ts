// Words as they are compared: without case, accents and marks; telephone numbers by digits. Pure.
import { normalised } from '#src/piled-marks.ts';

export interface Token {
  /** As it was typed. */
  word: string;
  /** As it is compared. */
  key: string;
  /** Begins with a capital, or in a script that has none. */
  is_capital: boolean;
}

/** Scripts that put no space between words: names in them are looked for as they stand. */
const SCRIPTS = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const UNSPACED = new RegExp(SCRIPTS, 'u');
const UNSPACED_RUN = new RegExp(`${SCRIPTS}{2,}`, 'gu');

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Six digits or more with what people put between them. */
const NUMBER = /\+?\(?\d(?:[\s()./–·-]{0,3}\d){5,}/g;
const DATE = /^\d{4}-\d\d-\d\d|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;
/** "100 000": a figure, unless it begins as telephone numbers do. */
const GROUPED = /^[1-9]\d{0,2}(?:[\s.]\d{3})+$/;
/** Before so few digits that they might be any number. */
const RINGS =
  /(?:\b(?:tel|phone|telephone|mobile|cell|call|calls|ring|fax|number|no|ext|whatsapp|signal)\b|☎)[\s.:]*$/i;
const SURELY = 7;
const DIGITS_COMPARED = 8;

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(WORD), ([word]) => ({
    word,
    key: keyOf(word),
    is_capital: /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word),
  }));
}

/** Whether words of this text cannot be told apart by what stands between them. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** What of it is written without spaces, stretch by stretch. */
export function unspacedIn(text: string): string[] {
  return text.match(UNSPACED_RUN) ?? [];
}

/** The word, or the words, as they are compared. */
export function keyOf(words: string): string {
  if (/^[\x00-\x7f]*$/.test(words)) return words.toLowerCase();
  return normalised(words, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The telephone numbers that stand in a text, by their keys. A figure is none: it says nothing of anybody by itself. */
export function phonesIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(NUMBER)) {
    const [said] = match;
    const digits = said.replace(/\D/g, '');
    const is_plain = digits.length < SURELY && !/\D/.test(said.trim()) && !digits.startsWith('0');
    const is_figure = DATE.test(said) || GROUPED.test(said) || is_plain;
    if (!is_figure || RINGS.test(text.slice(0, match.index))) found.set(phoneKey(digits), said);
  }
  return found;
}

/** All numbers that might be one of those, by a key that is the same with and without the code of a country. */
export function numberKeysIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [said] of text.matchAll(NUMBER)) {
    if (DATE.test(said)) continue;
    const digits = said.replace(/\D/g, '');
    found.set(phoneKey(digits), said);
  }
  return found;
}

function phoneKey(digits: string): string {
  return `tel:${digits.slice(-DIGITS_COMPARED)}`;
}
