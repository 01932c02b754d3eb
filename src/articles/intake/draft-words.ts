// Words of a draft as they are quoted on pages. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';

const WORDS_LENGTH = 140;

/** What a note says that its title does not. */
export function besides(title: string, note: string): string {
  return title.endsWith(note) ? '' : note;
}

/** Words in quotation marks, cut where they are long. */
export function quote(words: string): string {
  return cutAtWord(words.replace(/\s+/g, ' '), WORDS_LENGTH);
}
