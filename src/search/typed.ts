// What somebody typed into the search: words, "phrases" and beginnings*, and whether a text has them. Pure.
import { cleanLine } from '#src/text-fields.ts';
import { type Word, wordsOf } from './words.ts';

/** One or more words that stand one after the other; of the last, where it is a beginning, only that. */
export interface Term {
  keys: readonly string[];
  is_beginning: boolean;
}

export interface Typed {
  terms: readonly Term[];
  /** Whether there was more than is looked for. */
  is_cut: boolean;
}

const MOST_LETTERS = 10_000;
const MOST_TERMS = 12;
const MOST_IN_PHRASE = 24;
/** One letter begins half of all words. */
const SHORTEST_BEGINNING = 2;
const MARKS = /["“”„‟«»＂]/;

/** Whatever was typed, as what is looked for: signs are never a language of their own. */
export function typedIn(text: string): Typed {
  const line = cleanLine(text);
  const pieces = line.slice(0, MOST_LETTERS).split(MARKS);
  const terms: Term[] = [];
  pieces.forEach((piece, index) => {
    // A mark without its counterpart is none.
    const is_phrase = index % 2 === 1 && index < pieces.length - 1;
    for (const words of is_phrase ? [piece] : piece.split(/\s+/)) terms.push(...termOf(words));
  });
  const different = [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
  return {
    terms: different.slice(0, MOST_TERMS),
    is_cut: line.length > MOST_LETTERS || different.length > MOST_TERMS,
  };
}

function termOf(words: string): Term[] {
  const keys = wordsOf(words)
    .map(({ key }) => key)
    .slice(0, MOST_IN_PHRASE);
  const last = keys.at(-1) ?? '';
  if (last === '') return [];
  return [{ keys, is_beginning: /[\p{L}\p{N}\p{M}]\*/u.test(words) && [...last].length >= SHORTEST_BEGINNING }];
}

export interface Place {
  start: number;
  end: number;
}

/** Where each term stands in the text, in the order of the terms; a term that does not has no place. */
export function placesOf(terms: readonly Term[], text: string): Place[][] {
  const words = wordsOf(text);
  const at = new Map<string, number[]>();
  words.forEach(({ key }, index) => {
    const known = at.get(key);
    if (known === undefined) at.set(key, [index]);
    else known.push(index);
  });
  return terms.map((term) => standing(term, words, at).map((first) => placeOf(words, first, term.keys.length)));
}

/** The words with which the term begins. */
function standing(term: Term, words: readonly Word[], at: ReadonlyMap<string, number[]>): number[] {
  const [first = ''] = term.keys;
  const is_single_beginning = term.is_beginning && term.keys.length === 1;
  const begins = is_single_beginning ? words.keys() : (at.get(first) ?? []);
  return [...begins].filter((index) =>
    term.keys.every((key, place) => {
      const word = words[index + place]?.key;
      const is_last = place === term.keys.length - 1;
      return is_last && term.is_beginning ? word?.startsWith(key) : word === key;
    }),
  );
}

function placeOf(words: readonly Word[], first: number, count: number): Place {
  return { start: words[first]?.start ?? 0, end: words[first + count - 1]?.end ?? 0 };
}
