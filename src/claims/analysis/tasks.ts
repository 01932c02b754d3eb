// The long work on texts, piece by piece, so that a thread can hand it over. Pure.
import { type Anchor, reanchor } from '#src/reading/alignment/anchors.ts';
import { lookUpPassages, type PassageLookup } from '#src/reading/alignment/passage-lookup.ts';
import { heldAgainst } from '#src/reading/consistency/against-passage.ts';
import { findingsOfText } from '#src/reading/consistency/consistency.ts';
import type { Finding } from '#src/reading/consistency/finding.ts';
import { placeWords, type WordsPlaced } from '#src/reading/consistency/words-placed.ts';
import type { Range } from '#src/reading/text/range.ts';
import { type Destination, destinationsOf } from './follow.ts';
import { packedBlocks } from './reading-blocks.ts';
import { sentenceChangesOf, type VersionSentence } from './version-changes.ts';

/** So many claims or passages go in one piece: a few milliseconds to unpack. */
const IN_PIECE = 400;

export interface Placing {
  before: string;
  after: string;
  ranges: readonly Range[];
  language: string;
}

/** Where ranges of one text stand in another. */
function* place({ before, after, ranges, language }: Placing): Generator<Anchor[]> {
  yield* inPieces(reanchor(before, after, ranges, language));
}

export interface Following {
  before: string;
  after: { text: string; parts: readonly Range[] };
  ranges: readonly Range[];
  language: string;
}

/** Where ranges of a version go in the next one, and what is to be checked again there. */
function* follow({ before, after, ranges, language }: Following): Generator<Destination[]> {
  yield* inPieces(destinationsOf(before, { ...after, sentences: [] }, { ranges, language }));
}

/** SentenceChanges by numbers: of a new sentence, and the old one that it is or was made from; of one that is gone, and what stands there. */
export interface SentencePairs {
  same: [number, number][];
  changed: [number, number][];
  moved: number[];
  fresh: number[];
  gone: [number, number][];
}

interface Side {
  text: string;
  sentences: readonly VersionSentence[];
}

/** Which sentence of a version comes from which of the one before. */
function* pair({ before, after }: { before: Side; after: Side }): Generator<SentencePairs> {
  const { same, changed, moved, fresh, gone } = sentenceChangesOf(before, after);
  const pairs = (some: Map<number, VersionSentence>) =>
    [...some].map(([number, old]): [number, number] => [number, old.number]);
  yield {
    same: pairs(same),
    changed: pairs(changed),
    moved: [...moved],
    fresh: [...fresh],
    gone: gone.map(({ sentence, before: number }) => [sentence.number, number]),
  };
}

export interface LookingUp {
  text: string;
  passages: readonly string[];
}

/** Where passages that somebody quotes stand in the text of a saved copy. */
function* lookUp({ text, passages }: LookingUp): Generator<(PassageLookup | null)[]> {
  yield* inPieces(lookUpPassages(text, passages));
}

export interface WordsToPlace {
  text: string;
  words: readonly string[];
}

/** Where words that a table brings stand in the text. */
function* placeRows({ text, words }: WordsToPlace): Generator<WordsPlaced[]> {
  yield* inPieces(placeWords(text, words));
}

export interface Agreeing {
  text: string;
  dated_on: string | null;
  language: string;
}

/** What does not agree in a text with the text itself, in no order. */
function* agree(given: Agreeing): Generator<Finding[]> {
  yield* inPieces([...findingsOfText(given)].flat());
}

export interface Holding {
  text: string;
  pairs: readonly { range: Range; passage: string }[];
}

/** Words of a text held against passages, pair by pair; null where the two say different things altogether. */
function* hold({ text, pairs }: Holding): Generator<(Finding[] | null)[]> {
  yield* inPieces(pairs.map(({ range, passage }) => heldAgainst(text, range, passage)));
}

function* inPieces<One>(all: readonly One[]): Generator<One[]> {
  for (let from = 0; from < all.length; from += IN_PIECE) yield all.slice(from, from + IN_PIECE);
}

export const TEXT_WORKS = { read: packedBlocks, place, follow, pair, lookUp, placeRows, agree, hold };

export type TextWork = typeof TEXT_WORKS;
export type WorkName = keyof TextWork;
export type Given<Name extends WorkName> = Parameters<TextWork[Name]>[0];
export type Piece<Name extends WorkName> = ReturnType<TextWork[Name]> extends Generator<infer One> ? One : never;
