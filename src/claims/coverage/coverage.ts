// What of a text is read, and what is left to read, as a checker with a pencil counts. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { mergedRanges, type Range } from '#src/reading/text/range.ts';

export type ReadingState = 'unread' | 'nothing' | 'read';

export interface SentenceCoverage {
  number: number;
  state: ReadingState;
  /** What stands in no claim and no tick, of a sentence that is read; of an initialled one only placeholders. */
  leftovers: Leftover[];
}

export interface Coverage {
  sentences: SentenceCoverage[];
  total: number;
  unread: number;
  initialled: number;
  leftovers: number;
}

export interface SentenceRange extends Range {
  id: string;
  number: number;
}

export interface Touches {
  /** The ranges of claims that are not dropped and of ticks, in any order. */
  ranges: readonly Range[];
  initialled_ids: ReadonlySet<string>;
}

/**
 * The coverage of a version. `leftovers_of` gives all leftovers of one sentence, covered or not. A sentence is read when
 * a claim or a tick touches a letter of it; initials cover all of it but placeholders, which stay until they are gone.
 */
export function coverageOf(
  text: string,
  sentences: readonly SentenceRange[],
  touches: Touches & { leftovers_of: (sentence: SentenceRange) => Leftover[] },
): Coverage {
  const ranges = mergedRanges(touches.ranges);
  const coverage: Coverage = { sentences: [], total: sentences.length, unread: 0, initialled: 0, leftovers: 0 };
  let from = 0;
  for (const sentence of sentences) {
    while (from < ranges.length && itemAt(ranges, from).end <= sentence.start) from += 1;
    const here = rangesFrom(ranges, from, sentence.end);
    const initialled = touches.initialled_ids.has(sentence.id);
    const state = here.some((range) => hasLetterOf(text, sentence, range)) ? 'read' : initialled ? 'nothing' : 'unread';
    const leftovers =
      state === 'unread'
        ? []
        : touches.leftovers_of(sentence).filter((leftover) => isLeft(text, leftover, here, initialled));
    coverage.sentences.push({ number: sentence.number, state, leftovers });
    if (state === 'unread') coverage.unread += 1;
    if (state === 'nothing') coverage.initialled += 1;
    coverage.leftovers += leftovers.length;
  }
  return coverage;
}

function isLeft(text: string, leftover: Leftover, ranges: readonly Range[], initialled: boolean): boolean {
  if (leftover.kind === 'placeholder') return true;
  if (initialled) return false;
  let at = leftover.start;
  for (const range of ranges) {
    if (range.start > at && /[\p{L}\p{N}]/u.test(text.slice(at, Math.min(range.start, leftover.end)))) return true;
    at = Math.max(at, range.end);
    if (at >= leftover.end) return false;
  }
  return /[\p{L}\p{N}]/u.test(text.slice(at, leftover.end));
}

function hasLetterOf(text: string, sentence: Range, range: Range): boolean {
  const words = text.slice(Math.max(sentence.start, range.start), Math.min(sentence.end, range.end));
  return /[\p{L}\p{N}]/u.test(words);
}

function rangesFrom(ranges: readonly Range[], from: number, end: number): Range[] {
  const here: Range[] = [];
  for (let index = from; index < ranges.length; index += 1) {
    const range = itemAt(ranges, index);
    if (range.start >= end) break;
    here.push(range);
  }
  return here;
}
