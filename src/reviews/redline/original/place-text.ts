// Where the letters of a version stand in the document that it came from, paragraph by paragraph. Pure.
import type { WordBlock } from '#src/articles/documents/word/line.ts';
import { firstAtLeast } from '#src/first-at-least.ts';
import { itemAt } from '#src/item-at.ts';
import { piecesOfDiff } from '#src/word-diff.ts';

/** A paragraph of the document, and the words of the version that stand for it: `start` is their place in the version. */
export interface Placed {
  block: WordBlock;
  start: number;
  words: string;
}

/** Stretches of a paragraph that the document and the version share, letter for letter. */
interface Shared {
  in_version: number;
  in_block: number;
  length: number;
}

export interface Placement {
  placed: Placed[];
  /** Where a range of the version stands; null where it is not letter for letter within one paragraph of the document. */
  find(range: { start: number; end: number }): { block: WordBlock; start: number; end: number } | null;
}

/**
 * Each paragraph of the document beside the same words of the version. What somebody changed when the version was added is
 * beside what it replaces, where as many lines stand between two that are the same.
 */
export function placeText(text: string, blocks: readonly WordBlock[]): Placement {
  const found = blocks.map((block) => ({ block, start: -1 }));
  const lines = new LinesOf(text);
  let cursor = 0;
  for (const one of found) {
    one.start = lines.find(one.block.text, cursor);
    if (one.start >= 0) cursor = one.start + one.block.text.length;
  }
  const changed = changedLines(text, found);
  const placed = found.flatMap(({ block, start }): Placed[] =>
    start >= 0 ? [{ block, start, words: block.text }] : (changed.get(block) ?? []),
  );
  const shared = new Map(placed.map((one) => [one, sharedOf(one)]));
  return {
    placed,
    find: ({ start, end }) => {
      for (const one of placed) {
        if (start < one.start || end > one.start + one.words.length) continue;
        const stretch = shared
          .get(one)
          ?.find(({ in_version, length }) => start >= in_version && end <= in_version + length);
        if (stretch === undefined) return null;
        const by = stretch.in_block - stretch.in_version;
        return { block: one.block, start: start + by, end: end + by };
      }
      return null;
    },
  };
}

/** Finds whole lines of a text by what they say: to seek each from the beginning on would take the square of a long one. */
class LinesOf {
  readonly #text: string;
  readonly #places: ReadonlyMap<string, readonly number[]>;

  constructor(text: string) {
    this.#text = text;
    const lines = linesBetween(text, 0, text.length);
    this.#places = new Map(
      [...Map.groupBy(lines, ({ words }) => words)].map(([words, some]) => [words, some.map(({ start }) => start)]),
    );
  }

  /** Where these words are whole lines, at or behind the cursor, else before it; -1 where they are not. */
  find(words: string, cursor: number): number {
    const [first = ''] = words.split('\n', 1);
    const places = this.#places.get(first) ?? [];
    const next = firstAtLeast(places, cursor);
    for (let at = next; at < places.length; at += 1)
      if (this.#isWhole(itemAt(places, at), words)) return itemAt(places, at);
    for (let at = 0; at < next; at += 1) if (this.#isWhole(itemAt(places, at), words)) return itemAt(places, at);
    return -1;
  }

  #isWhole(at: number, words: string): boolean {
    const end = at + words.length;
    return this.#text.startsWith(words, at) && (end >= this.#text.length || this.#text[end] === '\n');
  }
}

type Found = readonly { block: WordBlock; start: number }[];

/** The lines that stand for paragraphs nobody finds: between the same neighbours, where as many lines are missing. */
function changedLines(text: string, found: Found): Map<WordBlock, Placed[]> {
  const changed = new Map<WordBlock, Placed[]>();
  for (let first = 0; first < found.length; first += 1) {
    if (found[first]?.start !== -1) continue;
    let end = first;
    while (end < found.length && found[end]?.start === -1) end += 1;
    const before = found[first - 1];
    const from = before === undefined ? 0 : before.start + before.block.text.length;
    const lines = linesBetween(text, from, found[end]?.start ?? text.length);
    if (lines.length === end - first)
      for (const [at, { block }] of found.slice(first, end).entries())
        changed.set(block, [{ block, ...itemAt(lines, at) }]);
    first = end;
  }
  return changed;
}

function linesBetween(text: string, from: number, to: number): { start: number; words: string }[] {
  const lines: { start: number; words: string }[] = [];
  for (const line of text.slice(from, Math.max(from, to)).matchAll(/[^\n]+/g))
    lines.push({ start: from + line.index, words: line[0] });
  return lines;
}

function sharedOf({ block, start, words }: Placed): Shared[] {
  let in_version = start;
  let in_block = 0;
  const shared: Shared[] = [];
  for (const { kind, text } of piecesOfDiff(block.text, words)) {
    const { length } = text;
    if (kind === 'same') shared.push({ in_version, in_block, length });
    if (kind !== 'gone') in_version += length;
    if (kind !== 'come') in_block += length;
  }
  return shared;
}
