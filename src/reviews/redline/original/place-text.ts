// Where the letters of a version stand in the document that it came from, paragraph by paragraph. Pure.
import type { WordBlock } from '#src/articles/documents/word/line.ts';
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
  let cursor = 0;
  for (const one of found) {
    one.start = lineAt(text, one.block.text, cursor);
    if (one.start >= 0) cursor = one.start + one.block.text.length;
  }
  const placed = found.flatMap(({ block, start }, at): Placed[] =>
    start >= 0 ? [{ block, start, words: block.text }] : changedLine(text, found, at),
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

/** Where these words are whole lines of the text, at or behind the cursor, else before it; -1 where they are not. */
function lineAt(text: string, words: string, cursor: number): number {
  for (const from of [cursor, 0])
    for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1))
      if (isLineEnd(text, at - 1) && isLineEnd(text, at + words.length)) return at;
  return -1;
}

function isLineEnd(text: string, at: number): boolean {
  return at < 0 || at >= text.length || text[at] === '\n';
}

/** The line that stands for a paragraph nobody finds: between the same neighbours, where as many lines are missing. */
function changedLine(text: string, found: { block: WordBlock; start: number }[], at: number): Placed[] {
  let first = at;
  while (first > 0 && found[first - 1]?.start === -1) first -= 1;
  let end = at;
  while (end < found.length && found[end]?.start === -1) end += 1;
  const before = found[first - 1];
  const after = found[end];
  const from = before === undefined ? 0 : before.start + before.block.text.length;
  const to = after?.start ?? text.length;
  const lines = linesBetween(text, from, to);
  const line = lines.length === end - first ? lines[at - first] : undefined;
  const block = found[at]?.block;
  return line === undefined || block === undefined ? [] : [{ block, ...line }];
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
