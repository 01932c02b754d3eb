// Anchors: where the words of a claim stand in the next version of a text.
import { itemAt } from '#src/item-at.ts';
import { foldPrint } from '../text/folding.ts';
import { withoutHidden } from '../text/hidden-letters.ts';
import type { Range } from '../text/range.ts';
import { bestPlaceFor, PlaceIndex } from './anchor-places.ts';
import { type AnchorText, type AnchorToken, anchorTextOf, indexAt } from './anchor-text.ts';
import { type ClaimTokens, type Place, placeIn, type Revision } from './claim-placing.ts';
import { matchSentences, type SentenceMatching } from './sentence-matching.ts';

/** `start` and `end` are null where the words are gone. exact and moved: the same words but for quotes, dashes and spaces. */
export type Anchor =
  | { status: 'exact' | 'moved' | 'changed'; start: number; end: number }
  | { status: 'lost'; start: null; end: null };

const LOST: Anchor = { status: 'lost', start: null, end: null };

/** No stretch of the new text longer than this many words is searched for one claim. */
const WIDEST = 800;
/** How many of its words a claim must keep where it stood, and to be known again elsewhere. */
const KEEPS_IN_PLACE = 0.45;
const KEEPS_ELSEWHERE = 0.6;

/** A claim of more words than this is found by its first and its last ones. */
const LONGEST = 400;
const ENDS = 100;

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
  const same = sameSentences(revision, range, claim);
  if (same) return same;
  const place = claim.to - claim.from > LONGEST ? longPlace(revision, claim) : changedPlace(revision, claim);
  return place ? anchorAt(revision, range, place) : LOST;
}

function anchorAt({ before, after }: Revision, range: Range, { start, end, in_order }: Place): Anchor {
  const printed = (text: string, at: Range) => foldPrint(withoutHidden(text.slice(at.start, at.end)));
  const isSame = printed(before.text, range) === printed(after.text, { start, end });
  return { status: !isSame ? 'changed' : in_order ? 'exact' : 'moved', start, end };
}

function claimTokens({ tokens, sentences }: AnchorText, range: Range): ClaimTokens | null {
  const from = indexAt(tokens, range.start);
  let to = from;
  while (to < tokens.length && itemAt(tokens, to).start < range.end) to++;
  if (to === from) return null;
  const lastStart = itemAt(tokens, to - 1).start;
  return {
    from,
    to,
    first_sentence: indexAt(sentences, itemAt(tokens, from).start),
    last_sentence: indexAt(sentences, lastStart),
  };
}

/** The claim's sentences stand word for word in the new text: the claim is where its words are in them. */
function sameSentences(revision: Revision, range: Range, claim: ClaimTokens): Anchor | null {
  const { before, after, matching } = revision;
  const { first_sentence: first, last_sentence: last } = claim;
  const freshFirst = itemAt(matching.to_new, first);
  for (let index = first; index <= last; index++) {
    if (freshFirst < 0 || matching.to_new[index] !== freshFirst + index - first) return null;
  }
  const shift = (after.sentences[freshFirst]?.from ?? 0) - (before.sentences[first]?.from ?? 0);
  const [oldFirst, oldLast] = [before.tokens[claim.from], before.tokens[claim.to - 1]];
  const [newFirst, newLast] = [after.tokens[claim.from + shift], after.tokens[claim.to - 1 + shift]];
  if (!oldFirst || !oldLast || !newFirst || !newLast) return null;
  const start = newFirst.start + insideOf(oldFirst, newFirst, range.start - oldFirst.start);
  const end = newLast.end - insideOf(oldLast, newLast, oldLast.end - range.end);
  return anchorAt(revision, range, { start, end, in_order: matching.in_order[first] === 1, kept: 1 });
}

/** An end of a claim inside a token stays inside it; elsewhere it keeps to the token's own end. */
function insideOf(old: AnchorToken, fresh: AnchorToken, inside: number): number {
  const length = old.end - old.start;
  return inside > 0 && inside < length && fresh.end - fresh.start === length ? inside : 0;
}

/** A long claim reaches from where its first words went to where its last words went. */
function longPlace(revision: Revision, claim: ClaimTokens): Place | null {
  const { sentences, tokens } = revision.before;
  const sentenceAt = (token: number) => indexAt(sentences, itemAt(tokens, token).start);
  const first = changedPlace(revision, {
    ...claim,
    to: claim.from + ENDS,
    last_sentence: sentenceAt(claim.from + ENDS - 1),
  });
  const last = changedPlace(revision, { ...claim, from: claim.to - ENDS, first_sentence: sentenceAt(claim.to - ENDS) });
  return first && last && first.start < last.end ? { ...first, end: last.end } : null;
}

/** The claim's sentence was changed: first where it stood, between its neighbours, then anywhere new. */
function changedPlace(revision: Revision, claim: ClaimTokens): Place | null {
  const window = windowBetween(revision, claim);
  const here = window ? placeIn(revision, claim, window) : null;
  if (here && here.kept >= KEEPS_IN_PLACE) return here;
  const elsewhere = bestPlaceFor(revision.places, revision.before.tokens.slice(claim.from, claim.to));
  const there = elsewhere ? placeIn(revision, claim, elsewhere) : null;
  return there && there.kept >= KEEPS_ELSEWHERE ? there : null;
}

/** The new tokens between the nearest neighbours that kept their place, with a few words of them for context. */
function windowBetween({ before, after, matching, places }: Revision, claim: ClaimTokens): Range | null {
  let previous = claim.first_sentence - 1;
  while (previous >= 0 && !matching.in_order[previous]) previous--;
  let next = claim.last_sentence + 1;
  while (next < before.sentences.length && !matching.in_order[next]) next++;
  const firstSentence = previous < 0 ? 0 : itemAt(matching.to_new, previous) + 1;
  const lastSentence = next >= before.sentences.length ? after.sentences.length : itemAt(matching.to_new, next);
  if (lastSentence <= firstSentence) return null;
  const start = after.sentences[firstSentence]?.from ?? 0;
  const end = after.sentences[lastSentence - 1]?.to ?? 0;
  if (end - start > WIDEST) return bestPlaceFor(places, before.tokens.slice(claim.from, claim.to), { start, end });
  return { start, end };
}

/** `kept` is the share of the words that stand there. */
export type PlaceOfWords = Range & { kept: number };

/** A finder of words that come from elsewhere, and may stand in this text with changes. Made once, it is asked for many. */
export function placesOfWords(text: string, language?: string): (words: string) => PlaceOfWords | null {
  const after = anchorTextOf(text, language);
  const to_old = new Int32Array(after.sentences.length).fill(-1);
  const places = new PlaceIndex(after, nothingMatches(0, to_old));
  return (words) => {
    const before = anchorTextOf(words, language);
    const matching = nothingMatches(before.sentences.length, to_old);
    const revision = { before, after, matching, places };
    const claim = claimTokens(before, { start: 0, end: words.length });
    if (!claim) return null;
    const place = claim.to - claim.from > LONGEST ? longPlace(revision, claim) : changedPlace(revision, claim);
    return place && { start: place.start, end: place.end, kept: place.kept };
  };
}

function nothingMatches(sentences: number, to_old: Int32Array): SentenceMatching {
  return { to_new: new Int32Array(sentences).fill(-1), to_old, in_order: new Uint8Array(sentences) };
}
