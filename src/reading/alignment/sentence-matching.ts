// Which sentence of the new text is which of the old one, word for word.
import { itemAt, needed } from '#src/item-at.ts';
import type { AnchorSentence } from './anchor-text.ts';

/** By index of the old sentence: that of the same sentence in the new text, or -1. `in_order`: it did not change places. */
export type SentenceMatching = { to_new: Int32Array; to_old: Int32Array; in_order: Uint8Array };

/** Pairs equal sentences: first those that stand once in each text, then their equal neighbours, then the rest in order. */
export function matchSentences(before: AnchorSentence[], after: AnchorSentence[]): SentenceMatching {
  const to_new = new Int32Array(before.length).fill(-1);
  const to_old = new Int32Array(after.length).fill(-1);
  const pair = (old: number, fresh: number) => {
    to_new[old] = fresh;
    to_old[fresh] = old;
  };
  const places = groupPlaces(before, after);
  for (const { olds, news } of places)
    if (olds.length === 1 && news.length === 1) pair(itemAt(olds, 0), itemAt(news, 0));
  const isFree = (old: number, fresh: number) =>
    to_new[old] === -1 && to_old[fresh] === -1 && before[old]?.key === after[fresh]?.key;
  for (let old = 1; old < before.length; old++) {
    const fresh = itemAt(to_new, old - 1) + 1;
    if (fresh > 0 && fresh < after.length && isFree(old, fresh)) pair(old, fresh);
  }
  for (let old = before.length - 2; old >= 0; old--) {
    const fresh = itemAt(to_new, old + 1) - 1;
    if (fresh >= 0 && isFree(old, fresh)) pair(old, fresh);
  }
  for (const { olds, news } of places) {
    const free = news.filter((fresh) => to_old[fresh] === -1);
    for (const old of olds) if (to_new[old] === -1 && free.length > 0) pair(old, needed(free.shift(), 'free sentence'));
  }
  return { to_new, to_old, in_order: longestRise(to_new) };
}

function groupPlaces(before: AnchorSentence[], after: AnchorSentence[]): { olds: number[]; news: number[] }[] {
  const groups = new Map<string, { olds: number[]; news: number[] }>();
  before.forEach(({ key }, index) => {
    const group = groups.get(key);
    if (group) group.olds.push(index);
    else groups.set(key, { olds: [index], news: [] });
  });
  after.forEach(({ key }, index) => {
    groups.get(key)?.news.push(index);
  });
  return [...groups.values()].filter(({ news }) => news.length > 0);
}

/** Marks the longest run of pairs that kept their order; the others were moved. */
function longestRise(to_new: Int32Array): Uint8Array {
  const tails: number[] = [];
  const previous = new Int32Array(to_new.length).fill(-1);
  to_new.forEach((fresh, old) => {
    if (fresh < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (itemAt(to_new, itemAt(tails, middle)) < fresh) low = middle + 1;
      else high = middle;
    }
    previous[old] = low > 0 ? itemAt(tails, low - 1) : -1;
    tails[low] = old;
  });
  const in_order = new Uint8Array(to_new.length);
  for (let old = tails.at(-1) ?? -1; old >= 0; old = itemAt(previous, old)) in_order[old] = 1;
  return in_order;
}
