// Anchors: where the words of a claim stand in the next version of a text.
import { align } from './alignment.ts';
import { bestPlaceFor, PlaceIndex } from './anchor-places.ts';
import { type AnchorText, type AnchorToken, anchorTextOf, indexAt } from './anchor-text.ts';
import { foldPrint } from './folding.ts';
import type { Range } from './range.ts';
import { matchSentences, type SentenceMatching } from './sentence-matching.ts';

export type AnchorStatus = 'exact' | 'moved' | 'changed' | 'lost';

/** `start` and `end` are null where the words are gone. exact and moved: the same words but for quotes, dashes and spaces. */
export type Anchor =
  | { status: 'exact' | 'moved' | 'changed'; start: number; end: number }
  | { status: 'lost'; start: null; end: null };

const LOST: Anchor = { status: 'lost', start: null, end: null };

/** Words around a claim that help to place it. */
const CONTEXT = 12;
/** No stretch of the new text longer than this many words is searched for one claim. */
const WIDEST = 800;
/** How many of its words a claim must keep where it stood, and to be known again elsewhere. */
const KEEPS_IN_PLACE = 0.45;
const KEEPS_ELSEWHERE = 0.6;

/** So few words more at the end of a whole sentence belong to it; more are a sentence of their own. */
const TAIL = 2;

type Revision = { before: AnchorText; after: AnchorText; matching: SentenceMatching; places: PlaceIndex };
type ClaimTokens = { from: number; to: number; first_sentence: number; last_sentence: number };

/** Where each range of the old text stands in the new one, in the order of the ranges. Identical texts give identical anchors. */
export function reanchor(before: string, after: string, ranges: readonly Range[], language?: string): Anchor[] {
  if (before === after) return ranges.map(({ start, end }) => ({ status: 'exact', start, end }));
  const old = anchorTextOf(before, language);
  const fresh = anchorTextOf(after, language);
  const matching = matchSentences(old.sentences, fresh.sentences);
  const revision = { before: old, after: fresh, matching, places: new PlaceIndex(fresh, matching) };
  return ranges.map((range) => anchorOf(revision, range));
}

function anchorOf(revision: Revision, range: Range): Anchor {
  const claim = claimTokens(revision.before, range);
  if (!claim) return LOST;
  return sameSentences(revision, range, claim) ?? changedPlace(revision, range, claim) ?? LOST;
}

function claimTokens({ tokens, sentences }: AnchorText, range: Range): ClaimTokens | null {
  const from = indexAt(tokens, range.start);
  let to = from;
  while (to < tokens.length && (tokens[to] as AnchorToken).start < range.end) to++;
  if (to === from) return null;
  const lastStart = (tokens[to - 1] as AnchorToken).start;
  return {
    from,
    to,
    first_sentence: indexAt(sentences, (tokens[from] as AnchorToken).start),
    last_sentence: indexAt(sentences, lastStart),
  };
}

/** The claim's sentences stand word for word in the new text: the claim is where its words are in them. */
function sameSentences({ before, after, matching }: Revision, range: Range, claim: ClaimTokens): Anchor | null {
  const { first_sentence: first, last_sentence: last } = claim;
  const freshFirst = matching.to_new[first] as number;
  for (let index = first; index <= last; index++) {
    if (freshFirst < 0 || matching.to_new[index] !== freshFirst + index - first) return null;
  }
  const shift = (after.sentences[freshFirst]?.from ?? 0) - (before.sentences[first]?.from ?? 0);
  const start = carried(before.tokens[claim.from], after.tokens[claim.from + shift], range.start, 'start');
  const end = carried(before.tokens[claim.to - 1], after.tokens[claim.to - 1 + shift], range.end, 'end');
  if (start === null || end === null) return null;
  const isSame = foldPrint(before.text.slice(range.start, range.end)) === foldPrint(after.text.slice(start, end));
  return { status: !isSame ? 'changed' : matching.in_order[first] ? 'exact' : 'moved', start, end };
}

/** An end of a claim inside a token stays inside it; elsewhere it keeps to the token's own end. */
function carried(
  old: AnchorToken | undefined,
  fresh: AnchorToken | undefined,
  place: number,
  side: 'start' | 'end',
): number | null {
  if (!old || !fresh) return null;
  const inside = side === 'start' ? place - old.start : old.end - place;
  const isInside = inside > 0 && inside < old.end - old.start && fresh.end - fresh.start === old.end - old.start;
  return side === 'start' ? fresh.start + (isInside ? inside : 0) : fresh.end - (isInside ? inside : 0);
}

/** The claim's sentence was changed: first where it stood, between its neighbours, then anywhere new. */
function changedPlace(revision: Revision, range: Range, claim: ClaimTokens): Anchor | null {
  const window = windowBetween(revision, claim);
  const here = window ? placeIn(revision, range, claim, window) : null;
  if (here && here.kept >= KEEPS_IN_PLACE) return here.anchor;
  const elsewhere = bestPlaceFor(revision.places, revision.before.tokens.slice(claim.from, claim.to));
  const there = elsewhere ? placeIn(revision, range, claim, elsewhere) : null;
  return there && there.kept >= KEEPS_ELSEWHERE ? there.anchor : null;
}

/** The new tokens between the nearest neighbours that kept their place, with a few words of them for context. */
function windowBetween({ before, after, matching, places }: Revision, claim: ClaimTokens): Range | null {
  let previous = claim.first_sentence - 1;
  while (previous >= 0 && !matching.in_order[previous]) previous--;
  let next = claim.last_sentence + 1;
  while (next < before.sentences.length && !matching.in_order[next]) next++;
  const firstSentence = previous < 0 ? 0 : (matching.to_new[previous] as number) + 1;
  const lastSentence = next >= before.sentences.length ? after.sentences.length : (matching.to_new[next] as number);
  if (lastSentence <= firstSentence) return null;
  const start = after.sentences[firstSentence]?.from ?? 0;
  const end = after.sentences[lastSentence - 1]?.to ?? 0;
  if (end - start > WIDEST) return bestPlaceFor(places, before.tokens.slice(claim.from, claim.to), { start, end });
  return { start, end };
}

function placeIn(
  revision: Revision,
  range: Range,
  claim: ClaimTokens,
  window: Range,
): { kept: number; anchor: Anchor } | null {
  const { before, after, matching, places } = revision;
  const from = Math.max(0, claim.from - CONTEXT);
  const meets = align({
    before: before.tokens,
    after: after.tokens,
    from,
    to: Math.min(before.tokens.length, claim.to + CONTEXT),
    claim_from: claim.from,
    claim_to: claim.to,
    window_from: Math.max(0, window.start - CONTEXT),
    window_to: Math.min(after.tokens.length, window.end + CONTEXT),
    isFree: (token) => places.isFree(token) || isOwn(revision, claim, token),
  });
  const found = edges(meets, claim, from);
  if (!found) return null;
  const reach = widened(revision, claim, found, meets, from);
  const start = (after.tokens[reach.start] as AnchorToken).start;
  const end = (after.tokens[reach.end - 1] as AnchorToken).end;
  const isSame = foldPrint(before.text.slice(range.start, range.end)) === foldPrint(after.text.slice(start, end));
  const inOrder = matching.to_new.length === 0 || isBetweenNeighbours(revision, claim, reach);
  return {
    kept: keptShare(before.tokens, meets, claim, from),
    anchor: { status: isSame ? (inOrder ? 'exact' : 'moved') : 'changed', start, end },
  };
}

/** The token stands in a sentence of the claim that did not change, beside one that did. */
function isOwn({ after, matching }: Revision, claim: ClaimTokens, token: number): boolean {
  const sentence = indexAt(after.sentences, (after.tokens[token] as AnchorToken).start);
  const old = matching.to_old[sentence] ?? -1;
  return old >= claim.first_sentence && old <= claim.last_sentence;
}

function keptShare(tokens: readonly AnchorToken[], meets: Int32Array, claim: ClaimTokens, from: number): number {
  let words = 0;
  let kept = 0;
  for (let at = claim.from; at < claim.to; at++) {
    if (!tokens[at]?.is_word) continue;
    words++;
    if ((meets[at - from] as number) >= 0) kept++;
  }
  return words === 0 ? 0 : kept / words;
}

/** The first and last new token that words of the claim meet. */
function edges(meets: Int32Array, claim: ClaimTokens, from: number): Range | null {
  const ofClaim = [...meets.subarray(claim.from - from, claim.to - from)].filter((token) => token >= 0);
  return ofClaim.length > 0 ? { start: ofClaim[0] as number, end: (ofClaim.at(-1) as number) + 1 } : null;
}

/** Over words put in the place of the claim's first or last ones; a claim that was a whole sentence stays one. */
function widened(
  { before, after }: Revision,
  claim: ClaimTokens,
  found: Range,
  meets: Int32Array,
  from: number,
): Range {
  const first = before.sentences[claim.first_sentence];
  const last = before.sentences[claim.last_sentence];
  const leftEnd = Math.max(-1, ...meets.subarray(0, claim.from - from));
  const rightMeets = [...meets.subarray(claim.to - from)].filter((token) => token >= 0);
  const sentenceStart =
    after.sentences[indexAt(after.sentences, (after.tokens[found.start] as AnchorToken).start)]?.from ?? found.start;
  const sentenceEnd =
    after.sentences[indexAt(after.sentences, (after.tokens[found.end - 1] as AnchorToken).start)]?.to ?? found.end;
  const missingBefore = missing(meets, claim.from - from, claim.to - from, 1);
  const missingAfter = missing(meets, claim.to - from - 1, claim.from - from - 1, -1);
  const startsSentence = first?.from === claim.from;
  const endsSentence = last?.to === claim.to;
  const lowest = Math.max(sentenceStart, leftEnd + 1);
  const highest = Math.min(sentenceEnd, rightMeets[0] ?? sentenceEnd);
  const start = startsSentence && missingBefore > 0 ? lowest : Math.max(lowest, found.start - missingBefore);
  const isTail = missingAfter > 0 || highest - found.end <= TAIL;
  const end = endsSentence && isTail ? highest : Math.min(highest, found.end + missingAfter);
  return { start: Math.min(start, found.start), end: Math.max(end, found.end) };
}

/** How many tokens at an end of the claim meet nothing. */
function missing(meets: Int32Array, from: number, to: number, step: 1 | -1): number {
  let count = 0;
  for (let at = from; at !== to && (meets[at] as number) < 0; at += step) count++;
  return count;
}

function isBetweenNeighbours({ after, matching }: Revision, claim: ClaimTokens, reach: Range): boolean {
  const sentence = indexAt(after.sentences, (after.tokens[reach.start] as AnchorToken).start);
  for (let old = claim.first_sentence - 1; old >= 0; old--) {
    if (matching.in_order[old])
      return (matching.to_new[old] as number) <= sentence && followsInOrder(matching, claim, sentence);
  }
  return followsInOrder(matching, claim, sentence);
}

function followsInOrder(matching: SentenceMatching, claim: ClaimTokens, sentence: number): boolean {
  for (let old = claim.last_sentence + 1; old < matching.to_new.length; old++) {
    if (matching.in_order[old]) return sentence <= (matching.to_new[old] as number);
  }
  return true;
}
