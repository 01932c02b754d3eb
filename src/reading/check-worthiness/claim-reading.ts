// What the program fills in when a person marks words and says nothing else.
import type { Attribution } from '../attribution/attributed.ts';
import { attributionsOf } from '../attribution/attribution.ts';
import type { Figure } from '../entities/figures.ts';
import type { Sentence } from '../sentences/sentences.ts';
import { intersectionOf, isEmpty, overlaps, type Range, trimRange } from '../text/range.ts';
import { type ClaimKind, kindAndFigures } from './claim-kind.ts';

/** `attribution` names the speakers outermost first; empty is the article's own voice. */
export type ClaimReading = {
  statement: string;
  kind: ClaimKind;
  attribution: { name: string; role: string | null }[];
  figures: Figure[];
};

/** Who says what in a text: its attributions but for mere acts. `sentences` are those of the whole text, for who "he" is. */
export function statementsOf(text: string, sentences: readonly Sentence[], language?: string): Attribution[] {
  return statementsAmong(attributionsOf(text, sentences, language));
}

/** The attributions of a text but for mere acts. */
export function statementsAmong(attributions: readonly Attribution[]): Attribution[] {
  return attributions.filter((each) => !each.is_act);
}

/** Reads the words of a range; `statements` are those of the whole text. */
export function readClaim(
  text: string,
  range: Range,
  statements: readonly Attribution[],
  language?: string,
): ClaimReading {
  const words = trimRange(text, range);
  return {
    statement: text.slice(words.start, words.end).replace(/\s+/g, ' '),
    ...kindAndFigures(text, words, language),
    attribution: speakersOf(attributionAt(statements, words)),
  };
}

/** The innermost attribution that the words mainly belong to: statements before mere acts, the shortest first. */
export function attributionAt(attributions: readonly Attribution[], range: Range): Attribution | null {
  const holding = attributions.filter((each) => mainlyHolds(each, range));
  if (holding.length === 0) return together(attributions, range)[0] ?? null;
  const rank = (each: Attribution) => (each.is_act ? 1 : 0);
  holding.sort((a, b) => rank(a) - rank(b) || b.chain.length - a.chain.length || sizeOf(a.content) - sizeOf(b.content));
  return holding[0] ?? null;
}

/** A quarter of the words is theirs, and with the words that name them at least half. */
export function mainlyHolds(attribution: Attribution, range: Range): boolean {
  const { content } = attribution;
  // Most of a long text is elsewhere.
  if (!overlaps(content, range) && !isEmpty(range)) return false;
  const said = sizeOf(intersectionOf(content, range));
  return said * 4 >= sizeOf(range) && sizeOf(intersectionOf(hullOf(attribution), range)) * 2 >= sizeOf(range);
}

/** The words that somebody said with those that name them. */
function hullOf({ source, cue, content }: Attribution): Range {
  return {
    start: Math.min(cue.start, content.start, source?.start ?? cue.start),
    end: Math.max(cue.end, content.end, source?.end ?? cue.end),
  };
}

/** Those who share the words without a main one ("Kolb said it was, and two divers warned that it was not"), the most of it first. */
export function together(attributions: readonly Attribution[], range: Range): Attribution[] {
  const sharing = attributions.filter(({ is_act, content }) => !is_act && overlaps(content, range));
  if (sharing.length < 2) return [];
  const hulls = sharing
    .map((each) => intersectionOf(hullOf(each), range))
    .sort((one, other) => one.start - other.start);
  let [covered, at] = [0, range.start];
  for (const { start, end } of hulls) {
    covered += Math.max(0, end - Math.max(start, at));
    at = Math.max(at, end);
  }
  const share = ({ content }: Attribution) => sizeOf(intersectionOf(content, range));
  return covered * 2 >= sizeOf(range) ? sharing.sort((one, other) => share(other) - share(one)) : [];
}

function sizeOf(range: Range): number {
  return range.end - range.start;
}

/** Name and role of each speaker of the chain; who has no name goes by the words of the text. */
export function speakersOf(attribution: Attribution | null): { name: string; role: string | null }[] {
  return (attribution?.chain ?? []).map((speaker) => ({ name: speaker.name ?? speaker.printed, role: speaker.role }));
}
