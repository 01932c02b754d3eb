// What the program fills in when a person marks words and says nothing else.
import { type Attribution, attributionsOf } from './attribution.ts';
import { type ClaimKind, kindOf } from './claim-kind.ts';
import { type Figure, figuresOf } from './figures.ts';
import { intersectionOf, overlaps, type Range, trimRange } from './range.ts';
import type { Sentence } from './sentences.ts';

/** `attribution` names the speakers outermost first; empty is the article's own voice. */
export type ClaimReading = {
  statement: string;
  kind: ClaimKind;
  attribution: { name: string; role: string | null }[];
  figures: Figure[];
};

/** Reads the words of a range. `sentences` are those of the whole text, for who "he" is. */
export function readClaim(text: string, range: Range, sentences: Sentence[]): ClaimReading {
  const words = trimRange(text, range);
  return {
    statement: text.slice(words.start, words.end).replace(/\s+/g, ' '),
    kind: kindOf(text, words),
    attribution: speakersOf(attributionAt(attributionsOf(text, sentences), words)),
    figures: figuresOf(text, words),
  };
}

/** The innermost attribution that holds at least half of the range. */
export function attributionAt(attributions: Attribution[], range: Range): Attribution | null {
  const holding = attributions.filter((each) => overlaps(each.content, range) && holdsHalf(each.content, range));
  holding.sort((a, b) => b.chain.length - a.chain.length || sizeOf(a.content) - sizeOf(b.content));
  return holding[0] ?? null;
}

function holdsHalf(content: Range, range: Range): boolean {
  return sizeOf(intersectionOf(content, range)) * 2 >= sizeOf(range);
}

function sizeOf(range: Range): number {
  return range.end - range.start;
}

/** Name and role of each speaker of the chain; who has no name goes by the words of the text. */
export function speakersOf(attribution: Attribution | null): { name: string; role: string | null }[] {
  return (attribution?.chain ?? []).map((speaker) => ({ name: speaker.name ?? speaker.printed, role: speaker.role }));
}
