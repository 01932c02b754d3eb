// What is read in a text, packed in blocks of some sentences: a few words want one of them. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Attribution } from '#src/reading/attribution/attributed.ts';
import { statementsAmong } from '#src/reading/check-worthiness/claim-reading.ts';
import { type Leftover, leftoversOf } from '#src/reading/check-worthiness/leftovers.ts';
import { contains, overlaps, type Range } from '#src/reading/text/range.ts';
import { allIn, packed, thoseWhere } from './packed-lines.ts';
import { type Suggestion, type SuggestionGround, suggestionsOf } from './suggestion.ts';

/** So much goes into one block, which takes a part of a millisecond to unpack. */
const MOST = { sentences: 40, letters: 8_000 };

/**
 * By name, what a block holds. Whatever else follows from the words of a version and its language alone has its place here, as
 * a column of its own by the sentence in which it stands; what follows from claims as well has not.
 */
export interface BlockRead {
  /** By number of the sentence, in order; a sentence without any has an empty list. */
  leftovers: [sentence: number, Leftover[]][];
  /** In the order of the text. */
  suggestions: Suggestion[];
  /** Who said what: each in every block that its words touch. */
  statements: Attribution[];
}

export type PackedBlock = Range & { [Name in keyof BlockRead]: Uint8Array };

/** Reads a text in a language: its blocks in order, which hold all of its letters between them. There is one at least. */
export function* packedBlocks({ ground, language }: { ground: SuggestionGround; language: string }) {
  const heard: Attribution[] = [];
  const suggestions = suggestionsOf(ground, language, (attributions) => heard.push(...attributions));
  const blocks = blocksOf(ground);
  const statements = byBlock(blocks, statementsAmong(heard));
  let taken = 0;
  for (const [at, { sentences, ...range }] of blocks.entries()) {
    const last = sentences.at(-1)?.number ?? 0;
    const from = taken;
    while (taken < suggestions.length && itemAt(suggestions, taken).sentence <= last) taken += 1;
    yield {
      ...range,
      leftovers: packed(sentences.map((one) => [one.number, leftoversOf(ground.text, one, language)])),
      suggestions: packed(suggestions.slice(from, taken)),
      statements: packed(itemAt(statements, at)),
    } satisfies PackedBlock;
  }
}

type Block = Range & { sentences: SuggestionGround['sentences'] };

function blocksOf({ text, sentences }: Pick<SuggestionGround, 'text' | 'sentences'>): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  do {
    const start = blocks.at(-1)?.end ?? 0;
    let to = from;
    while (to < sentences.length && to - from < MOST.sentences && (sentences[to]?.start ?? 0) - start < MOST.letters)
      to += 1;
    blocks.push({ start, end: sentences[to]?.start ?? text.length, sentences: sentences.slice(from, to) });
    from = to;
  } while (from < sentences.length);
  return blocks;
}

/** For each block the statements whose words touch it, in their order. */
function byBlock(blocks: readonly Range[], statements: readonly Attribution[]): Attribution[][] {
  const found = blocks.map((): Attribution[] => []);
  for (const statement of statements)
    for (let at = placeOfBlock(blocks, statement.content.start); at < blocks.length; at += 1) {
      if (itemAt(blocks, at).start >= statement.content.end) break;
      itemAt(found, at).push(statement);
    }
  return found;
}

/** Which block holds a letter. */
function placeOfBlock(blocks: readonly Range[], letter: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(blocks, middle).end <= letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a block holds under one name, unpacked. */
export function unpacked<Name extends keyof BlockRead>(block: Pick<PackedBlock, Name>, name: Name): BlockRead[Name] {
  return allIn(block[name]) as BlockRead[Name];
}

/** Those of the suggestions of a block that stand in these words, unpacked without the others. */
export function suggestionsWithin(block: Pick<PackedBlock, 'suggestions'>, range: Range): Suggestion[] {
  return thoseWhere<Suggestion>(block.suggestions, BEGINS, (one) => contains(range, one));
}

/** Those of the statements of a block whose words touch these, unpacked without the others. */
export function statementsTouching(block: Pick<PackedBlock, 'statements'>, range: Range): Attribution[] {
  return thoseWhere<Attribution>(block.statements, CONTENT, (one) => overlaps(one, range));
}

/** Before the range of a suggestion, and before that of what somebody said. */
const BEGINS = Buffer.from('{"start":');
const CONTENT = Buffer.from('"content":{"start":');
