// Which arrows lead from words in hand to other words, by the fewest presses. Pure.
import type { Word } from '#src/browser/word-list.ts';

interface Range {
  start: number;
  end: number;
}

/** The keys, in their order; null where words are wanted that begin or end within a word. */
export function arrowsTo(words: readonly Word[], from: Range, to: Range): string[] | null {
  const target = {
    first: words.findIndex((one) => one.start === to.start),
    last: words.findIndex((one) => one.end === to.end),
  };
  const now = {
    first: words.findIndex((one) => one.end > from.start),
    last: words.findLastIndex((one) => one.start < from.end),
  };
  if (target.first === -1 || target.last < target.first || now.first === -1 || now.last < now.first) return null;
  const start = stepsOf(now.first, target.first, words, 'begins_stretch');
  const end = stepsOf(now.last, target.last, words, 'ends_stretch').map((arrow) => `Shift+${arrow}`);
  // What would pass the other end has to wait until that has made room.
  return target.first > now.last ? [...end, ...start] : [...start, ...end];
}

/** Word by word with left and right, or to the next stretch with up and down: a walk in breadth finds the fewest. */
function stepsOf(from: number, to: number, words: readonly Word[], stop: 'begins_stretch' | 'ends_stretch'): string[] {
  const known = new Map<number, string[]>([[from, []]]);
  const waiting = [from];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const steps = known.get(at) as string[];
    if (at === to) return steps;
    for (const [arrow, next] of neighbours(at, words, stop))
      if (next >= 0 && next < words.length && !known.has(next)) {
        known.set(next, [...steps, arrow]);
        waiting.push(next);
      }
  }
  return [];
}

function neighbours(at: number, words: readonly Word[], stop: 'begins_stretch' | 'ends_stretch'): [string, number][] {
  const stretch = (way: number) => {
    let next = at + way;
    while (words[next] && !words[next]?.[stop]) next += way;
    return Math.min(Math.max(next, 0), words.length - 1);
  };
  return [
    ['ArrowRight', at + 1],
    ['ArrowLeft', at - 1],
    ['ArrowDown', stretch(1)],
    ['ArrowUp', stretch(-1)],
  ];
}
