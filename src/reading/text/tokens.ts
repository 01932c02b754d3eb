// The words, numbers and marks of a range, for the readers that look at more than letters.
import { FUNCTION_WORDS } from './function-words.ts';
import { HIDDEN, withoutHidden } from './hidden-letters.ts';
import type { Range } from './range.ts';

export type Token = Range & {
  /** As printed. */
  text: string;
  /** In lower case, with straight apostrophes and without a possessive ending. */
  key: string;
  kind: 'word' | 'number' | 'mark';
  /** Starts with a capital letter. */
  is_capital: boolean;
  /** "Ahmadi's", "militants’": owned something. */
  is_possessive: boolean;
};

const DIGITS = `\\p{Nd}(?:[${HIDDEN}]?\\p{Nd})*`;
/** Thousands parted by a space that does not break, or by an apostrophe. */
const PARTED = String.raw`\p{Nd}{1,3}(?:[\u00a0\u202f\u2009'’]\p{Nd}{3})+(?!\p{Nd})`;
/** The same by a plain space, but not behind what is numbered ("page 4", "Unit 12"), a month or another number. */
const SPACED = String.raw`(?=\p{Nd})(?<!(?:\p{Lu}[\p{L}.]*|\p{N}|\b(?:page|chapter|room|article|day|week|stage|group|phase|number|no\.?)) )\p{Nd}{1,3}(?: \p{Nd}{3})+(?![\p{Nd}]|[-–] ?\p{Nd})`;
const VULGAR = '[¼-¾⅐-⅞]';
const GLUED = [
  'million|billion|trillion|mln|bln|percent|st|nd|rd|th|am|pm|pc|bn|mn|tn|[kKmMB]|Mio|Mrd|p|x|[gtlh]|[CFVW]',
  'km/h|m/s|mph|kph|kmh|k[mg]²?|[cmnµ]m|m[²³]|[cmdh]l|mg|ha|mi|ft|yd|lbs?|oz|[kMGT]Wh?|[km]V|m?Ah|[kMG]?Hz|[kKMGTP]B|[MG]b(?:ps|it)',
  'dB|[kh]?Pa|psi|hrs?|mins?|secs?|ms|yrs?|ppm|ppb|bpm|rpm|cc|k?cal|[kM]J|hp|pts?|USD|EUR|GBP',
].join('|');
const NUMBER = `[$€£¥₹₽₩₪]?(?:(?:${SPACED}|${PARTED}|${DIGITS})(?:[.,:٫٬]${DIGITS})*${VULGAR}?|${VULGAR})(?:${GLUED})?(?![\\p{L}\\p{N}])|[$€£¥₹₽₩₪]?${DIGITS}(?=[⁰¹²³⁴-⁹])`;
const LETTER = `[\\p{L}\\p{M}\\p{N}${HIDDEN}]`;
/** Codes of money without a sign that are written to the number: "Sh120", "KSh3 billion", "R2,000". */
const MONEY_CODE = String.raw`(?:[KTU]?Sh|Ksh|Rs|Tk|RM|Rp|[NR](?=\p{Nd}{1,3}(?:,\p{Nd}{3})|\p{Nd}[\p{Nd}.]*(?:m|bn| million| billion)\b))(?=\p{Nd})`;
const WORD = `${MONEY_CODE}|\\p{N}+\\p{L}[\\p{L}\\p{N}]*|\\p{L}${LETTER}*(?:(?:['’‘.&/-]|[–](?=\\p{Ll}))[\\p{L}\\p{N}]${LETTER}*)*\\.?`;
/** The first group is a number, the second a word; what is neither is a mark. */
const TOKEN = new RegExp(`(?=[\\p{Nd}$€£¥₹₽₩₪¼-¾⅐-⅞])(${NUMBER})|(${WORD})|[^\\s]`, 'gu');

/** The tokens of a range in order. A full stop belongs to a word only within it ("U.S", "a.m"). */
export function tokensOf(text: string, range: Range): Token[] {
  const piece = text.slice(range.start, range.end);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(piece); found; found = TOKEN.exec(piece)) {
    const [printed, number, word] = found;
    const start = range.start + found.index;
    if (word !== undefined) tokens.push(wordToken(printed, start));
    else tokens.push(plainToken(printed, start, number === undefined ? 'mark' : 'number'));
  }
  return tokens;
}

function wordToken(printed: string, start: number): Token {
  const word = printed.endsWith('.') && !/\.\p{L}{1,2}\.$/u.test(printed) ? printed.slice(0, -1) : printed;
  const straight = withoutHidden(word).replaceAll('’', "'").toLowerCase();
  const is_possessive = straight.endsWith("'s");
  return {
    start,
    end: start + word.length,
    text: word,
    key: is_possessive ? straight.slice(0, -2) : straight,
    kind: 'word',
    is_capital: /^\p{Lu}/u.test(word),
    is_possessive,
  };
}

function plainToken(printed: string, start: number, kind: 'number' | 'mark'): Token {
  return {
    start,
    end: start + printed.length,
    text: printed,
    key: printed,
    kind,
    is_capital: false,
    is_possessive: false,
  };
}

/** A small word of English: an article, a pronoun, a preposition and so on. */
export function isFunctionWord(token: Token): boolean {
  return token.kind === 'word' && FUNCTION_WORDS.has(token.key);
}
