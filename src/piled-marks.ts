// Letters under more marks than any writing sets, which would make normalising slow.

/**
 * Unicode's stream-safe bound (UAX #15), far above what any script sets on one letter: Vietnamese two, Hebrew with
 * cantillation four or five, a stack of Tibetan some ten. To put longer runs in order takes time that grows with their square.
 */
const MOST_MARKS = 30;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MOST_MARKS + 1},}`, 'u');
const MARKS_BEYOND = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

export interface PiledMarks {
  count: number;
  /** The words up to the letter that carries them. */
  words: string;
}

/** The first letter with more than 30 marks on it, or null. */
export function findPiledMarks(text: string): PiledMarks | null {
  const found = TOO_MANY_MARKS.exec(text);
  if (found === null) return null;
  const words = text.slice(Math.max(0, found.index - 40), found.index).toWellFormed();
  return { count: [...found[0]].length, words: words.replace(/\s+/g, ' ').trim() };
}

/** Normalised by one of Unicode's forms. What stands on a letter beyond 30 marks is left out, so that no text is slow. */
export function normalised(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  const bounded = text.length <= MOST_MARKS ? text : text.replace(MARKS_BEYOND, '$1');
  return bounded.normalize(form);
}

/** What to tell whoever sent such a letter. */
export function sayPiledMarks({ count, words }: PiledMarks): string {
  const where = words === '' ? 'The first letter' : `The last letter of “${words}”`;
  return `${where} carries ${count.toLocaleString('en')} marks (accents and the like), and no script uses more than ${MOST_MARKS} on one letter. Remove them and save again: everything else is as you typed it.`;
}
