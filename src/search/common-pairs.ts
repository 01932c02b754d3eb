// Pairs of words that stand in nearly every text, as signs of an entry: the index finds such a phrase. Pure.
import { facet } from './entry-signs.ts';

/**
 * As keys: those that most sentences have, of the languages that articles are read in. Who changes them has all entries made
 * anew by a migration: a phrase is looked for by its pair alone.
 */
export const COMMON: ReadonlySet<string> = new Set(
  [
    'the of and to in a that is was for it on with as at by from had has be he said',
    'der die und in den von zu das mit des dem ein eine im auf nicht',
    'de la le et les des en un du une que dans a au l d',
    'el y los del las por se',
    'o e do da em os no na um',
  ].flatMap((words) => words.split(' ')),
);

/** The sign of these two words one behind the other; null where either is rarer, and the index finds it quickly enough. */
function signOfPair(first: string, second: string): string | null {
  return COMMON.has(first) && COMMON.has(second) ? facet('pair', `${first}§${second}`) : null;
}

/** The signs of all such pairs among words that stand one behind the other, each once. */
export function signsOfPairs(words: readonly string[]): string[] {
  const signs = words.slice(1).map((word, at) => signOfPair(words[at] ?? '', word));
  return [...new Set(signs.filter((sign) => sign !== null))];
}
