// Words on their way into a PDF: how they are read, and nothing in them that turns others round. Pure.
import { type Direction, directionOf } from '#src/direction.ts';

export interface Flow {
  words: string;
  dir: Direction;
  /** The same in pieces; every second one is read from the right, where the rest is not. */
  pieces: string[];
}

/** Letters that no font draws and that turn the words around them: an override in one field must not reach the next. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const RIGHT = '\\p{Script=Arabic}\\p{Script=Hebrew}';
/** From the first such letter to the last, with what stands between them. */
const FROM_RIGHT = new RegExp(`([${RIGHT}](?:[${RIGHT}\\p{M}\\s\\p{P}\\d]*[${RIGHT}\\p{M}])?)`, 'u');

/** The words as they are set. */
export function flowOf(words: string, language?: string): Flow {
  const [said, dir] = [settable(words), directionOf(words, language)];
  return { words: said, dir, pieces: dir === 'rtl' ? [said] : said.split(FROM_RIGHT) };
}

export function settable(words: string): string {
  return words.replace(TURNING, '');
}
