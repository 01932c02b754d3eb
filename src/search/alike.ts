// Words that may have been meant where a word that was typed finds nothing. Pure.
import type { Term } from './typed.ts';

/** A shorter word is like too many others. */
const SHORTEST = 4;
const MOST_ALIKE = 8;

/** Whether words like this one may be looked for. A number is what it is: 448 is not like 480. */
export function mayBeMistyped(key: string): boolean {
  return [...key].length >= SHORTEST && !/\p{N}/u.test(key);
}

/** Of these words those that are like it: one or two letters other, or the same with another ending. Itself is not one. */
export function alikeAmong(key: string, words: readonly string[]): string[] {
  return words.filter((word) => word !== key && mayBeMistyped(word) && isLike(key, word)).slice(0, MOST_ALIKE);
}

const LONGEST_ENDING = 3;
const SHORT = 5;

function isLike(one: string, other: string): boolean {
  const [short, long] = [one, other].sort((a, b) => a.length - b.length) as [string, string];
  if (long.startsWith(short) && long.length - short.length <= LONGEST_ENDING) return true;
  const most = short.length <= SHORT ? 1 : 2;
  return long.length - short.length <= most && lettersApart(one, other) <= most;
}

/** How many letters have to be put in, taken out, changed, or changed with their neighbour. */
function lettersApart(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const is_same = one[row - 1] === other[at - 1];
      const ways = [(last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (is_same ? 0 : 1)];
      const is_swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (is_swapped) ways.push((before[at - 2] ?? 0) + 1);
      next.push(Math.min(...ways));
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
}

/** The terms as lists of which one has to stand: each word as it was typed, or one like it. A phrase falls into its words. */
export function withAlike(terms: readonly Term[], alike: ReadonlyMap<string, readonly string[]>): Term[][] {
  return terms.flatMap(({ keys, is_beginning }) =>
    keys.map((key, place) => {
      const itself = { keys: [key], is_beginning: is_beginning && place === keys.length - 1 };
      return [itself, ...(alike.get(key) ?? []).map((word) => ({ keys: [word], is_beginning: false }))];
    }),
  );
}
