// Ranges of a text: half open, in UTF-16 code units, the unit in which the whole house counts.
import { itemAt } from '#src/item-at.ts';

export type Range = { start: number; end: number };

/** The place of something in a text; null at both ends once its words are gone. */
export type Place = { start: number | null; end: number | null };

/** Where it stands; null where its words are gone. */
export function placedRange({ start, end }: Place): Range | null {
  return start === null || end === null ? null : { start, end };
}

/** Where those stand that have a place, in their order. */
export function placedRanges(places: readonly Place[]): Range[] {
  return places.map(placedRange).filter((range) => range !== null);
}

/** The words that stand there; null where they are gone. */
export function wordsAt(text: string, place: Place): string | null {
  const range = placedRange(place);
  return range === null ? null : text.slice(range.start, range.end);
}

export function isEmpty(range: Range): boolean {
  return range.end <= range.start;
}

/** Whether the two share at least one letter. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Those of some ranges, which stand in order and apart, that another touches. */
export function rangesTouching<One extends Range>(ranges: readonly One[], range: Range): One[] {
  let [from, to] = [0, ranges.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (itemAt(ranges, middle).end <= range.start) from = middle + 1;
    else to = middle;
  }
  while (to < ranges.length && itemAt(ranges, to).start < range.end) to += 1;
  return ranges.slice(from, to);
}

/** The same letters as ranges that stand in order and apart. */
export function mergedRanges(ranges: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

/** From the beginning of the first to the end of the last of those that it touches, as whole sentences around some words; null for none. */
export function wholeRangesAround(ranges: readonly Range[], range: Range): Range | null {
  const touched = rangesTouching(ranges, range);
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The one of some ranges, which stand in order and apart, in which this place is. */
export function rangeAt<One extends Range>(ranges: readonly One[], place: number): One | undefined {
  return rangesTouching(ranges, { start: place, end: place + 1 })[0];
}

/** Whether every letter of `inner` stands in `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The letters that both hold; empty where they share none. */
export function intersectionOf(a: Range, b: Range): Range {
  const start = Math.max(a.start, b.start);
  return { start, end: Math.max(start, Math.min(a.end, b.end)) };
}

/** Space, tab, line end or any other white space, asked by code: this is asked of every letter of a text. */
export function isSpaceCode(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  if (code < 160) return false;
  return (
    code === 160 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The range without the white space at its two ends. */
export function trimRange(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && isSpaceCode(text.charCodeAt(start))) start++;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** In the order of the text: first start first, and of two with one start the longer first. */
export function byPlace(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end;
}
