// Words on their way into a PDF: how they are read, and nothing in them that turns others round. Pure.
import { type Direction, directionOf } from '#src/direction.ts';

export interface Flow {
  words: string;
  dir: Direction;
}

/** Letters that no font draws and that turn the words around them: an override in one field must not reach the next. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The words as they are set. */
export function flowOf(words: string, language?: string): Flow {
  return { words: settable(words), dir: directionOf(words, language) };
}

export function settable(words: string): string {
  return words.replace(TURNING, '');
}
