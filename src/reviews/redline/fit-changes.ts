// Makes changes fit to be tracked: whole letters, no longer than needed, none crossing another. Pure.
import type { Change } from './redline.ts';
import { widened } from './whole-letters.ts';

/** Words, runs of white space, single marks. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/**
 * The changes that can be tracked together, in the order of the text, and those that cross one of them, which somebody has to
 * make by hand. Of two that cross, the one that comes first in the list is tracked. Made of the text with `new_words` in place
 * of each range, the result is letter for letter the same as with the changes that were given.
 */
export function fitChanges<One extends Change>(
  text: string,
  changes: readonly One[],
): { tracked: One[]; crossing: One[] } {
  const tracked: One[] = [];
  const crossing: One[] = [];
  for (const change of changes) {
    const whole = wholeLetters(text, change);
    if (tracked.some((other) => isCrossing(whole, other))) crossing.push(change);
    else tracked.push(whole);
  }
  const in_order = tracked.sort((a, b) => a.start - b.start || a.end - b.end);
  const narrow = in_order.map((change) => wholeLetters(text, narrowed(text, change)));
  return { tracked: narrow.filter(({ start, end, new_words }) => start < end || new_words !== ''), crossing };
}

/** Two that only touch may stand beside each other; of two that put something in at one place nobody knows which comes first. */
function isCrossing(one: Change, other: Change): boolean {
  if (one.start === other.start) return true;
  return one.start < other.end && other.start < one.end;
}

/** The change with whole letters: what is taken in besides comes back with the new words. */
function wholeLetters<One extends Change>(text: string, change: One): One {
  const { start, end } = widened(text, change);
  const new_words = `${text.slice(start, change.start)}${change.new_words}${text.slice(change.end, end)}`;
  return { ...change, start, end, new_words };
}

/** The change without the words at both ends that stay as they are. */
function narrowed<One extends Change>(text: string, change: One): One {
  const old = text.slice(change.start, change.end).match(TOKEN) ?? [];
  const words = change.new_words.match(TOKEN) ?? [];
  const most = Math.min(old.length, words.length);
  let first = 0;
  while (first < most && old[first] === words[first]) first += 1;
  let last = 0;
  while (last < most - first && old.at(-1 - last) === words.at(-1 - last)) last += 1;
  return {
    ...change,
    start: change.start + lengthOf(old.slice(0, first)),
    end: change.end - lengthOf(old.slice(old.length - last)),
    new_words: words.slice(first, words.length - last).join(''),
  };
}

function lengthOf(tokens: string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0);
}
