// Where words stand in a text, as W3C selectors: quoted, and counted in code points. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Range } from '#src/reading/text/range.ts';

export type SelectorsOf = (range: Range) => [quote: Record<string, unknown>, position: Record<string, unknown>];

/** So much is quoted around the words, and twice as much again until they stand there only once. */
const AROUND = 32;

/** The selectors of ranges of this text, which are in UTF-16 code units. */
export function selectorsIn(text: string): SelectorsOf {
  const letters = [...text];
  const place_of = placesIn(letters);
  return (range) => {
    const [start, end] = [itemAt(place_of, range.start), itemAt(place_of, range.end)];
    const exact = text.slice(range.start, range.end);
    const quoted = (around: number) => ({
      prefix: letters.slice(Math.max(0, start - around), start).join(''),
      suffix: letters.slice(end, end + around).join(''),
    });
    let around = AROUND;
    let { prefix, suffix } = quoted(around);
    while (around < letters.length && !standsOnce(text, prefix + exact + suffix)) {
      around *= 2;
      ({ prefix, suffix } = quoted(around));
    }
    return [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ];
  };
}

function standsOnce(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at === -1 || text.indexOf(words, at + 1) === -1;
}

/** For each place in UTF-16 code units, its place in code points. */
function placesIn(letters: string[]): Uint32Array {
  const length = letters.reduce((sum, letter) => sum + letter.length, 0);
  const places = new Uint32Array(length + 1);
  let at = 0;
  letters.forEach((letter, place) => {
    places.fill(place, at, at + letter.length);
    at += letter.length;
  });
  places[length] = letters.length;
  return places;
}
