// Parts of equations put into one line, from whatever markup they come. Pure.
import { lowered, raised } from './raised.ts';

/** The parts after one another; undefined where one of them cannot be in a line. */
export function together(...parts: (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** In brackets where it is more than a word or a number. */
export function bracketed(words: string | undefined): string | undefined {
  return words === undefined || /^[\p{L}\p{N}.,%]*$/u.test(words) ? words : `(${words})`;
}

/** Raised: ⁶, or behind a sign where Unicode has no such letters. */
export function power(words: string | undefined): string | undefined {
  return shifted(words, raised, '^');
}

/** Lowered: ₂, or behind a sign. */
export function index(words: string | undefined): string | undefined {
  return shifted(words, lowered, '_');
}

function shifted(words: string | undefined, shift: (text: string) => string, sign: string): string | undefined {
  if (words === undefined || words === '') return words;
  const moved = shift(words);
  return moved === words ? `${sign}${bracketed(words)}` : moved;
}
