// What a person is made of, before any row: the initials that stand for a name. Pure.

/** Two letters for a name: of the first and of the last word, or the first two of a single word. */
export function initialsOf(display_name: string): string {
  const words = display_name.split(/[\s-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? display_name;
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = last === undefined ? graphemes(first).slice(0, 2) : [graphemes(first)[0], graphemes(last)[0]];
  return letters.join('').toLocaleUpperCase('en').slice(0, 8) || '?';
}

function graphemes(word: string): string[] {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)].map((part) => part.segment);
  return letters.filter((letter) => /[\p{L}\p{N}]/u.test(letter));
}
