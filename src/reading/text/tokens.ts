// The words, numbers and marks of a range, for the readers that look at more than letters.
import { FUNCTION_WORDS } from './function-words.ts';
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

const TOKEN =
  /(?<number>[$€£¥]?\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|bn|m|k|tn|pm|am)?(?![\p{L}\p{N}]))|(?<word>\p{N}+\p{L}[\p{L}\p{N}]*|\p{L}[\p{L}\p{M}\p{N}]*(?:(?:['’‘.&/-]|[–](?=\p{Ll}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?)|(?<mark>[^\s])/gu;

/** The tokens of a range in order. A full stop belongs to a word only within it ("U.S", "a.m"). */
export function tokensOf(text: string, range: Range): Token[] {
  const piece = text.slice(range.start, range.end);
  const tokens: Token[] = [];
  for (const found of piece.matchAll(TOKEN)) {
    const start = range.start + found.index;
    const kind = found.groups?.word ? 'word' : found.groups?.number ? 'number' : 'mark';
    tokens.push(kind === 'word' ? wordToken(found[0], start) : plainToken(found[0], start, kind));
  }
  return tokens;
}

function wordToken(printed: string, start: number): Token {
  const word = printed.endsWith('.') && !/\.\p{L}{1,2}\.$/u.test(printed) ? printed.slice(0, -1) : printed;
  const straight = word.replaceAll('’', "'").toLowerCase();
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
