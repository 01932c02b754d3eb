// The long work on texts, piece by piece, so that a thread can hand it over. Pure.
import { itemAt } from '#src/item-at.ts';
import { type Anchor, reanchor } from '#src/reading/alignment/anchors.ts';
import { lookUpPassages, type PassageLookup } from '#src/reading/alignment/passage-lookup.ts';
import type { Attribution } from '#src/reading/attribution/attribution.ts';
import { statementsAmong, statementsOf } from '#src/reading/check-worthiness/claim-reading.ts';
import { type Leftover, leftoversOf } from '#src/reading/check-worthiness/leftovers.ts';
import type { Sentence } from '#src/reading/sentences/sentences.ts';
import type { Range } from '#src/reading/text/range.ts';
import { type Destination, destinationsOf } from './follow.ts';
import { type Suggestion, type SuggestionGround, suggestionsOf } from './suggestion.ts';
import { sentenceChangesOf, type VersionSentence } from './version-changes.ts';

/** So many sentences, claims or statements go in one piece: a few milliseconds to unpack. */
const IN_PIECE = 400;

export interface Read {
  leftovers: [sentence: number, Leftover[]][];
  suggestions: Suggestion[];
  /** Who said what, as `hear` tells it; none where the language was not listened to. */
  statements: Attribution[];
}

/** What pages show of a text that nobody marked: leftovers by number of their sentence, and suggestions, both in order. */
function* read({ ground, language }: { ground: SuggestionGround; language: string }): Generator<Read> {
  const heard: Attribution[] = [];
  const suggestions = suggestionsOf(ground, language, (attributions) => heard.push(...attributions));
  const nothing = (): Read => ({ leftovers: [], suggestions: [], statements: [] });
  let [taken, piece] = [0, nothing()];
  let size = 0;
  for (const sentence of ground.sentences) {
    const leftovers = leftoversOf(ground.text, sentence, language);
    const before = taken;
    while (taken < suggestions.length && itemAt(suggestions, taken).sentence <= sentence.number) taken += 1;
    piece.leftovers.push([sentence.number, leftovers]);
    piece.suggestions.push(...suggestions.slice(before, taken));
    size += 1 + leftovers.length / 4 + (taken - before);
    if (size < IN_PIECE) continue;
    yield piece;
    [piece, size] = [nothing(), 0];
  }
  if (size > 0) yield piece;
  for (const statements of inPieces(statementsAmong(heard))) yield { ...nothing(), statements };
}

export interface Hearing {
  text: string;
  sentences: readonly Sentence[];
  language: string;
}

/** Who said what: the statements of a text, in order. */
function* hear({ text, sentences, language }: Hearing): Generator<Attribution[]> {
  yield* inPieces(statementsOf(text, sentences, language));
}

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

function* inPieces<One>(all: readonly One[]): Generator<One[]> {
  for (let from = 0; from < all.length; from += IN_PIECE) yield all.slice(from, from + IN_PIECE);
}

export const TEXT_WORKS = { read, hear, place, follow, pair, lookUp };

export type TextWork = typeof TEXT_WORKS;
export type WorkName = keyof TextWork;
export type Given<Name extends WorkName> = Parameters<TextWork[Name]>[0];
export type Piece<Name extends WorkName> = ReturnType<TextWork[Name]> extends Generator<infer One> ? One : never;
